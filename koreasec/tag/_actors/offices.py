"""A post alone points at its holder: by the table, by the text, or by nobody."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

from ... import knowledge
from .._fold import Reading
from .holders import holders, in_time, is_post, of_roles, same_posts
from .named import Named, could_be
from .role_grammar import CJK, role_rules
from .roles import Phrase

NEAR = 10  # people named before a bare post who may be meant by it
FAR = 200  # posts beyond which a text is not searched for the same one


def mentions(
    reading: Reading, phrases: Sequence[Phrase], named: Sequence[Named]
) -> list[Named]:
    """Return the posts among the `phrases` that point at one person."""
    people = [one for one in named if one.kind == "person"]
    said = [one for one in phrases if one.person not in ("", "?")]
    found: list[Named] = []
    for phrase in phrases:
        one = None if phrase.person else _alone(reading, phrase, people, said)
        if one is not None:
            found.append(one)
            if one.actor:
                insort(said, phrase._replace(person=one.actor))
    return found


def _alone(
    reading: Reading,
    phrase: Phrase,
    people: Sequence[Named],
    said: Sequence[Phrase],
) -> Named | None:
    never = knowledge.grammar("actors", "mul").get("never_alone", [])
    if phrase.qualifier not in ("", "acting") or phrase.role in never:
        return None
    if not _definite(reading, phrase):
        return None
    start, end = phrase.start, phrase.end
    if not phrase.owner:
        after = role_rules(reading.lang(phrase.head))["bare_before"]
        spot = bisect_right(people, phrase.end, key=lambda one: one.start)
        beside = people[spot : spot + 1] and people[spot].start == phrase.end + 1
        if not (after.match(reading.low, phrase.end) or beside):
            return None
        if reading.lang(phrase.head) in CJK and phrase.role in _never_bare():
            return None
        actor = _said_before(phrase, said) or _held_before(reading, phrase, people)
        return Named(start, end, actor, "office", "role") if actor else None
    actor, problem = _holder(reading, phrase, people, said)
    if not (actor or problem):
        return None
    return Named(start, end, actor, "office", "role", problem)


def _never_bare() -> list[str]:
    return knowledge.grammar("actors", "mul").get("never_bare", [])


def _said_before(phrase: Phrase, said: Sequence[Phrase]) -> str:
    """Return who was last called so in the text."""
    loose = knowledge.grammar("actors", "mul").get("loose_bare", [])
    same = set(same_posts(phrase.role)) if phrase.role in loose else {phrase.role}
    upto = bisect_right(said, phrase.start, key=lambda one: one.end)
    for one in reversed(said[max(0, upto - FAR) : upto]):
        if is_post(one.role, same) and not one.qualifier:
            return one.person
    return ""


def _held_before(reading: Reading, phrase: Phrase, people: Sequence[Named]) -> str:
    """Return who of the people named before held such a post then, the last first."""
    terms = in_time(of_roles([phrase.role]), reading.document)
    own = [term for term in terms if term.office.endswith(f"/{phrase.role}")]
    held = {term.holder for term in own or terms}
    upto = bisect_right(people, phrase.start, key=lambda one: one.start)
    for one in reversed(people[max(0, upto - NEAR) : upto]):
        if one.actor in held:
            return one.actor
    return ""


def _said_of(phrase: Phrase, said: Sequence[Phrase]) -> str:
    """Return whom the text names in the same office: before, else after."""
    same = set(same_posts(phrase.role))
    upto = bisect_right(said, phrase.start, key=lambda one: one.end)
    near = [*reversed(said[max(0, upto - FAR) : upto]), *said[upto : upto + FAR]]
    for one in near:
        fits = one.owner == phrase.owner and is_post(one.role, same)
        if fits and not one.qualifier:
            return one.person
    return ""


def _holder(
    reading: Reading,
    phrase: Phrase,
    people: Sequence[Named],
    said: Sequence[Phrase],
) -> tuple[str, str]:
    """Return the holder of the office, or why none can be told."""
    here = _said_of(phrase, said)
    terms = holders(phrase.office)
    then = in_time(terms, reading.document)
    possible = list(dict.fromkeys(term.holder for term in then))
    if len(possible) > 1:
        here_too = {one.actor for one in people}
        possible = [who for who in possible if who in here_too] or possible
    if here and (not possible or len(possible) > 1):
        possible = [here]
    if len(possible) == 1:
        return possible[0], ""
    return "", could_be(possible) if possible else ""


def _definite(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether one person is meant: not a kind, a predicate or several."""
    lang, low = reading.lang(phrase.head), reading.low
    rules = role_rules(lang)
    before = low[max(0, phrase.start - 40) : phrase.start]
    if rules["generic"].search(before):
        return False
    if rules["not_after"].match(low, phrase.end):
        return False
    if lang in CJK:
        return True
    feminine = rules["feminine"] and low.endswith(rules["feminine"], 0, phrase.end)
    if rules["plural"].search(before) and not feminine:
        return False
    if not rules["articles"]:
        return True
    return phrase.start < phrase.head or bool(rules["article"].search(before))
