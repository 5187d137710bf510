"""
Check and compile the date rules of a language, read from ``data/dates/LANG.toml``.

A rule is a pattern of word classes. ``{month}`` stands for the words listed under
``words.month``; ``{day}``, ``{year}`` and the other :data:`NUMERIC` names stand for
digits; ``{n}`` for a number in digits or words; ``{month~}`` may go on in the same
word; ``{day:first}`` names its slot. A blank is any blank but a line end.
``a{b,c,}`` in a word list is short for ``ab``, ``ac``, ``a``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ... import knowledge
from .numerals import groups as numeric
from .numerals import numerals
from .shape import EDGES, FILL, KEYS, KINDS, NUMERIC, TOP, Grammar, Rule
from .words import AFTER, BLANK, choice, expand, fail, numbers, spellings

BRACKETS = re.compile(r"\[[^\]]*\]| ")
NAMED = {
    "direction": ["future", "past"],
    "status": ["anniversary", "denied", "hypothetical", "negated", "turn"],
}
SLOT = re.compile(r"\{([a-z_]+)(~?)(?::([a-z_0-9]+))?\}")


class Known(NamedTuple):
    """What the rules of a language may refer to."""

    lang: str
    groups: Mapping[str, str]
    cues: Mapping[str, re.Pattern[str]]


@cache
def grammar(lang: str, overlay: str = "") -> Grammar | None:
    """Compile the rules of `lang`; ``None`` where it has none."""
    given = knowledge.grammar("dates", lang)
    made = _compile(lang, given) if given else None
    if made and overlay:  # ours are tried by the tests
        tried(made)
    return made


def _compile(lang: str, given: dict[str, Any]) -> Grammar:
    for key in sorted(set(given) - TOP):
        raise fail(lang, key, f"unknown; choose from {sorted(TOP)}")
    edges = given.get("edges")
    if edges not in EDGES:
        raise fail(lang, "edges", f"is {edges!r}; choose from {list(EDGES)}")
    maps = spellings(lang, given.get("words", {}))
    right = AFTER if edges == "both" else ""
    maps["n"], spelled = numbers(lang, given.get("number", {}), right)
    own = numerals(lang, given)
    groups = _groups(maps, right, spelled)
    groups.update(numeric(own) if own else {})
    known = Known(lang, groups, _regexes(lang, given, "cue"))
    made: dict[str, list[Rule]] = {}
    for order, row in enumerate(given.get("rule", [])):
        rule = _rule(order, row, known)
        for name in row["on"]:
            if name not in maps and name != "digits":
                raise fail(lang, f"rule.{rule.name}.on", f"no word class {name!r}")
            made.setdefault(name, []).append(rule)
    starters, classes = _starters(maps, made)
    return Grammar(
        lang=lang,
        edges=edges,
        maps=maps,
        rules={name: tuple(rules) for name, rules in made.items()},
        starters=starters,
        classes=classes,
        part=_part(given, known),
        cues=_regexes(lang, given, "direction"),
        statuses=_regexes(lang, given, "status"),
        numerals=own,
    )


def _groups(
    maps: Mapping[str, Mapping[str, str]], right: str, spelled: str
) -> dict[str, str]:
    groups = {name: choice(found, right) for name, found in maps.items()}
    groups["n"] = rf"(?:\d{{1,4}}(?!\d)|{spelled})"
    return {**NUMERIC, **groups}


def _rule(order: int, row: dict[str, Any], known: Known) -> Rule:
    name = str(row.get("name", "?"))
    _check(row, name, known.lang)
    source, slots = _source(name, row["pattern"], known)
    also = tuple(row.get("also", {}).items())
    for template in [row.get("value", ""), *(value for _, value in also)]:
        for slot, _, other, _ in FILL.findall(template):
            if not {slot, other or slot} <= set(slots):
                raise fail(known.lang, f"rule.{name}.value", f"no slot {slot!r}")
    return Rule(
        order=order,
        name=name,
        source=source,
        type=row["type"],
        value=row.get("value", ""),
        slots=slots,
        before=_before(name, row, "before", known),
        not_before=_before(name, row, "not_before", known),
        extend=_before(name, row, "extend", known),
        near=_near(name, row, "near", known),
        not_near=_near(name, row, "not_near", known),
        part=row.get("part", False),
        also=also,
    )


def _check(row: dict[str, Any], name: str, lang: str) -> None:
    for key, value in row.items():
        if key not in KEYS or not isinstance(value, KEYS[key]):
            raise fail(lang, f"rule.{name}.{key}", "unknown key or wrong type")
    for key in ("name", "on", "pattern", "type"):
        if not row.get(key):
            raise fail(lang, f"rule.{name}.{key}", "is missing")
    if row["type"] not in KINDS:
        raise fail(lang, f"rule.{name}.type", f"choose from {list(KINDS)}")


def _source(name: str, source: str, known: Known) -> tuple[str, dict[str, str]]:
    slots: dict[str, str] = {}

    def group(found: re.Match[str]) -> str:
        kind, slot = found[1], found[3] or found[1]
        if kind not in known.groups:
            raise fail(known.lang, f"rule.{name}.pattern", f"no word class {kind!r}")
        slots[slot] = kind
        plain = known.groups[kind]
        return f"(?P<{slot}>{plain.replace(AFTER, '') if found[2] else plain})"

    plain = BRACKETS.sub(lambda m: BLANK if m[0] == " " else m[0], source)
    return SLOT.sub(group, plain), slots


def tried(grammar: Grammar) -> None:
    """Compile every rule, so that a broken one is known at once."""
    for rule in (rule for own in grammar.rules.values() for rule in own):
        try:
            rule.pattern  # noqa: B018  (compiled when first asked for)
        except re.error as error:
            where = f"rule.{rule.name}.pattern"
            raise fail(grammar.lang, where, str(error)) from error


def _before(
    name: str, row: dict[str, Any], key: str, known: Known
) -> re.Pattern[str] | None:
    """Compile a left context from names of word classes."""
    for kind in row.get(key, ()):
        if kind not in known.groups:
            raise fail(known.lang, f"rule.{name}.{key}", f"no word class {kind!r}")
    if not row.get(key):
        return None
    words = "|".join(known.groups[kind] for kind in row[key])
    spans = key == "extend" and row["type"] == "DURATION"
    first = r"(?<!, )" if spans else ""  # no relative pronoun before a duration
    return re.compile(rf"(?:(?<!\w){first}(?:{words})(?:{BLANK})?)+\Z")


def _near(
    name: str, row: dict[str, Any], key: str, known: Known
) -> re.Pattern[str] | None:
    for cue in row.get(key, ()):
        if cue not in known.cues:
            raise fail(known.lang, f"rule.{name}.{key}", f"no cue {cue!r}")
    return known.cues[row[key][0]] if row.get(key) else None


def _part(given: Mapping[str, Any], known: Known) -> re.Pattern[str] | None:
    """Compile the words that name a part of the date that follows them."""
    if "part" not in known.groups:
        return None
    link = given.get("context", {}).get("part_link", [])
    between = choice((x for word in link for x in expand(word)), AFTER)
    return re.compile(
        rf"(?<!\w)(?P<part>{known.groups['part']})(?:{BLANK}{between})?(?:{BLANK})?\Z"
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


def _regexes(
    lang: str, given: Mapping[str, Any], section: str
) -> dict[str, re.Pattern[str]]:
    """Compile a section of plain regexes, such as the verbs that look ahead."""
    found = {}
    for name, words in given.get(section, {}).items():
        if name not in NAMED.get(section, (name,)):
            raise fail(lang, f"{section}.{name}", f"choose from {NAMED[section]}")
        try:
            flags = re.IGNORECASE if section == "status" else 0
            found[name] = re.compile(f"(?:{'|'.join(words)})", flags)
        except re.error as error:
            raise fail(lang, f"{section}.{name}", str(error)) from error
    return found
