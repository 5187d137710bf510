"""Signs that stand in tables: phrases, agencies, numbers, dates, units, marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ... import knowledge
from ...errors import KnowledgeError
from .._documents import Document
from .._fold import Reading
from .._terms import Lexicon, Term, compile_terms
from .sign import Sign, Stretch, sheltered

UNTRANSLATED = "untranslated"


def terms(reading: Reading, where: list[Stretch]) -> Iterator[Sign]:
    """Yield the terms of ``translation_terms`` in passages of their language."""
    rows = _rows()
    starts = [stretch.start for stretch in where]
    for start, end, term in _lexicon().find(reading.low):
        first, last = reading.span(start, end)
        at = bisect_right(starts, first) - 1
        if at < 0 or last > where[at].end or where[at].lang != term.lang:
            continue
        row = rows[term.lang, term.text]
        if not reading.shown.startswith(term.capitals, start):
            continue
        inside = row["hint"] == UNTRANSLATED
        if inside and sheltered(reading.document.text, where[at], first, last):
            continue
        yield Sign(first, last, row["hint"], row["tells_of"], row["note"])


def patterns(document: Document, where: list[Stretch]) -> Iterator[Sign]:
    """Yield what ``translation_patterns`` find in passages of their language."""
    text = document.text
    for stretch in where:
        for pattern, row in _patterns().get(stretch.lang, ()):
            if row["needs"] and row["needs"] not in text:
                continue
            for match in pattern.finditer(text, stretch.start, stretch.end):
                sign = row["hint"], row["tells_of"], row["note"]
                yield Sign(*match.span(), *sign)


@knowledge.remembered
def _rows() -> dict[tuple[str, str], dict[str, str]]:
    rows = knowledge.rows("translation_terms")
    return {(row["lang"], row["term"]): row for row in rows}


@knowledge.remembered
def _lexicon() -> Lexicon:
    rows = _rows().values()
    return compile_terms(Term(row["hint"], row["lang"], row["term"]) for row in rows)


@knowledge.remembered
def _patterns() -> dict[str, list[tuple[re.Pattern[str], dict[str, str]]]]:
    made: dict[str, list[tuple[re.Pattern[str], dict[str, str]]]] = {}
    for row in knowledge.rows("translation_patterns"):
        try:
            pattern = re.compile(row["pattern"])
        except re.error as error:
            msg = f"translation_patterns.csv: {row['pattern']!r} is broken: {error}."
            raise KnowledgeError(msg) from error
        made.setdefault(row["lang"], []).append((pattern, row))
    return made
