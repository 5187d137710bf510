"""
Sets of days: closed intervals of day numbers, in order, none touching another.

A day number is ``date.toordinal()``. Days before ``FIRST`` and after ``LAST`` are
not told apart: a set that reaches one of them is open on that side.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd

Days = tuple[tuple[int, int], ...]

FIRST = date(1900, 1, 1).toordinal()
LAST = date(2099, 12, 31).toordinal()
EVER: Days = ((FIRST, LAST),)
NEVER: Days = ()


def between(first: date | int | None, last: date | int | None) -> Days:
    """Return the days from `first` to `last`, both in; ``None`` is an open end."""
    low = FIRST if first is None else max(_number(first), FIRST)
    high = LAST if last is None else min(_number(last), LAST)
    return ((low, high),) if low <= high else NEVER


def meet(one: Days, other: Days) -> Days:
    """Return the days that are in both sets."""
    found = []
    at = to = 0
    while at < len(one) and to < len(other):
        low, high = max(one[at][0], other[to][0]), min(one[at][1], other[to][1])
        if low <= high:
            found.append((low, high))
        if one[at][1] < other[to][1]:
            at += 1
        else:
            to += 1
    return tuple(found)


def join(sets: Iterable[Days]) -> Days:
    """Return the days that are in one of the `sets` at least."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(span for days in sets for span in days):
        if found and low <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return tuple(found)


def outside(days: Days) -> Days:
    """Return the days that are not in `days`."""
    found, free = [], FIRST
    for low, high in days:
        if free < low:
            found.append((free, low - 1))
        free = high + 1
    return (*found, (free, LAST)) if free <= LAST else tuple(found)


def ends(days: Days) -> tuple[int | None, int | None]:
    """Return the first and the last day of the set, ``None`` where it is open."""
    if not days:
        return None, None
    low, high = days[0][0], days[-1][1]
    return (None if low <= FIRST else low), (None if high >= LAST else high)


def near(days: Days, others: Days) -> Days:
    """Keep the intervals of `days` that meet `others`, else the one nearest to them."""
    kept = tuple(span for span in days if meet((span,), others))
    if kept or not others or not days:
        return kept or days
    low, high = others[0][0], others[-1][1]
    return (min(days, key=lambda span: max(low - span[1], span[0] - high)),)


def years(days: Days) -> list[int]:
    """List the years that have a day in the set."""
    return sorted(
        {
            year
            for low, high in days
            for year in range(
                date.fromordinal(low).year, date.fromordinal(high).year + 1
            )
        }
    )


def stamp(number: int | None) -> pd.Timestamp | None:
    """Return a day number as a timestamp."""
    return None if number is None else pd.Timestamp(date.fromordinal(number))


def covered(value: str, *, last: bool = False) -> date | None:
    """Return the first or the `last` day of ``YYYY``, ``YYYY-MM`` or a day."""
    if not value:
        return None
    year, month, day = (*(int(piece) for piece in value.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    month = month or 12
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _number(day: date | int) -> int:
    return day if isinstance(day, int) else day.toordinal()
