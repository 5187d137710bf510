"""Reasons from time told between two things: "a day after the test", "for 24 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from ... import knowledge
from .._dates.calendar import interval
from .._documents import Document, Expression
from . import days as _days
from .anchors import Anchor
from .constraints import Constraint
from .known import weekday_of
from .words import day as said

DAYS = re.compile(r"P(\d{1,2})D\Z")
NEXT = re.compile(r"UNDEF-REF-day-PLUS-(\d{1,2})\Z")
LONG = re.compile(r"P(?:(\d{1,2})Y)?(?:(\d{1,2})M)?\Z")
LEAD = 3  # sentences in which "a day after" is told of the news itself
NEAR = 90
NEXT_TO = 12  # characters between a thing and "the next day" of it
YEAR, MONTH, WEEK = 365, 30, 6


def reasons(document: Document, known: Sequence[Anchor]) -> Iterator[Constraint]:
    """Yield what lengths of time beside known days prove."""
    for expression in document.written:
        yield from _days_after(document, expression, known)
        match = LONG.match(expression.written)
        if expression.type == "DURATION" and match:
            length = int(match[1] or 0) * YEAR + int(match[2] or 0) * MONTH
            loose = MONTH * 2 if match[2] else YEAR
            yield from _elapsed(document, expression, length, loose)


def _days_after(
    document: Document, expression: Expression, known: Sequence[Anchor]
) -> Iterator[Constraint]:
    """
    Take "a day after" a known thing in the lead as the day of the news.

    That is proven if a weekday of the lead agrees with it, else mostly so.
    """
    count = _count(document, expression)
    for anchor in known if count else ():
        vague = anchor.begins or anchor.many or anchor.yearly
        if vague or not anchor.days or anchor.sentence != expression.sentence:
            continue
        if not _beside(anchor, expression):
            continue
        first, last = anchor.days[0][0] + count, anchor.days[-1][1] + count
        lead = anchor.sentence < LEAD
        agrees = lead and weekday_told(document, first, last)
        label = anchor.label[0].upper() + anchor.label[1:]
        verb = "" if anchor.rule == "event" else " was"
        when = said(last - count)
        note = f"{label}{verb} on {when}; this is {count} or more days later."
        span = expression.start, expression.end
        high = last + WEEK if lead else None
        strength = "hard" if agrees or not lead else "habit"
        yield Constraint(*span, "known-day", _days.between(first, high), note, strength)


def _count(document: Document, expression: Expression) -> int:
    """Return how many days "a day after" or "the next day" adds, 0 if none."""
    if match := DAYS.match(expression.written):
        return int(match[1]) if _next(document, expression.end, "after") else 0
    match = NEXT.match(expression.written)
    return int(match[1]) if match else 0


def _beside(anchor: Anchor, expression: Expression) -> bool:
    """Tell whether the thing stands behind "a day after", or by "the next day"."""
    behind = anchor.end > expression.end
    behind = behind and anchor.start - expression.end <= NEAR
    if expression.type == "DURATION":
        return behind
    return behind or 0 <= expression.start - anchor.end <= NEXT_TO


def weekday_told(document: Document, first: int, last: int) -> bool:
    """Tell whether a past weekday of the lead is that of a day from `first` on."""
    wanted = {date.fromordinal(day).isoweekday() for day in range(first, last + 1)}
    return any(
        weekday_of(expression) in wanted
        for expression in document.written
        if expression.sentence < LEAD and expression.direction != "future"
    )


def _elapsed(
    document: Document, expression: Expression, length: int, loose: int
) -> Iterator[Constraint]:
    """Add the time that has passed since a date that stands just before it."""
    if not length or not _next(document, expression.end, "elapsed"):
        return
    for other in document.written:
        if other.end > expression.start or expression.start - other.end > 12:
            continue
        days = interval(other.written)
        if days is None or not _next(document, other.end, "since"):
            continue
        low, high = (day.toordinal() + length for day in days)
        when = _days.between(low - loose, high + loose)
        note = f"“{expression.surface}” have passed since “{other.surface}”."
        yield Constraint(other.start, expression.end, "known-day", when, note)


def _next(document: Document, end: int, kind: str) -> bool:
    """Tell whether a cue of the `kind` stands right after `end`."""
    after = document.text[end : end + 16].lstrip()
    cues = _cues(document.lang_at(end), kind, knowledge.overlay())
    return after.startswith(cues) if cues else False


@cache
def _cues(lang: str, kind: str, overlay: str) -> tuple[str, ...]:
    del overlay  # part of the key of the cache only
    return tuple(
        cue
        for row in knowledge.rows("dating_cues")
        if row["lang"] == lang and row["kind"] == kind
        for cue in row["cue"].split("|")
    )
