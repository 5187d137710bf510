"""Bars of evidence for plotly and for matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _colours, _days, _segments, _style
from ._evidence_bars import Bar, Ends, Window, arrows, clipped, edges, spot
from ._segments import Segment

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FILLED = 0.56
HEIGHT = 30  # pixels of a row
INKS = {
    "used": _colours.MAIN,
    "habit": _colours.LIGHT,
    "set aside": _colours.MUTED,
    "result": _colours.ANSWER,
    "given": _colours.MAIN,
    "inferred": _colours.ANSWER,
}


def _segments_of(bar: Bar, window: Window) -> list[Segment]:
    start, end, _, _ = clipped(bar, window)
    low, high = window
    cut = [(max(float(a), low), min(float(b) + 1, high)) for a, b in bar.parts]
    return [
        Segment(
            row=bar.row,
            start=first,
            length=last - first,
            ink=INKS[bar.sort],
            name=bar.sort,
            told=bar.told,
            ids=bar.ids,
            hatched=bar.sort == "set aside",
            edge=INKS[bar.sort],  # a day among years stays visible
        )
        for first, last in cut or [(start, end)]
    ]


def _tone(bar: Bar, inside: bool) -> str:
    if not inside:
        return _style.SOFT if bar.sort == "set aside" else _style.INK
    return _style.INK if bar.sort == "set aside" else _colours.ink_on(INKS[bar.sort])


def traces(made: list[Bar], window: Window) -> list[dict[str, Any]]:
    """Return the plotly traces: bars, then their arrows."""
    segments = [one for bar in made for one in _segments_of(bar, window)]
    return _segments.traces(segments, FILLED, dates=True)


def layout(made: list[Bar], result: Ends, window: Window) -> dict[str, Any]:
    """Return axes, the dates beside the bars, and lines at the ends of the result."""
    labels = [bar.label for bar in made]
    x: dict[str, Any] = {"type": "date", "range": [_stamp(day) for day in window]}
    line = {"color": _colours.ANSWER, "width": 1, "dash": "dot"}
    edge = {
        "type": "line",
        "layer": "between",
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": line,
    }
    notes = [note for bar in made for note in _notes(bar, window)]
    return {
        "barmode": "overlay",
        "dragmode": "pan",
        "xaxis": _style.axis("possible day of publication", **x),
        "yaxis": _segments.rows_axis(labels),
        "shapes": [
            {**edge, "x0": _stamp(day), "x1": _stamp(day)} for day in edges(result)
        ],
        "annotations": notes,
    }


def _stamp(day: float) -> str:
    hours = int((day % 1) * 24)
    return f"{_days.iso(day // 1)} {hours:02d}:00"


def _covers(bar: Bar, day: float, window: Window) -> bool:
    start, end, _, _ = clipped(bar, window)
    return start < end and day in (start, end)


def _notes(bar: Bar, window: Window) -> list[dict[str, Any]]:
    place, side, inside = spot(bar, window)
    common = {"y": bar.row, "showarrow": False, "yanchor": "middle"}
    tone = _tone(bar, inside)
    made = [
        {
            **common,
            "x": _stamp(place),
            "text": bar.text,
            "xanchor": side,
            "font": {"size": 11, "color": tone},
        }
    ]
    for day, anchor, sign in arrows(bar, window):
        ink = _tone(bar, True) if _covers(bar, day, window) else INKS[bar.sort]
        look = {"text": sign, "xanchor": anchor, "font": {"size": 11, "color": ink}}
        made.append({**common, "x": _stamp(day), **look})
    return made


def draw(axes: Axes, made: list[Bar], result: Ends, window: Window) -> None:
    """Draw the same bars with matplotlib."""
    segments = [one for bar in made for one in _segments_of(bar, window)]
    _segments.draw(axes, segments, FILLED, [bar.label for bar in made])
    for bar in made:
        place, side, inside = spot(bar, window)
        look: dict[str, Any] = {"va": "center", "size": 8.5, "zorder": 4}
        tone = _tone(bar, inside)
        axes.text(place, bar.row, bar.text, ha=side, color=tone, **look)
        for day, anchor, sign in arrows(bar, window):
            ink = _tone(bar, True) if _covers(bar, day, window) else INKS[bar.sort]
            axes.text(day, bar.row, sign, ha=anchor, color=ink, **look)
    for day in edges(result):
        axes.axvline(day, color=_colours.ANSWER, lw=0.9, ls=":", zorder=1)
    axes.set_xlim(*window)
    axes.set_xlabel("possible day of publication", size=9)
    axes.grid(axis="x")
    _style.date_ticks(axes)
    _segments.legend(axes, segments)
