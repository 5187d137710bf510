"""A string that may be a name, where a text has it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from .._actors.choose import Choice
from .._actors.trace import Trace
from .._documents import Document

QUIET = ("byline", "credit")  # passages whose names are no actors


class Seen(NamedTuple):
    """A string in a document; `sure` where its capital is no accident."""

    start: int
    end: int
    form: str
    lang: str
    title: str
    sure: bool


class Free:
    """What of one document no mention, time or byline covers."""

    def __init__(self, document: Document) -> None:
        """Note what is taken."""
        self.document = document
        self.trace = Trace(document)
        owned = [one for one in document.mentions if one.actor or one.via != "surname"]
        spans = [(one.start, one.end) for one in owned]
        self.open = {(m.start, m.end) for m in document.mentions if not m.actor}
        spans += [(one.start, one.end) for one in document.written]
        quiet = (one for one in document.passages if one.kind in QUIET)
        spans += [(one.start, one.end) for one in quiet]
        decoys = (one for one in self.trace.winners if one.sort == "decoy")
        spans += [self.trace.span(one) for one in decoys]
        self.taken = sorted(spans)
        self._starts = [start for start, _ in self.taken]
        self._reach: list[
            int
        ] = []  # the farthest end so far, since spans may lie in others
        for _, end in self.taken:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def at(self, start: int, end: int) -> bool:
        """Tell whether nothing covers any of the span."""
        spot = bisect_right(self._starts, end - 1)
        return not spot or self._reach[spot - 1] <= start

    @cached_property
    def titles(self) -> list[Choice]:
        """The posts and titles that begin and end in the document."""
        return self.trace.titles

    @cached_property
    def before(self) -> dict[int, str]:
        """The titles by where they end."""
        return {self.trace.span(one)[1]: self._said(one) for one in self.titles}

    @cached_property
    def after(self) -> dict[int, str]:
        """The titles by where they begin."""
        return {self.trace.span(one)[0]: self._said(one) for one in self.titles}

    @cached_property
    def terms(self) -> list[tuple[int, int]]:
        """Where titles and words for bodies stand, in reading order."""
        found = (one for one in self.trace.hits if one.entry.sort in ("body", "back"))
        return sorted({*self.inside, *(self.trace.span(one) for one in found)})

    @cached_property
    def inside(self) -> list[tuple[int, int]]:
        """Where titles stand, in reading order."""
        return [self.trace.span(one) for one in self.titles]

    def _said(self, one: Choice) -> str:
        start, end = self.trace.span(one)
        return self.document.text[start:end]
