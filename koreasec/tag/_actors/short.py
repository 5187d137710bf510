"""States written as one letter: 북미, 日米韓, 北 at the head of a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ... import knowledge
from .._fold import Reading
from .choose import Choice
from .lexicon import HAN, HANGUL, script_of
from .match import Hit
from .named import Named

JOINTS = "·-/"
EDGE = re.compile(r"[\s,·…“”‘’\"'()\[\]<>〈〉「」『』:;!?~/-]|$")


class Rules(NamedTuple):
    """How one language writes states as letters."""

    not_pairs: frozenset[str]
    pairs_with: dict[str, str]
    not_after: frozenset[str]
    anywhere: frozenset[str]
    at_head: frozenset[str]
    stops: tuple[str, ...]
    nouns: tuple[str, ...]
    after: tuple[str, ...]
    not_words: tuple[str, ...]
    before: dict[str, list[str]]
    posts: re.Pattern[str]
    needs: dict[str, re.Pattern[str]]
    pair_end: re.Pattern[str]
    letter_end: re.Pattern[str]


def find(
    reading: Reading,
    hits: Sequence[Hit],
    named: Sequence[Named],
    posts: Sequence[Choice],
) -> list[Named]:
    """Return the states written as one letter, outside longer names."""
    letters = _letters(reading, hits)
    if not letters:
        return []
    begins = {one.start for one in posts}
    names = {one.start for one in named}
    kept = {spot for one in named for spot in range(one.start, one.end)}
    kept |= {
        spot
        for hit in hits
        if hit.entry.sort == "decoy"
        and hit.entry.lang == reading.lang(hit.start)
        and knowledge.grammar("actors", hit.entry.lang).get("decoys_hold_letters")
        for spot in range(hit.start, hit.end)
    }
    loose = {
        spot
        for one in named
        if one.kind == "place"
        for spot in (one.start, one.end - 1)
    }
    found: list[Named] = []
    for run in _runs(reading, letters, kept - loose):
        if len(run) > 1 and not _pair(reading, run):
            continue
        if len(run) == 1 and (
            run[0] in kept or not _single(reading, run[0], begins, names)
        ):
            continue
        found += (
            Named(spot, spot + 1, letters[spot], "demonym", "short") for spot in run
        )
    return found


def _letters(reading: Reading, hits: Sequence[Hit]) -> dict[int, str]:
    """Return the state of each letter that may stand for one, by where it stands."""
    return {
        hit.start: hit.entry.owner
        for hit in hits
        if hit.entry.sort == "short" and hit.entry.lang == reading.lang(hit.start)
    }


def _runs(
    reading: Reading, letters: dict[int, str], taken: Collection[int]
) -> Iterator[list[int]]:
    """Yield letters that follow one another, also with a dot between."""
    run: list[int] = []
    for spot in sorted(letters):
        if spot in taken:
            continue
        joint = run and reading.low[run[-1] + 1 : spot]
        if run and (joint == "" or (len(str(joint)) == 1 and str(joint) in JOINTS)):
            run.append(spot)
            continue
        if run:
            yield run
        run = [spot]
    if run:
        yield run


def _pair(reading: Reading, run: list[int]) -> bool:
    """Tell whether letters in a row are states, not a word that looks so."""
    low, rules = reading.low, _rules_at(reading, run[0])
    word = "".join(low[spot] for spot in run)
    if word in rules.not_pairs or len(set(word)) < len(word):
        return False
    for letter, others in rules.pairs_with.items():
        if letter in word and not set(word) - {letter} <= set(others):
            return False
    if word in rules.needs and not rules.needs[word].match(low, run[-1] + 1):
        return False
    before = low[run[0] - 1] if run[0] else " "
    if before in rules.not_after:
        return False
    if script_of(word) != HANGUL:
        return True
    return script_of(before) != HANGUL and bool(rules.pair_end.match(low, run[-1] + 1))


def _single(
    reading: Reading, spot: int, begins: Collection[int], names: Collection[int]
) -> bool:
    """Tell whether one letter alone stands for its state."""
    low, rules = reading.low, _rules_at(reading, spot)
    lang = reading.lang(spot)
    letter, before = low[spot], low[spot - 1] if spot else "\n"
    after = low[spot + 1 : spot + 2]
    head = before == "\n" or not low[:spot].strip(" \"'‘“「『(")
    if rules.after and before in rules.after:
        return not low.endswith(rules.not_words, 0, spot)
    if before == "주" and EDGE.match(low[spot - 2] if spot > 1 else " "):
        return bool(rules.posts.match(low, spot + 1))
    if letter in rules.pairs_with and not (lang == "ko" and script_of(letter) == HAN):
        return after in rules.pairs_with[letter] and spot + 1 in names and after != ""
    if before in rules.not_after:
        return False
    if lang != "ko":
        return spot + 1 in begins or (
            head and letter in rules.at_head and after in rules.stops
        )
    if not EDGE.match(before):
        return False
    if script_of(letter) != HANGUL:
        return bool(rules.letter_end.match(low, spot + 1))
    if letter in rules.before and low.startswith(
        tuple(f" {noun}" for noun in rules.before[letter]), spot + 1
    ):
        return True
    if letter not in rules.anywhere and not (head and letter in rules.at_head):
        return False
    if head and letter in rules.anywhere and after and after in rules.stops:
        return True
    noun = low.startswith(rules.nouns, spot + 2)
    return after == " " and (noun or spot + 2 in begins or spot + 2 in names)


def _rules_at(reading: Reading, spot: int) -> Rules:
    return _rules(reading.lang(spot), knowledge.overlay())


@cache
def _rules(lang: str, over: str) -> Rules:
    given = knowledge.grammar("actors", lang)
    particles, nouns = _either(given.get("particles")), _either(given.get("pair_nouns"))
    return Rules(
        frozenset(given.get("not_pairs", [])),
        given.get("pairs_with", {}),
        frozenset(given.get("not_short_after", [])),
        frozenset(given.get("short_anywhere", [])),
        frozenset(given.get("short_at_head", [])),
        tuple(given.get("short_stops", [])),
        tuple(given.get("short_nouns", [])),
        tuple(given.get("short_after", [])),
        tuple(given.get("not_short_words", [])),
        given.get("short_before", {}),
        re.compile(f" ?(?:{_either(given.get('short_posts'))})"),
        {
            word: re.compile(after)
            for word, after in given.get("pair_needs", {}).items()
        },
        re.compile(f"(?:{nouns})?(?:{nouns})?(?:{particles})?(?![가-힣])"),
        re.compile(f"(?:{particles})?(?:{EDGE.pattern})"),
    )


def _either(words: Sequence[str] | None) -> str:
    longest_first = sorted(words or (), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or "(?!)"
