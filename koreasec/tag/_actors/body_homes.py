"""Whose body a bare name of one is: by its language, by who calls it, by its outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from ... import knowledge
from .._fold import Reading
from . import holders
from .bodies import body_of, owned, state_of
from .named import Named

NEAR = 200  # characters before a council in which its head may be named
OPENING = 12  # letters after a stop in which a sentence begins
HEAD = 250  # characters of a text in which its outlet is named
DATELINE = re.compile(r"[^\n()]{0,30}(?:\(|--|—|=)")
TOWN = re.compile(r"[^\W\d_][^\d\n.;:]{1,25}, ")
STOP = re.compile(r"[!?。\n]|\.\s")


class Spanned(Protocol):
    """A body where it stands."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def body(self) -> str: ...


class Homes:
    """The states that a text lets a reader give to its bare bodies."""

    def __init__(self, reading: Reading, named: Sequence[Named]) -> None:
        self.reading = reading
        self.capitals = [
            one for one in named if one.kind == "place" and state_of(one.actor)
        ]
        self.people = [one for one in named if one.kind == "person"]
        rules = knowledge.grammar("actors", "mul")
        self.called = frozenset(rules.get("called_by_leaders", []))
        self.words: list[str] = rules.get("called_words", [])
        self.verbs: list[str] = rules.get("called_verbs", [])
        self.posts = frozenset(rules.get("calling_posts", []))
        self.councils = any(body_of(one.actor)[1] in self.called for one in named)
        outlets = rules.get("outlet_homes", {})
        early = (one.actor for one in named if one.start < HEAD)
        self.outlet: str = next((outlets[one] for one in early if one in outlets), "")
        if not self.outlet:
            self.outlet = self._reported_from(named, set(outlets.values()))

    def _reported_from(self, named: Sequence[Named], states: set[str]) -> str:
        """Return the state from whose capital the text says that it reports."""
        for one in named:
            if one.start >= HEAD:
                break
            state = state_of(one.actor)
            if one.kind not in ("place", "state") or state not in states:
                continue
            line = self.reading.low.rfind("\n", 0, one.start) + 1
            head = self.reading.low[line : one.start]
            if one.kind == "state" and not TOWN.fullmatch(head):
                continue
            if one.kind == "place" and head:
                continue
            if DATELINE.match(self.reading.low, one.end):
                return state
        return ""

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
        if body not in self.called:
            return ""
        national = self._national(start, end)
        for one in reversed(self.people):
            if one.end > start:
                continue
            if start - one.end > NEAR or STOP.search(low, one.end, start):
                return ""
            if not (
                national or any(verb in low[one.end : start] for verb in self.verbs)
            ):
                return ""
            if state := self._led(one.actor):
                return state
        return ""

    def by_place(self, start: int, body: str) -> str:
        """Return the state with whose capital the sentence begins, "" if with none."""
        low = self.reading.low
        head = 0
        for match in STOP.finditer(low, max(0, start - NEAR), start):
            head = match.end()
        for one in self.capitals:
            if head <= one.start <= head + OPENING and one.end <= start:
                state = state_of(one.actor)
                return state if owned(state, body) else ""
        return ""

    def national(self, one: Spanned) -> bool:
        """Tell whether a body is called a national council."""
        return one.body in self.called and self._national(one.start, one.end)

    def of_nations(self, one: Spanned) -> str:
        """Return the council of the United Nations for one that is not national."""
        if one.body not in self.called or self._national(one.start, one.end):
            return ""
        given = knowledge.grammar("actors", self.reading.lang(one.start))
        council: str = given.get("bodies", {}).get("council_of_nations", "")
        return "" if self.councils else council

    def _national(self, start: int, end: int) -> bool:
        return any(word in self.reading.low[start:end] for word in self.words)

    def _led(self, actor: str) -> str:
        terms = holders.in_time(holders.of_actor(actor), self.reading.document)
        for term in terms:
            owner, _, post = term.office.rpartition("/")
            if post.removeprefix("acting-") in self.posts:
                return owner
        return ""
