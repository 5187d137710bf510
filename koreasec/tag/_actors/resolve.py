"""Who is meant: one actor for each name, or the reason why none can be told."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ... import knowledge
from .._fold import Reading
from . import holders as _holders
from .choose import Choice
from .lexicon import actors
from .named import Named, could_be
from .namesakes import given_name_follows, title_after
from .sides import is_side
from .surnames import People, by_post, by_text

VIA = {"demonym": "demonym", "people": "demonym", "short": "demonym"}


def resolve(
    reading: Reading, choices: Sequence[Choice], titles: Sequence[Choice]
) -> list[Named]:
    """
    Give each of the `choices` its actor, in reading order.

    `titles` are titles and posts: surnames of one syllable count only before them,
    and the holder of a post is known by it.
    """
    sure = [_sure(reading, choice) for choice in choices]
    clear = Counter(one.actor for one in sure if one)
    beside = _Titles(reading, titles)
    for spot, choice in enumerate(choices):
        if choice.sort == "surname":
            roles, past = beside.roles(choice), beside.past(choice)
            sure[spot] = by_post(reading, choice, roles, clear, past)
    people = People(reading, [one for one in sure if one and one.kind == "person"])
    found: list[Named | None] = []
    for choice, one in zip(choices, sure, strict=True):
        if choice.sort == "surname":
            titled = beside.near(choice)
            one = one or by_text(reading, choice, people, titled)
        found.append(
            one
            or (
                None
                if choice.sort == "surname"
                else _shared(reading, choice, clear, beside.roles(choice), found)
            )
        )
    named = [_here(reading, one) for one in found if one is not None]
    return _with_sides(choices, named)


def _here(reading: Reading, one: Named) -> Named:
    """Return what the name of a state means in a text on elsewhere: Georgia."""
    rule = knowledge.grammar("actors", "mul").get("elsewhere", {}).get(one.actor)
    if not rule or any(word in reading.low for word in rule["unless"]):
        return one
    if any(word in reading.low for word in rule["words"]):
        return one._replace(actor=rule["actor"])
    return one


def _with_sides(choices: Sequence[Choice], found: list[Named]) -> list[Named]:
    """Drop "the North" and "the South" where nothing says that Korea is meant."""
    sides = {
        choice.start
        for choice in choices
        if is_side(choice.sort, choice.entries[0].name)
    }
    korean = set(knowledge.grammar("actors", "mul").get("sides", []))
    named = [one for one in found if one.actor in korean]
    clear = any(one.start not in sides for one in named)
    if not sides or clear or len({one.actor for one in named}) > 1:
        return found
    return [one for one in found if one.start not in sides]


class _Titles:
    """Titles and posts by where they begin and end."""

    def __init__(self, reading: Reading, titles: Sequence[Choice]) -> None:
        self.reading = reading
        self.starts = {title.start: title for title in titles}
        self.ends = {title.end: title for title in titles}

    def roles(self, choice: Choice) -> list[str]:
        """Return the roles of the title beside a surname."""
        if given_name_follows(self.reading, choice, self.starts):
            return []
        gap = 0 if self.reading.lang(choice.start) == "zh" else 1
        title = self._after(choice) or self.ends.get(choice.start - gap)
        return title.owners() if title else []

    def past(self, choice: Choice) -> bool:
        """Tell whether the title after a surname is a former one: 윤 전 대통령."""
        return self.reading.low.startswith(self._former(choice), choice.end)

    def near(self, choice: Choice) -> bool:
        """Tell whether a title, also a mere Mr, stands beside a surname."""
        if given_name_follows(self.reading, choice, self.starts):
            return False
        given = knowledge.grammar("actors", self.reading.lang(choice.start))
        titles = tuple(given.get("surname_titles", []))
        after = self.reading.low[choice.end : choice.end + 12].lstrip(" ")
        if self.roles(choice) or (titles and after.startswith(titles)):
            return True
        ends = tuple(given.get("surname_title_ends", []))
        return (
            bool(ends)
            and title_after(ends, knowledge.overlay()).match(
                self.reading.low, choice.end
            )
            is not None
        )

    def _after(self, choice: Choice) -> Choice | None:
        low = self.reading.low
        if self.reading.lang(choice.start) in ("ja", "zh"):
            return self._last_after(choice)
        for gap in ("", " ", *self._former(choice)):
            if low.startswith(gap, choice.end) and choice.end + len(gap) in self.starts:
                return self.starts[choice.end + len(gap)]
        return None

    def _last_after(self, choice: Choice) -> Choice | None:
        """Return the last of the titles in one word: カーニー米大統領報道官."""
        found = None
        for at in (*self._after_former(choice), choice.end + 1, choice.end + 2):
            while at in self.starts and self.starts[at].end > at:
                found = self.starts[at]
                at = found.end
            if found is not None:
                break
        return found

    def _after_former(self, choice: Choice) -> list[int]:
        low, end = self.reading.low, choice.end
        gaps = ("", " ", *self._former(choice))
        return [end + len(gap) for gap in gaps if low.startswith(gap, end)]

    def _former(self, choice: Choice) -> tuple[str, ...]:
        given = knowledge.grammar("actors", self.reading.lang(choice.start))
        return tuple(given.get("former_between", ()))


def _sure(reading: Reading, choice: Choice) -> Named | None:
    owners = choice.owners()
    if choice.sort == "surname" or len(owners) != 1:
        return None
    via = _via(reading, choice)
    return Named(choice.start, choice.end, owners[0], via, choice.sort)


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


def _shared(
    reading: Reading,
    choice: Choice,
    clear: Counter[str],
    roles: Sequence[str],
    before: Sequence[Named | None],
) -> Named:
    """
    Choose among actors of one name.

    A post beside a person tells, else who is named elsewhere or holds an office; of
    states the one that the sentence has named.
    """
    owners = choice.owners()
    named: Sequence[str] = [owner for owner in owners if clear[owner]] or owners
    if actors()[owners[0]]["kind"] == "person":
        terms = [term for term in _holders.of_roles(roles) if term.holder in owners]
        now = {term.holder for term in _holders.in_time(terms, reading.document)}
        named = [who for who in owners if who in now] or named
        named = _in_office(reading, named) if len(named) > 1 else named
    elif len(named) > 1 and choice.sort in ("people", "demonym"):
        named = _in_paragraph(reading, choice.start, named, before) or named
    via = VIA.get(choice.sort, "name")
    if len(named) == 1:
        return Named(choice.start, choice.end, named[0], via, choice.sort)
    problem = could_be(named)
    return Named(choice.start, choice.end, "", via, choice.sort, problem)


def _in_paragraph(
    reading: Reading, start: int, owners: Sequence[str], before: Sequence[Named | None]
) -> list[str]:
    """Return the one of the `owners` that the paragraph has named before ``start``."""
    line = reading.lines[bisect_right(reading.lines, start) - 1]
    near = {one.actor for one in before if one and one.start >= line}
    found = [owner for owner in owners if owner in near]
    return found if len(found) == 1 else []


def _in_office(reading: Reading, people: Sequence[str]) -> Sequence[str]:
    """Keep who held an office when the text was written, else who ever did."""
    terms = {actor: _holders.of_actor(actor) for actor in people}
    now = [who for who in people if _holders.in_time(terms[who], reading.document)]
    return now or [who for who in people if terms[who]] or people
