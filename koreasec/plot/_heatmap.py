"""Pairs as a heat map: the lower half, a count in each cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _colours, _numbers, _pair_hover, _safe, _style
from ._chart import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Grid = list[list[Any]]
TITLES = {"npmi": "NPMI", "log_likelihood": "G²"}
SIGNED = ("npmi", "log_likelihood")
CELL = 34  # pixels
LABEL = 32  # columns
FEWEST = (12, 3)  # columns and rows, so that a few cells do not grow to walls


def heatmap(
    drawn: pd.DataFrame,
    order: dict[str, str],
    *,
    measure: str,
    unit: str,
    title: str,
    caption: str,
) -> Chart:
    """Draw the pairs of `drawn` as cells, the actors in their `order`."""
    values, cells, told, ids = _grids(drawn, list(order), measure, unit)
    names = [_safe.short(label, LABEL) for label in order.values()]
    known = [value for line in values for value in line if value is not None]
    limits = _limits(measure, known)
    named = TITLES.get(measure, f"{_safe.short(unit, 20)}s with both")
    return Chart(
        title=title,
        caption=caption,
        table=drawn,
        traces=[_trace(values, cells, told, ids, measure, limits, named)],
        layout=_layout(names),
        draw=lambda axes: _draw(axes, values, cells, names, (measure, named), limits),
        height=CELL * _down(names) + 160,
        columns=("label_a", "label_b", "together", "docs", "npmi", "log_likelihood"),
        shows="Heat map",
        bottom=14,
    )


def _trace(
    values: Grid,
    cells: Grid,
    told: Grid,
    ids: Grid,
    measure: str,
    limits: tuple[float, float],
    named: str,
) -> dict[str, Any]:
    return {
        "type": "heatmap",
        "x": list(range(len(values))),
        "y": list(range(1, len(values) + 1)),
        "z": values,
        "text": [[_safe.markup(cell) for cell in line] for line in cells],
        "texttemplate": "%{text}",
        "hovertext": told,
        "hoverinfo": "text",
        "customdata": ids,
        "colorscale": _colours.scale(_palette(measure)),
        "zmin": limits[0],
        "zmax": limits[1],
        "hoverongaps": False,
        "xgap": 2,
        "ygap": 2,
        "colorbar": _bar(named),
    }


def _grids(
    drawn: pd.DataFrame, actors: list[str], measure: str, unit: str
) -> tuple[Grid, Grid, Grid, Grid]:
    """Return colour values, cell texts, hover texts and row ids; row y, column x."""
    size = len(actors) - 1
    at = {actor: place for place, actor in enumerate(actors)}
    values: Grid = [[None] * size for _ in range(size)]
    cells: Grid = [[""] * size for _ in range(size)]
    told: Grid = [[""] * size for _ in range(size)]
    ids: Grid = [[[]] * size for _ in range(size)]
    for row in _numbers.records(drawn):
        x, y = sorted((at[row["actor_a"]], at[row["actor_b"]]))
        value = float(row[measure])
        values[y - 1][x] = value if math.isfinite(value) else 0.0
        cells[y - 1][x] = f"{row['together']}{'*' if row['docs'] == 1 else ''}"
        told[y - 1][x] = _pair_hover.told(row, unit)
        ids[y - 1][x] = _pair_hover.ids(row)
    return values, cells, told, ids


def _limits(measure: str, known: list[float]) -> tuple[float, float]:
    if measure == "npmi":
        return -1.0, 1.0
    most = max([*map(abs, known), 1.0])
    return (-most if measure in SIGNED else 0.0), most


def _palette(measure: str) -> list[str]:
    return _colours.SIGNED if measure in SIGNED else _colours.COUNTS


def _bar(named: str) -> dict[str, Any]:
    """Put the colour bar into the empty half, away from the buttons."""
    title = {"text": named, "side": "top", "font": {"color": _style.SOFT}}
    place = {"x": 1, "xanchor": "right", "y": 1, "yanchor": "top", "orientation": "h"}
    return {"title": title, "thickness": 10, "len": 0.28, "outlinewidth": 0, **place}


def _layout(names: list[str]) -> dict[str, Any]:
    marked = [_safe.markup(name) for name in names]
    common: dict[str, Any] = {"showgrid": False, "fixedrange": True, "ticks": ""}
    x: dict[str, Any] = {
        "tickvals": list(range(len(names) - 1)),
        "ticktext": marked[:-1],
    }
    y: dict[str, Any] = {"tickvals": list(range(1, len(names))), "ticktext": marked[1:]}
    return {
        "xaxis": _style.axis(
            **common, **x, tickangle=-40, range=[-0.5, _across(names) - 0.5]
        ),
        "yaxis": _style.axis(**common, **y, range=[_down(names) + 0.5, 0.5]),
    }


def _across(names: list[str]) -> int:
    return max(len(names) - 1, FEWEST[0])


def _down(names: list[str]) -> int:
    return max(len(names) - 1, FEWEST[1])


def _draw(
    axes: Axes,
    values: Grid,
    cells: Grid,
    names: list[str],
    shown: tuple[str, str],
    limits: tuple[float, float],
) -> None:
    from matplotlib.colors import LinearSegmentedColormap, to_hex

    measure, named = shown
    size = len(values)
    shades = LinearSegmentedColormap.from_list(measure, _palette(measure))
    known = [
        [math.nan if value is None else value for value in line] for line in values
    ]
    low, high = limits
    drawn = axes.pcolormesh(
        known, cmap=shades, vmin=low, vmax=high, edgecolors="white", linewidth=2
    )
    for y, line in enumerate(cells):
        for x, cell in enumerate(line):
            if cell:
                ground = to_hex(shades((values[y][x] - low) / (high - low)))
                ink = _colours.ink_on(ground)
                axes.text(x + 0.5, y + 0.5, cell, ha="center", va="center", color=ink)
    middles = [place + 0.5 for place in range(size)]
    axes.set_xticks(
        middles, names[:-1], rotation=40, ha="right", rotation_mode="anchor"
    )
    axes.set_yticks(middles, names[1:])
    axes.set_ylim(_down(names), 0)
    axes.set_xlim(0, _across(names))
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    inset = axes.inset_axes(
        (0.7, 1 - 20 / (CELL * _down(names)), 0.3, 9 / (CELL * _down(names)))
    )
    bar = axes.figure.colorbar(drawn, cax=inset, orientation="horizontal")
    bar.outline.set_visible(False)
    inset.set_title(named, size=9, color=_style.SOFT)
    inset.tick_params(length=2, labelsize=8.5)
