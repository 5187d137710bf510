"""What stands beside a post: the names by their edges, and the person among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ... import knowledge
from .._fold import Reading
from .named import Named
from .role_grammar import CJK, role_rules

BRACKET = re.compile(r" ?\([^()\n]{2,20}\)")
INITIALS = re.compile(r" (?:[^\W\d_]\. ?){1,2}")
# A capital after a post begins a name; German nouns begin so too.
STRANGER = re.compile(r" [A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’-]*[a-zß-ÿа-яёіїєґ]")
STRANGER_DE = re.compile(r" [A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][a-z'-]+")


class Beside:
    """The names of a text by where they begin and end."""

    def __init__(self, reading: Reading, named: Sequence[Named]) -> None:
        self.reading = reading
        self.starts = {one.start: one for one in named}
        self.ends = {one.end: one for one in named}

    def before(self, start: int, gaps: Sequence[str]) -> Named | None:
        """Return the name that ends before ``start`` with one of the `gaps` between."""
        for gap in gaps:
            one = self.ends.get(start - len(gap))
            if one and self.reading.low.endswith(gap, 0, start):
                return one
        return None

    def after(self, end: int, gaps: Sequence[str]) -> Named | None:
        """Return the name that begins after ``end`` with one of the `gaps` between."""
        for gap in gaps:
            one = self.starts.get(end + len(gap))
            if one and self.reading.low.startswith(gap, end):
                return one
        return None


def person_beside(
    beside: Beside, whole: int, first: int, end: int, stop: int, lang: str
) -> str:
    """
    Return the person named beside a post, ``?`` where a stranger seems to be.

    The post goes from `whole`, or without its owner from `first`, to `end`, with an
    owner after it to `stop`.
    """
    gaps = (
        ("", " ", "·", ", ")
        if lang in CJK
        else (" ", ", ", ", the ", " - ", " — ", "-")
    )
    gaps += tuple(knowledge.grammar("actors", lang).get("person_links", ()))
    bracket = BRACKET.match(beside.reading.low, stop)
    stop = bracket.end() if bracket else stop
    after = beside.after(stop, gaps)
    initials = INITIALS.match(beside.reading.shown, stop)
    if after is None and initials:
        after = beside.starts.get(initials.end())
    before_gaps = _before_gaps(lang)
    before = beside.before(whole, before_gaps) or beside.before(first, before_gaps)
    for one in (before, after) if lang in CJK else (after, before):
        if one and (one.kind == "person" or one.sort == "surname" or not one.actor):
            return one.actor or "?"
    strange = STRANGER_DE if lang == "de" else STRANGER
    spaced = lang not in CJK and strange.match(beside.reading.shown, stop)
    return "?" if spaced and after is None else ""


def _before_gaps(lang: str) -> tuple[str, ...]:
    if lang in CJK:
        return ("", " ", " 전 ", "前", "・", "·")
    given = role_rules(lang)["articles"]
    return (", ", " — ", " - ", *(f", {article} " for article in given))
