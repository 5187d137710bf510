"""Who is meant: one actor for each name, or the reason why none can be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ... import knowledge
from .._fold import Reading
from . import holders as _holders
from .choose import Choice
from .lexicon import actors
from .named import Named, could_be
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
    found = []
    for choice, one in zip(choices, sure, strict=True):
        if choice.sort == "surname":
            titled = beside.near(choice)
            one = one or by_text(reading, choice, people, titled)
        found.append(
            one
            or (None if choice.sort == "surname" else _shared(reading, choice, clear))
        )
    return _with_sides(choices, [one for one in found if one is not None])


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
        title = self._after(choice) or self.ends.get(choice.start - 1)
        return title.owners() if title else []

    def past(self, choice: Choice) -> bool:
        """Tell whether the title after a surname is a former one: 윤 전 대통령."""
        return self.reading.low.startswith(self._former(choice), choice.end)

    def near(self, choice: Choice) -> bool:
        """Tell whether a title, also a mere Mr, stands beside a surname."""
        given = knowledge.grammar("actors", self.reading.lang(choice.start))
        titles = tuple(given.get("surname_titles", []))
        after = self.reading.low[choice.end : choice.end + 12].lstrip(" ")
        return bool(self.roles(choice)) or bool(titles and after.startswith(titles))

    def _after(self, choice: Choice) -> Choice | None:
        low = self.reading.low
        for gap in ("", " ", *self._former(choice)):
            if low.startswith(gap, choice.end) and choice.end + len(gap) in self.starts:
                return self.starts[choice.end + len(gap)]
        return None

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


def _shared(reading: Reading, choice: Choice, clear: Counter[str]) -> Named:
    """Choose among actors of one name: who is named elsewhere or holds an office."""
    owners = choice.owners()
    named: Sequence[str] = [owner for owner in owners if clear[owner]] or owners
    if len(named) > 1 and actors()[owners[0]]["kind"] == "person":
        named = _in_office(reading, named)
    via = VIA.get(choice.sort, "name")
    if len(named) == 1:
        return Named(choice.start, choice.end, named[0], via, choice.sort)
    problem = could_be(named)
    return Named(choice.start, choice.end, "", via, choice.sort, problem)


def _in_office(reading: Reading, people: Sequence[str]) -> Sequence[str]:
    """Keep who held an office when the text was written, else who ever did."""
    terms = {actor: _holders.of_actor(actor) for actor in people}
    now = [who for who in people if _holders.in_time(terms[who], reading.document)]
    return now or [who for who in people if terms[who]] or people
