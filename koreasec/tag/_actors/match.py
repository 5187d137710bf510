"""Find every entry of the lexicon in a text, each only where a word may stand."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ... import knowledge
from .._fold import Reading, show
from . import sides
from .first_names import first_name
from .inflect import FIXED, tail
from .lexicon import (
    HANGUL,
    KANA,
    SPACED,
    Entry,
    actors,
    loose,
)
from .scan import candidates
from .sides import is_side, without_article

GERMAN = "- s"
# An army that is only the start of "military": 北朝鮮軍事, 북한군사.
MILITARY = re.compile("[軍军](?=[事备備縮缩])|군(?=사(?!령))")


class Hit(NamedTuple):
    """A span of the folded text and one entry that it may mean."""

    start: int
    end: int
    entry: Entry


def hits(reading: Reading) -> list[Hit]:
    """Return all places where an entry stands as a word, longest first by start."""
    found: list[Hit] = []
    with knowledge.pinned():
        for start, entries in candidates(reading):
            for entry in entries:
                stop = _end(entry, reading, start)
                if stop > start and _stands(entry, reading, start, stop):
                    found.append(Hit(start, stop, entry))
    found.sort(key=lambda hit: (hit.start, -hit.end))
    return found


def _end(entry: Entry, reading: Reading, start: int) -> int:
    """Return where `entry` ends if it begins at `start`, else -1."""
    low, at = reading.flat, start
    for number, word in enumerate(entry.words):
        if number:
            at = _over(low, at, word.gap)
        if not low.startswith(word.stem, at):
            return -1
        at += len(word.stem)
        if entry.script != SPACED:
            continue
        last = number == len(entry.words) - 1
        forms = word.forms
        match = tail(forms).match(low, at)
        bare = match is None and last and forms == FIXED
        if bare and low.startswith("s", at) and _german(reading, start):
            match = tail(GERMAN).match(low, at)
        if match is None and not _joined(entry, number):
            return -1
        at = match.end() if match else at
    return at


def _joined(entry: Entry, number: int) -> bool:
    """Tell whether the next word may follow without a gap."""
    return number + 1 < len(entry.words) and entry.words[number + 1].gap.endswith("?")


def _over(low: str, at: int, gap: str) -> int:
    """Step over the gap at `at`; a gap that must be there and is not spoils it."""
    if low[at : at + 1] and low[at] in gap.removesuffix("?"):
        return at + 1
    return at if gap.endswith("?") else len(low) + 1


def _german(reading: Reading, start: int) -> bool:
    return reading.lang(start) in ("de", "und")


def _stands(entry: Entry, reading: Reading, start: int, stop: int) -> bool:
    """Tell whether the letters beside the span and its case leave it a word."""
    shown, low = reading.shown, reading.low
    if entry.script == SPACED:
        return _cased(entry, shown, start, stop)
    if MILITARY.match(low, stop - 1):
        return False
    if entry.script == HANGUL:
        return (
            stop - start > 2
            or entry.sort == "short"
            or _korean(entry, low, start, stop)
        )
    if entry.script == KANA:
        return not (_kana(low, start - 1) or _kana(low, stop))
    return not (entry.kind == "person" and _longer_name(entry, low, stop))


def _cased(entry: Entry, shown: str, start: int, stop: int) -> bool:
    """Tell whether the span is written large where the name is."""
    name = entry.name
    if is_side(entry.sort, name):
        if not sides.stands(name, entry.lang, shown, start, stop):
            return False
        name = without_article(entry.sort, name)
    if shown[start].islower() and name.lower() in _small(entry.lang):
        return True
    if entry.kind == "state" and first_name(name, shown, start, stop):
        return False
    if entry.sort == "code":
        return shown.startswith(_letters(name), start)
    if entry.sort in ("body", "role", "back") or not name[:1].isupper():
        return True
    if loose(entry) and shown[start].islower():
        return shown[shown.rfind(" ", start, stop) + 1].isupper()
    return shown[start].isupper() and not _goes_on(entry, shown, stop)


@cache
def _letters(name: str) -> str:
    """Return a code as texts are shown: one form a letter."""
    return show(name)


def _small(lang: str) -> list[str]:
    """Return the names that some outlets write small on purpose."""
    return knowledge.grammar("actors", lang).get("written_small", [])


def _goes_on(entry: Entry, shown: str, stop: int) -> bool:
    """Tell whether a Korean name of two syllables is the start of a longer one."""
    if entry.kind != "person" or len(entry.words) != 2 or entry.sort != "name":
        return False
    family_first = actors()[entry.owner]["order"] == "family-first"
    return family_first and bool(syllable_after(knowledge.overlay()).match(shown, stop))


@cache
def syllable_after(over: str) -> re.Pattern[str]:
    """Return the pattern of one more syllable of a Korean given name."""
    shapes = knowledge.grammar("actors", "mul").get("korean_syllable", [])
    ways = [rf"(?: (?={large})|-){one}(?![^\W\d_])" for large, one in shapes]
    return re.compile("|".join(ways) or "(?!)")


def _longer_name(entry: Entry, low: str, stop: int) -> bool:
    """Tell whether a foreign name in Chinese goes on: 拉米雷斯 is no 拉米."""
    if len(entry.name) > 3 or entry.lang != "zh":
        return False
    after = low[stop : stop + 1]
    foreign = actors()[entry.owner.split()[0]]["order"] == "given-first"
    signs = knowledge.grammar("actors", "zh").get("foreign_name_goes_on", "")
    return foreign and after != "" and after in signs


def _kana(low: str, at: int) -> bool:
    return 0 <= at < len(low) and ("\u30a1" <= low[at] <= "\u30fa" or low[at] == "ー")


def _korean(entry: Entry, low: str, start: int, stop: int) -> bool:
    """Tell whether short Hangul begins and ends as a word does."""
    left, right = _korean_sides(knowledge.overlay())
    if entry.sort in ("body", "back", "decoy"):
        return True
    if not right.match(low, stop):
        return False
    return entry.sort == "role" or bool(left.search(low[max(0, start - 6) : start]))


@cache
def _korean_sides(over: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    grammar = knowledge.grammar("actors", "ko")
    particles = "|".join(sorted(grammar["particles"], key=len, reverse=True))
    nouns = "|".join(sorted(grammar["nouns"], key=len, reverse=True))
    before = "|".join(grammar["before"])
    return (
        re.compile(f"(?:^|[^가-힣])(?:{before})?$"),
        re.compile(f"(?:{nouns})?(?:{nouns})?(?:{particles})?(?![가-힣])"),
    )
