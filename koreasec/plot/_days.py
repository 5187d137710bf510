"""Days as whole numbers, and the part of the axis where most of them lie."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

DAY = 86_400_000  # milliseconds, as plotly counts the length of a bar
FIRST, LAST = -365_000, 2_900_000  # years that both libraries can write
WIDE = 3.0  # an axis this many times as long as its dense part is cut
ALONE = 15  # days around a single day


def numbers(days: pd.Series) -> list[int]:
    """Return days since 1970-01-01, as matplotlib counts them."""
    found = days.to_numpy(dtype="datetime64[us]").astype("datetime64[D]").astype(int)
    return [int(day) for day in np.clip(found, FIRST, LAST)]


def number(day: object) -> int:
    """Return one day since 1970-01-01; it may be text such as ``2025-02-09``."""
    return numbers(pd.Series([pd.Timestamp(str(day))]))[0]


def iso(day: float) -> str:
    """Return a day as plotly reads it."""
    return str(np.datetime64(int(day), "D"))


def span(first: int, last: int) -> str:
    """Return a closed interval of days as text, a single day once."""
    return iso(first) if first == last else f"{iso(first)} to {iso(last)}"


def window(first: Sequence[int], last: Sequence[int]) -> tuple[float, float, bool]:
    """
    Return where the axis begins and ends, and whether it leaves anything out.

    A few days far off (a treaty of 1953 among news of 2025) would press all
    others into a line; then the axis holds the dense part alone.
    """
    low, high = float(min(first)), float(max(last)) + 1
    middles = [(one + two + 1) / 2 for one, two in zip(first, last, strict=True)]
    inner = np.quantile(middles, [0.08, 0.92])
    dense = max(float(inner[1] - inner[0]), 2.0 * ALONE)
    if len(middles) > 4 and high - low > WIDE * 1.3 * dense:
        start = max(low, float(inner[0]) - 0.15 * dense)
        end = min(high, float(inner[1]) + 0.15 * dense)
        return *padded(start, end), True
    return *padded(low, high), False


def padded(low: float, high: float) -> tuple[float, float]:
    """Leave some room on both sides, at least two weeks around a few days."""
    room = max(0.03 * (high - low), (2 * ALONE - (high - low)) / 2)
    return max(low - room, FIRST), min(high + room, LAST)
