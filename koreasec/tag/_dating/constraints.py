"""Reasons for a day of publication, and what is left when they are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ... import knowledge
from . import days as _days
from .days import Days


class Constraint(NamedTuple):
    """
    One reason: the text was published on one of `days`, because of a span.

    `yearly` days come back every year: alone they do not date a text. A `recent`
    reason of the same rank is believed before one that points further back.
    """

    start: int
    end: int
    rule: str
    days: Days
    note: str
    strength: str = "hard"
    yearly: bool = False


class Judged(NamedTuple):
    """A reason, whether it was kept, and why not."""

    reason: Constraint
    used: bool
    note: str


class Verdict(NamedTuple):
    """What all reasons together prove, and what habits make likely."""

    judged: list[Judged]
    hard: Days
    likely: Days
    anchored: Days


def ranks() -> dict[str, int]:
    """Return how far each rule is believed before others; 0 is believed first."""
    return dict(_ranks(knowledge.overlay()))


@cache
def _ranks(overlay: str) -> dict[str, int]:
    del overlay  # part of the key of the cache only
    return {row["rule"]: int(row["rank"]) for row in knowledge.rows("dating_rules")}


def solve(reasons: Iterable[Constraint], *, known_to: int = date.max.year) -> Verdict:
    """
    Put `reasons` together, the most trusted first.

    A reason that leaves no day is set aside and says which others it contradicts.
    So is a yearly one that leaves only days after `known_to`, the last year that
    the tables know: it is likelier misread than of a year that nobody knows yet.
    Habits are laid over what the hard reasons leave and never change it.
    """
    end = date(known_to, 12, 31).toordinal()
    rank = ranks()
    ordered = sorted(set(reasons), key=lambda reason: _order(reason, rank))
    judged: list[Judged] = []
    hard = anchored = likely = _days.EVER
    for reason in ordered:
        firm = reason.strength == "hard"
        before = hard if firm else likely
        left = _days.meet(before, reason.days)
        if not left:
            judged.append(Judged(reason, False, _against(reason, judged)))
            continue
        if reason.yearly and before[0][0] <= end < left[0][0]:
            note = f"{reason.note} Set aside: it would fit only after {known_to}."
            judged.append(Judged(reason, False, note))
            continue
        judged.append(Judged(reason, True, reason.note))
        likely = _days.meet(likely, reason.days)
        if firm:
            hard = left
            anchored = anchored if reason.yearly else _days.meet(anchored, reason.days)
    judged.sort(key=lambda row: (row.reason.start, row.reason.end, row.reason))
    return Verdict(judged, hard, likely, anchored)


def _order(reason: Constraint, rank: dict[str, int]) -> tuple[object, ...]:
    """Hard before habit, then by rank; of one rank what points furthest ahead first."""
    low = reason.days[0][0] if reason.days else 0
    return (reason.strength != "hard", rank.get(reason.rule, 99), -low, reason)


def _against(reason: Constraint, judged: Sequence[Judged]) -> str:
    """Name the fewest kept reasons that cannot be true together with `reason`."""
    kept = [row.reason for row in judged if row.used]
    for count in (1, 2):
        for others in combinations(kept[:40], count):
            days = reason.days
            for other in others:
                days = _days.meet(days, other.days)
            if not days:
                said = " and ".join(f"“{_short(other.note)}”" for other in others)
                return f"{reason.note} Set aside: it contradicts {said}."
    return f"{reason.note} Set aside: it contradicts the other reasons together."


def _short(note: str) -> str:
    return note.rstrip(".")
