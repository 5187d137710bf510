"""Everything that can be found, as entries of one automaton."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from ... import _cache, knowledge
from ..._csv_tables import uncollected
from .._fold import fold
from .bare import HAN, HANGUL, KANA, SPACED, WESTERN, bare_surnames, script_of
from .corrected import allowed
from .entries import Entry, Strings, packed, unpacked
from .inflect import FIXED, words
from .sides import without_article

FEW, ENOUGH, MANY = 4, 12, 40  # letters of a prefix; prefixes of a name
SHORT = 3  # letters of a string that the automaton leaves out
NAMES = ("name", "code", "demonym", "people", "surname")


class Lexicon(NamedTuple):
    """
    The automaton and, for each of its strings, the entries that begin so.

    ``large`` tells of each string whether all these begin with a capital letter.
    Those strings of ``short`` do, and are too short for the automaton: it would find
    them inside every other word.
    """

    automaton: ahocorasick_rs.AhoCorasick
    entries: tuple[tuple[Entry, ...], ...]
    large: tuple[bool, ...]
    short: dict[str, int]


def lexicon() -> Lexicon:
    """Return the lexicon of the tables in use, built once."""
    return _lexicon(knowledge.overlay())


def actors() -> dict[str, dict[str, str]]:
    """Return the rows of ``actors`` by actor."""
    return _actors(knowledge.overlay())


@cache
def _actors(over: str) -> dict[str, dict[str, str]]:
    return {row["actor"]: row for row in knowledge.rows("actors")}


@cache
def _lexicon(over: str) -> Lexicon:
    with knowledge.pinned(), uncollected():
        found = _cache.kept("lexicon", _strings, packed, unpacked, _cache.state(over))
    strings = list(found.entries)
    return Lexicon(
        ahocorasick_rs.AhoCorasick(strings[: found.many]),
        tuple(found.entries.values()),
        tuple(found.large),
        {one: number for number, one in enumerate(strings[found.many :], found.many)},
    )


def _strings() -> Strings:
    begins: dict[str, list[Entry]] = {}
    small: set[str] = set()
    for entry in allowed(list(dict.fromkeys(_entries()))):
        starts = prefixes(entry)
        for prefix in starts:
            begins.setdefault(prefix, []).append(entry)
        if not needs_capital(entry):
            small.update(starts)
    few = [one for one in begins if len(one) <= SHORT and one not in small]
    many = [one for one in begins if len(one) > SHORT or one in small]
    return Strings(
        {one: tuple(begins[one]) for one in (*many, *few)},
        len(many),
        [one not in small for one in (*many, *few)],
    )


def entries_of(sort: str, lang: str) -> list[Entry]:
    """Return the entries of a `sort` in a language."""
    lists = lexicon().entries
    found = {entry: None for entries in lists for entry in entries}
    return [one for one in found if one.sort == sort and one.lang == lang]


def loose(entry: Entry) -> bool:
    """Tell whether only a later word of a name must be large: "южная Корея"."""
    return len(entry.words) > 1 and entry.kind == "state" and entry.lang in ("ru", "uk")


def needs_capital(entry: Entry) -> bool:
    """Tell whether a text must write the first letter of `entry` large."""
    if entry.sort not in (*NAMES, "decoy") or loose(entry):
        return False
    name = without_article(entry.sort, entry.name)
    return name[:1].isupper() and name.lower() not in written_small(entry.lang)


def written_small(lang: str) -> frozenset[str]:
    """Return the names that some outlets write small on purpose."""
    return _written_small(lang, knowledge.overlay())


@cache
def _written_small(lang: str, over: str) -> frozenset[str]:
    return frozenset(knowledge.grammar("actors", lang).get("written_small", []))


def prefixes(entry: Entry) -> list[str]:
    """Return strings of which one begins every form of `entry`."""
    return beginnings(entry)[0]


def beginnings(entry: Entry) -> tuple[list[str], int]:
    """
    Return strings of which one begins every form of `entry`, and their words.

    The longer they are, the rarer they are found in vain: gaps and ends that vary
    are written out until there are enough letters.
    """
    found, forms = {entry.words[0].stem: None}, entry.words[0].forms
    used = 1
    for word in entry.words[1:]:
        size = min(map(len, found))
        varies = forms != FIXED or word.gap != " "
        if size >= ENOUGH or (varies and (size >= FEW or len(found) > MANY)):
            break
        ends = ["" if form == FIXED else form for form in forms.split()]
        gaps = [*word.gap.removesuffix("?"), *([""] if word.gap.endswith("?") else [])]
        found = {
            f"{start}{end}{gap}{word.stem}": None
            for start in found
            for end in ends
            for gap in gaps
        }
        forms = word.forms
        used += 1
    return [start for start in found if start], used


def _entries() -> Iterator[Entry]:
    known, rows = actors(), [line.row for line in knowledge.lines("actor_names")]
    for row in rows:
        if row["how"] != "surname":
            actor = known[row["actor"]]
            turned = row["system"] == WESTERN
            yield from _spellings(row, actor, WESTERN if turned else actor["order"])
    for (lang, name), owners in bare_surnames(rows, known).items():
        yield from _forms("surname", " ".join(owners), "person", lang, name)
    for lang in sorted({row["lang"] for row in knowledge.rows("role_terms")}):
        for name, owner in knowledge.grammar("actors", lang).get("side", {}).items():
            yield from _forms("code", owner, "state", lang, name)
    for row in knowledge.rows("decoys"):
        yield from _forms("decoy", "", "", row["lang"], row["text"])
    for sort, table, owner in (
        ("body", "body_terms", "body"),
        ("role", "role_terms", "role"),
        ("back", "back_terms", "word"),
    ):
        for row in knowledge.rows(table):
            yield from _forms(sort, row[owner], sort, row["lang"], row["term"])


def _spellings(
    row: dict[str, str], actor: dict[str, str], order: str
) -> Iterator[Entry]:
    name = row["name"]
    short = len(name) == 1 and script_of(name) != SPACED
    sort = "short" if short else row["how"]
    order = order if actor["kind"] == "person" else ""
    yield from _forms(sort, row["actor"], actor["kind"], row["lang"], name, order)
    pieces = name.split()
    if order == "given-first" and len(pieces) == 2 and row["actor"] in _japanese():
        turned = f"{pieces[1]} {pieces[0]}"
        yield from _forms(sort, row["actor"], actor["kind"], row["lang"], turned, order)


@cache
def _japanese() -> frozenset[str]:
    """Return the people whose own name is Japanese: some outlets turn it round."""
    return frozenset(
        row["actor"]
        for row in knowledge.rows("actor_names")
        if row["lang"] == "ja" and script_of(row["name"]) == HAN
    )


def _forms(
    sort: str, owner: str, kind: str, lang: str, name: str, order: str = ""
) -> Iterator[Entry]:
    use = "term" if sort in ("body", "back") else sort
    for written in _spelled(name, lang):
        bare = without_article(sort, written)
        parts = words(bare, lang, use, order=order)
        yield Entry(sort, owner, kind, lang, written, script_of(bare), parts)


def _spelled(name: str, lang: str) -> list[str]:
    """Return `name` and, where a keyboard may lack them, it without umlauts."""
    found = [name]
    for letter, written in _letters(lang, knowledge.overlay()):
        found += [seen.replace(letter, written) for seen in found if letter in seen]
    return found


@cache
def _letters(lang: str, over: str) -> tuple[tuple[str, str], ...]:
    return tuple(knowledge.grammar("actors", lang).get("spelled", {}).items())


__all__ = [
    "HAN",
    "HANGUL",
    "KANA",
    "NAMES",
    "SPACED",
    "Entry",
    "Lexicon",
    "actors",
    "fold",
    "lexicon",
    "script_of",
    "written_small",
]
