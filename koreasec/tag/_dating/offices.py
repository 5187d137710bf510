"""Reasons from posts: a person is called president only while, or after, being one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ... import knowledge
from .._actors.roles import Phrase
from .._documents import Document
from .._fold import Reading
from . import days as _days
from .anchors import Anchor
from .constraints import Constraint
from .days import Days
from .terms import Hit
from .words import day as said

VERBS = {"took-office": "took up", "left-office": "left"}
AFTER = 60  # days that somebody who leaves is still called by the post
NEW = 366  # days that somebody is called new in a post
COMING = 200  # days that a post is known to be somebody's before it is taken up


def reasons(document: Document, found: list[Hit]) -> Iterator[Constraint]:
    """Yield one reason for each person called by a post in `document`."""
    leaving = {hit.sentence for hit in found if hit.row.get("kind") == "left-office"}
    for phrase in phrases(document):
        held = tenures(phrase.person, phrase.role, phrase.owner)
        beside = _beside(document, phrase)
        if document.sentence_at(phrase.start) in leaving and not phrase.qualifier:
            beside = beside or "leaving"
        if held and beside != "candidate":
            yield _reason(document, phrase, held, beside)


def phrases(document: Document) -> list[Phrase]:
    """Return the phrases that call a person by a post; deputies have none of theirs."""
    return [
        phrase
        for phrase in document.roles
        if phrase.person not in ("", "?") and phrase.qualifier != "deputy"
    ]


def _reason(document: Document, phrase: Phrase, held: Days, beside: str) -> Constraint:
    span, name = (phrase.start, phrase.end), _label(phrase.person)
    if beside == "suspended":
        days = _days.between(held[0][0], None)
        note = f"{name} took the post on {said(held[0][0])}; it was taken away since."
        return Constraint(*span, "office", days, note)
    if phrase.qualifier == "former":
        return Constraint(*span, "former-office", *_former(held, name))
    if phrase.qualifier == "designated" or beside == "coming":
        return Constraint(*span, "future-office", *_future(held, name))
    if looks_back(document, phrase.start):
        first = said(held[0][0])
        note = f"{name} took the post on {first}; the sentence looks back."
        return Constraint(*span, "office", _days.between(held[0][0], None), note)
    if beside == "leaving":
        days = _days.join(_days.between(low, high + AFTER) for low, high in held)
        note = f"{name} held the post {_said(held)}, and is still called so on leaving."
        return Constraint(*span, "office", days, note)
    if beside == "new":
        return Constraint(*span, "office", *_new(held, name))
    return Constraint(*span, "office", held, f"{name} held the post {_said(held)}.")


def _beside(document: Document, phrase: Phrase) -> str:
    """Return what a word beside a post makes of it: coming, candidate, new, nothing."""
    after = document.text[phrase.end : phrase.end + 24].lstrip(" -")
    before = document.text[max(phrase.start - 24, 0) : phrase.head].rstrip().split(" ")
    for cue, kind in _cues(document.lang_at(phrase.start), knowledge.overlay()):
        if kind == "new" and cue in before[-2:]:
            return kind
        if kind == "suspended" and cue in " ".join(before[-3:]).lower():
            return kind
        if kind in ("candidate", "coming") and after.startswith(cue):
            return kind
    return ""


def changes(document: Document, reading: Reading, found: list[Hit]) -> list[Anchor]:
    """Return the first or last days of people in posts where a text tells of them."""
    made = set()
    told = _sentences(document)
    for hit in found:
        verb = VERBS.get(hit.row.get("kind", ""))
        for phrase in phrases(document) if verb else ():
            held = tenures(phrase.person, phrase.role, phrase.owner)
            if held and hit.sentence in told[phrase.person]:
                at = 0 if verb == "took up" else 1
                days = tuple(
                    (span[at],) * 2 for span in held if span[1] < _days.LAST or not at
                )
                label = f"{_label(phrase.person)} {verb} the post"
                span = reading.span(*hit.reach)
                made.add(Anchor(*span, hit.sentence, "event", days, label, False, True))
    return sorted(anchor for anchor in made if anchor.days)


def _sentences(document: Document) -> dict[str, set[int]]:
    """
    Return the sentences of each person: with the post, else with nobody but them.

    "Kim, who took office in February" belongs to the post of an earlier sentence.
    """
    alone: dict[int, set[str]] = {}
    for mention in document.mentions:
        if mention.kind == "person":
            alone.setdefault(mention.sentence, set()).add(mention.actor)
    told: dict[str, set[int]] = {}
    for phrase in phrases(document):
        sentence = document.sentence_at(phrase.start)
        told.setdefault(phrase.person, set()).add(sentence)
    for sentence, people in alone.items():
        if len(people) == 1 and (person := next(iter(people))) in told:
            told[person].add(sentence)
    return told


@cache
def _cues(lang: str, overlay: str) -> list[tuple[str, str]]:
    del overlay  # part of the key of the cache only
    return [
        (cue, row["kind"])
        for row in knowledge.rows("dating_cues")
        if row["lang"] == lang
        and row["kind"] in ("candidate", "coming", "new", "suspended")
        for cue in row["cue"].split("|")
    ]


def looks_back(document: Document, start: int) -> bool:
    """Tell whether the sentence speaks of a year or month that is stated in full."""
    sentence = document.sentence_at(start)
    return any(
        expression.sentence == sentence
        and expression.date_from is not None
        and expression.type in ("DATE", "TIME")
        for expression in document.written
    )


def _former(held: Days, name: str) -> tuple[Days, str]:
    days = _days.meet(_days.between(held[0][1] + 1, None), _days.outside(held))
    return days, f"{name} is called a former holder of the post; held {_said(held)}."


def _future(held: Days, name: str) -> tuple[Days, str]:
    days = _days.join(_days.between(low - COMING, low) for low, _ in held)
    firsts = " and ".join(said(low) for low, _ in held)
    return days, f"{name} had not yet taken up the post; that was on {firsts}."


def _new(held: Days, name: str) -> tuple[Days, str]:
    firsts = " and ".join(said(low) for low, _ in held)
    days = _days.join(_days.between(low, low + NEW) for low, _ in held)
    return _days.meet(days, held), f"{name} is new in the post; taken up on {firsts}."


def _said(held: Days) -> str:
    spans = []
    for low, high in held:
        _, last = _days.ends(((low, high),))
        spans.append(
            f"from {said(low)} to {said(last)}" if last else f"since {said(low)}"
        )
    return " and ".join(spans)


def tenures(person: str, role: str, owner: str) -> Days:
    """Return when `person` held the post; any post of that name without an `owner`."""
    every = _tenures(knowledge.overlay()).get(person, ())
    found = [
        days
        for where, what, days in every
        if what in (role, f"acting-{role}") and (not owner or where == owner)
    ]
    return _days.join(found)


@cache
def _tenures(overlay: str) -> dict[str, list[tuple[str, str, Days]]]:
    del overlay  # part of the key of the cache only
    found: dict[str, list[tuple[str, str, Days]]] = {}
    for row in knowledge.rows("offices"):
        owner, _, role = row["office"].partition("/")
        last = _days.covered(row["to"], last=True)
        days = _days.between(_days.covered(row["from"]), last)
        found.setdefault(row["holder"], []).append((owner, role, days))
    return found


def _label(person: str) -> str:
    return _labels(knowledge.overlay()).get(person, person)


@cache
def _labels(overlay: str) -> dict[str, str]:
    del overlay
    return {row["actor"]: row["label"] for row in knowledge.rows("actors")}
