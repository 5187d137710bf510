"""Whom a surname alone means inside its document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, partial

from ... import _cache, knowledge
from .._fold import Reading, fold
from . import holders as _holders
from .choose import Choice
from .inflect import FIXED, words
from .lexicon import SPACED, actors
from .named import Named, could_be
from .namesakes import by_title, kin
from .strangers import WORD_BEFORE
from .strangers import strange as _strange

JUST_LEFT = 30  # days for which a text still calls somebody by a lost post
EVER = 365 * 60
NO_FULL_NAME = "no full name in the text"
MORE_NAME = re.compile(r" [A-Z][a-z]{2,}(?=[,.]| [a-z]{2,})")


class People:
    """The people named in full in one document, and where."""

    def __init__(self, reading: Reading, named: Sequence[Named]) -> None:
        self.reading = reading
        self.starts = [one.start for one in named]
        self.actors = [one.actor for one in named]
        self.named = named
        self.counts = Counter(self.actors)
        self.weights = Counter(one.actor for one in named if not kin(reading, one))
        self.first: dict[str, int] = {}
        for one in named:
            self.first.setdefault(one.actor, one.start)
        self.strangers: set[str] = set()

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
        leaders = [actor for actor in before if actor in _holders.leaders()]
        often = max(self.weights[actor] for actor in before)
        weight = self.weights[leaders[0]] if len(leaders) == 1 else 0
        if weight and weight * 2 >= often:
            return leaders
        before = [actor for actor in before if self.weights[actor]] or before
        near = self.nearby(start, before) or before
        most = max(self.counts[actor] for actor in near)
        return [actor for actor in near if self.counts[actor] == most][:1]

    def before(self, start: int, actor: str) -> bool:
        """Tell whether `actor` is named in full before ``start``."""
        return self.first.get(actor, start) < start


def one_letter(choice: Choice) -> bool:
    """Tell whether the name is a surname of one Chinese or Korean letter."""
    entry = choice.entries[0]
    return choice.sort == "surname" and entry.script != SPACED and len(entry.name) == 1


def by_post(
    reading: Reading,
    choice: Choice,
    roles: Collection[str],
    states: Collection[str],
    past: bool = False,
) -> Named | None:
    """Return whom a surname beside a post, or a `past` one, means by the offices."""
    owners = choice.owners()
    if not roles or _strange(reading, choice, owners):
        return None
    terms = [term for term in _holders.of_roles(roles) if term.holder in owners]
    days = EVER if past else JUST_LEFT
    now = [] if past else _holders.in_time(terms, reading.document)
    terms = now or _holders.in_time(terms, reading.document, days)
    if len({term.holder for term in terms}) > 1:
        terms = [term for term in terms if term.office.partition("/")[0] in states]
    found = {term.holder for term in terms}
    if len(found) != 1:
        return None
    return Named(choice.start, choice.end, found.pop(), "surname", "surname")


def by_text(
    reading: Reading, choice: Choice, people: People, titled: bool
) -> Named | None:
    """Return whom a surname means by the full names in the text, None if nobody."""
    entry, owners = choice.entries[0], choice.owners()
    if one_letter(choice) and not (titled and people.of(owners)):
        return None
    if one_letter(choice) and _is_state(reading, choice.start):
        return None
    if entry.script == SPACED and _common_noun(reading, choice):
        return None
    if _strange(reading, choice, owners):
        people.strangers.add(entry.name)
        return None
    return _among(reading, choice, owners, people, titled)


def _among(
    reading: Reading, choice: Choice, owners: list[str], people: People, titled: bool
) -> Named | None:
    start, end = choice.start, choice.end
    named = people.of(owners)
    if len(named) > 1:
        titled_so = by_title(people.reading, end, people.named, named)
        named = titled_so or people.likeliest(start, named)
    strange = choice.entries[0].name in people.strangers
    if named and (not strange or people.before(start, named[0])):
        return Named(start, end, named[0], "surname", "surname")
    if named or strange:
        return None
    famous = _famous(tuple(owners), knowledge.overlay())
    if len(famous) == 1:
        return Named(start, end, famous[0], "surname", "surname")
    if not (titled or famous) or _goes_on(reading, end):
        return None
    problem = NO_FULL_NAME if not famous else could_be(famous)
    return Named(start, end, "", "surname", "surname", problem)


def _is_state(reading: Reading, start: int) -> bool:
    """Tell whether the letter before makes a letter a state: 驻华大使."""
    rules = knowledge.grammar("actors", reading.lang(start))
    return bool(start) and reading.low[start - 1] in rules.get("short_after", [])


def _goes_on(reading: Reading, end: int) -> bool:
    """Tell whether a further name follows in running text: "Kim Beazley said"."""
    return bool(MORE_NAME.match(reading.shown, end))


def _common_noun(reading: Reading, choice: Choice) -> bool:
    """Tell whether an article before the word and no hyphen after it say so."""
    grammar = knowledge.grammar("actors", reading.lang(choice.start))
    before = WORD_BEFORE.search(reading.low[max(0, choice.start - 20) : choice.start])
    if before is None or before.group(1) not in grammar.get("no_surname_after", []):
        return False
    return reading.low[choice.end : choice.end + 1] != "-"


@cache
def _famous(owners: tuple[str, ...], over: str) -> list[str]:
    """Return which of the `owners` of a surname are meant by it anywhere."""
    return [owner for owner in owners if actors()[owner]["alone"]]


def nominatives(actor: str, lang: str) -> frozenset[str]:
    """Return the folded names of a person that another case would change."""
    return _nominatives(lang, knowledge.overlay()).get(actor, frozenset())


@cache
def _nominatives(lang: str, over: str) -> dict[str, frozenset[str]]:
    make = partial(_changing, lang)
    return _cache.kept_sets(f"nominatives-{lang}", make, over)


def _changing(lang: str) -> dict[str, frozenset[str]]:
    known = actors()
    found: dict[str, set[str]] = {}
    for line in knowledge.lines("actor_names"):
        row = line.row
        if row["lang"] != lang or row["how"] != "name":
            continue
        given_first = known[row["actor"]]["order"] == "given-first"
        if given_first and words(row["name"], lang, "name")[-1].forms != FIXED:
            full = fold(row["name"])
            found.setdefault(row["actor"], set()).update((full, full.split()[-1]))
    return {actor: frozenset(names) for actor, names in found.items()}
