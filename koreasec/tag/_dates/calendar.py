"""Calendar arithmetic on TIMEX3 values: the days a value covers, and its precision."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from . import feasts

Interval = tuple[date, date]

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
UNITS = {
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "C",
}
THIRDS = ("FIRST", "SECOND", "THIRD")  # of a month: to the 10th, to the 20th, rest
MONTHS_IN = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?\Z")
MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
PIECE = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)\Z")


def interval(value: str) -> Interval | None:
    """Return the first and last day of `value`, ``None`` where it has none."""
    return _days(feasts.plain(value) if value[5:6].islower() else value)


@lru_cache(maxsize=4096)
def _days(value: str) -> Interval | None:
    try:
        return _interval(value)
    except (ValueError, OverflowError):
        return None


def _interval(value: str) -> Interval | None:
    if found := DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := MONTH.match(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday + timedelta(5 if found[3] else 0), monday + timedelta(6)
    if found := PIECE.match(value):
        year, piece = int(found[1]), found[2]
        if piece in SEASONS:
            return _months(year, SEASONS[piece][0], 3)
        size = 3 if piece[0] == "Q" else 6
        return _months(year, (int(piece[1]) - 1) * size + 1, size)
    if value.isdecimal() and value.isascii() and 2 <= len(value) <= 4:
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return date(max(first, 1), 1, 1), date(first + size - 1, 12, 31)
    return None


def _months(year: int, month: int, count: int) -> Interval:
    last = year * 12 + month - 1 + count - 1
    end_year, end_month = last // 12, last % 12 + 1
    return (
        date(year, month, 1),
        date(end_year, end_month, monthrange(end_year, end_month)[1]),
    )


def part(days: Interval, which: str) -> Interval:
    """Narrow `days` to a half (START, MID, END) or a third (FIRST, SECOND, THIRD)."""
    first, last = days
    if which in THIRDS:
        at = THIRDS.index(which)
        ends = (first + timedelta(9), first + timedelta(19), last)
        return first + timedelta(10 * at), ends[at]
    length = (last - first).days
    if which == "START":
        return first, first + timedelta(length // 2)
    if which == "END":
        return last - timedelta(length // 2), last
    if which == "MID":
        return first + timedelta(length // 4), last - timedelta(length // 4)
    return days


def precision(value: str, kind: str) -> str:
    """Name how fine `value` is; `kind` is the TIMEX3 type."""
    if kind in ("DURATION", "SET"):
        return kind.lower()
    if value.endswith("_REF"):
        return "ref"
    if "T" in value.removeprefix("UNDEF-").replace("REF", ""):
        return "time"
    if DAY.match(value) or feasts.VALUE.match(value):
        return "day"
    if MONTH.match(value):
        return "month"
    if WEEK.match(value):
        return "week"
    if found := PIECE.match(value):
        return {"Q": "quarter", "H": "half"}.get(found[2][0], "season")
    return {4: "year", 3: "decade", 2: "century"}.get(len(value), "")


def unit_value(unit: str, day: date) -> str:
    """Return the value of the `unit` of the calendar that holds `day`."""
    iso = day.isocalendar()
    if unit in ("week", "weekend"):
        tail = "-WE" if unit == "weekend" else ""
        return f"{iso.year:04d}-W{iso.week:02d}{tail}"
    if unit == "season":
        year = day.year - (day.month < 3)
        return f"{year:04d}-{['WI', 'SP', 'SU', 'FA'][day.month % 12 // 3]}"
    return {
        "day": day.isoformat(),
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04d}-H{1 + day.month // 7}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
    }[unit]


def shift(day: date, unit: str, count: int) -> date:
    """Move `day` by `count` units; the day of the month is cut to the month's end."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(count * (1 if unit == "day" else 7))
    months = MONTHS_IN.get(unit, 3)
    at = day.year * 12 + day.month - 1 + count * months
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def possible(written: str) -> bool:
    """Refuse a day that no calendar has, such as 30 February."""
    body = written.split(" ")[0].replace("XXXX-XX", "2000-01").replace("XXXX", "2000")
    shaped = DAY.match(body) or MONTH.match(body) or feasts.VALUE.match(body)
    return interval(body) is not None or not shaped
