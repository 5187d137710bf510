"""Reasons from the lead of a dispatch: its weekday and the day of its dateline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .._documents import Document, Expression
from . import days as _days
from .constraints import Constraint
from .known import weekday_of
from .stated import in_dateline, meant
from .words import some, weekday

LEAD = 2  # sentences after the dateline
OLD = 2  # days that the weekday of a lead is old at most


def reasons(document: Document, last_known: int) -> Iterator[Constraint]:
    """Yield the years in which the day of the dateline fits the weekday of the lead."""
    dateline = _dateline(document)
    first = _first_weekday(document, dateline) if dateline else None
    if dateline is None or first is None:
        return
    every, _, name = meant(dateline)
    day, span = weekday_of(first), (first.start, first.end)
    fits = tuple((low, high) for low, high in every if (_iso(low) - day) % 7 <= OLD)
    same = tuple((low, high) for low, high in fits if _iso(low) == day)
    years = some([year for year in _days.years(fits) if year <= last_known][-6:])
    note = f"{name} is at most {OLD} days after a {weekday(day)}: {years} and earlier."
    yield Constraint(*span, "lead-weekday", fits, note, "habit", True)
    note = f"A dispatch of {name} mostly names its own weekday, {weekday(day)}."
    yield Constraint(*span, "recent-weekday", same, note, "habit", True)


def _dateline(document: Document) -> Expression | None:
    """Return the day in the dateline if its year is not written."""
    for expression in document.written:
        if in_dateline(document, expression.start) and meant(expression)[1]:
            return expression
    return None


def _first_weekday(document: Document, dateline: Expression) -> Expression | None:
    """Return the first weekday of the lead that lies behind, if there is one."""
    for expression in document.written:
        if expression.end <= dateline.end or in_dateline(document, expression.start):
            continue
        if expression.sentence - dateline.sentence > LEAD:
            return None
        if weekday_of(expression) and expression.direction != "future":
            return expression
    return None


def _iso(number: int) -> int:
    return date.fromordinal(number).isoweekday()
