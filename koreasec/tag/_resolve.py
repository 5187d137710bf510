"""Who is meant: one actor for each name, or the reason why none can be told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from .. import knowledge
from ._choose import Choice
from ._fold import Reading
from ._lexicon import SPACED, actors

VIA = {"demonym": "demonym", "people": "demonym", "short": "demonym"}
NO_FULL_NAME = "no full name in the text"
WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[ ]?$")


class Named(NamedTuple):
    """A name and the actor it means, ``""`` with a `problem` where none is known."""

    start: int
    end: int
    actor: str
    via: str
    sort: str
    problem: str = ""

    @property
    def kind(self) -> str:
        """The kind of the actor."""
        return actors().get(self.actor, {}).get("kind", "")


def resolve(
    reading: Reading, choices: Sequence[Choice], titles: Collection[tuple[int, int]]
) -> list[Named]:
    """
    Give each of the `choices` its actor, in reading order.

    `titles` holds the spans of titles and posts: the surnames of one syllable count
    only before them.
    """
    edges = {start for start, _ in titles}, {end for _, end in titles}
    sure = [_sure(reading, choice) for choice in choices]
    clear = Counter(one.actor for one in sure if one and one.actor)
    people = _People(reading, [one for one in sure if one and one.kind == "person"])
    found = []
    for choice, one in zip(choices, sure, strict=True):
        if one is None and choice.sort == "surname":
            one = _surname(reading, choice, people, *edges)
        elif one is None:
            one = _shared(choice, clear)
        if one is not None:
            found.append(one)
    return found


def _sure(reading: Reading, choice: Choice) -> Named | None:
    owners = choice.owners()
    if choice.sort == "surname" or len(owners) != 1:
        return None
    return Named(
        choice.start, choice.end, owners[0], _via(reading, choice), choice.sort
    )


def _via(reading: Reading, choice: Choice) -> str:
    """Say how an unambiguous name names its actor; "US" before a noun is clipped."""
    entry = choice.entries[0]
    letters = entry.name.replace(".", "")
    clipped = len(letters) == 2 and letters.isascii()
    if entry.sort == "code" and entry.kind == "state" and clipped:
        after = reading.low[choice.end : choice.end + 2]
        if after[:1] == "-" or (after[:1] == " " and after[1:].isalpha()):
            return "demonym"
    return VIA.get(entry.sort, "name")


def _shared(choice: Choice, clear: Counter[str]) -> Named:
    """Choose among several actors of one name: the only one named elsewhere."""
    owners = choice.owners()
    named = [owner for owner in owners if clear[owner]]
    via = VIA.get(choice.sort, "name")
    if len(named) == 1:
        return Named(choice.start, choice.end, named[0], via, choice.sort)
    problem = "could be: " + ", ".join(named or owners)
    return Named(choice.start, choice.end, "", via, choice.sort, problem)


def one_letter(choice: Choice) -> bool:
    """Tell whether the name is a surname of one Chinese or Korean letter."""
    entry = choice.entries[0]
    return choice.sort == "surname" and entry.script != SPACED and len(entry.name) == 1


class _People:
    """The people named in full in one document, and where."""

    def __init__(self, reading: Reading, named: Sequence[Named]) -> None:
        self.reading = reading
        self.starts = [one.start for one in named]
        self.actors = [one.actor for one in named]
        self.counts = Counter(self.actors)
        self.strangers: list[tuple[int, str]] = []

    def of(self, owners: Collection[str]) -> list[str]:
        """Return which of the `owners` are named, in order of appearance."""
        return [actor for actor in self.counts if actor in owners]

    def nearby(self, start: int, owners: Collection[str]) -> list[str]:
        """Return which of the `owners` are named before, in the same paragraph."""
        lines = self.reading.lines
        line = lines[bisect_right(lines, start) - 1]
        last = bisect_right(self.starts, start)
        first = bisect_right(self.starts, line - 1)
        return [one for one in dict.fromkeys(self.actors[first:last]) if one in owners]

    def likeliest(self, start: int, owners: Sequence[str]) -> list[str]:
        """Return the one of the `owners` whom a bare surname means at ``start``."""
        before = [actor for actor in owners if self.before(start, actor)] or owners
        leaders = [actor for actor in before if actor in _leaders(knowledge.overlay())]
        if len(leaders) == 1:
            return leaders
        near = self.nearby(start, before) or before
        most = max(self.counts[actor] for actor in near)
        return [actor for actor in near if self.counts[actor] == most][:1]

    def before(self, start: int, actor: str) -> bool:
        """Tell whether `actor` is named in full before ``start``."""
        return actor in self.actors[: bisect_right(self.starts, start)]


def _surname(
    reading: Reading,
    choice: Choice,
    people: _People,
    starts: Collection[int],
    ends: Collection[int],
) -> Named | None:
    entry = choice.entries[0]
    after = reading.low[choice.end : choice.end + 1] == " "
    titled = choice.end in starts or (after and choice.end + 1 in starts)
    if one_letter(choice) and not (titled and people.of(choice.owners())):
        return None
    if entry.script == SPACED and not _alone(reading, choice):
        return None
    owners = choice.owners()
    if _stranger(reading, choice, owners):
        people.strangers.append((choice.start, entry.name))
        return None
    return _among(choice, owners, people, titled or choice.start - 1 in ends)


def _among(
    choice: Choice, owners: list[str], people: _People, titled: bool
) -> Named | None:
    start, end = choice.start, choice.end
    named = people.of(owners)
    if len(named) > 1:
        named = people.likeliest(start, named)
    strange = choice.entries[0].name in {name for _, name in people.strangers}
    if named and (not strange or people.before(start, named[0])):
        return Named(start, end, named[0], "surname", "surname")
    if named or strange:
        return None
    famous = [owner for owner in owners if actors()[owner]["alone"]]
    if len(famous) == 1:
        return Named(start, end, famous[0], "surname", "surname")
    if not (titled or famous):
        return None
    problem = NO_FULL_NAME if not famous else "could be: " + ", ".join(famous)
    return Named(start, end, "", "surname", "surname", problem)


def _alone(reading: Reading, choice: Choice) -> bool:
    """Tell whether a word is no common noun: an article before it says it is."""
    grammar = knowledge.grammar("actors", reading.lang(choice.start))
    before = WORD_BEFORE.search(reading.low[max(0, choice.start - 20) : choice.start])
    if before is None or before.group(1) not in grammar.get("no_surname_after", []):
        return True
    return reading.low[choice.end : choice.end + 1] == "-"


def _stranger(reading: Reading, choice: Choice, owners: list[str]) -> bool:
    """Tell whether the surname is part of the full name of somebody else."""
    if choice.entries[0].script != SPACED:
        return False
    orders = {actors()[owner]["order"] for owner in owners}
    after = reading.shown[choice.end : choice.end + 40]
    if "family-first" in orders and _given().match(after):
        return True
    before = WORD_BEFORE.search(reading.shown[max(0, choice.start - 30) : choice.start])
    if (
        "given-first" not in orders
        or before is None
        or not before.group(1)[0].isupper()
    ):
        return False
    return before.group(1).lower() in _given_names(knowledge.overlay())


def _given() -> re.Pattern[str]:
    return _given_of(knowledge.overlay())


@cache
def _given_of(over: str) -> re.Pattern[str]:
    """Return the pattern of a Korean given name in Latin or Cyrillic letters."""
    shapes = knowledge.grammar("actors", "mul").get("korean_syllable", [])
    ways = ["(?=[^\\W\\d_])(?-i:[A-ZА-ЯІЄЇҐ])(?<=(.))" for _ in ()]
    ways = [rf" (?={upper}){one}[ -]{one}(?![^\W\d_])" for upper, one in shapes]
    return re.compile("|".join(ways) or r"(?!)")


@cache
def _leaders(over: str) -> frozenset[str]:
    """Return who led a state: of two people of one surname such a one is meant."""
    posts = knowledge.grammar("actors", "mul").get("leading_posts", [])
    return frozenset(
        row["holder"]
        for row in knowledge.rows("offices")
        if row["office"].rpartition("/")[2] in posts
    )


@cache
def _given_names(over: str) -> frozenset[str]:
    """Return the given names that stand before a surname in the tables."""
    found = set()
    for row in knowledge.rows("actor_names"):
        actor, pieces = actors()[row["actor"]], row["name"].split()
        if actor["order"] == "given-first" and row["how"] == "name" and len(pieces) > 1:
            found.add(pieces[0].lower())
    return frozenset(found)
