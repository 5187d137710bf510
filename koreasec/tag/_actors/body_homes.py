"""Whose body a bare name of one is: by its language, by who calls it, by its outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ... import knowledge
from .._fold import Reading
from . import holders
from .named import Named

NEAR = 200  # characters before a council in which its head may be named
HEAD = 250  # characters of a text in which its outlet is named
STOP = re.compile(r"[!?。\n]|\.\s")


class Homes:
    """The states that a text lets a reader give to its bare bodies."""

    def __init__(self, reading: Reading, named: Sequence[Named]) -> None:
        self.reading = reading
        self.people = [one for one in named if one.kind == "person"]
        rules = knowledge.grammar("actors", "mul")
        self.called = frozenset(rules.get("called_by_leaders", []))
        self.words: list[str] = rules.get("called_words", [])
        self.posts = frozenset(rules.get("calling_posts", []))
        outlets = rules.get("outlet_homes", {})
        early = (one.actor for one in named if one.start < HEAD)
        self.outlet: str = next((outlets[one] for one in early if one in outlets), "")

    def by_name(self, start: int, end: int) -> str:
        """Return the state whose body alone its language calls so, "" if none."""
        reading = self.reading
        given = knowledge.grammar("actors", reading.lang(start)).get("bodies", {})
        if any(word in reading.low for word in given.get("not_home", [])):
            return ""
        state: str = given.get("home", {}).get(reading.low[start:end], "")
        return state

    def by_leader(self, start: int, end: int, body: str) -> str:
        """Return whose leader, named just before in the sentence, calls a council."""
        low = self.reading.low
        if body not in self.called or not any(
            word in low[start:end] for word in self.words
        ):
            return ""
        for one in reversed(self.people):
            if one.end > start:
                continue
            if start - one.end > NEAR or STOP.search(low, one.end, start):
                return ""
            if state := self._led(one.actor):
                return state
        return ""

    def _led(self, actor: str) -> str:
        terms = holders.in_time(holders.of_actor(actor), self.reading.document)
        for term in terms:
            owner, _, post = term.office.rpartition("/")
            if post.removeprefix("acting-") in self.posts:
                return owner
        return ""
