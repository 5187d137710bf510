"""Reasons that a text states: metadata, datelines, "Stand:", copyright lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .._dates import value as values
from .._dates.calendar import interval
from .._documents import Document, Expression
from .._fold import Reading
from . import days as _days
from .constraints import Constraint
from .days import Days
from .terms import Hit
from .words import day as said
from .words import month_day

GAP = 14  # characters between a cue such as "Stand:" and its date
YEARS = range(1946, 2050)
YEAR = re.compile(
    r"[^\d\n]{0,40}?((?:19|20)\d\d)(?!\d)(?:\s?-\s?((?:19|20)\d\d)(?!\d))?"
)


def reasons(
    document: Document, reading: Reading, found: list[Hit]
) -> Iterator[Constraint]:
    """Yield what the text or its metadata state of the publication itself."""
    yield from _given(document)
    for expression in document.written:
        if in_dateline(document, expression.start):
            yield from _dateline(expression)
    for hit in found:
        if hit.table != "stated_dates":
            continue
        if hit.row["how"] == "copyright":
            yield from _copyright(reading, hit)
        else:
            yield from _stated(document, reading, hit)


def in_dateline(document: Document, start: int) -> bool:
    """Tell whether a character lies in a dateline or in the byline above a text."""
    return any(
        passage.start <= start < passage.end
        for passage in document.passages
        if passage.kind == "dateline"
    )


def _given(document: Document) -> Iterator[Constraint]:
    if document.published_basis != "given" or document.published_from is None:
        return
    last = document.published_to or document.published_from
    days = _days.between(document.published_from.date(), last.date())
    note = "The metadata give the publication: "
    yield Constraint(0, 0, "metadata", days, f"{note}{_span(days)}.")


def _dateline(expression: Expression) -> Iterator[Constraint]:
    days, yearly, name = meant(expression)
    if not days:
        return
    end = expression.end
    note = f"The dateline is of {name}"
    if yearly:
        note += ", without a year"
    yield Constraint(
        expression.start, end, "dateline", days, f"{note}.", "hard", yearly
    )


def meant(expression: Expression) -> tuple[Days, bool, str]:
    """
    Return the days that a day of a calendar can be, whether of many years, its name.

    Only days: a month or a weekday alone gives nothing.
    """
    body, _, _, weekday = values.split(expression.written)
    if (days := interval(body)) is not None and days[0] == days[1]:
        return _days.between(*days), False, said(days[0])
    if not re.match(r"XXXX-\d\d-\d\d\Z", body):
        return _days.NEVER, False, ""
    month, number = int(body[5:7]), int(body[8:])
    every = [
        when.toordinal()
        for year in YEARS
        if (when := _real(year, month, number)) is not None
        and (not weekday or when.isoweekday() == int(weekday))
    ]
    return tuple((when, when) for when in every), True, month_day(month, number)


def _real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _stated(document: Document, reading: Reading, hit: Hit) -> Iterator[Constraint]:
    start, end = reading.span(hit.start, hit.end)
    for expression in document.written:
        if not 0 <= expression.start - end <= GAP:
            continue
        days = interval(values.split(expression.written)[0])
        if days is None or "\n" in document.text[end : expression.start]:
            return
        if hit.row["how"] == "until":
            when = _days.between(None, days[1])
            note = f"The text was last changed on {said(days[1])}."
        else:
            when = _days.between(*days)
            note = f"The text says that it was published: {_span(when)}."
        yield Constraint(start, expression.end, "stated", when, note)
        return


def _copyright(reading: Reading, hit: Hit) -> Iterator[Constraint]:
    """Take one year as the year of the text; of a range only the last as a bound."""
    match = YEAR.match(reading.low, hit.end)
    if match is None:
        return
    first = int(match[1])
    last = int(match[2] or match[1])
    low = None if match[2] else date(first, 1, 1)
    days = _days.between(low, date(last, 12, 31))
    note = f"A copyright line names {match[1]}" + (f" to {last}." if match[2] else ".")
    start, end = reading.span(hit.start, match.end())
    if days:
        yield Constraint(start, end, "copyright", days, note)


def _span(days: Days) -> str:
    first, last = days[0][0], days[-1][1]
    return said(first) if first == last else f"{said(first)} to {said(last)}"
