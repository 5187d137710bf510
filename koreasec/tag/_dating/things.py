"""Reasons from what is named: it did not exist before, or no longer; ages of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ... import knowledge
from .._documents import Document, Mention
from .._fold import Reading, lower
from . import days as _days
from .constraints import Constraint
from .words import day as said

KINDS = ("weapon", "organisation", "state")
OLDEST = "1990"  # what is older is named in texts of all the years that are known of
AROUND = 32  # characters between a name and an age


def reasons(document: Document, reading: Reading) -> Iterator[Constraint]:
    """Yield when the actors that `document` names existed, and how old people are."""
    lives = _lives(knowledge.overlay())
    seen = set()
    for mention in document.mentions:
        if mention.actor in lives and mention.actor not in seen:
            seen.add(mention.actor)
            yield from _existed(mention, *lives[mention.actor])
        if mention.kind == "person":
            yield from _age(document, mention)


def _existed(
    mention: Mention, since: str, until: str, label: str
) -> Iterator[Constraint]:
    span = mention.start, mention.end
    if since:
        first = _days.covered(since)
        note = f"{label} is not known before {said(first) if first else since}."
        yield Constraint(*span, "exists", _days.between(first, None), note)
    if until:
        last = _days.covered(until, last=True)
        note = f"{label} ended on {said(last) if last else until}."
        yield Constraint(*span, "ended", _days.between(None, last), note, "habit")


@cache
def _lives(overlay: str) -> dict[str, tuple[str, str, str]]:
    del overlay  # part of the key of the cache only
    return {
        row["actor"]: (row["since"], row["until"], row["label"])
        for row in knowledge.rows("actors")
        if row["kind"] in KINDS and (row["since"] >= OLDEST or row["until"])
    }


def _age(document: Document, mention: Mention) -> Iterator[Constraint]:
    born = _births(knowledge.overlay()).get(mention.actor)
    if born is None:
        return
    text = lower(document.text)
    for pattern in _ages(document.lang_at(mention.start), knowledge.overlay()):
        before = text[max(mention.start - AROUND, 0) : mention.start]
        after = pattern.match(text, mention.end, mention.end + AROUND)
        found = [
            match for match in pattern.finditer(before) if len(before) - match.end() < 2
        ]
        for match in [*found, *([after] if after else [])]:
            age = int(match["n"])
            if age < 20:
                continue
            days = _days.between(_birthday(born, age), _birthday(born, age + 1) - 1)
            note = f"A person born on {said(born)} was {age}."
            yield Constraint(mention.start, mention.end, "age", days, note)


def _birthday(born: date, age: int) -> int:
    return date(born.year + age, born.month, min(born.day, 28)).toordinal()


@cache
def _births(overlay: str) -> dict[str, date]:
    del overlay
    return {
        row["actor"]: date.fromisoformat(row["born"])
        for row in knowledge.rows("birthdays")
    }


@cache
def _ages(lang: str, overlay: str) -> list[re.Pattern[str]]:
    del overlay
    return [
        re.compile(row["pattern"])
        for row in knowledge.rows("number_forms")
        if row["where"] == "age" and row["lang"] == lang
    ]
