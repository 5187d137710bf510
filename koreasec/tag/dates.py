"""
Find the time expressions of a text and resolve them against its publication.

The words and rules of a language stand in ``koreasec/data/dates/LANG.toml``;
types and values follow TIMEX3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

import pandas as pd

from .. import knowledge
from ._dates import calendar
from ._dates.direction import direction
from ._dates.find import Found, scan
from ._dates.resolve import resolve, stated
from ._dates.rules import grammar
from ._dates.shape import Grammar
from ._dates.status import status
from ._dates.zones import zone
from ._documents import Document, Expression, each
from .published import stamp

__all__ = ["dates", "find", "resolve"]

VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
REACH = 300  # how far from an expression its verb may stand


def dates(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Find every time expression and say which days it means.

    Expressions without a year are resolved against the interval of publication;
    where two of its days give two answers, ``value`` is empty and ``problem``
    says so. A document that nobody has dated is dated first. Where one end of
    the interval is not proven, its likely end is taken and ``basis`` is
    ``likely`` instead of ``published``.

    Parameters
    ----------
    docs
        Texts, one per row; see :func:`koreasec.load`.

    Returns
    -------
    DataFrame
        One row per expression, in reading order: ``doc_id``, ``sentence``,
        ``start``, ``end``, ``surface``, ``type``, ``written``, ``value``,
        ``date_from``, ``date_to``, ``precision``, ``zone``,
        ``direction``, ``status``, ``basis``, ``problem``. Texts in a
        language without rules have no rows. ``status`` is what the
        sentence makes of the date: ``reported``, ``planned``,
        ``hypothetical``, ``denied``, ``background`` (over by 60 days or
        more when the text was published) or ``anniversary``. ``zone`` is
        that of a clock time: ``UTC+08:30``, ``local``, a name, or nothing.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"],
    ...     "text": ["Am 4. November 2025 sprach Kim."]})
    >>> dates(docs)["value"].tolist()
    ['2025-11-04']
    """
    return each(docs, "dates", _rows, by="ks.tag.dates")


def find(document: Document) -> list[Expression]:
    """Return the expressions of `document` as written; only stated ones resolved."""
    over = knowledge.overlay()
    return [
        expression
        for lang, stretches in groupby(_stretches(document), key=itemgetter(2))
        if (rules := grammar(lang, over)) is not None
        for expression in _expressions(document, list(stretches), rules)
    ]


def _rows(document: Document) -> Iterator[tuple[object, ...]]:
    first, last, likely = _published(document)
    published = None if first is None else first.date(), last and last.date()
    for expression in resolve(document, document.written, first, last):
        if likely and expression.basis == "published":
            expression = expression._replace(basis="likely")
        yield document.doc_id, *_judged(document, expression, published)


def _judged(
    document: Document, e: Expression, published: tuple[date | None, date | None]
) -> Expression:
    """Fill in what the words around a date say of it: its status, its zone."""
    rules = grammar(document.lang_at(e.start), knowledge.overlay())
    if rules is None or e.type not in ("DATE", "TIME") or e.value in VAGUE:
        return e
    sentence = _bounds(document.sentences, e.sentence, e)
    kind = status(document.text, sentence, e, rules.statuses, published)
    return e._replace(status=kind, zone=zone(document.text, e, rules))


def _published(
    document: Document,
) -> tuple[pd.Timestamp | None, pd.Timestamp | None, bool]:
    """Return the interval to reckon from, and whether an end of it is only likely."""
    first, last = document.published_from, document.published_to
    if document.published_basis == "given" or (first and last):
        return first, last, False
    dated = document.dated
    ends = dated.first, dated.last
    if None in ends and ends != (None, None):
        return stamp(dated.likely_first), stamp(dated.likely_last), True
    return stamp(dated.first), stamp(dated.last), False


def _stretches(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield the passages with their languages, and what lies between them."""
    free = 0
    for passage in document.passages:
        if passage.start > free:
            yield free, passage.start, document.lang
        if passage.end > max(passage.start, free):
            start = max(passage.start, free)
            yield start, passage.end, document.lang_at(start)
        free = max(free, passage.end)
    if free < len(document.text):
        yield free, len(document.text), document.lang


def _expressions(
    document: Document, stretches: Sequence[tuple[int, int, str]], rules: Grammar
) -> Iterator[Expression]:
    for found in scan(document.text, stretches[0][0], stretches[-1][1], rules):
        if calendar.possible(found.written):
            yield _expression(document, found, rules)


def _expression(document: Document, found: Found, rules: Grammar) -> Expression:
    sentence = document.sentence_at(found.start)
    towards = ""
    leans = "X" in found.written or found.written.startswith("UNDEF-REF-day")
    if found.type in ("DATE", "TIME") and leans:
        bounds = _bounds(document.sentences, sentence, found)
        towards = direction(document.text, bounds, found[:2], rules.cues)
    surface = document.text[found.start : found.end]
    return stated(sentence, surface, found, towards)


def _bounds(
    sentences: Sequence[tuple[int, int]], number: int, found: Found | Expression
) -> tuple[int, int]:
    first, last = sentences[number] if number < len(sentences) else found[:2]
    low, high = found.start - REACH, found.end + REACH
    return min(max(first, low), found.start), max(min(last, high), found.end)
