"""The marks of a timeline for matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _colours, _style
from . import _timeline_place as places
from ._lanes import Lane, Mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(
    axes: Axes,
    lanes: list[Lane],
    named: dict[str, str],
    inks: dict[str, str],
    low: float,
    high: float,
) -> None:
    """Draw the same marks with matplotlib."""
    at = places.tops(lanes)
    for number, lane in enumerate(lanes):
        top = at[lane.key]
        if number % 2 == 0:
            axes.axhspan(
                top, top + places.tall(lane), color=_style.BAND, lw=0, zorder=0
            )
        for mark in lane.marks:
            _draw_mark(
                axes, mark, places.level(lane, mark, top), inks[lane.key], low, high
            )
        for side, anchor, text in places.arrows(lane, low, high):
            place = axes.get_yaxis_transform()
            middle = top + places.tall(lane) / 2
            ground = {"fc": _style.PAPER, "ec": "none", "alpha": 0.85, "pad": 1.5}
            look: dict[str, Any] = {
                "size": 8,
                "color": _style.SOFT,
                "va": "center",
                "bbox": ground,
            }
            axes.text(side, middle, text, ha=anchor, transform=place, **look)
    axes.set_xlim(low, high)
    axes.set_ylim(sum(map(places.tall, lanes)), 0)
    middles = [at[lane.key] + places.tall(lane) / 2 for lane in lanes]
    axes.set_yticks(middles, [places.name(lane, named) for lane in lanes])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.set_xlabel("date of what is told", size=9)
    _style.date_ticks(axes)
    _draw_legend(axes, lanes)


def _draw_mark(
    axes: Axes, mark: Mark, middle: float, ink: str, low: float, high: float
) -> None:
    if mark.day:
        fill, wide = (_style.PAPER if mark.planned else ink), places.size(mark) * 0.72
        x = mark.first + 0.5
        axes.plot([x], [middle], "o", ms=wide, mfc=fill, mec=ink, mew=1.2, zorder=3)
    else:
        x = mark.first
        fill = _style.PAPER if mark.planned else _colours.tinted(ink, 0.55)
        axes.barh(
            middle,
            mark.last + 1 - mark.first,
            left=mark.first,
            height=places.ROW - 5,
            facecolor=fill,
            edgecolor=ink,
            linewidth=0.8,
            hatch="////" if mark.planned else None,
            zorder=2,
        )
        x = max(x, low) + 4 * (high - low) / places.ACROSS
    if places.count(mark) and low <= x <= high:
        side = "center" if mark.day else "left"
        solid = mark.day and not mark.planned
        tone = _colours.ink_on(ink) if solid else (ink if mark.day else _style.INK)
        look: dict[str, Any] = {
            "size": 7,
            "color": tone,
            "va": "center_baseline",
            "zorder": 4,
        }
        axes.text(x, middle, places.count(mark), ha=side, **look)


def _draw_legend(axes: Axes, lanes: list[Lane]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    known = {(mark.planned, mark.day) for lane in lanes for mark in lane.marks}
    handles: list[Any] = []
    for name, planned, day in places.LEGEND:
        if (planned, day) in known:
            ink = _style.SOFT
            fill = _style.PAPER if planned else ink
            if day:
                look: dict[str, Any] = {"mfc": fill, "mec": ink, "mew": 1.2, "ms": 6.5}
                handles.append(Line2D([], [], marker="o", ls="", label=name, **look))
            else:
                fill = _style.PAPER if planned else _colours.tinted(ink, 0.55)
                hatch = "////" if planned else None
                handles.append(Patch(fc=fill, ec=ink, hatch=hatch, label=name))
    axes.figure.legend(handles=handles, loc="outside lower left", ncols=4)
