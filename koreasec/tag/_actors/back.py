"""Nouns that point back to an organisation named before: the ministry, Partei."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from ... import knowledge
from .._fold import Reading
from .choose import Choice
from .lexicon import actors
from .named import Named
from .role_grammar import CJK

FAR = 200  # organisations after which a noun points back no more


def find(
    reading: Reading, terms: Sequence[Choice], named: Sequence[Named]
) -> list[Named]:
    """Return the `terms` that point back, each with the organisation named last."""
    found = []
    starts = {one.start for one in named}
    ends = [one.end for one in named if one.kind == "organisation"]
    known = [one for one in named if one.kind == "organisation"]
    for term in terms:
        if term.end + 1 not in starts and _definite(reading, term):
            upto = bisect_right(ends, term.start)
            actor = _last(reading, term, known[max(0, upto - FAR) : upto])
            if actor:
                found.append(Named(term.start, term.end, actor, "office", "back"))
    return found


def _last(reading: Reading, term: Choice, before: Sequence[Named]) -> str:
    """Return the last organisation written with the noun, else labelled with it."""
    stem = term.entries[0].words[0].stem
    for one in reversed(before):
        if stem in reading.low[one.start : one.end]:
            return one.actor
    words = {owner.lower() for owner in term.owners()}
    for one in reversed(before):
        if words & set(actors()[one.actor]["label"].lower().split()):
            return one.actor
    return ""


def _definite(reading: Reading, term: Choice) -> bool:
    """Tell whether the noun stands for one known organisation, without an owner."""
    lang, low = reading.lang(term.start), reading.low
    given: dict[str, Any] = knowledge.grammar("actors", lang).get("back", {})
    if low.startswith(tuple(given.get("not_before", ["-"])), term.end):
        return False
    articles = given.get("articles")
    if lang in CJK or articles is None:
        return lang in CJK
    before = low[max(0, term.start - 20) : term.start]
    words = before.replace("'", " ").split()
    if not articles:
        return not words or words[-1] not in given.get("not_after", [])
    return bool(words) and before.endswith((" ", "'")) and words[-1] in articles
