"""Put all reasons for the day of publication of one document together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ... import knowledge
from .._documents import Document
from . import after as _dating_after
from . import dates as _dating_dates
from . import days as _days
from . import known as _dating_known
from . import lead as _dating_lead
from . import offices as _dating_offices
from . import order as _dating_order
from . import stated as _dating_stated
from . import things as _dating_things
from . import told as _dating_told
from .anchors import anchors
from .constraints import Constraint, Judged, Verdict, solve
from .days import Days
from .terms import hits, languages
from .words import some


class Dated(NamedTuple):
    """When a document was published, how sure that is, and why."""

    first: date | None
    last: date | None
    likely_first: date | None
    likely_last: date | None
    basis: str
    reason: str
    judged: list[Judged]
    hard: Days


def date_document(document: Document) -> Dated:
    """Return when `document` was published, by its metadata and its own evidence."""
    horizon = last_known(knowledge.overlay())
    verdict = solve(_reasons(document), known_to=horizon)
    first, last = _bounds(verdict.hard, verdict.anchored)
    likely = _likely(verdict) if first or last else (first, last)
    given = document.published_basis == "given" and document.published_from is not None
    basis = "given" if given else ("inferred" if first or last else "unknown")
    reason = _why(verdict.hard, first, last, bool(verdict.judged))
    return Dated(first, last, *likely, basis, reason, verdict.judged, verdict.hard)


def _reasons(document: Document) -> Iterator[Constraint]:
    if not document.text.strip():
        return
    reading, horizon = document.reading, last_known(knowledge.overlay())
    found = hits(reading, languages(document))
    known = anchors(document, reading, found)
    known += _dating_offices.changes(document, reading, found)
    linked = _dating_known.links(document, known)
    yield from _dating_stated.reasons(document, reading, found)
    yield from _dating_dates.reasons(document, horizon)
    yield from _dating_known.reasons(linked, horizon)
    yield from _dating_told.reasons(document, known, linked)
    yield from _dating_lead.reasons(document, horizon)
    yield from _dating_after.reasons(document, known)
    yield from _dating_order.reasons(document, linked)
    yield from _dating_offices.reasons(document, found)
    yield from _dating_things.reasons(document, reading)


def _bounds(days: Days, anchored: Days) -> tuple[date | None, date | None]:
    """Return the hull; an end that only yearly reasons set is open."""
    low, high = _days.ends(anchored)
    first, last = _days.ends(days)
    return (
        date.fromordinal(first) if low is not None and first is not None else None,
        date.fromordinal(last) if high is not None and last is not None else None,
    )


def _likely(verdict: Verdict) -> tuple[date | None, date | None]:
    """Return the likely ends; what is open ends with the years that are known of."""
    horizon = date(last_known(knowledge.overlay()), 12, 31)
    known = _days.meet(verdict.likely, _days.between(None, horizon))
    return _bounds(known or verdict.likely, known or verdict.likely)


def _why(hard: Days, first: date | None, last: date | None, any_reason: bool) -> str:
    if not any_reason:
        return "nothing in the text points at a date"
    if first is None and last is None:
        return "what the text names fits many years"
    if last is None:
        return "nothing in the text says how late it can be"
    if first is None:
        return "nothing in the text says how early it can be"
    years = _days.years(hard)
    return f"fits {some(years)}" if len(years) > 1 else ""


@cache
def last_known(overlay: str) -> int:
    """Return the last year that the dating tables know anything of."""
    del overlay  # part of the key of the cache only
    columns = {"chronology": "date_from", "series": "date_from", "offices": "from"}
    years = [
        int(row[column][:4])
        for table, column in columns.items()
        for row in knowledge.rows(table)
    ]
    return max(years, default=0)
