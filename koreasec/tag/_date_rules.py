"""
The date rules of a language, read from ``data/dates/LANG.toml``, checked, compiled.

A rule is a pattern of word classes. ``{month}`` stands for the words listed under
``words.month``; ``{day}``, ``{year}`` and the other :data:`NUMERIC` names stand for
digits; ``{n}`` for a number in digits or words; ``{month~}`` may go on in the same
word; ``{day:first}`` names its slot. A blank is any blank but a line end.
``a{b,c,}`` in a word list is short for ``ab``, ``ac``, ``a``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from .. import knowledge
from ._date_words import BLANK, choice, expand, fail, numbers, spellings

NUMERIC = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "mon": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:1\d|20)\d\d(?!\d)",
    "plain_year": r"(?:1[5-9]|20)\d\d(?!\d)",
    "yy": r"\d\d(?!\d)",
    "digit": r"\d(?!\d)",
    "tens": r"[2-9]",
    "century": r"(?:2[01]|1\d|[1-9])(?!\d)",
    "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
    "int": r"\d{1,4}(?!\d)",
    "decimal": r"\d{1,3}(?:[.,]\d{1,2})?(?!\d)",
}
KINDS = ("DATE", "TIME", "DURATION", "SET", "NONE")
EDGES = ("both", "left", "none")
TOP = {"edges", "words", "number", "context", "direction", "cue", "rule"}
KEYS = {
    "name": str,
    "on": list,
    "pattern": str,
    "type": str,
    "value": str,
    "extend": list,
    "before": list,
    "not_before": list,
    "part": bool,
    "also": dict,
}
BRACKETS = re.compile(r"\[[^\]]*\]| ")
SLOT = re.compile(r"\{([a-z_]+)(~?)(?::([a-z_0-9]+))?\}")
FILL = re.compile(
    r"\{(\w+?)(?:_(name|head|less|ten|full|two|pad|am|pm)|\+(\w+))?(?:\?([^{}]*))?\}"
)


@dataclass(frozen=True)
class Rule:
    """One compiled rule."""

    name: str
    pattern: re.Pattern[str]
    type: str
    value: str
    slots: tuple[tuple[str, str], ...]
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    extend: re.Pattern[str] | None
    part: bool
    also: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Grammar:
    """All rules of one language."""

    lang: str
    edges: str
    maps: Mapping[str, Mapping[str, str]]
    rules: Mapping[str, tuple[Rule, ...]]
    starters: AhoCorasick | None
    classes: tuple[tuple[str, ...], ...]
    part: re.Pattern[str] | None
    cues: Mapping[str, re.Pattern[str]]


@cache
def grammar(lang: str, overlay: str = "") -> Grammar | None:
    """Compile the rules of `lang`; ``None`` where it has none."""
    given = knowledge.grammar("dates", lang)
    return _compile(lang, given) if given else None


def _compile(lang: str, given: dict[str, Any]) -> Grammar:
    for key in sorted(set(given) - TOP):
        raise fail(lang, key, f"unknown; choose from {sorted(TOP)}")
    edges = given.get("edges")
    if edges not in EDGES:
        raise fail(lang, "edges", f"is {edges!r}; choose from {list(EDGES)}")
    maps = spellings(lang, given.get("words", {}))
    maps["n"] = numbers(lang, given.get("number", {}))
    right = r"(?!\w)" if edges == "both" else ""
    groups = {
        **NUMERIC,
        **{name: choice(found, right) for name, found in maps.items()},
    }
    groups["n"] = rf"(?:\d{{1,4}}(?![\d])|{groups['n']})"
    made: dict[str, list[Rule]] = {}
    for row in given.get("rule", []):
        rule, on = _rule(lang, row, groups)
        for name in on:
            if name not in maps and name != "digits":
                raise fail(lang, f"rule.{rule.name}.on", f"no word class {name!r}")
            made.setdefault(name, []).append(rule)
    starters, classes = _starters(maps, made)
    return Grammar(
        lang,
        edges,
        maps,
        {name: tuple(rules) for name, rules in made.items()},
        starters,
        classes,
        _tail(lang, "words.part", maps.get("part", ()), given, groups),
        _cues(lang, given),
    )


def _rule(
    lang: str, row: dict[str, Any], groups: Mapping[str, str]
) -> tuple[Rule, list[str]]:
    name = str(row.get("name", "?"))
    for key, value in row.items():
        if key not in KEYS or not isinstance(value, KEYS[key]):
            raise fail(lang, f"rule.{name}.{key}", "unknown key or wrong type")
    for key in ("name", "on", "pattern", "type"):
        if not row.get(key):
            raise fail(lang, f"rule.{name}.{key}", "is missing")
    if row["type"] not in KINDS:
        raise fail(lang, f"rule.{name}.type", f"choose from {list(KINDS)}")
    pattern, slots = _pattern(lang, name, row["pattern"], groups)
    context = {
        key: _before(lang, f"rule.{name}.{key}", row[key], groups)
        if row.get(key)
        else None
        for key in ("before", "not_before", "extend")
    }
    also = tuple(row.get("also", {}).items())
    for template in [row.get("value", ""), *(value for _, value in also)]:
        for slot, _, other, _ in FILL.findall(template):
            if not {slot, other or slot} <= set(dict(slots)):
                raise fail(lang, f"rule.{name}.value", f"no slot {slot!r}")
    rule = Rule(
        name, pattern, row["type"], row.get("value", ""), tuple(slots),
        context["before"], context["not_before"], context["extend"],
        row.get("part", False), also,
    )  # fmt: skip
    return rule, row["on"]


def _pattern(
    lang: str, name: str, source: str, groups: Mapping[str, str]
) -> tuple[re.Pattern[str], list[tuple[str, str]]]:
    slots: list[tuple[str, str]] = []

    def group(found: re.Match[str]) -> str:
        kind, slot = found[1], found[3] or found[1]
        if kind not in groups:
            raise fail(lang, f"rule.{name}.pattern", f"no word class {kind!r}")
        slots.append((slot, kind))
        inner = groups[kind].replace(r"(?!\w)", "") if found[2] else groups[kind]
        return f"(?P<{slot}>{inner})"

    try:
        plain = BRACKETS.sub(lambda m: BLANK if m[0] == " " else m[0], source)
        return re.compile(SLOT.sub(group, plain)), slots
    except re.error as error:
        raise fail(lang, f"rule.{name}.pattern", str(error)) from error


def _before(
    lang: str, where: str, given: list[str], groups: Mapping[str, str]
) -> re.Pattern[str]:
    """Compile a left context: names of word classes, with or without a blank."""
    for name in given:
        if name not in groups:
            raise fail(lang, where, f"no word class {name!r}")
    words = "|".join(groups[name] for name in given)
    return re.compile(rf"(?:(?<!\w)(?:{words})(?:{BLANK})?)+\Z")


def _tail(
    lang: str,
    where: str,
    words: Iterable[str],
    given: Mapping[str, Any],
    groups: Mapping[str, str],
) -> re.Pattern[str] | None:
    """Compile the words that name a part of the date that follows them."""
    if not words:
        return None
    link = given.get("context", {}).get("part_link", [])
    between = choice((x for word in link for x in expand(word)), r"(?!\w)")
    return re.compile(
        rf"(?<!\w)(?P<part>{groups['part']})(?:{BLANK}{between})?(?:{BLANK})?\Z"
    )


def _starters(
    maps: Mapping[str, Mapping[str, str]], made: Mapping[str, object]
) -> tuple[AhoCorasick | None, tuple[tuple[str, ...], ...]]:
    classes: dict[str, list[str]] = {}
    for name in made:
        for word in maps.get(name, ()):
            classes.setdefault(word, []).append(name)
    if not classes:
        return None, ()
    words = sorted(classes)
    return AhoCorasick(words, matchkind=MatchKind.Standard), tuple(
        tuple(classes[word]) for word in words
    )


def _cues(lang: str, given: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    """Compile the words that tell past from future near an expression."""
    cues = {}
    for name, words in given.get("direction", {}).items():
        if name not in ("past", "future"):
            raise fail(lang, f"direction.{name}", "choose from ['future', 'past']")
        try:
            cues[name] = re.compile(f"(?:{'|'.join(words)})")
        except re.error as error:
            raise fail(lang, f"direction.{name}", str(error)) from error
    return cues
