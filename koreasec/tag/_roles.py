"""Posts and titles: whose they are, who holds them, as the text says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from .. import knowledge
from ._body_grammar import grammar
from ._choose import Choice
from ._compose import Body, state_of
from ._documents import Document
from ._fold import Reading
from ._lexicon import HANGUL, script_of
from ._named import Named
from ._role_grammar import CJK, role_rules

INITIALS = re.compile(r" (?:[^\W\d_]\. ?){1,2}")
# A capital after a post begins a name; German nouns begin so too.
STRANGER = re.compile(r" [A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’-]*[a-zß-ÿа-яёіїєґ]")
STRANGER_DE = re.compile(r" [A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][a-z'-]+")


class Phrase(NamedTuple):
    """
    A post or a title in a text; offsets are those of the document.

    ``start`` to ``end`` is the post with an adjective or a genitive before it,
    ``head`` where the post itself begins. ``owner`` is a state or an organisation,
    ``office`` is ``owner/role``, ``person`` the actor named beside the post, ``?``
    where somebody unknown is; each is ``""`` where the text does not say it.
    ``qualifier`` is former, designated, acting, deputy or ``""``.
    """

    start: int
    end: int
    head: int
    role: str
    owner: str
    office: str
    person: str
    qualifier: str


def phrases(document: Document) -> list[Phrase]:
    """Return the posts and titles of `document`, in reading order."""
    return document.roles


def find(
    reading: Reading,
    terms: Sequence[Choice],
    named: Sequence[Named],
    bodies: Sequence[Body],
) -> list[Phrase]:
    """Return the role `terms` with what stands beside them, in folded offsets."""
    beside = _Beside(reading, named, bodies)
    found = [_phrase(beside, term) for term in terms if _word(beside, term)]
    return [phrase for phrase in found if phrase is not None]


def stands(reading: Reading, term: Choice) -> bool:
    """Tell whether a post of a language without blanks is no part of a longer word."""
    rules = role_rules(reading.lang(term.start))
    return not (rules["glued"] and rules["not_after"].match(reading.low, term.end))


def _word(beside: _Beside, term: Choice) -> bool:
    """Tell whether a post of two Korean syllables is no part of another word."""
    low, start = beside.reading.low, term.start
    if script_of(low[start:]) != HANGUL or term.end - start > 2 or not start:
        return True
    return script_of(low[start - 1]) != HANGUL or start in beside.ends


class _Beside:
    """The names of a text by where they begin and end."""

    def __init__(
        self, reading: Reading, named: Sequence[Named], bodies: Sequence[Body]
    ) -> None:
        self.reading = reading
        self.starts = {one.start: one for one in named}
        self.ends = {one.end: one for one in named}
        self.bodies = {(one.start, one.end): one for one in bodies if one.actor}

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


def _phrase(beside: _Beside, term: Choice) -> Phrase | None:
    reading, start, end = beside.reading, term.start, term.end
    lang = reading.lang(start)
    rules = role_rules(lang)
    qualifier, first = _qualified(reading.low, start, end, rules)
    one = _owner_before(beside, first, lang, rules)
    if one and not qualifier:
        qualifier, _ = _qualified(reading.low, one.start, end, rules)
    whole = one.start if one else start
    stop = end
    if one is None:
        one = _owner_after(beside, end, lang)
        stop = one.end if one else end
    owner, role = _office(beside, one, term.owners())
    person = _person(beside, whole, first, end, stop, lang)
    if role == "head" and not owner:
        return None
    office = f"{owner}/{role}" if owner else ""
    return Phrase(whole, end, start, role, owner, office, person, qualifier)


def _owner_before(
    beside: _Beside, start: int, lang: str, rules: dict[str, Any]
) -> Named | None:
    """Return the state or organisation that stands before a post as its owner."""
    low, gaps = beside.reading.low, grammar(lang).state_first or (" ",)
    for at in (start, _over_adjective(low, start, rules)):
        one = beside.before(at, gaps) if at >= 0 else None
        if one and _owns_before(beside, one, at, lang):
            return one
    return None


def _owns_before(beside: _Beside, one: Named, at: int, lang: str) -> bool:
    if one.kind == "person":
        return False
    rules, low = grammar(lang), beside.reading.low
    if one.kind == "place" and not state_of(one.actor):
        return False
    if one.via == "demonym" or one.sort == "code" or low[one.end : at] == "-":
        return one.sort != "people"
    if rules.genitive and low[one.end - 1] == rules.genitive:
        return True
    return lang != "fr" and not rules.only_adjectives and one.kind != "place"


def _owner_after(beside: _Beside, end: int, lang: str) -> Named | None:
    """Return the state or organisation in the genitive after a post."""
    rules, low = grammar(lang), beside.reading.low
    one = beside.after(end, rules.body_first)
    if one is None or one.kind in ("person", "weapon", "place"):
        return None
    if one.via == "demonym" and one.sort != "code":
        return one if lang == "fr" and low[end : one.start] == " " else None
    if low[end : one.start] == " " and rules.genitive and one.kind == "state":
        return one if low[one.end - 1] == rules.genitive or one.sort == "code" else None
    return one


def _office(beside: _Beside, one: Named | None, roles: list[str]) -> tuple[str, str]:
    """Return the owner of an office and its role; a body gives its head's role."""
    role = next((role for role in roles if role != "head"), roles[0])
    if one is None:
        return "", role
    body = beside.bodies.get((one.start, one.end))
    heads = knowledge.grammar("actors", "mul").get("body_roles", {})
    if body and role in ("head", "minister", "leader") and body.body in heads:
        return body.state, heads[body.body]
    return state_of(one.actor) or one.actor, role


def _person(
    beside: _Beside, whole: int, first: int, end: int, stop: int, lang: str
) -> str:
    """Return the person named beside a post, ``?`` where a stranger seems to be."""
    gaps = (
        ("", " ", "·", ", ")
        if lang in CJK
        else (" ", ", ", ", the ", " - ", " — ", "-")
    )
    after = beside.after(stop, gaps) or beside.after(end, gaps)
    initials = INITIALS.match(beside.reading.shown, stop)
    if after is None and initials:
        after = beside.starts.get(initials.end())
    before = beside.before(whole, _before_gaps(lang)) or beside.before(
        first, _before_gaps(lang)
    )
    sides = (before, after) if lang in CJK else (after, before)
    for one in sides:
        if one and (one.kind == "person" or one.sort == "surname" or not one.actor):
            return one.actor or "?"
    shown = beside.reading.shown
    strange = STRANGER_DE if lang == "de" else STRANGER
    spaced = lang not in CJK and (
        strange.match(shown, stop) or strange.match(shown, end)
    )
    return "?" if spaced and after is None else ""


def _before_gaps(lang: str) -> tuple[str, ...]:
    if lang in CJK:
        return ("", " ", " 전 ", "前", "・", "·")
    given = role_rules(lang)["articles"]
    return (", ", " — ", " - ", *(f", {article} " for article in given))


def _qualified(
    low: str, start: int, end: int, rules: dict[str, Any]
) -> tuple[str, int]:
    """Return what qualifies a post and where the phrase then begins."""
    for kind, pattern in rules["before"].items():
        match = pattern.search(low[max(0, start - 40) : start])
        if match:
            return kind, start - len(match.group())
    for kind, pattern in rules["after"].items():
        if pattern.match(low, end):
            return kind, start
    return "", start


def _over_adjective(low: str, start: int, rules: dict[str, Any]) -> int:
    """Step back over one adjective before a post; -1 where there is none."""
    match = rules["adjective"].search(low[max(0, start - 30) : start])
    return start - len(match.group()) + 1 if match else -1
