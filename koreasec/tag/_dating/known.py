"""Reasons from things with known days, and from the time expressions beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .._dates import value as values
from .._documents import Document, Expression
from . import days as _days
from .anchors import Anchor
from .constraints import Constraint
from .dates import towards
from .days import Days
from .links import published_when, weekdays_of
from .stated import in_dateline
from .words import day as said
from .words import some, weekday

NEAR = 120  # characters between a thing and an expression that can mean its day
CLOSE = 70  # the same for a weekday, of which one in seven fits by chance
WEEKLY = "XXXX-WXX-"
OF_YEAR = re.compile(r"(?:UNDEF-\w+-)?XXXX-\d\d(?P<day>-\d\d)?\Z")


class Link(NamedTuple):
    """An expression that means the day of an anchor, if its days are these."""

    anchor: Anchor
    expression: Expression
    days: Days  # of publication
    meant: Days  # the days of the anchor that fit


def links(document: Document, known: Sequence[Anchor]) -> list[Link]:
    """Return the expressions of each sentence that can mean the day of an anchor."""
    return [
        link
        for expression in document.written
        if not in_dateline(document, expression.start)
        for anchor in _beside(document, expression, known)
        for link in _link(document, anchor, expression)
    ]


def _beside(
    document: Document, expression: Expression, known: Sequence[Anchor]
) -> list[Anchor]:
    """
    Return the anchors that `expression` can belong to; "last year" has one.

    In "the test in January and a launch last month" the test has its date already.
    """
    near = [
        anchor
        for anchor in known
        if anchor.sentence == expression.sentence
        and not anchor.begins
        and _near(anchor, expression)
    ]
    if not expression.written.startswith("UNDEF") or not near:
        return near
    least = min(_gap(anchor, expression) for anchor in near)
    return [
        anchor
        for anchor in near
        if _gap(anchor, expression) == least
        and not _between(document, anchor, expression)
    ]


def _between(document: Document, anchor: Anchor, expression: Expression) -> bool:
    """Tell whether another date stands between a thing and `expression`."""
    low, high = sorted((anchor.end, expression.start))
    if expression.end <= anchor.start:
        low, high = expression.end, anchor.start
    return any(
        low <= other.start and other.end <= high
        for other in document.written
        if other.type == "DATE" and other != expression
    )


def reasons(linked: Sequence[Link], last_known: int) -> Iterator[Constraint]:
    """Yield what the expressions that are linked to known days prove."""
    for link in linked:
        yield from _linked(link, last_known)


def _near(anchor: Anchor, expression: Expression) -> bool:
    return _gap(anchor, expression) <= (CLOSE if weekday_of(expression) else NEAR)


def _gap(anchor: Anchor, expression: Expression) -> int:
    return max(expression.start - anchor.end, anchor.start - expression.end, 0)


def _link(document: Document, anchor: Anchor, expression: Expression) -> Iterator[Link]:
    if expression.type not in ("DATE", "TIME"):
        return
    way = towards(document, expression)
    body = values.split(expression.written)[0]
    if anchor.many and not _tells(anchor, expression, body):
        return
    found, meant = [], []
    for low, high in _candidates(anchor.days, body):
        days = published_when(expression.written, way, low, high)
        if way == "past" and anchor.rule != "anniversary":
            days = _days.meet(days, _days.between(low, None))
        if days:
            found.append(days)
            meant.append(((low, high),))
    if found:
        yield Link(anchor, expression, _days.join(found), _days.join(meant))


def _tells(anchor: Anchor, expression: Expression, body: str) -> bool:
    """Tell whether `body` can tell several of a kind apart: a day, a month close by."""
    found = OF_YEAR.match(body)
    if found is None:
        return False
    return bool(found["day"]) or _gap(anchor, expression) <= CLOSE


def _candidates(days: Days, body: str) -> Days:
    """Keep the days that a weekday can mean at all, so that few are tried."""
    if not body.startswith(WEEKLY) or not body[-1].isdigit():
        return days
    return tuple((day, day) for day in weekdays_of(days, int(body[-1])))


def _linked(link: Link, last_known: int) -> Iterator[Constraint]:
    anchor, expression = link.anchor, link.expression
    span = expression.start, expression.end
    rule = "calendar" if anchor.yearly else "known-day"
    note = _meant(link, last_known)
    strength = "habit" if _only_month(link) else "hard"
    yield Constraint(*span, rule, link.days, note, strength, anchor.yearly)
    if weekday_of(expression) and expression.direction == "past":
        likely = _days.join(_days.between(low, high + 2) for low, high in link.meant)
        note = f"A bare “{expression.surface}” is mostly two days old at most."
        yield Constraint(*span, "recent-weekday", likely, note, "habit", anchor.yearly)


def _only_month(link: Link) -> bool:
    """Tell whether one of several of a kind is meant by a month alone."""
    if not link.anchor.many:
        return False
    found = OF_YEAR.match(values.split(link.expression.written)[0])
    return found is not None and not found["day"]


def _meant(link: Link, last_known: int) -> str:
    """Say which day an expression means, and by what."""
    anchor, said_as = link.anchor, f"“{link.expression.surface}”"
    if anchor.yearly and (day := weekday_of(link.expression)):
        years = [year for year in _days.years(link.meant) if year <= last_known]
        return f"{anchor.label}, was a {weekday(day)} in {some(years[-3:])}."
    if anchor.yearly:
        return f"{said_as} fits {anchor.label}, of every year."
    verb = "" if anchor.rule == "event" else " was"
    what = f"{capital(anchor.label)}{verb} on {_days_said(link.meant)}"
    return f"{what}; {said_as} means that day."


def weekday_of(expression: Expression) -> int:
    """Return the ISO weekday of a bare weekday, else 0."""
    body = values.split(expression.written)[0]
    return int(body[-1]) if body.startswith(WEEKLY) and body[-1].isdigit() else 0


def capital(label: str) -> str:
    return label[0].upper() + label[1:]


def _days_said(days: Days) -> str:
    if not days:
        return ""
    low, high = days[0][0], days[-1][1]
    return said(low) if low == high else f"{said(low)} to {said(high)}"
