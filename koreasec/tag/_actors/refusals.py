"""Why a string of the tables that a text begins to write does not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .._fold import Reading
from . import match, scan
from .lexicon import HANGUL, KANA, NAMES, SPACED, Entry, lexicon
from .sides import is_side, needs_article

LETTERS_BEFORE = re.compile(r"[^\W_]+$")
LETTERS_AFTER = re.compile(r"[^\W_]+")


class Begun(NamedTuple):
    """A string that begins in the folded text, and why it is not taken."""

    start: int
    end: int
    entry: Entry
    rule: str
    note: str


def begun(reading: Reading, first: int, last: int) -> Iterator[Begun]:
    """Yield what begins from `first` to `last` and does not stand there."""
    known, low = lexicon(), reading.low
    cut = min(len(low), last + 200)
    for number, at in scan.begun(low[first:cut]):
        start = first + at
        if start >= last:
            continue
        for entry in known.entries[number]:
            if entry.sort in (*NAMES, "short"):
                refused = _refused(entry, reading, start, known.large[number])
                if refused is not None and _worth_telling(refused, low):
                    yield refused


def _worth_telling(one: Begun, low: str) -> bool:
    """Tell whether a string is more than some letters of a longer word."""
    if one.entry.script != SPACED:
        return True
    before = LETTERS_BEFORE.search(low[max(0, one.start - 40) : one.start])
    after = LETTERS_AFTER.match(low, one.end)
    around = len(before.group() if before else "") + len(after.group() if after else "")
    return around < one.end - one.start


def _refused(entry: Entry, reading: Reading, start: int, large: bool) -> Begun | None:
    low = reading.low
    letters = len(entry.words[0].stem)
    stop = match._end(entry, reading, start)
    end = stop if stop > start else min(start + letters, len(low))
    if _inside(low, start):
        note = "stands inside a longer word, which no name may"
        return Begun(start, end, entry, "inside a word", note)
    if stop <= start:
        return _broken(entry, reading, start)
    if large and not reading.shown[start].isupper():
        note = f"is a name only with a capital, {entry.name}"
        return Begun(start, end, entry, "capital", note)
    if match._stands(entry, reading, start, stop):
        return None
    return Begun(start, end, entry, *_told(entry, reading, start, stop))


def _inside(low: str, start: int) -> bool:
    beside = scan.BESIDE
    return bool(start and beside.match(low, start - 1) and beside.match(low, start))


def _broken(entry: Entry, reading: Reading, start: int) -> Begun | None:
    """Tell how far a name goes that the text does not finish."""
    low, stem = reading.low, entry.words[0].stem
    end = start + len(stem)
    if len(entry.words) > 1:
        on = LETTERS_AFTER.match(low, end) if entry.script == SPACED else None
        if on and on.group() not in entry.words[0].forms.split():
            return None  # the first word is another one
        note = f"is only how {entry.name} begins, and the text goes on otherwise"
        return Begun(start, end, entry, "begins so", note)
    goes = low[end : end + 20].split()[:1]
    rest = goes[0] if goes else ""
    note = f"goes on with {rest!r}, which is no ending of {entry.name}"
    return Begun(start, end, entry, "ending", note)


def _told(entry: Entry, reading: Reading, start: int, stop: int) -> tuple[str, str]:
    """Say which rule of its script a finished name breaks."""
    shown = reading.shown
    if entry.script == HANGUL:
        return "korean word", "is part of a longer Korean word, or ends in no particle"
    if entry.script == KANA:
        return "kana run", "is part of a longer run of kana"
    if is_side(entry.sort, entry.name) or needs_article(entry.sort, entry.name):
        return "side", "is a side of something else, or lacks its article"
    if entry.sort == "code":
        return "exact letters", f"counts only in these very letters: {entry.name}"
    if entry.script == SPACED and shown[start].isupper():
        return "goes on", "is the start of a longer Korean name that the tables lack"
    return "capital", f"is a name only with a capital, {entry.name}"
