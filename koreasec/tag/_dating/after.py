"""Reasons from time told between two things: "a day after the test", "for 24 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ... import knowledge
from .._dates.calendar import interval
from .._documents import Document, Expression
from . import days as _days
from .anchors import Anchor
from .constraints import Constraint
from .words import day as said

DAYS = re.compile(r"P(\d{1,2})D\Z")
LONG = re.compile(r"P(?:(\d{1,2})Y)?(?:(\d{1,2})M)?\Z")
LEAD = 3  # sentences in which "a day after" is told of the news itself
NEAR = 60
YEAR, MONTH, WEEK = 365, 30, 6


def reasons(document: Document, known: Sequence[Anchor]) -> Iterator[Constraint]:
    """Yield what lengths of time beside known days prove."""
    for expression in document.written:
        if expression.type != "DURATION":
            continue
        if match := DAYS.match(expression.written):
            yield from _days_after(document, expression, int(match[1]), known)
        elif match := LONG.match(expression.written):
            length = int(match[1] or 0) * YEAR + int(match[2] or 0) * MONTH
            loose = MONTH * 2 if match[2] else YEAR
            yield from _elapsed(document, expression, length, loose)


def _days_after(
    document: Document, expression: Expression, count: int, known: Sequence[Anchor]
) -> Iterator[Constraint]:
    """Take "a day after" a known thing in the lead as the day of the news."""
    if not _next(document, expression.end, "after"):
        return
    for anchor in known:
        gap = anchor.start - expression.end
        if (
            anchor.begins
            or anchor.many
            or anchor.yearly
            or not anchor.days
            or not 0 <= gap <= NEAR
        ):
            continue
        if anchor.sentence != expression.sentence:
            continue
        low = anchor.days[-1][1] + count
        high = low + WEEK if anchor.sentence < LEAD else None
        label = anchor.label[0].upper() + anchor.label[1:]
        verb = "" if anchor.rule == "event" else " was"
        note = (
            f"{label}{verb} on {said(low - count)}; this is {count} or more days later."
        )
        span = expression.start, expression.end
        yield Constraint(*span, "known-day", _days.between(low, high), note)


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
