"""The bars of a chart of evidence: where they begin and end, and their dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from . import _days, _numbers, _safe

SURFACE = 24  # columns
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
    parts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def seen(self) -> Ends:
        """Return the ends of what is drawn: of the parts, where there are some."""
        return (self.parts[0][0], self.parts[-1][1]) if self.parts else self.ends

    @property
    def text(self) -> str:
        """Return the dates that stand beside the bar."""
        more = self.parts and self.seen != self.ends
        return dates(self.seen) + (", and other years" if more else "")


def bars(drawn: pd.DataFrame, result: Ends, window: Window) -> list[Bar]:
    """Return a bar for each reason, and one for the result if there is one."""
    rows = enumerate(_numbers.records(drawn))
    made = [_bar(number, row, window) for number, row in rows]
    low, high = result
    open_ends = low is None and high is None
    if open_ends or (low is not None and high is not None and low > high):
        return made
    told = _safe.hover("result", dates(result))
    ids = [row for rows in drawn["rows"] for row in rows]
    return [*made, Bar(len(made), "result", "published", result, told, ids)]


def _bar(number: int, row: dict[str, Any], window: Window) -> Bar:
    days = [row["date_from"], row["date_to"]]
    low, high = (None if pd.isna(day) else _days.number(day) for day in days)
    quoted = _safe.short(row["surface"], SURFACE)
    rule = row["rule"].replace("-", " ").replace("_", " ")
    told = _safe.hover(
        f"{rule}: {dates((low, high))}",
        row["sort"],
        f"{row['doc_id']}, characters {row['start']}–{row['end']}",
        row["note"],
        quote=row["surface"],
    )
    label = f"{rule}: “{quoted}”" if quoted else rule
    parts = fitting(row.get("fits") or "", window)
    return Bar(number, row["sort"], label, (low, high), told, list(row["rows"]), parts)


def fitting(fits: str, window: Window) -> list[tuple[int, int]]:
    """Read ``2025-02-08/2025-02-14 ...``; return the intervals that the axis shows."""
    pairs = [part.split("/") for part in fits.split()]
    found = [(_days.number(low), _days.number(high)) for low, high in pairs]
    return [(low, high) for low, high in found if high >= window[0] and low < window[1]]


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
    first, last = bar.seen
    start = low if first is None else float(first)
    end = high if last is None else float(last) + 1
    before = bar.ends[0] is None or bar.ends[0] < low
    after = bar.ends[1] is None or bar.ends[1] + 1 > high
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


def arrows(bar: Bar, window: Window) -> list[tuple[float, str, str]]:
    """Return the signs at the edges of the axis where a bar goes on."""
    start, end, before, after = clipped(bar, window)
    low, high = window
    left = before and (start <= low or bool(bar.parts))
    right = after and (end >= high or bool(bar.parts))
    signs = [(low, "left", "◀")] if left else []
    return signs + ([(high, "right", "▶")] if right else [])


def edges(result: Ends) -> list[float]:
    """Return the begin of the first and the end of the last possible day."""
    low, high = result
    first = [] if low is None else [float(low)]
    return first + ([] if high is None else [float(high) + 1])
