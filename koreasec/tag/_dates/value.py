"""
What an expression means on one day of publication.

``written`` forms beside plain TIMEX3 values: ``XXXX-11-04`` (some year's),
``XXXX-XX-03`` (some month's), ``XXXX-WXX-6`` (a Saturday), ``XXXX-WXX-WE``,
``XXXX-easter`` (a feast), ``XX6`` (the sixties), ``UNDEF-last-month``,
``UNDEF-last-month-31``, ``UNDEF-next-XXXX-12``, ``UNDEF-this-day-MINUS-2`` (before
publication), ``UNDEF-REF-day-PLUS-1`` (after the day named last), ``UNDEF-NEWS-day``
(the day that the report is about). A clock time may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from . import calendar, feasts

CLOCK = re.compile(r"(.*?)(T(?:\d\d(?::\d\d)?|MO|MI|AF|EV|NI|DT))\Z")
RELATIVE = re.compile(
    r"UNDEF-(?:last|this|next|REF|NEWS)-(?P<unit>[a-z]+)"
    r"(?:-(?P<sign>MINUS|PLUS)-(?P<n>\d+))?(?:-(?P<rest>[A-Z0-9-]+))?\Z"
)
Span = tuple[date, date, str]
NEAR = {"past": 45, "future": 15}  # days within which nearness beats the verb
FAR = 270  # ... if the other candidate is further off than this
STEP = {"last": -1, "this": 0, "next": 1, "REF": 0, "NEWS": 0}
FIT = {
    "year": "several years fit",
    "month": "several months fit",
    "week": "several weeks fit",
    "day": "several days fit",
    "time": "several days fit",
}


def split(written: str) -> tuple[str, str, str, str]:
    """Take `written` apart: body, clock time, part (START, MID, END), weekday."""
    body, *rest = written.split(" ")
    marks = {"D" if mark[0] == "D" else "part": mark for mark in rest if mark}
    clock = ""
    if not body.startswith("P") and (found := CLOCK.match(body)):
        body, clock = found.groups()
    return body, clock, marks.get("part", ""), marks.get("D", "")[1:]


def is_stated(written: str, kind: str) -> bool:
    """Tell whether `written` needs no day of publication."""
    if kind in ("SET", "DURATION") or written.endswith("_REF"):
        return True
    return "X" not in written and not written.startswith("UNDEF")


def value_on(body: str, weekday: str, day: date, towards: str) -> str:
    """Return the value of `body` for a text published on `day`, ``""`` for none."""
    reckon = _value_on.__wrapped__ if body[-1:].islower() else _value_on
    return reckon(body, weekday, day, towards)


@lru_cache(maxsize=4096)
def _value_on(body: str, weekday: str, day: date, towards: str) -> str:
    try:
        if body.startswith("UNDEF"):
            return _relative(body, day)
        if body == "XXXX-XX-XX":
            return day.isoformat()
        if body.startswith("XX") and len(body) == 3:
            return _decade(body[2], day)
        return _pick(_candidates(body, weekday, day), day, towards, body)
    except (ValueError, OverflowError, KeyError):
        return ""


def _relative(body: str, day: date) -> str:
    found = RELATIVE.match(body)
    if found is None:  # UNDEF-last-XXXX-12, UNDEF-next-WXX-2, UNDEF-this-XXXX-SU
        _, which, name = body.split("-", 2)
        return _forced(name if name.startswith("XXXX") else f"XXXX-{name}", which, day)
    count = STEP[body.split("-")[1]]
    if found["n"]:
        count += int(found["n"]) * (1 if found["sign"] == "PLUS" else -1)
    unit, rest = found["unit"], found["rest"]
    moved = calendar.shift(day, unit, count)
    value = calendar.unit_value(unit, moved)
    if not rest:
        return value
    if unit == "week":
        iso = moved.isocalendar()
        return date.fromisocalendar(iso.year, iso.week, int(rest)).isoformat()
    return _real(f"{value}-{rest}")


def _real(value: str) -> str:
    """Return `value` with its feast as a day, ``""`` where it has no days."""
    return feasts.plain(value) if calendar.interval(value) else ""


def _decade(digit: str, day: date) -> str:
    """Tell 196 from 206: a decade that two centuries have had stays open."""
    now = day.year // 10
    recent = now // 10 * 10 + int(digit)
    if recent > now:
        return f"{recent - 10}"
    twice = now >= 202 and digit in "23"  # the twenties: two centuries have had them
    return "" if recent >= now - 1 and twice else f"{recent}"


def _candidates(body: str, weekday: str, day: date) -> list[str]:
    """Give the values near `day` that `body` may stand for, in order."""
    if body.startswith("XXXX-WXX-"):
        return _weekly(body.removeprefix("XXXX-WXX-"), day)
    if body.startswith("XXXX-XX-"):
        near = (calendar.shift(day, "month", n) for n in range(-2, 3))
        return [_real(calendar.unit_value("month", at) + body[7:]) for at in near]
    span = 8 if body == "XXXX-02-29" else 1
    years = range(day.year - span, day.year + span + 1)
    values = [_real(f"{year:04d}{body[4:]}") for year in years]
    if weekday:
        fitting = [v for v in values if v and _weekday(v) == int(weekday)]
        return fitting or values
    return values


def _weekday(value: str) -> int:
    days = calendar.interval(value)
    return days[0].isoweekday() if days else 0


def _weekly(which: str, day: date) -> list[str]:
    weeks = [day + timedelta(7 * n) for n in (-1, 0, 1)]
    if which == "WE":
        return [calendar.unit_value("weekend", week) for week in weeks]
    iso = [week.isocalendar() for week in weeks]
    return [date.fromisocalendar(w.year, w.week, int(which)).isoformat() for w in iso]


def _pick(values: Iterable[str], day: date, towards: str, body: str) -> str:
    spans = [(*days, value) for value in values if (days := calendar.interval(value))]
    if not towards and body.startswith("XXXX-WXX"):
        towards = "past"
    behind = next((s for s in reversed(spans) if s[0] <= day), None)
    ahead = next((s for s in spans if s[1] >= day), None)
    if behind is None or ahead is None:
        chosen = behind or ahead
    else:
        chosen = _between(behind, ahead, day, towards, body)
    return chosen[2] if chosen else ""


def _between(behind: Span, ahead: Span, day: date, towards: str, body: str) -> Span:
    """
    Choose from the last one behind and the next one ahead of `day`.

    Verbs decide, but a date without year that lies close by on one side and far
    off on the other is the close one, whatever verb stands near it.
    """
    back, on = (day - behind[1]).days, (ahead[0] - day).days
    if body.startswith("XXXX-XX-"):
        if towards == "past" and on == 1 and back > 20:
            return ahead  # a day further east
    elif towards and not body.startswith("XXXX-WXX"):
        close = 0 <= min(back, on) <= NEAR[towards] and max(back, on) > FAR
        towards = "" if close else towards
    if towards:
        return behind if towards == "past" else ahead
    if body.startswith("XXXX-XX-"):
        on *= 2  # a bare day is more often one gone by
    return behind if max(back, 0) <= max(on, 0) else ahead


def _forced(body: str, which: str, day: date) -> str:
    """Pick strictly before, within the running year or week, or strictly after."""
    spans = [
        (*days, value)
        for value in _candidates(body, "", day)
        if (days := calendar.interval(value))
    ]
    if which == "last":
        return next((v for _, last, v in reversed(spans) if last < day), "")
    if which == "next":
        return next((v for first, _, v in spans if first > day), "")
    return spans[len(spans) // 2][2] if spans else ""


def grain(written: str, kind: str) -> str:
    """Name how fine the words are, resolved or not."""
    body, clock, _, _ = split(written)
    if kind in ("DATE", "TIME") and clock:
        return "time"
    if found := RELATIVE.match(body):
        unit, rest = found["unit"], found["rest"]
        if not rest:
            return unit
        if unit in ("week", "month") or len(rest) == 5:
            return "day"
        return {"Q": "quarter", "H": "half"}.get(
            rest[0], "month" if rest.isdigit() else "season"
        )
    body = re.sub(r"\AUNDEF-(last|this|next)-(?:XXXX-)?(?=[A-Za-z0-9])", "XXXX-", body)
    if body.startswith("XXXX-WXX-"):
        return "weekend" if body.endswith("WE") else "day"
    plain = body.replace("XXXX-XX-XX", "2000-01-01").replace("XXXX-XX-", "2000-01-")
    return calendar.precision(plain.replace("XXXX", "2000").replace("XX", "19"), kind)
