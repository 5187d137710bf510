"""First halves of compounds: "Verteidigungs- und Außenministerium" are two bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ... import knowledge
from .._fold import Reading, fold
from .choose import Choice
from .lexicon import Entry, entries_of

HALF = re.compile(r"([^\W\d_]{3,30})-(?:,| (?:und|sowie|oder|bzw\.)) $")
ARTICLE = re.compile(r"(?:das|dem|des|die|der|den) $")
FAR = 60


def halves(reading: Reading, terms: Sequence[Choice]) -> list[Choice]:
    """Return the bodies whose names end with that of the next one, in German."""
    found = []
    for term in terms:
        if reading.lang(term.start) != "de":
            continue
        before = reading.low[max(0, term.start - FAR) : term.start]
        before = ARTICLE.sub("", before)
        half = HALF.search(before)
        if half is None:
            continue
        entries = _compounds(knowledge.overlay()).get(half.group(1), ())
        if entries:
            start = max(0, term.start - FAR) + half.start(1)
            found.append(Choice(start, start + len(half.group(1)) + 1, entries))
    return found


@cache
def _compounds(over: str) -> dict[str, tuple[Entry, ...]]:
    """Return the bodies of German by the first halves of their names."""
    ends = knowledge.grammar("actors", "de").get("compound_ends", [])
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries_of("body", "de"):
        name = fold(entry.name)
        for end in ends:
            if name.endswith(end) and len(name) > len(end) + 2:
                found.setdefault(name.removesuffix(end), (entry,))
    return found
