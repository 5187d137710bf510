"""Which languages, and where they stand."""

import pytest

from koreasec import plot
from koreasec.errors import InputError

from .tables import by_language, passages, table


def test_each_bar_is_a_hundred_per_cent_of_what_stands_beside_it():
    made = by_language(4)
    chart = plot.languages(made)
    ends = {}
    for trace in chart.traces:
        for row, base, length in zip(
            trace["y"], trace["base"], trace["x"], strict=True
        ):
            assert base == pytest.approx(ends.get(row, 0))
            ends[row] = base + length
    assert list(ends.values()) == pytest.approx([100, 100, 100])
    total = made["documents"].sum()
    assert chart.layout["yaxis"]["ticktext"][0] == f"documents ({total:,})"


def test_rest_and_undetermined():
    chart = plot.languages(by_language(13), top=4)
    names = [trace["name"].partition(" (")[0] for trace in chart.traces]
    assert names[-2:] == ["8 other languages", "undetermined"]
    assert "Undetermined: 10 of" in chart.caption
    assert chart.traces[-1]["marker"]["pattern"]["shape"] == "/"


def test_without_passages():
    chart = plot.languages(by_language(3).drop(columns="passages"))
    assert len(chart.layout["yaxis"]["ticktext"]) == 2


def test_little_is_not_nothing():
    made = by_language(2).assign(documents=[999, 1], characters=[99_999, 1])
    shown = [text for trace in plot.languages(made).traces for text in trace["text"]]
    assert "&gt; 99 %" in shown


def test_strips_follow_the_characters():
    made = passages(3)
    chart = plot.strips(made)
    drawn = {
        (row, start, start + length)
        for trace in chart.traces
        for row, start, length in zip(
            trace["y"], trace["base"], trace["x"], strict=True
        )
    }
    names = chart.layout["yaxis"]["ticktext"]
    spans = zip(made["doc_id"], made["start"], made["end"], strict=True)
    assert drawn == {(names.index(doc), start, end) for doc, start, end in spans}


def test_undetermined_makes_no_text_mixed():
    row = ("a", 0, "title", 0, 9, "ko", "", 0.9, "", "Kore", 9)
    credit = ("a", 1, "credit", 10, 15, "und", "", 0.0, "too short", "Latn", 5)
    made = table("passages", [row, credit])
    assert "0 in more than one language" in plot.strips(made).caption


def test_mixed_texts_first_when_not_all_fit():
    chart = plot.strips(passages(40), top=6)
    assert "6 of 40 documents (those in most languages)" in chart.caption
    assert "6 in more than one language" in chart.caption


def test_refused():
    with pytest.raises(InputError, match="by_language"):
        plot.languages(passages(1))
    with pytest.raises(InputError, match=r"ks\.tag\.passages"):
        plot.strips(by_language(1))
