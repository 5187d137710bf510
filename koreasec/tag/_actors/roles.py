"""Posts and titles: whose they are, who holds them, as the text says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ... import knowledge
from .._documents import Document
from .._fold import Reading, fold
from .beside import Beside, person_beside
from .bodies import body_of, state_of
from .body_grammar import grammar
from .choose import Choice
from .lexicon import HAN, HANGUL, script_of
from .named import Named
from .role_grammar import implied_owner, role_rules
from .surnames import nominatives


class Phrase(NamedTuple):
    """
    A post or a title in a text; offsets are those of the document.

    ``start`` to ``end`` is the post with an adjective or a genitive before it,
    ``head`` where the post itself begins. ``owner`` is a state or an organisation,
    ``office`` is ``owner/role``, ``person`` the actor named beside the post, ``?``
    where somebody unknown is; each is ``""`` where the text does not say it.
    ``qualifier`` is former, designated, acting, deputy, several (the presidents of
    two states) or ``""``.
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
) -> list[Phrase]:
    """Return the role `terms` with what stands beside them, in folded offsets."""
    beside = Beside(reading, named)
    found: list[Phrase] = []
    for term in terms:
        phrase = _phrase(beside, term) if _word(beside, term) else None
        if phrase is None:
            continue
        if phrase.person and _other_case(beside, term, phrase):
            if found and found[-1].end + 1 == phrase.start and not found[-1].person:
                found[-1] = found[-1]._replace(person=phrase.person)
            phrase = phrase._replace(person="")
        found.append(phrase)
    return found


def _other_case(beside: Beside, term: Choice, phrase: Phrase) -> bool:
    """Tell whether post and person differ in case: помощник президента Ушаков."""
    low, lang = beside.reading.low, beside.reading.lang(term.start)
    named = nominatives(phrase.person, lang) if role_rules(lang)["cases"] else ()
    if not named:
        return False
    plain = low[term.start : term.end] == fold(term.entries[0].name)
    near = [
        low[one.start : one.end]
        for one in beside.starts.values()
        if one.actor == phrase.person and abs(one.start - term.start) < 80
    ]
    return bool(near) and all((name in named) != plain for name in near)


def stands(reading: Reading, term: Choice) -> bool:
    """Tell whether a post of a language without blanks is no part of a longer word."""
    rules = role_rules(reading.lang(term.start))
    return not (rules["glued"] and rules["not_after"].match(reading.low, term.end))


def _word(beside: Beside, term: Choice) -> bool:
    """Tell whether a short post is no part of another word: 상, 相."""
    low, start = beside.reading.low, term.start
    if script_of(low[start:]) == HAN and term.end - start == 1 and start:
        return script_of(low[start - 1]) != HAN or start in beside.ends
    if script_of(low[start:]) != HANGUL or term.end - start > 2 or not start:
        return True
    return script_of(low[start - 1]) != HANGUL or start in beside.ends


def _phrase(beside: Beside, term: Choice) -> Phrase | None:
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
    owner, role = _office(one, term.owners())
    if not owner and not qualifier:
        owner = implied_owner(reading, start, lang)
    if _paired(beside, one) or (stop > end and _several(beside, one, lang)):
        qualifier = "several"
    person = person_beside(beside, whole, first, end, stop, lang)
    if role == "head" and not owner:
        return None
    office = f"{owner}/{role}" if owner else ""
    return Phrase(whole, end, start, role, owner, office, person, qualifier)


def _paired(beside: Beside, one: Named | None) -> bool:
    """Tell whether the owner is the second of a pair in one word: 한미 국방장관."""
    two = beside.ends.get(one.start) if one else None
    return bool(one and two and state_of(one.actor) and state_of(two.actor))


def _several(beside: Beside, one: Named | None, lang: str) -> bool:
    """Tell whether the owner after a post is the first of several states."""
    if one is None or not state_of(one.actor):
        return False
    joined = grammar(lang).joined
    match = joined.match(beside.reading.low, one.end + 1)
    two = beside.starts.get(match.end()) if match else None
    return two is not None and bool(state_of(two.actor))


def _owner_before(
    beside: Beside, start: int, lang: str, rules: dict[str, Any]
) -> Named | None:
    """Return the state or organisation that stands before a post as its owner."""
    low, gaps = beside.reading.low, grammar(lang).state_first or (" ",)
    for at in (start, _over_adjective(low, start, rules)):
        one = beside.before(at, gaps) if at >= 0 else None
        if one and _owns_before(beside, one, at, lang):
            return one
    return None


def _owns_before(beside: Beside, one: Named, at: int, lang: str) -> bool:
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


def _owner_after(beside: Beside, end: int, lang: str) -> Named | None:
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


def _office(one: Named | None, roles: list[str]) -> tuple[str, str]:
    """Return the owner of an office and its role; a body gives its head's role."""
    role = next((role for role in roles if role != "head"), roles[0])
    if one is None:
        return "", role
    if role == "head" and state_of(one.actor):
        return state_of(one.actor), "leader"
    state, body = body_of(one.actor)
    heads = knowledge.grammar("actors", "mul").get("body_roles", {})
    if role in ("head", "minister", "leader") and body in heads:
        return state, heads[body]
    return state_of(one.actor) or one.actor, role


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
