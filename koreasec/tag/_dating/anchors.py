"""What a text names whose day is known: events, members of series, anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ... import knowledge
from .._documents import Document
from .._fold import Reading, fold
from . import days as _days
from .days import Days
from .terms import Hit
from .words import ordinal

REACH = 28  # how far from its term a number may stand
LAST_YEAR = 2049
LOOSE = ("statement",)  # kinds of events that are told in words of every day


class Anchor(NamedTuple):
    """A thing with known days, at a span of the text."""

    start: int
    end: int
    sentence: int
    rule: str
    days: Days
    label: str
    sure: bool  # naming it says that it has happened
    loose: bool = False  # its words fit other things too: only a date makes it sure
    yearly: bool = False
    before: int | None = None  # not spoken of before this day
    many: bool = False  # several of a kind, told apart by a day and month alone
    begins: bool = False  # goes on from then: a day beside it need not be the first


def anchors(document: Document, reading: Reading, found: list[Hit]) -> list[Anchor]:
    """Return the anchors among the terms `found` in `document`."""
    beside = {hit.sentence for hit in found if hit.row.get("kind") == "not-the-day"}
    made = {
        anchor
        for hit in found
        if hit.table in MAKERS and _needed(hit, document)
        for anchor in MAKERS[hit.table](reading, hit)
        if not (anchor.yearly and anchor.sentence in beside)
    }
    return sorted(made)


def _needed(hit: Hit, document: Document) -> bool:
    """
    Tell whether the actors that the row of `hit` needs are named in the document.

    A sentence that names only other people tells of another event.
    """
    needs = hit.row.get("needs", "")
    if not needs:
        return True
    groups = [set(group.split("|")) for group in needs.split(" + ")]
    named = {mention.actor for mention in document.mentions}
    people = {
        mention.actor
        for mention in document.mentions
        if mention.kind == "person" and mention.sentence == hit.sentence
    }
    others = bool(people) and not any(people & group for group in groups)
    return not others and all(named & group for group in groups)


def _event(reading: Reading, hit: Hit) -> Iterator[Anchor]:
    event = _by_key("chronology", "event", knowledge.overlay())[hit.row["event"]]
    days = _span(event)
    start, end = reading.span(*hit.reach)
    sure = hit.row["sure"] == "yes"
    loose = not sure and event["kind"] in LOOSE
    begins = event["kind"] == "begin"
    yield Anchor(
        start, end, hit.sentence, "event", days, event["label"], sure, loose,
        begins=begins,
    )  # fmt: skip


def _series(reading: Reading, hit: Hit) -> Iterator[Anchor]:
    rows, series = _by_number(knowledge.overlay()), hit.row["series"]
    sure, loose = hit.row["sure"] == "yes", hit.row["sure"] == ""
    for number, low, high in numbers(reading, hit.start, hit.end, hit.row):
        row = rows.get(series, {}).get(number)
        if row is None:
            continue
        span = reading.span(min(low, hit.start), max(high, hit.end))
        earlier = rows[series].get(number - 1)
        before = _days.ends(_span(earlier))[0] if earlier else None
        label = f"the {ordinal(number)} {row['label']}"
        if hit.row["where"] == "after":
            label = f"{row['label']} {number}"
        yield Anchor(
            *span, hit.sentence, "series", _span(row), label, sure, loose, before=before
        )
        return
    every = rows[series].values()
    days = tuple(sorted(span for row in every for span in _span(row)))
    label = f"the {next(iter(every))['label']}"
    span = reading.span(hit.start, hit.end)
    yield Anchor(*span, hit.sentence, "series", days, label, False, True, many=True)


def _anniversary(reading: Reading, hit: Hit) -> Iterator[Anchor]:
    rows = _by_key("anniversaries", "anniversary", knowledge.overlay())
    row = rows[hit.row["anniversary"]]
    month, day = (int(piece) for piece in row["day"].split("-"))
    base, label = int(row["base"]), row["label"]
    for number, low, high in numbers(reading, hit.start, hit.end, hit.row):
        if not 0 < number < LAST_YEAR - base:
            continue
        when = _days.between(*[date(base + number, month, day)] * 2)
        start, end = reading.span(min(low, hit.reach[0]), max(high, hit.reach[1]))
        label = f"the {ordinal(number)} anniversary of {row['of']}"
        yield Anchor(start, end, hit.sentence, "anniversary", when, label, False)
        return
    start, end = reading.span(*hit.reach)
    every = [date(year, month, day) for year in range(base + 1, LAST_YEAR)]
    days = tuple((when.toordinal(),) * 2 for when in every)
    yield Anchor(
        start, end, hit.sentence, "anniversary", days, label, False, yearly=True
    )


def _span(row: dict[str, str]) -> Days:
    first = _days.covered(row["date_from"])
    return _days.between(
        first, _days.covered(row["date_to"] or row["date_from"], last=True)
    )


MAKERS = {
    "chronology_terms": _event,
    "series_terms": _series,
    "anniversary_terms": _anniversary,
}


def numbers(
    reading: Reading, start: int, end: int, row: dict[str, str]
) -> Iterator[tuple[int, int, int]]:
    """Yield ``(number, start, end)`` for numbers before or after a term."""
    where = row.get("where", "before")
    low = reading.low
    for pattern, side in _forms(row["lang"], knowledge.overlay()):
        if side not in (where, "both") and where != "both":
            continue
        if side == "before":
            part = low[max(start - REACH, 0) : start]
            for match in pattern.finditer(part):
                if len(part) - match.end() <= REACH and "\n" not in part[match.end() :]:
                    at = start - len(part)
                    yield (
                        _value(match, row["lang"]),
                        at + match.start(),
                        at + match.end(),
                    )
        else:
            found = pattern.match(low, end, min(end + REACH, len(low)))
            if found:
                yield _value(found, row["lang"]), found.start(), found.end()


def _value(match: re.Match[str], lang: str) -> int:
    written = match["n"]
    if written.isdecimal():
        return int(written)
    return _ordinals(lang, knowledge.overlay())[written]


@cache
def _forms(lang: str, overlay: str) -> list[tuple[re.Pattern[str], str]]:
    """Compile the ways of `lang` to write a number before or after a term."""
    words = sorted(_ordinals(lang, overlay), key=lambda word: (-len(word), word))
    choice = "|".join(map(re.escape, words)) or r"(?!)"
    return [
        (re.compile(row["pattern"].replace("WORD", choice)), row["where"])
        for row in knowledge.rows("number_forms")
        if row["lang"] == lang and row["where"] in ("before", "after")
    ]


@cache
def _ordinals(lang: str, overlay: str) -> dict[str, int]:
    del overlay
    rows = knowledge.rows("ordinals")
    return {
        fold(row["word"]): int(row["number"])
        for row in rows
        if row["lang"] in (lang, "mul")
    }


@cache
def _by_key(table: str, key: str, overlay: str) -> dict[str, dict[str, str]]:
    del overlay
    return {row[key]: row for row in knowledge.rows(table)}


@cache
def _by_number(overlay: str) -> dict[str, dict[int, dict[str, str]]]:
    del overlay
    found: dict[str, dict[int, dict[str, str]]] = {}
    for row in knowledge.rows("series"):
        found.setdefault(row["series"], {})[int(row["number"])] = row
    return found
