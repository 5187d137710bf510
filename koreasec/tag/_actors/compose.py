"""State and body, in either order, are one organisation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ... import knowledge
from .._fold import Reading
from .bodies import FORCES, army_of, ministry_of, owned, state_of
from .body_grammar import Grammar, grammar
from .body_homes import Homes
from .choose import Choice
from .named import Named


class Body(NamedTuple):
    """A body named by the text: whose it is, ``""`` where that is not said."""

    start: int
    end: int
    body: str
    state: str
    actor: str
    via: str


def bodies(
    reading: Reading, named: Sequence[Named], terms: Sequence[Choice]
) -> list[Body]:
    """Return what each of the body `terms` means, in reading order."""
    starts = {one.start: one for one in named}
    ends = {one.end: one for one in named}
    found = [
        _beside(reading, term, starts, ends)
        for term in terms
        if not grammar(reading.lang(term.start)).only_kind.match(reading.low, term.end)
    ]
    found = _chained(reading, found, starts)
    _in_capitals(reading, found, starts)
    _joined(reading, found)
    states = {state_of(one.actor) for one in named}
    return _bare(found, states, Homes(reading, named))


def widened(reading: Reading, named: Sequence[Named]) -> list[Named]:
    """Take the own state beside a ministry into its span: "Госдеп США"."""
    done: list[Named] = []
    for one in named:
        last = done[-1] if done else None
        if last and (_own(last, one) or _own(one, last)):
            rules = grammar(reading.lang(one.start))
            gap = reading.low[last.end : one.start]
            first = _own(one, last)
            if gap in (rules.state_first if first else rules.body_first):
                actor = one.actor if first else last.actor
                done[-1] = Named(last.start, one.end, actor, "name", "body")
                continue
        done.append(one)
    return done


def _own(one: Named, state: Named) -> bool:
    """Tell whether `one` is named as a ministry of the `state` beside it."""
    if one.kind != "organisation" or state.kind != "state" or state.sort == "people":
        return False
    return state.actor == ministry_of(one.actor)


def _beside(
    reading: Reading, term: Choice, starts: dict[int, Named], ends: dict[int, Named]
) -> Body:
    """Find the state right before, else right after, the body."""
    rules, low = grammar(reading.lang(term.start)), reading.low
    for gap in rules.state_first:
        if low.endswith(gap, 0, term.start):
            one = ends.get(term.start - len(gap))
            if one and _may_precede(reading, one, gap, rules):
                made = _made(one.start, term.end, term, state_of(one.actor))
                if made:
                    return made
    for gap in rules.body_first:
        one = starts.get(term.end + len(gap))
        if one and low.startswith(gap, term.end) and _may_follow(low, one, gap, rules):
            made = _made(term.start, one.end, term, state_of(one.actor))
            if made:
                return made
    return Body(term.start, term.end, term.owners()[0], "", "", "")


def _chained(
    reading: Reading, found: list[Body], starts: dict[int, Named]
) -> list[Body]:
    """Give a body of armed forces, "General Staff of the Army of X", their state."""
    inner = {one.start: (one.end, one.state) for one in found if one.body == FORCES}
    named = {one.start: (one.end, army_of(one.actor)) for one in starts.values()}
    done: list[Body] = []
    for one in found:
        if done and done[-1].end >= one.end:
            continue
        for gap in () if one.state else grammar(reading.lang(one.start)).body_first:
            at = one.end + len(gap)
            end, state = inner.get(at) or named.get(at) or (0, "")
            if (
                state
                and owned(state, one.body)
                and reading.low.startswith(gap, one.end)
            ):
                one = _given(one, state)._replace(end=end)
                break
        done.append(one)
    return done


def _made(start: int, end: int, term: Choice, state: str) -> Body | None:
    for body in term.owners():
        actor = owned(state, body)
        if actor:
            return Body(start, end, body, state, actor, "name")
    return None


def _may_precede(reading: Reading, one: Named, gap: str, rules: Grammar) -> bool:
    if one.kind == "place" and not gap.strip():
        return bool(rules.genitive) and reading.low[one.end - 1] == rules.genitive
    if one.via == "demonym" or one.sort == "code" or not rules.only_adjectives:
        return True
    return bool(rules.genitive) and reading.low[one.end - 1] == rules.genitive


def _may_follow(low: str, one: Named, gap: str, rules: Grammar) -> bool:
    if one.via == "demonym" and one.sort != "code" and one.sort != "people":
        return False
    if one.kind == "place" or gap != " " or not rules.genitive:
        return one.kind != "place"
    return low[one.end - 1] == rules.genitive or one.sort == "code"


def _joined(reading: Reading, found: list[Body]) -> None:
    """Share the state between bodies joined by "and", in place."""
    for spot in range(len(found) - 1):
        one, two = found[spot], found[spot + 1]
        if bool(one.state) == bool(two.state) or one.end > two.start:
            continue
        rules = grammar(reading.lang(one.start))
        if rules.joined.fullmatch(reading.low, one.end, two.start):
            bare, state = (spot, two.state) if two.state else (spot + 1, one.state)
            found[bare] = _given(found[bare], state)


def _in_capitals(reading: Reading, found: list[Body], starts: dict[int, Named]) -> None:
    """Give bodies in a capital to its state, in place."""
    for spot, one in enumerate(found):
        if one.state:
            continue
        for gap in grammar(reading.lang(one.start)).within:
            place = starts.get(one.end + len(gap))
            if place and place.kind == "place" and reading.low.startswith(gap, one.end):
                found[spot] = _given(one, state_of(place.actor))


def _given(one: Body, state: str) -> Body:
    actor = owned(state, one.body)
    return one._replace(state=state, actor=actor, via="name") if actor else one


def _bare(found: list[Body], states: set[str], homes: Homes) -> list[Body]:
    """
    Give bare bodies their organisations.

    A council is that of the leader who calls it. In a text that names the state
    whose ministry is so called in its language, a ministry is that one; else the
    body of this kind named last; else that of the state whose outlet reports.
    """
    never = set(knowledge.grammar("actors", "mul").get("never_back", []))
    last: dict[str, Body] = {}
    done = []
    for one in found:
        if not one.actor:
            home = homes.by_name(one.start, one.end)
            known = last.get(one.body) if one.body not in never else None
            if known and homes.national(known) and not homes.national(one):
                known = None  # "the Security Council" after a national one
            if leader := homes.by_leader(one.start, one.end, one.body):
                one = _given(one, leader)
            elif one.body not in never and (
                state := homes.by_place(one.start, one.body)
            ):
                one = _given(one, state)
            elif home and (home in states or known is None):
                one = _given(one, home)
            elif known:
                one = one._replace(state=known.state, actor=known.actor, via="office")
            elif actor := homes.of_nations(one):
                one = one._replace(actor=actor, via="name")
            elif homes.outlet in states and one.body not in never:
                one = _given(one, homes.outlet)
        if one.actor and one.state:
            last[one.body] = one
        done.append(one)
    return done
