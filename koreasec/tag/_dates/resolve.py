"""Resolve the expressions of a document: by publication, and by what went before."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from .._documents import Document, Expression
from . import calendar, feasts
from . import value as meaning
from .memory import Memory, begin

if TYPE_CHECKING:
    from .find import Found

UNDATED = "no publication date"
NO_DAY = "no day named before"
NEVER = "no such date"
BESIDE = 12  # characters between a clock time and the day after it


def stated(sentence: int, surface: str, found: Found, towards: str) -> Expression:
    """Make an expression as written; resolve it where its words are enough."""
    body, _, part, _ = meaning.split(found.written)
    value, days, basis = "", None, ""
    if meaning.is_stated(found.written, found.type):
        value, basis = feasts.plain(found.written.split(" ")[0]), "stated"
        days = calendar.interval(value) if found.type in ("DATE", "TIME") else None
    if body.startswith(("UNDEF-last", "UNDEF-this")) and "PLUS" not in body:
        towards = towards if body.startswith("UNDEF-this-") else "past"
        towards = "past" if "MINUS" in body else towards
    elif body.startswith(("UNDEF-next", "UNDEF-this")):
        towards = "future"
    first, last = _stamps(days, part)
    return Expression(
        sentence, found.start, found.end, surface, found.type, found.written, value,
        first, last, meaning.grain(found.written, found.type), "", towards,
        "", basis, "",
    )  # fmt: skip


def resolve(
    document: Document,
    expressions: Iterable[Expression],
    published_from: pd.Timestamp | None,
    published_to: pd.Timestamp | None,
) -> list[Expression]:
    """Resolve `expressions` for a text published from one day to another."""
    every = list(expressions)
    published = _published(published_from, published_to)
    memory = begin(every, published, document.sentences)
    found = [(at, _next(every[at], memory)) for at in _order(every)]
    return [expression for _, expression in sorted(found)]


def _order(every: list[Expression]) -> list[int]:
    """Put a clock time after the day that follows it: ``2 p.m. on Monday``."""
    order = list(range(len(every)))
    for at, (e, after) in enumerate(pairwise(every)):
        if (
            e.written.startswith("XXXX-XX-XXT")
            and after.sentence == e.sentence
            and after.precision == "day"
            and after.start - e.end <= BESIDE
        ):
            order[at], order[at + 1] = order[at + 1], order[at]
    return order


def _published(
    first: pd.Timestamp | None, last: pd.Timestamp | None
) -> calendar.Interval | None:
    if first is None or last is None or pd.isna(first) or pd.isna(last):
        return None  # an end that is open would be taken for a day
    return first.date(), last.date()


def _next(e: Expression, memory: Memory) -> Expression:
    if e.basis != "stated" and e.type in ("DATE", "TIME"):
        e = _resolved(e, memory)
    memory.keep(e)
    return e


def _resolved(e: Expression, memory: Memory) -> Expression:
    body, clock, part, weekday = meaning.split(e.written)
    if body.startswith(("UNDEF-REF", "UNDEF-NEWS")) or body == "XXXX-XX-XX":
        if near := memory.referred(body, e.sentence, e.direction):
            values = {meaning.value_on(body, "", day, "") for day in near}
            return _with(e, values, clock, part, "text")
        if memory.published is None or ("US-" in body and memory.last):
            return e._replace(problem=NO_DAY)
    if year := memory.year_for(body, e):
        value = feasts.plain(f"{year:04d}{body[4:]}")
        return _with(
            e, {value if calendar.interval(value) else ""}, clock, part, "text"
        )
    if memory.published is None:
        return e._replace(problem=UNDATED)
    values = {
        meaning.value_on(body, weekday, day, e.direction) for day in memory.published
    }
    return _with(e, values, clock, part, "published")


def _with(
    e: Expression, values: set[str], clock: str, part: str, basis: str
) -> Expression:
    """Fill in the one value, or say why there is none."""
    spans = [days for value in values if (days := calendar.interval(value))]
    if not spans:
        open_ = e.precision == "decade"
        return e._replace(problem="several decades fit" if open_ else NEVER)
    hull = min(first for first, _ in spans), max(last for _, last in spans)
    if len(values) > 1:
        bare = e.written.startswith("XXXX-") and "W" not in e.written
        kind = "year" if bare else e.precision
        problem = meaning.FIT.get(kind, f"several {kind}s fit")
        first, last = _stamps(hull, "")
        return e._replace(date_from=first, date_to=last, problem=problem)
    first, last = _stamps(hull, part)
    value = next(iter(values)) + clock
    return e._replace(value=value, date_from=first, date_to=last, basis=basis)


def _stamps(
    days: calendar.Interval | None, part: str
) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    if days is None:
        return None, None
    first, last = calendar.part(days, part)
    try:
        return pd.Timestamp(first), pd.Timestamp(last)
    except (ValueError, OverflowError):
        return None, None
