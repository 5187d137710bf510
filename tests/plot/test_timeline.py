"""What happened when."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import plot
from koreasec.errors import InputError
from koreasec.plot import _days, _lanes, _timeline_place

from .tables import LABELS, TOPICS, timeline

DAY = _days.DAY


def marks(chart, sort):
    return [t for t in chart.traces if t["type"] == sort and t.get("hovertext")]


def test_only_days_are_points():
    chart = plot.timeline(timeline(200))
    points = [x for trace in marks(chart, "scatter") for x in trace["x"]]
    days = chart.table[chart.table["date_from"].eq(chart.table["date_to"])]
    known = {f"{day:%Y-%m-%d} 12:00" for day in days["date_from"]}
    assert set(points) == known


def test_bars_have_their_true_length():
    made = timeline(200)
    month = made[made["precision"].eq("month")].iloc[:1]
    (bar,) = marks(plot.timeline(month, lanes="doc_id"), "bar")
    days = month["date_from"].iloc[0].days_in_month
    assert bar["x"] == [days * DAY]
    assert bar["base"] == [f"{month['date_from'].iloc[0]:%Y-%m-%d}"]


def test_undated_are_counted_and_not_drawn():
    made = timeline(200)
    undated = int(made["date_from"].isna().sum())
    chart = plot.timeline(made)
    assert len(chart.table) == 200 - undated
    assert f"not drawn: {undated} of 200 (14 %)" in chart.caption


def test_planned_is_hollow_or_hatched():
    chart = plot.timeline(timeline(200))
    planned = [trace for trace in chart.traces if "planned" in trace["name"]]
    for trace in planned:
        if trace["type"] == "bar":
            assert trace["marker"]["pattern"]["shape"] == "/"
    assert {trace["type"] for trace in planned if trace.get("hovertext")} == {
        "bar",
        "scatter",
    }


def test_each_statement_is_in_each_of_its_lanes():
    made = timeline(200)
    chart = plot.timeline(made, top=20)
    texts = chart.layout["yaxis"]["ticktext"]
    sums = {
        text.rpartition(" (")[0]: int(text.rpartition("(")[2][:-1]) for text in texts
    }
    count = sum(max(len(topics), 1) for topics in chart.table["topics"])
    assert sum(sums.values()) == count
    assert sums["no topic"] == chart.table["topics"].map(len).eq(0).sum()


def test_rest_of_the_lanes_share_one():
    chart = plot.timeline(timeline(200), lanes="actor", top=5, labels=LABELS)
    texts = chart.layout["yaxis"]["ticktext"]
    assert len(texts) == 6
    assert texts[-1].startswith("other actors (")
    assert "The 5 most frequent actors have a lane." in chart.caption


def test_far_dates_are_cut_and_counted():
    made = timeline(60)
    old = made.iloc[[0]].assign(
        date_from=pd.Timestamp("1953-07-27"), date_to=pd.Timestamp("1953-07-27")
    )
    chart = plot.timeline(pd.concat([old, made]), lanes="doc_id")
    assert chart.layout["xaxis"]["range"][0] > "2020"
    assert "◀ ▶ 1 outside it" in chart.caption
    assert [note["text"] for note in chart.layout["annotations"]] == ["◀ 1"]


def test_period():
    chart = plot.timeline(timeline(60), period=("2024-01-01", "2024-12-31"))
    assert chart.layout["xaxis"]["range"] == ["2024-01-01 00:00", "2025-01-01 00:00"]
    for period in (("2025-01-01", "2024-01-01"), ("soon", "later"), ("2024",)):
        with pytest.raises(InputError, match="period is"):
            plot.timeline(timeline(60), period=period)


def test_hover_tells_where_a_sentence_stands():
    made = timeline(1)
    (trace,) = marks(plot.timeline(made), "scatter")
    told = trace["hovertext"][0]
    assert "000_doc, characters 0–8" in told
    assert "“9일” read as 2025-02-09 (published)" in told
    assert "“Die Minister treffen sich" in told
    assert trace["customdata"] == [["000_doc:0-8"]]


def test_years_that_no_library_writes():
    made = timeline(2).assign(
        date_from=pd.Timestamp("0001-01-01"), date_to=pd.Timestamp("9999-12-31")
    )
    plot.timeline(made)._repr_mimebundle_()


def test_order_of_rows_does_not_matter():
    made = timeline(80).sort_values(["date_from", "doc_id", "start"])
    other = made.sample(frac=1, random_state=5).sort_values(
        ["date_from", "doc_id", "start"]
    )
    assert plot.timeline(made).json == plot.timeline(other).json


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 60)), max_size=80))
@settings(max_examples=60, deadline=None)
def test_marks_of_a_lane_never_touch(spans):
    rows = [
        {"first": start, "last": start + more, "status": "", "doc_id": "a"}
        for start, more in spans
    ]
    for lane in _lanes.lanes(rows, lambda row: TOPICS[:1], 3):
        _timeline_place.place([lane], 0, 960)
        if lane.crowded:
            continue
        pixel = 960 / _timeline_place.ACROSS
        drawn = sorted((mark.depth, *_edges(mark, pixel)) for mark in lane.marks)
        for (depth, _, end), (other, start, _) in pairwise(drawn):
            assert depth != other or end <= start


def _edges(mark, pixel):
    if mark.day:
        half = _timeline_place.size(mark) / 2 * pixel
        return mark.first + 0.5 - half, mark.first + 0.5 + half
    return float(mark.first), float(mark.last + 1)


def test_refused():
    with pytest.raises(InputError, match="unknown kind of lane 'lang'"):
        plot.timeline(timeline(3), lanes="lang")
    with pytest.raises(InputError, match=r"ks\.count\.timeline"):
        plot.timeline(timeline(3).drop(columns="rows"))
