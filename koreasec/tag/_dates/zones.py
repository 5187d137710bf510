"""
The zone of a clock time: *Pyongyang time*, *현지시간*, *мск*, beside the time.

The words stand in ``words.time_zone`` of ``data/dates/LANG.toml``; the distance from
UTC on that day comes from the time zone database, so Pyongyang is half an hour
behind Seoul from August 2015 to May 2018.
"""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ... import knowledge
from .._documents import Expression
from .shape import Grammar
from .words import choice

LOCAL = "local"
BESIDE = 16  # characters between a time and its zone
BETWEEN = r"[\s,(/]{0,3}"
CLOCK = re.compile(r"(\d{4}-\d\d-\d\dT\d\d(?::\d\d)?)\Z")


def zone(text: str, e: Expression, grammar: Grammar) -> str:
    """Return ``UTC+09:00``, ``local``, the name of a zone without a day, or ``""``."""
    if e.precision != "time" or "time_zone" not in grammar.maps:
        return ""
    before, after = _patterns(grammar.lang)
    found = after.match(text, e.end)
    if found is None:
        found = before.search(text, max(e.start - BESIDE, 0), e.start)
    return _offset(grammar.maps["time_zone"][found["zone"]], e.value) if found else ""


@knowledge.remembered
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a zone looks like before a time and after it."""
    from .rules import grammar

    rules = grammar(lang, knowledge.overlay())
    words = rules.maps["time_zone"] if rules else {}
    named = f"(?P<zone>{choice(words, '')})"
    edge = r"(?!\w)" if rules and rules.edges == "both" else ""
    return (
        re.compile(rf"{named}(?:으로|로|では|で|的)?{BETWEEN}\Z"),
        re.compile(rf"{BETWEEN}{named}{edge}"),
    )


def _offset(name: str, value: str) -> str:
    """Return the distance of the zone `name` from UTC at the time `value`."""
    found = CLOCK.match(value)
    if name == LOCAL or found is None:
        return name
    try:
        there = datetime.fromisoformat(found[1]).replace(tzinfo=ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError):
        return name
    away = there.isoformat()[-6:]
    return f"UTC{away}"
