"""Reasons from dates: what is told as past has passed, what is planned has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from ... import knowledge
from .._dates import value as values
from .._dates.calendar import interval
from .._dates.direction import direction
from .._dates.rules import grammar
from .._documents import Document, Expression
from . import days as _days
from .constraints import Constraint
from .days import Days
from .stated import in_dateline, meant
from .words import day as said
from .words import some, weekday

YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)\Z")
HALF = 183  # how far a day without a year may lie in another year
RECENT = 62
PLANNED = 120  # days ahead that a planned day is mostly named without its year
NARRATION = 180  # characters after a stated year in which days are of that year
BESIDE = 3  # characters between a weekday and its day: ", ", " ("
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])\Z")


def reasons(document: Document, last_known: int) -> Iterator[Constraint]:
    """Yield the reasons of each expression; lists of years end with `last_known`."""
    earlier_year = -NARRATION
    beside = _weekdays_beside(document)
    for expression in document.written:
        if expression.type not in ("DATE", "TIME"):
            continue
        if in_dateline(document, expression.start):
            continue
        body, _, _, day = values.split(expression.written)
        day = day or beside.get(expression.start, "")
        days = interval(body)
        if days is not None:
            yield from _absolute(document, expression, days)
            earlier_year = expression.end
        elif YEARLESS.match(body) and expression.start - earlier_year >= NARRATION:
            way = _word_before(document, expression.start)
            way = way or expression.direction
            yield from _without_year(expression, day, way, last_known)


def towards(document: Document, expression: Expression) -> str:
    """Return the direction of `expression`, also where it is written in full."""
    span = expression.start, expression.end
    if before := _word_before(document, expression.start):
        return before
    return expression.direction or direction_at(document, expression.sentence, span)


def _word_before(document: Document, start: int) -> str:
    """Return the direction that "since" or "until" before an expression gives it."""
    before = document.text[max(start - 20, 0) : start].lower().rstrip()
    for cue, way in _cues(document.lang_at(start), knowledge.overlay()):
        if before.endswith(cue) and not before[: -len(cue)][-1:].isalnum():
            return way
    return ""


def _open(document: Document, expression: Expression) -> bool:
    """Tell whether what is told of comes after, or until, a year or a month."""
    lang = document.lang_at(expression.start)
    before = document.text[max(expression.start - 20, 0) : expression.start]
    before = before.lower().rstrip()
    if any(
        before.endswith(cue) and not before[: -len(cue)][-1:].isalnum()
        for cue, _ in _cues(lang, knowledge.overlay(), "beyond")
    ):
        return True
    after = document.text[expression.end : expression.end + 12].lower().lstrip()
    still = _cues(lang, knowledge.overlay(), "still")
    return after.startswith(tuple(cue for cue, _ in still))


@cache
def _cues(lang: str, overlay: str, *kinds: str) -> list[tuple[str, str]]:
    del overlay  # part of the key of the cache only
    ways = {"runs-from": "past", "runs-to": "future"}
    ways = dict.fromkeys(kinds, "") or ways
    return [
        (cue, ways[row["kind"]])
        for row in knowledge.rows("dating_cues")
        if row["lang"] == lang and row["kind"] in ways
        for cue in row["cue"].split("|")
    ]


def direction_at(document: Document, number: int, span: tuple[int, int]) -> str:
    """Return the direction of the words around `span` in the sentence `number`."""
    rules = grammar(document.lang_at(span[0]), knowledge.overlay())
    if rules is None or number >= len(document.sentences):
        return ""
    sentence = document.sentences[number]
    bounds = min(sentence[0], span[0]), max(sentence[1], span[1])
    return direction(document.text, bounds, span, rules.cues)


def _absolute(
    document: Document, expression: Expression, days: tuple[date, date]
) -> Iterator[Constraint]:
    way = towards(document, expression)
    span = expression.start, expression.end
    first, last = days
    exact = (last - first).days < 31
    if not exact and way != "future" and _open(document, expression):
        return
    if way == "past" or (way == "" and exact):
        note = f"What is told of {_named(expression, first, last)} has passed."
        yield Constraint(*span, "past-date", _days.between(first, None), note)
    elif way == "future":
        note = f"What is planned for {_named(expression, first, last)} lies ahead."
        yield Constraint(*span, "planned-date", _days.between(None, last), note)


def _named(expression: Expression, first: date, last: date) -> str:
    return said(first) if first == last else f"“{expression.surface}”"


def _weekdays_beside(document: Document) -> dict[int, str]:
    """Return the weekdays that stand right beside a day, by where the day begins."""
    found = {}
    for one, other in pairwise(document.written):
        if (
            other.start - one.end > BESIDE
            or "\n" in document.text[one.end : other.start]
        ):
            continue
        for day, name in ((one, other), (other, one)):
            if match := WEEKDAY.match(name.written):
                found[day.start] = match[1]
    return found


def _without_year(
    expression: Expression, day: str, way: str, last_known: int
) -> Iterator[Constraint]:
    """
    A day without a year lies in the running year, or within half a year.

    With its weekday it leaves few years.
    """
    every, _, name = meant(expression)
    if day:
        every = tuple(span for span in every if _iso(span[0]) == int(day))
    way = way or ("past" if day else "")
    if not every or not way:
        return
    span, rule = (expression.start, expression.end), "calendar" if day else "yearless"
    days = _days.join(_around(low, way, HALF) for low, _ in every)
    years = [year for year in _days.years(every) if year <= last_known][-3:]
    side = "has passed" if way == "past" else "lies ahead"
    note = f"{name}, written without a year, {side}: of this year or half a year off."
    if day:
        note = (
            f"{name} was a {weekday(int(day))} in {some(years)} and in earlier years."
        )
    yield Constraint(*span, rule, days, note, "hard", True)
    reach = PLANNED if way == "future" else RECENT
    likely = _days.join(_around(low, way, reach) for low, _ in every)
    note = f"{name}, written without a year, is mostly of the same year."
    yield Constraint(*span, "recent-day", likely, note, "habit", True)


def _iso(number: int) -> int:
    return date.fromordinal(number).isoweekday()


def _around(low: int, way: str, reach: int) -> Days:
    when = date.fromordinal(low)
    if way == "past":
        return _days.between(
            low, max(when.replace(month=12, day=31).toordinal(), low + reach)
        )
    return _days.between(
        min(when.replace(month=1, day=1).toordinal(), low - reach), low
    )
