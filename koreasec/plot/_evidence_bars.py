"""The bars of a chart of evidence, cut where the axis ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _colours, _days, _numbers, _safe, _segments, _style
from ._segments import Segment

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FILLED = 0.56
HEIGHT = 30  # pixels of a row
RULE, SURFACE = 14, 30  # columns
INKS = {
    "used": _colours.MAIN,
    "habit": _colours.LIGHT,
    "set aside": _colours.MUTED,
    "result": _colours.ANSWER,
}
ROOM = 0.3  # the least share of the axis beside or inside a bar for its dates

Ends = tuple[int | None, int | None]
Window = tuple[float, float]


@dataclass
class Bar:
    """One reason or the result: where its bar begins and ends on the axis."""

    row: int
    sort: str
    label: str
    ends: Ends
    told: str
    ids: list[str]


def bars(drawn: pd.DataFrame, result: Ends, window: Window) -> list[Bar]:
    """Return a bar for each reason, and one for the result if there is one."""
    made = [_bar(number, row) for number, row in enumerate(_numbers.records(drawn))]
    low, high = result
    if (low is None and high is None) or (
        low is not None and high is not None and low > high
    ):
        return made
    told = _safe.hover("result", dates(result))
    ids = [row for rows in drawn["rows"] for row in rows]
    return [*made, Bar(len(made), "result", "published", result, told, ids)]


def _bar(number: int, row: dict[str, Any]) -> Bar:
    days = (row["date_from"], row["date_to"])
    known = [
        None if pd.isna(day) else _days.numbers(pd.Series([day]))[0] for day in days
    ]
    ends = known[0], known[1]
    quoted = _safe.short(row["surface"], SURFACE)
    rule = row["rule"].replace("-", " ").replace("_", " ")
    told = _safe.hover(
        f"{rule}: {dates(ends)}",
        row["sort"],
        f"{row['doc_id']}, characters {row['start']}–{row['end']}",
        row["note"],
        quote=row["surface"],
    )
    label = f"{rule}: “{quoted}”" if quoted else rule
    return Bar(number, row["sort"], label, ends, told, list(row["rows"]))


def dates(ends: Ends) -> str:
    """Return an interval that may be open: ``until 2025-02-09``."""
    low, high = ends
    if low is not None and high is not None:
        return _days.span(low, high)
    if low is None and high is None:
        return "any day"
    return f"until {_days.iso(high or 0)}" if low is None else f"since {_days.iso(low)}"


def clipped(bar: Bar, window: Window) -> tuple[float, float, bool, bool]:
    """Return begin and end on the axis, and whether the bar goes on either side."""
    low, high = window
    start = low if bar.ends[0] is None else float(bar.ends[0])
    end = high if bar.ends[1] is None else float(bar.ends[1]) + 1
    before = bar.ends[0] is None or start < low
    after = bar.ends[1] is None or end > high
    start, end = min(max(start, low), high), max(min(end, high), low)
    return start, end, before, after


def spot(bar: Bar, window: Window) -> tuple[float, str, bool]:
    """Return where the dates of a bar stand: place, side, and whether inside it."""
    start, end, _, _ = clipped(bar, window)
    whole = window[1] - window[0]
    if end - start >= ROOM * whole:
        return (start + end) / 2, "center", True
    gap = 0.012 * whole + (0.012 * whole if end - start <= 0 else 0)
    if window[1] - end >= ROOM * whole:
        return end + gap, "left", False
    return start - gap, "right", False


def _segment(bar: Bar, window: Window) -> Segment:
    start, end, _, _ = clipped(bar, window)
    ink, aside = INKS[bar.sort], bar.sort == "set aside"
    return Segment(
        row=bar.row,
        start=start,
        length=end - start,
        ink=ink,
        name=bar.sort,
        told=bar.told,
        ids=bar.ids,
        hatched=aside,
    )


def _tone(bar: Bar, inside: bool) -> str:
    if not inside:
        return _style.SOFT if bar.sort == "set aside" else _style.INK
    return _style.INK if bar.sort == "set aside" else _colours.ink_on(INKS[bar.sort])


def traces(made: list[Bar], window: Window) -> list[dict[str, Any]]:
    """Return the plotly traces: bars, then their arrows."""
    segments = [_segment(bar, window) for bar in made]
    return _segments.traces(segments, FILLED, dates=True)


def layout(made: list[Bar], result: Ends, window: Window) -> dict[str, Any]:
    """Return axes, the dates beside the bars, and lines at the ends of the result."""
    labels = [bar.label for bar in made]
    x: dict[str, Any] = {"type": "date", "range": [_stamp(day) for day in window]}
    line = {"color": _colours.ANSWER, "width": 1, "dash": "dot"}
    edge = {
        "type": "line",
        "layer": "below",
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


def edges(result: Ends) -> list[float]:
    """Return the begin of the first and the end of the last possible day."""
    low, high = result
    first = [] if low is None else [float(low)]
    return first + ([] if high is None else [float(high) + 1])


def _stamp(day: float) -> str:
    hours = int((day % 1) * 24)
    return f"{_days.iso(day // 1)} {hours:02d}:00"


def arrows(bar: Bar, window: Window) -> list[tuple[float, str, str]]:
    """Return the signs at the edges of the axis where a bar goes on."""
    start, end, before, after = clipped(bar, window)
    low, high = window
    left = [(low, "left", "◀")] if before and start <= low else []
    return left + ([(high, "right", "▶")] if after and end >= high else [])


def _notes(bar: Bar, window: Window) -> list[dict[str, Any]]:
    place, side, inside = spot(bar, window)
    common = {"y": bar.row, "showarrow": False, "yanchor": "middle"}
    tone = _tone(bar, inside)
    made = [
        {
            **common,
            "x": _stamp(place),
            "text": dates(bar.ends),
            "xanchor": side,
            "font": {"size": 11, "color": tone},
        }
    ]
    for day, anchor, sign in arrows(bar, window):
        start, end, _, _ = clipped(bar, window)
        ink = INKS[bar.sort] if start >= end else _tone(bar, True)
        look = {"text": sign, "xanchor": anchor, "font": {"size": 11, "color": ink}}
        made.append({**common, "x": _stamp(day), **look})
    return made


def draw(axes: Axes, made: list[Bar], result: Ends, window: Window) -> None:
    """Draw the same bars with matplotlib."""
    segments = [_segment(bar, window) for bar in made]
    _segments.draw(axes, segments, FILLED, [bar.label for bar in made])
    for bar in made:
        place, side, inside = spot(bar, window)
        look: dict[str, Any] = {"va": "center", "size": 8.5, "zorder": 4}
        tone = _tone(bar, inside)
        axes.text(place, bar.row, dates(bar.ends), ha=side, color=tone, **look)
        for day, anchor, sign in arrows(bar, window):
            start, end, _, _ = clipped(bar, window)
            ink = INKS[bar.sort] if start >= end else _tone(bar, True)
            axes.text(day, bar.row, sign, ha=anchor, color=ink, **look)
    for day in edges(result):
        axes.axvline(day, color=_colours.ANSWER, lw=0.9, ls=":", zorder=1)
    axes.set_xlim(*window)
    axes.set_xlabel("possible day of publication", size=9)
    axes.grid(axis="x")
    _style.date_ticks(axes)
    _segments.legend(axes, segments)
