"""Rows of coloured stretches: languages, strips and evidence are drawn of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import _colours, _days, _safe, _style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LABEL = 44  # columns
Axis = tuple[str, float]


@dataclass
class Segment:
    """A stretch of one row, with what the mouse finds on it."""

    row: int
    start: float
    length: float
    ink: str
    name: str
    told: str
    ids: list[str] = field(default_factory=list)
    text: str = ""
    hatched: bool = False
    edge: str = _style.PAPER


def traces(
    segments: list[Segment], row: float, *, dates: bool = False, legend: bool = True
) -> list[dict[str, Any]]:
    """Return one plotly trace for each name; `row` is how much of a row is filled."""
    made, named = [], set()
    sorts = dict.fromkeys(map(_sort, segments))
    for sort in sorts:
        held = [one for one in segments if _sort(one) == sort]
        stamps = [_days.iso(one.start) if dates else one.start for one in held]
        lengths = [one.length * (_days.DAY if dates else 1) for one in held]
        trace = {
            "type": "bar",
            "orientation": "h",
            "name": _safe.markup(sort[0]),
            "legendgroup": _safe.markup(sort[0]),
            "showlegend": legend and sort[0] not in named,
            "y": [one.row for one in held],
            "base": stamps,
            "x": lengths,
            "width": [row] * len(held),
            "marker": _marker(held[0]),
            "text": [_safe.markup(one.text) for one in held],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "constraintext": "none",
            "textfont": {"size": 11, "color": _ink(held[0])},
            "hovertext": [one.told for one in held],
            "hoverinfo": "text",
            "customdata": [one.ids for one in held],
        }
        made.append(trace)
        named.add(sort[0])
    return made


def _sort(one: Segment) -> tuple[str, str, bool, str]:
    return one.name, one.ink, one.hatched, one.edge


def _marker(one: Segment) -> dict[str, Any]:
    """Return the look of one sort; plotly draws no hatching of many colours."""
    if not one.hatched:
        return {"color": one.ink, "line": {"color": one.edge, "width": 1}}
    return _style.hatched(one.ink)


def _ink(segment: Segment) -> str:
    return _style.INK if segment.hatched else _colours.ink_on(segment.ink)


def rows_axis(labels: list[str], rows: int = 0) -> dict[str, Any]:
    """Return a plotly y axis with a label a row, the first on top."""
    names = [_safe.markup(_safe.short(label, LABEL)) for label in labels]
    ticks: dict[str, Any] = {"tickvals": list(range(len(labels))), "ticktext": names}
    end = max(rows, len(labels)) - 0.5
    return _style.axis(showgrid=False, fixedrange=True, range=[end, -0.5], **ticks)


def draw(axes: Axes, segments: list[Segment], row: float, labels: list[str]) -> None:
    """Draw the same stretches with matplotlib."""
    for one in segments:
        axes.barh(
            one.row,
            one.length,
            left=one.start,
            height=row,
            facecolor=_style.PAPER if one.hatched else one.ink,
            edgecolor=one.ink if one.hatched else one.edge,
            linewidth=0.8,
            hatch="////" if one.hatched else None,
            zorder=2,
        )
        if one.text:
            middle = one.start + one.length / 2
            look: dict[str, Any] = {"size": 8.5, "color": _ink(one), "zorder": 3}
            if one.hatched:
                look["bbox"] = {"pad": 1, "facecolor": _style.PAPER, "linewidth": 0}
            axes.text(middle, one.row, one.text, ha="center", va="center", **look)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_yticks(range(len(labels)), [_safe.short(label, LABEL) for label in labels])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def draw_rows(
    axes: Axes, segments: list[Segment], row: float, labels: list[str], x: Axis
) -> None:
    """Draw rows over a plain axis `x` (its title and its end), with a legend."""
    draw(axes, segments, row, labels)
    axes.set_xlim(0, x[1])
    axes.set_xlabel(x[0], size=9)
    axes.grid(axis="x")
    legend(axes, segments)


def legend(axes: Axes, segments: list[Segment]) -> None:
    """Write the names of the stretches below the chart."""
    from matplotlib.patches import Patch

    first: dict[str, Segment] = {}
    for one in segments:
        first.setdefault(one.name, one)
    handles = [
        Patch(
            facecolor=_style.PAPER if one.hatched else one.ink,
            edgecolor=one.ink,
            hatch="////" if one.hatched else None,
            label=_safe.short(name, 60),
        )
        for name, one in first.items()
    ]
    ncols = across(list(first))
    axes.figure.legend(handles=handles, loc="outside lower left", ncols=ncols)


def across(names: list[str]) -> int:
    """Return how many names fit side by side below a chart."""
    widest = max(map(_safe.width, names), default=1)
    return max(1, min(len(names), 132 // (widest + 6)))


def legend_height(names: list[str]) -> int:
    """Return the room in pixels that the names need below a chart."""
    return 20 * -(-len(names) // across(names)) if names else 0
