"""Chains from who says something to who prints it."""

import pandas as pd
import pytest

from koreasec.tag import relays


def links(text: str, lang: str) -> list[tuple[str, str, str, str]]:
    docs = pd.DataFrame({"doc_id": ["a"], "lang": [lang], "text": [text]})
    found = relays(docs)
    for row in found.itertuples():
        assert text[row.start : row.end] == row.surface
        assert row.relay
    columns = ["source", "source_kind", "relay", "how"]
    return [tuple(row) for row in found[columns].to_numpy().tolist()]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "de",
            "Seoul (APA) - KCNA berichtete, Kim Jong Un habe gesagt, "
            "dass die Armee bereit sei.\n\nMehr wurde nicht bekannt.",
            [
                ("kim-jong-un", "person", "kcna", "cited"),
                ("kcna", "agency", "austria-presse-agentur", "dateline"),
            ],
        ),
        (
            "en",
            "Yonhap, citing an unnamed official, reported that the talks had begun.",
            [("", "anonymous", "yonhap", "cited")],
        ),
        ("en", "The talks have begun in Seoul.", []),
        ("en", "Kim Jong Un said the talks had begun.", []),
        (
            "ru",
            "СЕУЛ, 5 марта. /ТАСС/. Песков заявил, что визит готовится.\n\nДат нет.",
            [("dmitry-peskov", "person", "tass", "dateline")],
        ),
    ],
)
def test_links(lang, text, expected):
    assert links(text, lang) == expected


def test_the_link_points_at_the_relay():
    text = '"Wir sind bereit", sagte Kim Jong Un laut KCNA.'
    docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"], "text": [text]})
    (row,) = relays(docs).itertuples()
    assert text[row.relay_start : row.relay_end] == "KCNA"
    assert row.step == 0
