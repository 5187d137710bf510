"""What can be tagged in which language, as a chart."""

import json

import pandas as pd
import pytest

from koreasec import knowledge, plot
from koreasec.errors import InputError
from koreasec.plot.parity import WHAT

from . import tables

LANGS = ["ko", "de", "de", "es", None, "und", "pl"]


@pytest.fixture(scope="module")
def parity():
    return knowledge.parity()


def test_by_default_what_can_be_tagged(parity):
    chart = plot.parity(parity)
    assert chart.table["support"].tolist() == ["full"] * 8
    left = len(parity) - 8
    assert f"counted only: {left} more languages" in chart.caption
    (trace,) = chart.traces
    assert len(trace["z"]) == 8 and {len(line) for line in trace["z"]} == {len(WHAT)}


def test_only_the_languages_of_the_texts_with_their_numbers(parity):
    chart = plot.parity(parity, langs=LANGS)
    names = chart.layout["yaxis"]["ticktext"]
    assert names == ["German (2)", "Spanish (1)", "Korean (1)", "Polish (1)"]
    assert "n = 5 texts" in chart.caption
    assert "nothing is tagged in 2 of 5 (40 %)" in chart.caption


def test_colour_tells_what_is_not_tagged(parity):
    chart = plot.parity(parity, langs=["es", "ko"])
    (trace,) = chart.traces
    korean, spanish = trace["z"][1], trace["z"][0]
    if chart.table["lang"].tolist() == ["ko", "es"]:
        korean, spanish = spanish, korean
    assert min(korean) > 0
    assert spanish[: len(WHAT) - 1] == [-1.0] * (len(WHAT) - 1)


def test_numbers_are_those_of_the_table(parity):
    chart = plot.parity(parity)
    (trace,) = chart.traces
    for row, line in zip(chart.table.to_dict("records"), trace["text"], strict=True):
        assert line == [f"{row[name]:,}" for name in WHAT]


def test_three_readings_the_same_each_time(parity):
    first, again = plot.parity(parity), plot.parity(parity)
    made = [json.dumps(one._repr_mimebundle_()[0]) for one in (first, again)]
    assert made[0] == made[1]
    assert len(first.figure.data) == 1
    assert "German" in repr(first)


def test_nothing_to_draw(parity):
    chart = plot.parity(parity, langs=["und", None])
    assert chart.traces == []
    assert chart.layout["annotations"][0]["text"].startswith("No ")


def test_another_table_is_refused(parity):
    with pytest.raises(InputError, match=r"ks\.knowledge\.parity\(\)"):
        plot.parity(parity[["lang"]])


LEFT = "Not tagged in these texts: {} in Spanish and Polish (2 of 7 texts)."


@pytest.mark.parametrize(
    ("make", "rows", "what"),
    [
        (plot.timeline, tables.timeline(9), "dates and topics"),
        (plot.topics, tables.by_topic(9), "topics"),
        (plot.pairs, tables.pairs(9), "actors"),
    ],
)
def test_captions_say_where_nothing_is_tagged(make, rows, what):
    assert make(rows, langs=LANGS).caption.endswith(LEFT.format(what))
    assert "Not tagged" not in make(rows, langs=["de", "ko"]).caption
    assert "Not tagged" not in make(rows).caption


def test_the_chart_of_languages_knows_them_itself():
    codes = ["es", "de", "pl", "und"]
    made = pd.DataFrame({"lang": codes, "documents": [3, 2, 1, 4]})
    made = made.assign(characters=9, rows=[("a:0-9",)] * 4)
    assert plot.languages(made).caption.endswith(
        "Not tagged in these texts: actors, dates and topics in Spanish and Polish "
        "(4 of 10 texts)."
    )
