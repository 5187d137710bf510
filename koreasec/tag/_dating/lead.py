"""Reasons from the lead of a dispatch: its weekday and the day of its dateline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .._documents import Document, Expression
from . import days as _days
from .constraints import Constraint
from .known import weekday_of
from .stated import in_dateline, meant
from .words import listed, some, weekday

LEAD = 2  # sentences after the dateline
NEWS = 8  # sentences of a dispatch that tell the day's news
TOMORROW = 6  # a weekday that is tomorrow again is not told as past in a lead
OLD = 1  # days that the newest weekday of a dispatch is old at most


def reasons(document: Document, last_known: int) -> Iterator[Constraint]:
    """
    Yield the years in which the day of the dateline fits the weekdays of the text.

    The lead must name one: what else it names may be of the days before.
    """
    dateline = _dateline(document)
    told = _weekdays(document, dateline) if dateline else []
    if dateline is None or not told:
        return
    every, _, name = meant(dateline)
    named = {weekday_of(expression) for expression in told}
    span = told[0].start, told[0].end
    lead = {weekday_of(one) for one in told if one.sentence - dateline.sentence < LEAD}
    fits = tuple(one for one in every if _fits(one[0], named, lead))
    years = some([year for year in _days.years(fits) if year <= last_known][-6:])
    days = listed([weekday(day) for day in sorted(named)])
    note = f"{name} is at most {OLD} day after a {days}: {years} and earlier."
    yield Constraint(*span, "lead-weekday", fits, note, "hard", True)
    if told[0].sentence - dateline.sentence >= LEAD:
        return
    same = tuple(one for one in every if _since(one[0], weekday_of(told[0])) == 0)
    note = f"A dispatch of {name} mostly names its own weekday."
    yield Constraint(*span, "recent-weekday", same, note, "habit", True)


def _dateline(document: Document) -> Expression | None:
    """Return the day in the dateline if its year is not written."""
    for expression in document.written:
        if in_dateline(document, expression.start) and meant(expression)[1]:
            return expression
    return None


def _weekdays(document: Document, dateline: Expression) -> list[Expression]:
    """Return the weekdays that lie behind, if the lead names one."""
    found = [
        expression
        for expression in document.written
        if expression.start >= dateline.end
        and not in_dateline(document, expression.start)
        and expression.sentence - dateline.sentence <= NEWS
        and weekday_of(expression)
        and expression.direction != "future"
    ]
    lead = [one for one in found if one.sentence - dateline.sentence <= LEAD]
    return found if lead else []


def _fits(number: int, named: set[int], lead: set[int]) -> bool:
    """Tell whether a day follows a weekday of the text, and no lead is of tomorrow."""
    newest = min(_since(number, day) for day in named)
    return newest <= OLD and all(_since(number, day) != TOMORROW for day in lead)


def _since(number: int, day: int) -> int:
    """Return how many days before the day `number` the last ISO weekday `day` was."""
    return (date.fromordinal(number).isoweekday() - day) % 7
