"""Say days, months and sets of days in plain English."""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Sequence
from datetime import date

MOST = 6  # years that a sentence names before it only counts them


def day(number: int | date) -> str:
    """Write a day as ``8 February 2025``."""
    when = date.fromordinal(number) if isinstance(number, int) else number
    return f"{when.day} {month_name[when.month]} {when.year}"


def month_day(month: int, of_month: int) -> str:
    """Write a day of every year as ``8 February``."""
    return f"{of_month} {month_name[month]}"


def weekday(number: int) -> str:
    """Name the ISO weekday `number`, 1 for Monday."""
    return day_name[number - 1]


def ordinal(number: int) -> str:
    """Write ``57th``."""
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else tail}"


def listed(words: Sequence[object]) -> str:
    """Write ``2014, 2020 and 2025``."""
    said = [str(word) for word in words]
    return said[0] if len(said) < 2 else f"{', '.join(said[:-1])} and {said[-1]}"


def some(years: Sequence[int]) -> str:
    """Write a few years in full, of many only how many they are."""
    if len(years) > MOST:
        return f"{len(years)} years"
    return listed(years) if years else "no year"
