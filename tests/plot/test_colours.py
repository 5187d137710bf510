"""The colour language: the same everywhere, told apart by everybody."""

import re
from itertools import combinations

import numpy as np
import pytest

from koreasec import knowledge
from koreasec.plot import _colours

ROWS = knowledge.rows("colours")
MACHADO = {  # full severity; Machado, Oliveira and Fernandes (2009)
    "no deficiency": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
}
XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)


def lab(colour, matrix):
    """CIE L*a*b* of an sRGB colour seen through `matrix`."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(matrix) @ linear, 0, 1)
    x, y, z = np.cbrt(XYZ @ seen / [0.95047, 1, 1.08883])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['of']}-{row['key']}")
def test_row(row):
    assert re.fullmatch(r"#[0-9A-F]{6}", row["colour"])
    contrast = 1.05 / (_colours.luminance(row["colour"]) + 0.05)
    assert contrast >= 1.75, "a bar must be seen on white"


@pytest.mark.parametrize("seen", MACHADO)
def test_languages_are_told_apart(seen):
    codes = [
        row["colour"] for row in ROWS if row["of"] == "lang" and row["key"] != "und"
    ]
    for one, two in combinations(codes, 2):
        apart = np.linalg.norm(lab(one, MACHADO[seen]) - lab(two, MACHADO[seen]))
        assert apart >= 15, (one, two)


def test_keys_are_known():
    owners = {"actor": "actors", "lang": "languages", "topic": "topics"}
    for of, table in owners.items():
        known = set(knowledge.table(table).iloc[:, 0]) | {"und"}
        assert {row["key"] for row in ROWS if row["of"] == of} <= known


def test_an_actor_without_a_row_has_the_colour_of_its_kind():
    person = _colours.colour("kind", "person")
    assert _colours.colour("actor", "kim-jong-un") == person
    assert _colours.colour("topic", "nuclear-tests") == _colours.colour(
        "topic", "nuclear"
    )


def test_spare_colours_never_change():
    assert (
        _colours.colour("actor", "nobody-knows")
        == _colours.SPARE[_colours.spare("nobody-knows")]
    )
    assert [_colours.spare(key) for key in ("es", "pl", "")] == [1, 8, 0]


def test_ink_reads_on_every_colour():
    for row in ROWS:
        ground = _colours.luminance(row["colour"])
        ink = _colours.luminance(_colours.ink_on(row["colour"]))
        low, high = sorted((ground, ink))
        assert (high + 0.05) / (low + 0.05) >= 3.9
