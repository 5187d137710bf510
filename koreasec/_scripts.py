"""Which script a letter belongs to; the ranges stand in ``data/scripts.csv``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from . import knowledge

NO_SCRIPT = "Zyyy"
JAPANESE = frozenset({"Hira", "Kana"})


class Run(NamedTuple):
    """A stretch of letters of one script."""

    start: int
    end: int
    script: str


@cache
def names() -> tuple[str, ...]:
    """Return the codes of all known scripts (ISO 15924), sorted."""
    return tuple(sorted({row["script"] for row in knowledge.rows("scripts")}))


@cache
def letters(script: str) -> str:
    """Return the inside of a character class with all letters of `script`."""
    return "".join(
        f"\\U{int(row['first'], 16):08x}-\\U{int(row['last'], 16):08x}"
        for row in knowledge.rows("scripts")
        if row["script"] == script
    )


@cache
def pattern() -> re.Pattern[str]:
    """
    Return the pattern of one run of letters; ``lastgroup`` is its script.

    An apostrophe and marks above letters stay inside a run.
    """
    inside = "\u0300-\u036f\u00ad"
    groups = (
        f"(?P<{name}>[{letters(name)}](?:[{letters(name)}{inside}]"
        f"|['\u2019\u02bc](?=[{letters(name)}]))*)"
        for name in sorted(names(), key=_by_use)
    )
    return re.compile("|".join(groups))


@cache
def finder(script: str) -> re.Pattern[str]:
    """Return the pattern of one letter of `script`."""
    return re.compile(f"[{letters(script)}]")


def _by_use(script: str) -> tuple[bool, str]:
    return script not in ("Latn", "Cyrl", "Hang", "Hani", "Hira", "Kana"), script


def runs(text: str) -> list[Run]:
    """Return the stretches of one script, words and blanks between joined."""
    found: list[Run] = []
    for match in pattern().finditer(text):
        script = match.lastgroup or NO_SCRIPT
        script = "Jpan" if script in JAPANESE else script
        if found and _same(found[-1].script, script):
            both = "Jpan" if "Jpan" in (script, found[-1].script) else script
            found[-1] = Run(found[-1].start, match.end(), both)
        else:
            found.append(Run(match.start(), match.end(), script))
    return found


def _same(one: str, other: str) -> bool:
    return one == other or {one, other} <= {"Jpan", "Hani"}
