"""What every chart must hold: three readings, the same bytes, nothing cut."""

import json
import os
import subprocess
import sys
from io import BytesIO
from itertools import pairwise

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from koreasec.errors import InputError
from koreasec.plot._chart import PLOTLY

from .charts import EVERY, LARGE, MAKERS, SMALL, make


@pytest.mark.parametrize(("name", "size"), SMALL)
def test_three_readings(name, size):
    chart = make(name, size)
    made, about = chart._repr_mimebundle_()
    assert list(made) == [PLOTLY, "image/png", "text/plain"]
    assert made["text/plain"].startswith(chart.title)
    assert about["image/png"]["alt"] == chart.alt
    assert chart.title in chart.alt


@pytest.mark.parametrize(("name", "size"), EVERY)
def test_plotly_takes_it(name, size):
    chart = make(name, size)
    figure = chart.figure
    assert len(figure.data) == len(chart.traces)
    assert "template" not in chart.json["layout"]
    assert figure.layout.template.to_plotly_json() == {}
    text = json.dumps(chart.json, allow_nan=False)
    assert "NaN" not in text and "NaT" not in text


@pytest.mark.parametrize("name", MAKERS)
def test_empty_table_says_so(name):
    chart = make(name, 0)
    assert chart.traces == []
    assert chart.layout["annotations"][0]["text"].startswith("No ")
    assert next(text.get_text() for text in chart.axes().texts).startswith("No ")


@pytest.mark.parametrize("name", MAKERS)
def test_points_carry_row_ids(name):
    chart = make(name, 200)
    known = {row for rows in chart.table.get("rows", ()) for row in rows}
    known |= {row for rows in chart.table.get("texts", ()) for row in rows}
    carried = set()
    for trace in chart.traces:
        for part in trace.get("customdata", ()):
            carried.update(_flat(part))
    if name == "strips":
        spans = zip(*(chart.table[c] for c in ("doc_id", "start", "end")), strict=True)
        known = {f"{doc}:{start}-{end}" for doc, start, end in spans}
    if name == "network":  # its nodes carry the names of actors
        known |= {*chart.table["actor_a"], *chart.table["actor_b"]}
    assert carried
    assert carried <= known


def _flat(part):
    if isinstance(part, str):
        return [part]
    return [row for inner in part for row in _flat(inner)]


@pytest.mark.parametrize(("name", "size"), LARGE)
def test_no_label_is_cut_or_covered(name, size):
    axes = make(name, size).axes()
    figure = axes.figure
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    render = canvas.get_renderer()
    paper = figure.bbox.padded(2)
    ticks = [*axes.get_yticklabels(), *axes.get_xticklabels()]
    low, high = axes.get_xlim()
    ticks = [text for text in ticks if low <= text.get_position()[0] <= high]
    shown = [text for text in ticks if text.get_text() and axes.axison]
    for text in [*shown, *figure.texts]:
        box = text.get_window_extent(render)
        assert box.width <= 1 or (paper.x0 <= box.x0 and box.x1 <= paper.x1), text
    rows = [text.get_window_extent(render) for text in axes.get_yticklabels()]
    rows = sorted(rows, key=lambda box: box.y0) if axes.axison else []
    for low, high in pairwise(rows):
        assert low.y1 <= high.y0 + 2


def test_alt_text_and_size_in_the_picture():
    chart = make("pairs", 20)
    picture = Image.open(BytesIO(chart._picture("png")))
    assert picture.info["Description"] == chart.alt
    assert "Software" not in picture.info
    assert picture.width == 864 * 1.5
    _, about = chart._repr_mimebundle_()
    assert about["image/png"]["width"] == 864


def test_include_and_exclude():
    chart = make("topics", 3)
    assert list(chart._repr_mimebundle_(include=["text/plain"])[0]) == ["text/plain"]
    assert "image/png" not in chart._repr_mimebundle_(exclude=["image/png"])[0]


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_save(tmp_path, kind):
    chart = make("languages", 5)
    first = chart.save(tmp_path / f"a.{kind}").read_bytes()
    assert first == chart.save(tmp_path / f"b.{kind}").read_bytes()
    with pytest.raises(InputError, match="must end in one of"):
        chart.save(tmp_path / "a.gif")


def test_settings_of_the_user_stay():
    import matplotlib

    before = dict(matplotlib.rcParams)
    make("topics", 3)._repr_mimebundle_()
    assert dict(matplotlib.rcParams) == before


def test_importing_draws_in_no_plotting_library():
    code = (
        "import sys, koreasec.plot\n"
        "print([m for m in ('matplotlib', 'plotly') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert found.stdout.strip() == "[]", found.stderr


def test_same_bytes_whatever_the_seed_of_hashes():
    code = (
        "import hashlib, json; from tests.plot.charts import MAKERS, make\n"
        "made = [make(name, 40)._repr_mimebundle_() for name in MAKERS]\n"
        "print(hashlib.sha256(json.dumps(made).encode()).hexdigest())"
    )
    made = set()
    for seed in ("1", "2"):
        settings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"}
        run = subprocess.run(
            [sys.executable, "-W", "error::UserWarning", "-c", code],
            capture_output=True,
            text=True,
            env=settings,
        )
        assert run.stderr == ""
        made.add(run.stdout)
    assert len(made) == 1
