"""Reasons from how known things are told: as past, as ahead, as the news itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .._dates import value as values
from .._dates.calendar import interval
from .._documents import Document, Expression
from . import days as _days
from .anchors import Anchor
from .constraints import Constraint
from .dates import direction_at, towards
from .known import Link, capital, weekday_of
from .words import day as said
from .words import weekday

LEAD = 4  # sentences in which the news is told
TOP = 2  # the last sentence, counted from 0, that is the news and nothing else
AHEAD = 60  # days that people travel and prepare for a meeting


def reasons(
    document: Document, known: Sequence[Anchor], linked: Sequence[Link]
) -> Iterator[Constraint]:
    """Yield what follows from naming each of the `known` things."""
    for anchor in known:
        yield from _named(document, anchor, linked)
        yield from _news(document, anchor)


def _named(
    document: Document, anchor: Anchor, linked: Sequence[Link]
) -> Iterator[Constraint]:
    """Say what follows from naming the anchor, with the tense of its sentence."""
    if anchor.yearly or anchor.many or not anchor.days:
        return
    if len(anchor.days) > 1:  # which of them is told of is not known
        return
    dated = not anchor.loose or _dated(document, anchor, linked)
    if anchor.rule == "event" and not dated:
        return
    span = anchor.start, anchor.end
    low, high = anchor.days[0][0], anchor.days[-1][1]
    way = "past" if anchor.sure else _tense(document, anchor, linked)
    label, verb = capital(anchor.label), "" if anchor.rule == "event" else " was"
    if anchor.rule == "anniversary":
        days = _days.between(low - 366, low + 366)
        note = f"{label} is on {said(low)}; it is spoken of within a year."
    elif way == "past" and dated:
        days = _days.between(low, None)
        note = f"{label}{verb} on {said(low)}."
    elif way == "past":
        days = _days.between(low - AHEAD, None)
        note = f"{label} was on {said(low)}; it is prepared some weeks ahead."
    elif way == "future" and anchor.rule == "series":
        days = _days.between(anchor.before, high)
        note = f"{label} lies ahead; it was on {said(low)}."
    elif anchor.before is not None:
        days = _days.between(anchor.before, None)
        note = f"{label} is not spoken of before the one of {said(anchor.before)}."
    else:
        return
    yield Constraint(*span, anchor.rule, days, note)


def _news(document: Document, anchor: Anchor) -> Iterator[Constraint]:
    """What a lead tells is mostly news if its weekday is named somewhere near."""
    if anchor.begins or anchor.yearly or len(anchor.days) != 1:
        return
    if anchor.sentence >= LEAD:
        return
    low, high = anchor.days[0]
    for expression in document.written:
        day = weekday_of(expression)
        if expression.sentence > LEAD or expression.direction != "past":
            continue
        if day and low == high and day == date.fromordinal(low).isoweekday():
            note = f"The lead tells of {said(low)}, which was a {weekday(day)}."
            span = expression.start, expression.end
            days = _days.between(low, low + 6)
            strength = "hard" if _is_news(document, anchor, expression) else "habit"
            yield Constraint(*span, "recent-event", days, note, strength)


def _is_news(document: Document, anchor: Anchor, day: Expression) -> bool:
    """
    Tell whether the first sentences tell the event itself, on the weekday `day`.

    Not if its sentence counts time or names a year: it can look back there.
    """
    if anchor.sentence > TOP or day.sentence > TOP:
        return False
    if anchor.loose and not anchor.sure:
        return False
    return not any(
        expression.type in ("DURATION", "SET") or expression.date_from is not None
        for expression in document.written
        if expression.sentence == anchor.sentence
    )


def _dated(document: Document, anchor: Anchor, linked: Sequence[Link]) -> bool:
    """Tell whether an expression of the sentence means the day of the anchor."""
    low, high = anchor.days[0][0], anchor.days[-1][1]
    return any(link.anchor == anchor for link in linked) or any(
        days[0].toordinal() <= low and high <= days[1].toordinal()
        for expression in document.written
        if expression.sentence == anchor.sentence
        and (days := interval(values.split(expression.written)[0])) is not None
    )


def _tense(document: Document, anchor: Anchor, linked: Sequence[Link]) -> str:
    """Return the direction of what is linked to an anchor, else of the words around."""
    mine = [link.expression for link in linked if link.anchor == anchor]
    if mine:
        return next((found for one in mine if (found := towards(document, one))), "")
    return direction_at(document, anchor.sentence, (anchor.start, anchor.end))
