"""Which days of publication make a time expression mean a day that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from .._dates import value as values
from .._dates.calendar import interval, shift
from . import days as _days
from .days import Days

UNIT_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
HALF = 183  # days after which a month or day of another year is given its year
SPAN = {"day": 45, "week": 45, "weekend": 45}
LOOSE = re.compile(r"XXXX-(?:WXX-\d|\d\d(?!-))")
# "8 February", "last March": a part of any year
ONCE = re.compile(r"(?:UNDEF-(?P<way>last|this|next)-)?XXXX-(?P<rest>\d\d(?:-\d\d)?)\Z")


@lru_cache(maxsize=1 << 14)
def published_when(written: str, towards: str, first: int, last: int) -> Days:
    """
    Return the days on which `written` would mean a day from `first` to `last`.

    `towards` is the direction of the expression; without one it can be either, and
    a weekday or a month that seems planned is trusted on neither side: verbs of
    other clauses mislead, and the week more costs little.
    Nothing comes back where the expression can never mean these days, and where
    it says nothing about the day of publication.
    """
    unsure = not towards or (towards == "future" and LOOSE.match(written))
    ways = ("past", "future") if unsure else (towards,)
    return _days.join(_one_way(written, way, first, last) for way in ways)


def _one_way(written: str, towards: str, first: int, last: int) -> Days:
    body, _, _, weekday = values.split(written)
    if body.startswith("UNDEF-REF") or not body.startswith(("UNDEF", "XXXX")):
        return _days.NEVER
    if body == "XXXX-XX-XX":  # a time of day
        return _days.NEVER
    if found := values.RELATIVE.match(body):
        if found["n"]:
            return _ago(found["unit"], found["sign"], int(found["n"]), first, last)
        if found["unit"] not in SPAN:
            return _by_month(body, first, last)
    if body.startswith("XXXX-XX-"):
        return _once_a_month(body[8:], towards, first, last)
    if found := ONCE.match(body):
        way = {"last": "past", "next": "future"}.get(found["way"] or "", towards)
        return _once_a_year(found["rest"], way, first, last, found["way"] == "last")
    return _by_day(body, weekday, towards, first, last)


def _ago(unit: str, sign: str, count: int, first: int, last: int) -> Days:
    """Take "three years ago" as half a year less, or up to a year more."""
    size = UNIT_DAYS.get(unit, 0)
    if not size:
        return _days.NEVER
    near, far = count * size - size // 2, (count + 1) * size - (size == 1)
    if sign == "PLUS":
        return _days.between(first - far, last - near)
    return _days.between(first + near, last + far)


def _by_month(body: str, first: int, last: int) -> Days:
    middle = date.fromordinal(first).replace(day=1)
    months = [shift(middle, "month", count) for count in range(-40, 41)]
    return _days.join(
        _days.between(month, shift(month, "month", 1).toordinal() - 1)
        for month in months
        if _hits(values.value_on(body, "", month, ""), first, last)
    )


def _once_a_year(
    rest: str, towards: str, first: int, last: int, said_last: bool
) -> Days:
    """Take the nearest one on the side that the verb points to, within a year."""
    found = []
    for year in {date.fromordinal(first).year, date.fromordinal(last).year}:
        days = interval(f"{year:04d}-{rest}")
        if days is None or not _hits(f"{year:04d}-{rest}", first, last):
            continue
        low, high = (day.toordinal() for day in days)
        if towards == "past":
            end = _end_of_year(low, said_last=said_last)
            found.append(_days.between(max(low, min(first, high)), end))
        else:
            found.append(_days.between(high - 364, min(high, max(last, low))))
    return _days.join(found)


def _end_of_year(low: int, *, said_last: bool) -> int:
    """
    Return how late a part of a year, begun on `low`, is named without the year.

    "In October" is of the running year, or of the last one until it is half a year
    back. Who says "last October" can be further on.
    """
    if said_last:
        return low + 364
    end = date.fromordinal(low).replace(month=12, day=31).toordinal()
    return max(end, low + HALF)


def _once_a_month(number: str, towards: str, first: int, last: int) -> Days:
    """
    Take a day of the month alone as of the running month, or of the one before.

    Such a day is planned and reported in the same words, so that `towards` says
    only that it cannot lie ahead.
    """
    found = []
    for low in range(first, min(last, first + 31) + 1):
        when = date.fromordinal(low)
        if not number.isdigit() or when.day != int(number):
            continue
        ending = shift(when.replace(day=1), "month", 1).toordinal() + 1
        ahead = 0 if towards == "past" else 31
        found.append(_days.between(low - ahead, ending))
    return _days.join(found)


def _by_day(body: str, weekday: str, towards: str, first: int, last: int) -> Days:
    near = range(first - SPAN["day"], last + SPAN["day"] + 1)
    if last - first > 400:
        return _days.NEVER
    return _days.join(
        _days.between(number, number)
        for number in near
        if _hits(_on(body, weekday, towards, number), first, last)
    )


def _on(body: str, weekday: str, towards: str, number: int) -> str:
    return values.value_on(body, weekday, date.fromordinal(number), towards)


def _hits(value: str, first: int, last: int) -> bool:
    days = interval(value) if value else None
    if days is None:
        return False
    return days[0].toordinal() <= last and days[1].toordinal() >= first


def weekdays_of(days: Days, weekday: int) -> Iterator[int]:
    """Yield the days of the set that fall on the ISO `weekday`."""
    for low, high in days:
        for number in range(low, high + 1):
            if (number - 1) % 7 + 1 == weekday:
                yield number
