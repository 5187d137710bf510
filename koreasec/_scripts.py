"""Which script a letter belongs to; the ranges stand in ``data/scripts.csv``."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import knowledge

NO_SCRIPT = "Zyyy"
JAPANESE = frozenset({"Hira", "Kana"})
OFTEN = ("Latn", "Cyrl", "Hang", "Hani", "Hira", "Kana")


class Run(NamedTuple):
    """A stretch of letters of one script."""

    start: int
    end: int
    script: str


@knowledge.remembered
def names() -> tuple[str, ...]:
    """Return the codes of all known scripts (ISO 15924), sorted."""
    return tuple(sorted({row["script"] for row in knowledge.rows("scripts")}))


@knowledge.remembered
def letters(script: str) -> str:
    """Return the inside of a character class with all letters of `script`."""
    return "".join(
        f"\\U{int(row['first'], 16):08x}-\\U{int(row['last'], 16):08x}"
        for row in knowledge.rows("scripts")
        if row["script"] == script
    )


@knowledge.remembered
def word(script: str) -> re.Pattern[str]:
    """Return the pattern of a word in `script`; an apostrophe stays inside."""
    return re.compile(_word(script))


@knowledge.remembered
def pattern() -> re.Pattern[str]:
    """Return the pattern of a word in any script; ``lastgroup`` is its script."""
    groups = (f"(?P<{name}>{_word(name)})" for name in sorted(names(), key=_by_use))
    return re.compile("|".join(groups))


@knowledge.remembered
def others(*scripts: str) -> re.Pattern[str]:
    """Return the pattern of a letter that belongs to none of the `scripts`."""
    left = "".join(letters(name) for name in names() if name not in scripts)
    return re.compile(f"[{left}]")


def _word(script: str) -> str:
    own = letters(script)
    more = f"[{own}\u0300-\u036f\u00ad]*"
    return f"[{own}]{more}(?:['\u2019\u02bc][{own}]{more})*"


def _by_use(script: str) -> tuple[bool, str]:
    return script not in OFTEN, script


def words(text: str) -> dict[str, list[str]]:
    """
    Return the words of `text` by script, scripts with words alone.

    >>> words("Kim 위원장은 ICBM")
    {'Latn': ['Kim', 'ICBM'], 'Hang': ['위원장은']}
    """
    only = single(text)
    if only:
        return {only: word(only).findall(text)}
    if only is None:
        return {}
    wide = OFTEN if not others(*OFTEN).search(text) else (*OFTEN, *_seldom())
    split = {script: word(script).findall(text) for script in wide}
    return {script: found for script, found in split.items() if found}


def single(text: str) -> str | None:
    """
    Return the one script of `text`, ``""`` where it has several, None without any.

    >>> single("Kim"), single("Kim, 김"), single("12.3.")
    ('Latn', '', None)
    """
    begin = pattern().search(text)
    if begin is None:
        return None
    first = begin.lastgroup or NO_SCRIPT
    if text.isascii() or not others(first).search(text, begin.end()):
        return first
    return ""


@knowledge.remembered
def _seldom() -> tuple[str, ...]:
    return tuple(name for name in names() if name not in OFTEN)


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
