"""When were the documents written."""

import pandas as pd
import pytest

from koreasec import plot
from koreasec.errors import InputError

from .tables import docs


def test_counts_how_well_documents_are_dated():
    chart = plot.published(docs(14))
    assert "n = 14 documents: 12 inferred, 2 unknown." in chart.caption
    assert "Known to the day: 9, to a year: 3." in chart.caption
    assert len(chart.table) == 12


def test_best_dated_are_shown_in_order_of_time():
    chart = plot.published(docs(60), top=10)
    assert "Shown: the 10 dated best." in chart.caption
    days = chart.table["published_to"] - chart.table["published_from"]
    assert days.max() == pd.Timedelta(0)
    assert chart.table["published_from"].is_monotonic_increasing


def test_open_end_has_an_arrow():
    made = docs(3).assign(published_to=pd.NaT)
    chart = plot.published(made)
    assert "◀ ▶ a bar goes on." in chart.caption
    signs = [note["text"] for note in chart.layout["annotations"]]
    assert signs.count("▶") == 3
    assert "since 2024-01-05" in signs


def test_refused():
    with pytest.raises(InputError, match="published_from"):
        plot.published(docs(2).drop(columns="published_from"))
