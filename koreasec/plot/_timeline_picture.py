"""The marks of a timeline for matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _colours, _style
from . import _timeline_place as places
from ._lanes import OPEN, Lane

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
        _draw_marks(axes, lane, top, inks[lane.key])
        _write_counts(axes, lane, top, inks[lane.key], (low, high))
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


def _draw_marks(axes: Axes, lane: Lane, top: float, ink: str) -> None:
    """Draw all marks of a lane, those of one look in one go."""
    for _, look, day in places.LEGEND:
        held = [m for m in lane.marks if (m.look, m.day) == (look, day)]
        if not held:
            continue
        middles = [places.level(lane, mark, top) for mark in held]
        fill = places.fill(look, ink, day=day)
        if day:
            days = [mark.first + 0.5 for mark in held]
            sizes = [(places.size(mark) * 0.72) ** 2 for mark in held]
            axes.scatter(days, middles, s=sizes, c=fill, ec=ink, lw=1.2, zorder=3)
            continue
        for middle in sorted(set(middles)):
            row = [m for m, at in zip(held, middles, strict=True) if at == middle]
            axes.broken_barh(
                [(mark.first, mark.last + 1 - mark.first) for mark in row],
                (middle - places.thick(row[0]) / 2, places.thick(row[0])),
                facecolor=fill,
                edgecolor=ink,
                linewidth=0.8,
                hatch="////" if look == OPEN else None,
                zorder=2,
            )


def _write_counts(
    axes: Axes, lane: Lane, top: float, ink: str, window: tuple[float, float]
) -> None:
    low, high = window
    inset = 4 * (high - low) / places.ACROSS
    for mark in lane.marks:
        x = mark.first + 0.5 if mark.day else max(mark.first, low) + inset
        if places.count(mark) and low <= x <= high and mark.last >= low:
            tone = ink if mark.day else _style.INK
            if mark.day and mark.look != OPEN:
                tone = _colours.ink_on(places.fill(mark.look, ink, day=True))
            look: dict[str, Any] = {"size": 7, "color": tone, "zorder": 4}
            look |= {"ha": "center" if mark.day else "left", "va": "center_baseline"}
            axes.text(x, places.level(lane, mark, top), places.count(mark), **look)


def _draw_legend(axes: Axes, lanes: list[Lane]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    known = {(mark.look, mark.day) for lane in lanes for mark in lane.marks}
    handles: list[Any] = []
    for name, look, day in places.LEGEND:
        if (look, day) in known:
            ink = _style.SOFT
            fill = places.fill(look, ink, day=day)
            if day:
                dot: dict[str, Any] = {"mfc": fill, "mec": ink, "mew": 1.2, "ms": 6.5}
                handles.append(Line2D([], [], marker="o", ls="", label=name, **dot))
            else:
                hatch = "////" if look == OPEN else None
                handles.append(Patch(fc=fill, ec=ink, hatch=hatch, label=name))
    axes.figure.legend(handles=handles, loc="outside lower left", ncols=3)
