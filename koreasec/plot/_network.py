"""Pairs as a network: the actors on a circle, so that the layout never jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _circle, _colours, _numbers, _pair_hover, _safe, _style
from ._chart import Chart
from ._circle import Spot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDEST = 11.0  # pixels
STEPS = 8  # of a line; the mouse finds any of them
LABEL = 30  # columns
IDS = 10  # at each step of a line; the table of the chart has all


def network(
    drawn: pd.DataFrame,
    order: dict[str, str],
    *,
    measure: str,
    unit: str,
    title: str,
    caption: str,
    groups: dict[str, int],
) -> Chart:
    """Draw the pairs of `drawn` as lines between actors in their `order`."""
    spots = _circle.circle(list(order), groups)
    arcs = _circle.arcs(list(order), groups)
    lines = [
        {**_line(row, spots, measure, drawn), "unit": unit}
        for row in _numbers.records(drawn)
    ]
    lines.reverse()  # the strongest on top
    inks = _colours.colours("actor", list(order))
    return Chart(
        title=title,
        caption=caption,
        table=drawn,
        traces=[
            *map(_trace, lines),
            *_circle.traces(arcs),
            _nodes(order, spots, inks, drawn, groups),
        ],
        layout=_layout(order, spots, arcs),
        draw=lambda axes: _draw(axes, lines, order, spots, inks, arcs),
        height=540 if len(order) > 6 else 300,
        columns=("label_a", "label_b", "together", "docs", "npmi", "log_likelihood"),
        shows="Network on a circle",
        bottom=14,
    )


def _line(
    row: dict[str, Any], spots: dict[str, Spot], measure: str, drawn: pd.DataFrame
) -> dict[str, Any]:
    """Bend the line of one pair a little to the middle, so that neighbours part."""
    (ax, ay), (bx, by) = spots[row["actor_a"]], spots[row["actor_b"]]
    mx, my = 0.4 * (ax + bx), 0.4 * (ay + by)
    parts = [step / STEPS for step in range(STEPS + 1)]
    xs = [(1 - t) ** 2 * ax + 2 * t * (1 - t) * mx + t * t * bx for t in parts]
    ys = [(1 - t) ** 2 * ay + 2 * t * (1 - t) * my + t * t * by for t in parts]
    strongest = float(drawn[measure].max())
    value = max(float(row[measure]), 0.0) if row[measure] == row[measure] else 0.0
    share = value / strongest if strongest > 0 else 0.0
    return {
        "x": xs,
        "y": ys,
        "share": share,
        "row": row,
        "single": row["docs"] == 1,
        "bend": [(ax, ay), (mx, my), (bx, by)],
    }


def _trace(line: dict[str, Any]) -> dict[str, Any]:
    row, ink = line["row"], _colours.tinted("#3D4C5C", 0.3 + 0.6 * line["share"])
    return {
        "type": "scatter",
        "mode": "lines",
        "x": line["x"],
        "y": line["y"],
        "line": {
            "width": 1 + (WIDEST - 1) * line["share"],
            "color": ink,
            "dash": "4px,4px" if line["single"] else "solid",
            "shape": "spline",
        },
        "text": _pair_hover.told(row, line["unit"]),
        "hoverinfo": "text",
        "customdata": [_pair_hover.ids(row)[:IDS]] * len(line["x"]),
        "showlegend": False,
    }


def _sizes(order: dict[str, str], drawn: pd.DataFrame) -> list[int]:
    ends = pd.concat([drawn["actor_a"], drawn["actor_b"]])
    both = pd.concat([drawn["together"], drawn["together"]])
    total = both.groupby(ends.to_numpy()).sum()
    return [int(total.get(actor, 0)) for actor in order]


def _nodes(
    order: dict[str, str],
    spots: dict[str, Spot],
    inks: dict[str, str],
    drawn: pd.DataFrame,
    groups: dict[str, int],
) -> dict[str, Any]:
    sums = _sizes(order, drawn)
    heads = [
        _safe.hover(
            label,
            f"{count:,} times together with the others shown",
            f"community {groups[actor]}" if groups.get(actor) else "",
        )
        for (actor, label), count in zip(order.items(), sums, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [spots[actor][0] for actor in order],
        "y": [spots[actor][1] for actor in order],
        "marker": {
            "size": 16,
            "opacity": 1,
            "color": [inks[actor] for actor in order],
            "line": {"color": _style.PAPER, "width": 2},
        },
        "hovertext": heads,
        "hoverinfo": "text",
        "customdata": list(order),
        "showlegend": False,
    }


def _layout(
    order: dict[str, str], spots: dict[str, Spot], arcs: dict[int, list[Spot]]
) -> dict[str, Any]:
    """Write the names outside the circle, to its left and right."""
    hidden = {"visible": False, "fixedrange": True}
    places = _circle.names(spots)
    notes = [
        {
            "x": places[actor][0],
            "y": places[actor][1],
            "text": _safe.markup(_safe.short(label, LABEL)),
            "showarrow": False,
            "xanchor": _side(spots[actor]),
            "yanchor": "middle",
        }
        for actor, label in order.items()
    ]
    return {
        "xaxis": {**hidden, "range": [-1.9, 1.9]},
        "yaxis": {**hidden, "range": [-1.24, 1.24], "scaleanchor": "x"},
        "annotations": [*notes, *_circle.notes(arcs)],
    }


def _side(spot: Spot) -> str:
    if abs(spot[0]) < 0.05:
        return "center"
    return "left" if spot[0] > 0 else "right"


def _draw(
    axes: Axes,
    lines: list[dict[str, Any]],
    order: dict[str, str],
    spots: dict[str, Spot],
    inks: dict[str, str],
    arcs: dict[int, list[Spot]],
) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    for line in lines:
        ink = _colours.tinted("#3D4C5C", 0.3 + 0.6 * line["share"])
        wide = (1 + (WIDEST - 1) * line["share"]) * 0.75
        style = (0, (4 / wide, 4 / wide)) if line["single"] else "solid"
        bend = Path(line["bend"], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
        axes.add_patch(PathPatch(bend, fill=False, edgecolor=ink, lw=wide, ls=style))
    places = _circle.names(spots)
    for actor, label in order.items():
        x, y = spots[actor]
        axes.plot([x], [y], "o", ms=12, color=inks[actor], mec="white", mew=1.5)
        name = _safe.short(label, LABEL)
        axes.text(*places[actor], name, ha=_side((x, y)), va="center")
    for arc in arcs.values():
        axes.plot(*zip(*arc, strict=True), color=_style.SOFT, lw=2.2)
    for group, (x, y) in _circle.numbers(arcs).items():
        axes.text(x, y, str(group), ha="center", va="center", color=_style.SOFT)
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set_xlim(-1.9, 1.9)
    axes.set_ylim(-1.24, 1.24)
