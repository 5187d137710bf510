"""Which days a chart of evidence shows: those around the result."""

from __future__ import annotations

import pandas as pd

from . import _days

NEAR = 6  # ends this many result lengths away still set the axis
LEAST = 20  # days on both sides of a narrow result


def between(
    held: pd.DataFrame, result: tuple[int | None, int | None]
) -> tuple[float, float] | None:
    """Return first and last day of the axis, ``None`` where nothing is bounded."""
    ends = [
        *_days.numbers(held.loc[held["date_from"].notna(), "date_from"]),
        *_days.numbers(held.loc[held["date_to"].notna(), "date_to"]),
    ]
    fixed = [day for day in result if day is not None]
    if not ends and not fixed:
        return None
    if not fixed:
        return _days.padded(min(ends), max(ends) + 1)
    low, high = min(fixed), max(fixed)
    reach = NEAR * max(high - low + 1, LEAST) if len(fixed) == 2 else 400
    close = [day for day in ends if low - reach <= day <= high + reach]
    low, high = min([low, *close]), max([high, *close]) + 1
    room = max(0.08 * (high - low), LEAST - (high - low) / 2, 3)
    return max(low - room, _days.FIRST), min(high + room, _days.LAST)


def outside(
    held: pd.DataFrame,
    window: tuple[float, float],
    columns: tuple[str, str] = ("date_from", "date_to"),
) -> bool:
    """Tell whether a bar goes on beyond the axis."""
    first, last = (held[name] for name in columns)
    if first.isna().any() or last.isna().any():
        return True
    return (
        min(_days.numbers(first)) < window[0] or max(_days.numbers(last)) >= window[1]
    )
