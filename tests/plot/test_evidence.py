"""When was it written."""

import pandas as pd
import pytest

from koreasec import plot
from koreasec.errors import InputError

from .tables import evidence


def test_result_is_where_the_hard_reasons_meet():
    chart = plot.evidence(evidence())
    assert chart.caption.startswith(
        "Published between 2025-02-09 and 2025-02-14, from 4"
    )
    result = chart.traces[-1]
    assert result["name"] == "result"
    assert result["base"] == ["2025-02-09"]
    assert result["x"] == [6 * 86_400_000]


def test_result_of_the_documents_wins():
    days = [pd.Timestamp("2025-02-10")]
    docs = pd.DataFrame({"doc_id": ["a"], "published_from": days, "published_to": days})
    chart = plot.evidence(evidence(), docs=docs)
    assert chart.caption.startswith("Published 2025-02-10, from 4 reasons")


def test_axis_shows_the_days_around_the_result():
    chart = plot.evidence(evidence())
    low, high = chart.layout["xaxis"]["range"]
    assert "2024-12" < low < "2025-02"
    assert "2025-02" < high < "2025-04"
    signs = [note["text"] for note in chart.layout["annotations"]]
    assert signs.count("▶") == 2  # since January; until 2099
    assert signs.count("◀") == 2  # since 1948; in 1953
    assert "1953-12-01 to 1953-12-31" in signs
    assert "◀ ▶ a bar goes on" in chart.caption


def test_habits_and_what_was_set_aside():
    chart = plot.evidence(evidence())
    assert [trace["name"] for trace in chart.traces] == [
        "used",
        "habit",
        "set aside",
        "result",
    ]
    assert chart.table["sort"].tolist() == ["used"] * 4 + ["habit", "set aside"]


def test_reasons_that_fit_several_years_are_drawn_at_their_days():
    fits = " ".join(f"{year}-02-08/{year}-02-14" for year in (2014, 2025, 2031))
    made = evidence().assign(fits=["", "", fits, "", "", ""])
    trace = plot.evidence(made).traces[0]
    assert trace["y"].count(2) == 1
    assert trace["base"][trace["y"].index(2)] == "2025-02-08"


def test_contradiction_has_no_result():
    made = evidence().iloc[[1, 5]].assign(used=True)
    chart = plot.evidence(made)
    assert chart.caption.startswith("The reasons contradict each other")
    assert "result" not in [trace["name"] for trace in chart.traces]


@pytest.mark.parametrize(
    ("rows", "said"),
    [([0], "Published not before 2025-01-25"), ([5], "Not datable, from 0 reasons")],
)
def test_open_or_no_result(rows, said):
    chart = plot.evidence(evidence().iloc[rows])
    assert chart.caption.startswith(said)
    chart._repr_mimebundle_()


def test_nothing_bounds_the_date():
    made = evidence().iloc[[0]].assign(date_from=pd.NaT)
    assert (
        plot.evidence(made).layout["annotations"][0]["text"].startswith("No evidence")
    )


def test_most_narrow_reasons_are_shown():
    chart = plot.evidence(evidence(extra=60), top=10)
    assert len(chart.table) == 10
    assert "Shown: the 10 that leave fewest days." in chart.caption


def test_refused():
    two = pd.concat([evidence(), evidence().assign(doc_id="b")])
    with pytest.raises(InputError, match="2 documents; choose one with doc_id="):
        plot.evidence(two)
    with pytest.raises(
        InputError, match=r"unknown doc_id 'c'; choose from \['a', 'b'\]"
    ):
        plot.evidence(two, doc_id="c")
    assert plot.evidence(two, doc_id="b").title.endswith(": b")
