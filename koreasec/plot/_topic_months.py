"""Topics over time: a cell a month, its count inside."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _colours, _numbers, _safe, _segments, _style
from ._chart import Chart
from ._empty import empty

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Grid = list[list[Any]]
ROW, IDS = 28, 100
FEWEST, WRITTEN = 12, 36  # months that the axis has at least; months with numbers


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
    values, told, ids = _grids(dated, shown, months, measure)
    labels = dict(zip(drawn["topic"], drawn["label"], strict=True))
    names = [labels[topic] for topic in shown]
    written = len(months) <= WRITTEN
    cells = [
        ["" if v is None or not written else f"{v:,}" for v in one] for one in values
    ]
    left = _numbers.counted(len(undated), "hit")
    aside = f" In documents without a single month, not drawn: {left}."
    return Chart(
        title=title,
        caption=f"{caption} Darkest: {_most(values):,}.{aside if undated else ''}",
        table=dated.reset_index(drop=True),
        traces=[_trace(values, cells, told, ids)],
        layout=_layout(names, months),
        draw=lambda axes: _draw(axes, values, cells, names, months),
        height=ROW * len(shown) + 70,
        bottom=60,
        columns=("month", "label", "documents", "sentences", "hits"),
        shows="Heat map",
    )


def _ids(table: pd.DataFrame) -> set[str]:
    return {row for rows in table["rows"] for row in rows}


def _grids(
    dated: pd.DataFrame, shown: list[str], months: list[str], measure: str
) -> tuple[Grid, Grid, Grid]:
    """Return counts, hover texts and row ids; a row a topic, a column a month."""
    values: Grid = [[None] * len(months) for _ in shown]
    told: Grid = [[""] * len(months) for _ in shown]
    ids: Grid = [[[]] * len(months) for _ in shown]
    for row in _numbers.records(dated):
        month = f"{row['month']:%Y-%m}"
        y, x = shown.index(row["topic"]), months.index(month)
        kinds = ("documents", "sentences", "hits")
        counts = [_numbers.counted(int(row[name]), name[:-1]) for name in kinds]
        values[y][x] = int(row[measure])
        told[y][x] = _safe.hover(f"{row['label']}, {month}", ", ".join(counts))
        ids[y][x] = list(row["rows"][:IDS])
    return values, told, ids


def _trace(values: Grid, cells: Grid, told: Grid, ids: Grid) -> dict[str, Any]:
    return {
        "type": "heatmap",
        "x": list(range(len(values[0]))),
        "y": list(range(len(values))),
        "z": values,
        "text": cells,
        "texttemplate": "%{text}",
        "hovertext": told,
        "hoverinfo": "text",
        "customdata": ids,
        "colorscale": _colours.scale(_colours.COUNTS),
        "zmin": 0,
        "zmax": _most(values),
        "hoverongaps": False,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }


def _most(values: Grid) -> int:
    return max(value for line in values for value in line if value is not None)


def _ticks(months: list[str]) -> list[int]:
    """Return the months that are named, at most a dozen."""
    step = math.ceil(len(months) / 12)
    return list(range(0, len(months), step))


def _layout(names: list[str], months: list[str]) -> dict[str, Any]:
    at = _ticks(months)
    x: dict[str, Any] = {"tickvals": at, "ticktext": [months[one] for one in at]}
    x["range"] = [-0.5, max(len(months), FEWEST) - 0.5]
    return {
        "xaxis": _style.axis("month of publication", showgrid=False, **x),
        "yaxis": _segments.rows_axis(names),
    }


def _draw(
    axes: Axes, values: Grid, cells: Grid, names: list[str], months: list[str]
) -> None:
    from matplotlib.colors import LinearSegmentedColormap, to_hex

    shades = LinearSegmentedColormap.from_list("counts", _colours.COUNTS)
    known = [[math.nan if one is None else one for one in line] for line in values]
    edges = [at - 0.5 for at in range(len(months) + 1)]
    rows = [at - 0.5 for at in range(len(names) + 1)]
    look: dict[str, Any] = {"vmin": 0, "vmax": _most(values), "edgecolors": "white"}
    axes.pcolormesh(edges, rows, known, cmap=shades, linewidth=2, **look)
    for y, line in enumerate(cells):
        for x, cell in enumerate(line):
            if cell:
                ground = to_hex(shades(values[y][x] / _most(values)))
                tone = _colours.ink_on(ground)
                axes.text(x, y, cell, ha="center", va="center", color=tone, size=8.5)
    at = _ticks(months)
    axes.set_xticks(at, [months[one] for one in at])
    axes.set_yticks(range(len(names)), [_safe.short(n, _segments.LABEL) for n in names])
    axes.set_xlim(-0.5, max(len(months), FEWEST) - 0.5)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_xlabel("month of publication", size=9)
