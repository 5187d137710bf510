"""Where in a text entries of the lexicon may begin, as few of them as can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ... import knowledge
from .._fold import Reading
from .inflect import FIXED, LETTER
from .lexicon import SHORT, SPACED, Entry, beginnings, lexicon

BESIDE = re.compile(f"[{LETTER}_]")
LONG = 4  # entries of one string from which they are parted by what follows
GAPS = " -·="
Parted = dict[str, list[tuple[int, Entry]]]


def candidates(reading: Reading) -> Iterator[tuple[int, Iterable[Entry]]]:
    """Yield where entries may begin, at a word and with the capital they need."""
    known, low, shown = lexicon(), reading.flat, reading.shown
    short, entries, large = known.short, known.entries, known.large
    for match in _capital().finditer(shown):
        start = match.start()
        for size in range(1, SHORT + 1):
            number = short.get(low[start : start + size])
            if number is not None:
                yield start, _that_fit(number, low, start + size)
    found = known.automaton.find_matches_as_indexes(low, overlapping=True)
    for number, start, stop in found:
        if large[number] and not shown[start].isupper():
            continue
        if start and BESIDE.match(low, start - 1) and BESIDE.match(low, start):
            continue
        few = len(entries[number]) < LONG
        yield start, entries[number] if few else _that_fit(number, low, stop)


def begun(text: str) -> Iterator[tuple[int, int]]:
    """Yield number and start of every string of the lexicon in folded `text`."""
    known = lexicon()
    for start in range(len(text)):
        for size in range(1, SHORT + 1):
            number = known.short.get(text[start : start + size])
            if number is not None and start + size <= len(text):
                yield number, start
    found = known.automaton.find_matches_as_indexes(text, overlapping=True)
    for number, start, _ in found:
        yield number, start


def _that_fit(number: int, low: str, stop: int) -> Iterable[Entry]:
    """Return the entries of a string that go on as the text does at `stop`."""
    entries = lexicon().entries[number]
    if len(entries) < LONG:
        return entries
    parted = _parted(number, knowledge.overlay())
    here = low[stop : stop + 1]
    beyond = low[stop + 1 : stop + 2] if here and here in GAPS else ""
    fit = [*parted.get("", ())]
    for letter in {here, beyond} - {""}:
        fit += parted.get(letter, ())
    fit.sort(key=lambda one: one[0])
    return [entry for _, entry in fit]


@cache
def _parted(number: int, over: str) -> Parted:
    """Part the entries of a string by the letter of the next word, "" if unknown."""
    found: Parted = {}
    for place, entry in enumerate(lexicon().entries[number]):
        used = beginnings(entry)[1]
        known = entry.script == SPACED and entry.words[used - 1].forms == FIXED
        letter = entry.words[used].stem[:1] if known and entry.words[used:] else ""
        found.setdefault(letter, []).append((place, entry))
    return found


@cache
def _capital() -> re.Pattern[str]:
    """Return the pattern of a capital letter at the head of a word."""
    letters = (chr(code) for code in range(0x41, 0x2000))
    large = "".join(one for one in letters if one.isupper())
    return re.compile(f"(?<![{LETTER}_])[{large}]")
