"""Agencies that a dateline in brackets names by a word of every day: 【ソウル時事】."""

from __future__ import annotations

import re
from functools import cache

from ... import knowledge
from .._fold import Reading
from .named import Named


def agencies(reading: Reading) -> list[Named]:
    """Return the agencies of the datelines of a text."""
    if "【" not in reading.low:
        return []
    found = []
    for match in _pattern(knowledge.overlay()).finditer(reading.low):
        owner = knowledge.grammar("actors", "ja")["dateline_agencies"][match.group(1)]
        found.append(Named(match.start(1), match.end(1), owner, "name", "code"))
    return found


@cache
def _pattern(over: str) -> re.Pattern[str]:
    names = knowledge.grammar("actors", "ja").get("dateline_agencies", {})
    ways = "|".join(map(re.escape, names)) or "(?!)"
    return re.compile(f"【[^】\\n]{{1,20}}?({ways})】")
