"""What the finder of actors saw in one document, step by step."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from .._documents import Document, Mention
from .._fold import Reading
from . import choose, roles
from .choose import Choice
from .lexicon import NAMES
from .match import Hit, hits
from .refusals import Begun


class Trace:
    """What the finder of actors saw in one document, step by step."""

    def __init__(self, document: Document) -> None:
        """Read the `document` as the finder does."""
        self.document = document
        self.reading: Reading = document.reading
        self.hits: list[Hit] = hits(self.reading)

    @cached_property
    def winners(self) -> list[Choice]:
        """The names and decoys that are left when the longest is chosen."""
        sorts = (*NAMES, "decoy")
        return choose.longest(choose._grouped(self.reading, self.hits, sorts), [])

    @cached_property
    def titles(self) -> list[Choice]:
        """The posts and titles."""
        whole = [one for one in self.winners if one.sort != "decoy"]
        found = choose.terms(self.reading, self.hits, "role", whole)
        return [title for title in found if roles.stands(self.reading, title)]

    def over(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that reach into a span of the document."""
        found = self.document.mentions
        return [one for one in found if one.start < end and one.end > start]

    def folded(self, offset: int) -> int:
        """Return where `offset` of the document stands in the folded text."""
        at = self.reading.at
        return offset if at is None else bisect_left(at, offset)

    def span(self, one: Hit | Choice | Begun) -> tuple[int, int]:
        """Return where something of the folded text stands in the document."""
        return self.reading.span(one.start, one.end)
