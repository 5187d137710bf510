"""Topics over time: a cell a month, its count inside."""

from __future__ import annotations

import math

import pandas as pd

from . import _numbers, _safe
from ._cells import Cells
from ._chart import Chart
from ._empty import empty

ROW, IDS = 28, 100
WRITTEN, NAMED = 36, 12  # months with numbers; columns of a short axis


def topic_months(
    drawn: pd.DataFrame, shown: list[str], measure: str, title: str, caption: str
) -> Chart:
    """Draw topics as rows and months as columns, darker where there is more."""
    dated = drawn[drawn["month"].notna()]
    undated = sorted({row for rows in drawn["rows"] for row in rows} - _ids(dated))
    if not len(dated):
        return empty(title, "No document lies in a single month.", drawn)
    first, last = dated["month"].min(), dated["month"].max()
    months = [f"{one:%Y-%m}" for one in pd.period_range(first, last, freq="M")]
    labels = dict(zip(drawn["topic"], drawn["label"], strict=True))
    names = [labels[topic] for topic in shown]
    cells = _cells_of(dated, shown, months, measure, names)
    left = _numbers.counted(len(undated), "hit")
    aside = f" In documents without a single month, not drawn: {left}."
    return Chart(
        title=title,
        caption=f"{caption} Darkest: {cells.limits[1]:,.0f}.{aside if undated else ''}",
        table=dated.reset_index(drop=True),
        traces=[cells.trace()],
        layout=cells.layout(),
        draw=cells.draw,
        height=ROW * len(shown) + 70,
        bottom=60,
        columns=("month", "label", "documents", "sentences", "hits"),
        shows="Heat map",
    )


def _ids(table: pd.DataFrame) -> set[str]:
    return {row for rows in table["rows"] for row in rows}


def _cells_of(
    dated: pd.DataFrame,
    shown: list[str],
    months: list[str],
    measure: str,
    names: list[str],
) -> Cells:
    """Return the grid: a row a topic, a column a month."""
    written = len(months) <= WRITTEN
    cells = Cells.empty(names, months, ("", "month of publication"))
    for row in _numbers.records(dated):
        month, count = f"{row['month']:%Y-%m}", int(row[measure])
        y, x = shown.index(row["topic"]), months.index(month)
        kinds = ("documents", "sentences", "hits")
        counts = [_numbers.counted(int(row[name]), name[:-1]) for name in kinds]
        cells.values[y][x] = count
        cells.texts[y][x] = f"{count:,}" if written else ""
        cells.told[y][x] = _safe.hover(f"{row['label']}, {month}", ", ".join(counts))
        cells.ids[y][x] = list(row["rows"][:IDS])
    cells.limits = (0, int(dated[measure].max()))
    cells.every, cells.angle = math.ceil(max(len(months), NAMED) / 8), 0
    return cells
