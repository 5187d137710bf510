"""Choose between strings that overlap: the longest wins, decoys block."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from .._fold import Reading
from .lexicon import HAN, NAMES, Entry
from .match import Hit

ADDRESS = re.compile(
    r"(?:https?://|www\.)[\x21-\x7e]+|(?<![\w.+-])[\w.+-]{0,64}@[A-Za-z][\w.-]*"
)


class Choice(NamedTuple):
    """A span and the entries that it may stand for, the likeliest first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def sort(self) -> str:
        """The sort of the likeliest entry."""
        return self.entries[0].sort

    def owners(self) -> list[str]:
        """Return the owners of the entries as likely as the first, each once."""
        return list(_owners(self.entries))


def names(reading: Reading, hits: Iterable[Hit]) -> list[Choice]:
    """Return the names in reading order; none overlaps another or an address."""
    shown = reading.shown
    some = "@" in shown or "://" in shown or "www." in shown
    blocked = [match.span() for match in ADDRESS.finditer(shown)] if some else []
    hits = list(hits)
    begins = {
        hit.start
        for hit in hits
        if hit.entry.sort in ("role", "body") and hit.end - hit.start > 2
    }
    found = [
        choice
        for choice in _grouped(reading, hits, (*NAMES, "decoy"))
        if not _lends_letter(choice, begins)
    ]
    chosen = longest(found, blocked)
    return [choice for choice in chosen if choice.sort != "decoy"]


def terms(
    reading: Reading, hits: Iterable[Hit], sort: str, taken: Iterable[Choice]
) -> list[Choice]:
    """
    Return the terms of a `sort` in reading order, outside what is `taken`.

    A term that is as long as a name stays beside it.
    """
    spans = {(choice.start, choice.end) for choice in taken}
    covered = {spot for start, end in spans for spot in range(start, end)}
    found = [
        one
        for one in _grouped(reading, hits, (sort,))
        if (one.start, one.end) in spans
        or covered.isdisjoint(range(one.start, one.end))
        or (sort == "role" and _holds(one, spans))
    ]
    return longest(found, [])


def _holds(one: Choice, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a post begins with a name and goes on: 国連大使."""
    return one.entries[0].script == HAN and any(
        start == one.start and end < one.end for start, end in spans
    )


def longest(
    found: Iterable[Choice], blocked: Iterable[tuple[int, int]]
) -> list[Choice]:
    """Keep the longest of the choices that overlap; drop those on `blocked` spans."""
    walls = sorted(blocked)
    kept, done, wall = [], 0, 0
    for choice in sorted(found, key=lambda one: (one.start, -one.end)):
        while wall < len(walls) and walls[wall][1] <= choice.start:
            wall += 1
        hindered = wall < len(walls) and walls[wall][0] < choice.end
        if choice.start >= done and not hindered:
            kept.append(choice)
            done = choice.end
    return kept


def _lends_letter(choice: Choice, begins: Collection[int]) -> bool:
    """Tell whether the last letter of a state begins a post: 米国務長官, 韓国防相."""
    entry = choice.entries[0]
    short = choice.end - choice.start == 2 and entry.script == HAN
    return short and entry.kind == "state" and choice.end - 1 in begins


@lru_cache(maxsize=4096)
def _owners(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    same = [entry.owner for entry in entries if entry.sort == entries[0].sort]
    return tuple(dict.fromkeys(" ".join(same).split()))


def _grouped(
    reading: Reading, hits: Iterable[Hit], sorts: tuple[str, ...]
) -> list[Choice]:
    spans: dict[tuple[int, int], list[Entry]] = {}
    for start, end, entry in hits:
        if entry.sort in sorts:
            spans.setdefault((start, end), []).append(entry)
    found = []
    for (start, end), entries in spans.items():
        ranked = _ranked(reading.lang(start), entries)
        if ranked:
            found.append(Choice(start, end, ranked))
    return found


def _ranked(lang: str, entries: list[Entry]) -> tuple[Entry, ...]:
    """Put the entries of the language of the passage first, decoys before names."""
    own = [entry for entry in entries if entry.lang in (lang, "mul")]
    if lang != "und":
        entries = [entry for entry in entries if entry.sort != "decoy" or entry in own]
    order = {sort: place for place, sort in enumerate(("decoy", *NAMES))}
    use = entries if lang == "und" else own or entries
    return tuple(sorted(use, key=lambda entry: order.get(entry.sort, 9)))
