"""
The day of a named feast in a year: fixed, by Easter, by the moon, by a weekday.

The rows stand in ``data/feasts.csv``; Easter comes from ``dateutil``, the Korean
lunisolar calendar from ``korean_lunar_calendar``.
"""

from __future__ import annotations

import re
from calendar import Calendar
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from korean_lunar_calendar import KoreanLunarCalendar

from ... import knowledge
from ...errors import KnowledgeError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIXED = re.compile(r"(\d\d)-(\d\d)\Z")
CHURCH = re.compile(r"(easter|orthodox)([+-]\d+)\Z")
LUNAR = re.compile(r"lunar-(\d\d)-(\d\d)\Z")
NTH = re.compile(rf"(\d\d)-({'|'.join(WEEKDAYS)})-([1-5])\Z")
VALUE = re.compile(r"(\d{4})-([a-z][a-z0-9-]*)\Z")


class Rule(NamedTuple):
    """How to reckon a feast from the year `since` to the year `until`."""

    since: int
    until: int
    day: Callable[[int], date | None]


def plain(value: str) -> str:
    """Write ``2025-easter`` as its day, anything else as it is; ``""`` for no day."""
    if not (found := VALUE.match(value)):
        return value
    day = in_year(found[2], int(found[1]))
    return day.isoformat() if day else ""


def in_year(feast: str, year: int) -> date | None:
    """Return the day of `feast` in `year`, ``None`` where it was not kept or known."""
    for rule in _rules().get(feast, ()):
        if rule.since <= year <= rule.until:
            return rule.day(year)
    return None


@knowledge.remembered
def _rules() -> dict[str, list[Rule]]:
    made: dict[str, list[Rule]] = {}
    for row in knowledge.rows("feasts"):
        since, until = int(row["since"] or 1), int(row["until"] or 9999)
        rule = Rule(since, until, _reckoned(row["feast"], row["day"]))
        made.setdefault(row["feast"], []).append(rule)
    return made


def _reckoned(feast: str, how: str) -> Callable[[int], date | None]:
    """Turn the cell `how` into the function of the year that it stands for."""
    if found := FIXED.match(how):
        month, day = int(found[1]), int(found[2])
        return lambda year: date(year, month, day)
    if found := CHURCH.match(how):
        western, away = found[1] == "easter", timedelta(int(found[2]))
        return lambda year: _church(year, western=western, away=away)
    if found := LUNAR.match(how):
        month, day = int(found[1]), int(found[2])
        return lambda year: _lunar(year, month, day)
    if found := NTH.match(how):
        month, weekday, count = int(found[1]), WEEKDAYS.index(found[2]), int(found[3])
        return lambda year: _nth(year, month, weekday, count)
    msg = (
        f"feasts.csv: the day {how!r} of {feast} is none; write '12-25', 'easter+1', "
        "'orthodox+0', 'lunar-08-15' or '11-thu-4'."
    )
    raise KnowledgeError(msg)


def _church(year: int, *, western: bool, away: timedelta) -> date | None:
    """Return a feast of the church year, ``None`` before the Gregorian calendar."""
    if year <= 1582:
        return None
    return easter(year, EASTER_WESTERN if western else EASTER_ORTHODOX) + away


@lru_cache(maxsize=512)
def _lunar(year: int, month: int, day: int) -> date | None:
    """Return the day of the Korean lunisolar calendar, ``None`` beyond its tables."""
    calendar = KoreanLunarCalendar()
    if not calendar.setLunarDate(year, month, day, False):
        return None
    return date(calendar.solarYear, calendar.solarMonth, calendar.solarDay)


def _nth(year: int, month: int, weekday: int, count: int) -> date | None:
    weeks = Calendar().monthdatescalendar(year, month)
    days = [week[weekday] for week in weeks if week[weekday].month == month]
    return days[count - 1] if count <= len(days) else None
