"""Documents per month, and what they are about."""

import pytest

from koreasec import plot
from koreasec.errors import InputError
from koreasec.plot import _colours

from .tables import by_month, by_topic, by_topic_month


def test_certain_and_possible_add_up():
    made = by_month(60)
    chart = plot.months(made)
    certain, possible = chart.traces
    dated = made[made["month"].notna()]
    assert certain["y"] == dated["certain"].tolist()
    both = zip(certain["y"], possible["y"], strict=True)
    assert [one + two for one, two in both] == dated["possible"].tolist()
    assert possible["marker"]["pattern"]["shape"] == "/"


def test_undated_documents_are_counted():
    chart = plot.months(by_month(70))
    assert "n = 70 documents" in chart.caption
    assert "not drawn: 10 of 70 (14 %)" in chart.caption


def test_parts_keep_the_colours_of_the_languages():
    chart = plot.months(by_month(60, by="lang"))
    found = {trace["name"]: trace["marker"]["color"] for trace in chart.traces}
    assert found["Ukrainian, certain"] == _colours.colour("lang", "uk")
    total = sum(sum(trace["y"]) for trace in chart.traces)
    assert total == chart.table["possible"].sum()


def test_only_undated():
    made = by_month(60)
    undated = made[made["month"].isna()]
    note = plot.months(undated).layout["annotations"][0]
    assert note["text"] == "No document can be dated."


def test_topics_are_sorted_and_cut():
    chart = plot.topics(by_topic(16), top=5)
    assert chart.traces[0]["x"][0] == 40
    assert len(chart.layout["yaxis"]["ticktext"]) == 5
    assert "5 of 16 topics; 40 documents touch a topic" in chart.caption


def test_topics_by_language_are_stacked():
    chart = plot.topics(by_topic(48, by="lang"), measure="hits")
    names = [trace["name"] for trace in chart.traces]
    assert names == ["Korean", "Ukrainian", "undetermined"]
    ends = {}
    for trace in chart.traces:
        for row, base, length in zip(
            trace["y"], trace["base"], trace["x"], strict=True
        ):
            assert base == ends.get(row, 0)
            ends[row] = base + length
    assert ends[0] == chart.table.groupby("topic")["hits"].sum().max()


def test_topics_by_month_are_cells():
    chart = plot.topics(by_topic_month(3))
    (cells,) = chart.traces
    assert cells["z"] == [[count] * 5 for count in (40, 38, 36)]
    assert chart.layout["xaxis"]["ticktext"][0] == "2024-03"
    assert "without a single month" not in chart.caption  # their hits are dated too


def test_refused():
    with pytest.raises(InputError, match="unknown measure 'words'"):
        plot.topics(by_topic(3), measure="words")
    with pytest.raises(InputError, match="by_month"):
        plot.months(by_topic(3))
