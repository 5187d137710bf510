"""
What each language knows of sentences, read from the tables.

Abbreviations stand in ``data/abbreviations.csv``, words that open a sentence or
carry one on in ``data/sentence_words.csv``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from . import _scripts, knowledge

NAME = r"\s+(?:[A-Z][\w.'’-]{0,30}\s+){1,4}"  # 'Why?' Mr. Kim asked
ROLES = ("starts", "subjects", "continues", "glues", "says")
JAPANESE = ("Hira", "Kana", "Hani")


class Rules(NamedTuple):
    """What one language, or all of one script together, know of sentences."""

    script: str
    abbreviations: dict[str, str]
    starts: frozenset[str]
    subjects: frozenset[str]
    continues: frozenset[str]
    glued: re.Pattern[str] | None
    says: re.Pattern[str] | None
    strange: re.Pattern[str]
    opening: re.Pattern[str]


@knowledge.remembered
def script_of() -> dict[str, str]:
    names = {"Kore": "Hang"}
    rows = knowledge.rows("languages")
    scripts = {row["lang"]: names.get(row["script"], row["script"]) for row in rows}
    return {lang: script for lang, script in scripts.items() if script != "Zyyy"}


@knowledge.remembered
def rules(key: str) -> Rules:
    """Return the rules of a language, or of all with full support in a script."""
    scripts = script_of()
    own = scripts.get(key, key)
    full = [row["lang"] for row in knowledge.rows("languages") if _full(row, own)]
    rows = knowledge.rows("abbreviations")
    has_own = any(row["lang"] == key for row in rows)
    langs = {"mul", key} if has_own else {"mul", key, *full}
    words: dict[str, set[str]] = {role: set() for role in ROLES}
    for row in knowledge.rows("sentence_words"):
        if row["lang"] in langs:
            words[row["role"]].add(row["word"])
    abbreviations = {
        row["abbreviation"].rstrip(".").lower().replace(" ", ""): row["how"]
        for row in rows
        if row["lang"] in langs
    }
    after = f"(?=[{_scripts.letters(own)}])"
    return Rules(
        own,
        abbreviations,
        frozenset(words["starts"]),
        frozenset(words["subjects"]),
        frozenset(words["continues"]),
        _any("(?:{})\\." + after, words["glues"]),
        _any(NAME + "(?:{})\\b", words["says"]),
        _scripts.others(*(JAPANESE if own == "Jpan" else (own,))),
        _opening(),
    )


@knowledge.remembered
def _opening() -> re.Pattern[str]:
    """Return the pattern of a place and date that open a text, stops inside."""
    patterns = [
        row["pattern"]
        for row in knowledge.rows("passage_rules")
        if row["kind"] == "dateline" and row["where"] == "start"
    ]
    return re.compile("|".join(patterns))


def _any(frame: str, words: set[str]) -> re.Pattern[str] | None:
    """Return the pattern of any of `words` in a `frame`, None without words."""
    inside = "|".join(map(re.escape, sorted(words)))
    return re.compile(frame.replace("{}", inside)) if words else None


def _full(row: dict[str, str], script: str) -> bool:
    return row["support"] == "full" and script_of().get(row["lang"]) == script
