"""A party and its organ side by side are two: "Central Committee of the WPK"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ... import knowledge
from .._fold import Reading
from .match import Hit
from .named import Named


def parted(
    reading: Reading, hits: Iterable[Hit], named: Sequence[Named]
) -> list[Named]:
    """Part the organs among the `named` that are written with their parties."""
    rules = knowledge.grammar("actors", "mul")
    party_of: dict[str, str] = rules.get("party_organs", {})
    if not any(one.actor in party_of for one in named):
        return list(named)
    parties = set(party_of.values())
    inside = [hit for hit in hits if hit.entry.owner in parties]
    links = tuple(rules.get("party_links", []))
    done: list[Named] = []
    for one in named:
        party = party_of.get(one.actor, "")
        own = [hit for hit in inside if hit.entry.owner == party]
        done += _two(reading, one, own, links) if party else [one]
    return done


def _two(
    reading: Reading, one: Named, parties: Sequence[Hit], links: tuple[str, ...]
) -> list[Named]:
    """Return organ and party, or the organ alone where they are one word."""
    low = reading.low
    for hit in parties:
        if hit.start == one.start and hit.end < one.end and low[hit.end] == " ":
            party = Named(hit.start, hit.end, hit.entry.owner, "name", "name")
            return [party, one._replace(start=hit.end + 1)]
        if hit.end == one.end and hit.start > one.start and low[hit.start - 1] == " ":
            party = Named(hit.start, hit.end, hit.entry.owner, "name", "name")
            end = hit.start - 1
            end -= next((len(link) for link in links if low.endswith(link, 0, end)), 0)
            return [one._replace(end=end), party]
    return [one]
