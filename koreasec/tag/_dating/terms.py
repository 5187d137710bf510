"""
Find the terms of the dating tables: events, series, anniversaries, cues.

A term is a list of stems that must all stand in one sentence, joined by `` + ``;
``|`` parts stems of which one is enough; after ``!`` none of them may stand there.
A stem begins a word, unless ``*`` stands before it or the language has no blanks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ... import knowledge
from .._documents import Document
from .._fold import Reading, fold

TABLES = {
    "chronology_terms": "term",
    "anniversary_terms": "term",
    "series_terms": "term",
    "stated_dates": "cue",
    "dating_cues": "cue",
}
ANY = "mul"


class Hit(NamedTuple):
    """A row of a table, and the span of its first stem in the folded text."""

    table: str
    row: dict[str, str]
    sentence: int
    start: int
    end: int
    reach: tuple[int, int]  # from the first to the last of its stems


class Group(NamedTuple):
    """Numbers of stems; one of them must stand in the sentence, or none may."""

    stems: frozenset[int]
    absent: bool

    def fits(self, found: Collection[int]) -> bool:
        """Tell whether a sentence with the stems `found` fits the group."""
        return self.stems.isdisjoint(found) == self.absent


class Terms(NamedTuple):
    """All terms of one language, ready to be looked up."""

    automaton: AhoCorasick | None
    whole: tuple[bool, ...]  # of each stem: whether it must begin a word
    rows: tuple[tuple[str, dict[str, str], tuple[Group, ...]], ...]
    wanted: dict[int, tuple[int, ...]]  # from a first stem to its rows


def hits(reading: Reading, langs: frozenset[str]) -> list[Hit]:
    """Return every term of the `langs` in the text, in reading order."""
    found = [hit for lang in sorted(langs | {ANY}) for hit in _hits(reading, lang)]
    return sorted(
        found, key=lambda hit: (hit.start, hit.end, hit.table, *hit.row.values())
    )


def languages(document: Document) -> frozenset[str]:
    """Return the languages that `document` is written in."""
    return frozenset({document.lang, *(p.lang for p in document.passages)} - {"und"})


def _hits(reading: Reading, lang: str) -> Iterator[Hit]:
    terms = _terms(lang, knowledge.overlay())
    places: dict[int, dict[int, tuple[int, int]]] = {}
    for sentence, stem, start, end in _places(reading, terms, lang):
        places.setdefault(sentence, {}).setdefault(stem, (start, end))
    for sentence, stems in places.items():
        rows = {row for stem in stems for row in terms.wanted.get(stem, ())}
        for number in sorted(rows):
            table, row, groups = terms.rows[number]
            if all(group.fits(stems.keys()) for group in groups):
                yield _hit(table, row, sentence, groups, stems)


def _hit(
    table: str,
    row: dict[str, str],
    sentence: int,
    groups: tuple[Group, ...],
    stems: dict[int, tuple[int, int]],
) -> Hit:
    spans = [
        min(stems[stem] for stem in group.stems & stems.keys())
        for group in groups
        if not group.absent
    ]
    reach = min(start for start, _ in spans), max(end for _, end in spans)
    return Hit(table, row, sentence, *spans[0], reach)


def _places(
    reading: Reading, terms: Terms, lang: str
) -> Iterator[tuple[int, int, int, int]]:
    if terms.automaton is None:
        return
    low = reading.low
    for stem, start, end in terms.automaton.find_matches_as_indexes(
        low, overlapping=True
    ):
        if terms.whole[stem] and start and low[start - 1].isalnum():
            continue
        if lang == ANY or reading.lang(start) == lang:
            yield reading.sentence(start), stem, start, end


@cache
def _terms(lang: str, overlay: str) -> Terms:
    del overlay  # part of the key of the cache only
    blanks = {row["lang"]: row["words"] for row in knowledge.rows("languages")}
    numbers: dict[str, int] = {}
    rows: list[tuple[str, dict[str, str], tuple[Group, ...]]] = []
    wanted: dict[int, list[int]] = {}
    for table, column in TABLES.items():
        for row in knowledge.rows(table):
            if row["lang"] != lang:
                continue
            groups = tuple(_group(text, numbers) for text in row[column].split(" + "))
            for stem in groups[0].stems:
                wanted.setdefault(stem, []).append(len(rows))
            rows.append((table, row, groups))
    spaced = blanks.get(lang) == "space"
    stems = [stem.removeprefix("*") for stem in numbers]
    return Terms(
        AhoCorasick(stems) if stems else None,
        tuple(spaced and not stem.startswith("*") for stem in numbers),
        tuple(rows),
        {stem: tuple(found) for stem, found in wanted.items()},
    )


def _group(text: str, numbers: dict[str, int]) -> Group:
    stems = text.removeprefix("!").split("|")
    known = (numbers.setdefault(_stem(stem), len(numbers)) for stem in stems)
    return Group(frozenset(known), text.startswith("!"))


def _stem(stem: str) -> str:
    mark = "*" if stem.startswith("*") else ""
    return mark + fold(stem.removeprefix("*"))
