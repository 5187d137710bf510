"""Scan a stretch of text with the date rules of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from .fill import fill
from .shape import Grammar, Rule

DIGITS = {
    "both": re.compile(r"(?<!\w)(?<!\w[-‐‑–./:,’'^#])(?<![#№§])\d"),
    "left": re.compile(r"(?<![\dA-Za-z])(?<![\dA-Za-z][-‐‑–./:,^#])\d"),
    "none": re.compile(r"(?<![\dA-Za-z])(?<![\dA-Za-z][-‐‑–./:,^#])\d"),
}
AROUND = 120  # how far the words around an expression may lie
STOPS = re.compile(r"[.!?;:,()\n–—]")
WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}  # ０ to ９
REACH = 40  # how far a left context may lie before an expression


class Found(NamedTuple):
    """A time expression before anything is known of its document."""

    start: int
    end: int
    type: str
    written: str
    rule: str


def scan(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Found]:
    """Yield the expressions between `start` and `end`, in order, none overlapping."""
    free = start
    if grammar.edges == "none":
        text = text.translate(WIDE)
    for at, classes in _candidates(text, start, end, grammar):
        if at < free:
            continue
        best = _longest(text, at, end, classes, grammar)
        if best is not None:
            rule, match = best
            yield from _made(text, free, rule, match, grammar)
            free = match.end()


def _candidates(
    text: str, start: int, end: int, grammar: Grammar
) -> list[tuple[int, tuple[str, ...]]]:
    """Give the places where a rule may begin, with the classes of their rules."""
    found: dict[int, tuple[str, ...]] = {}
    if "digits" in grammar.rules:
        for match in _digits(grammar).finditer(text, start, end):
            found[match.start()] = ("digits",)
    if grammar.starters is not None:
        whole, classes = grammar.edges != "none", grammar.classes
        for word, left, _ in _words(text[start:end], grammar.starters):
            at = start + left
            if not (whole and at and text[at - 1].isalnum()):
                found[at] = found.get(at, ()) + classes[word]
    return sorted(found.items())


def _digits(grammar: Grammar) -> re.Pattern[str]:
    """Return where a number begins, in digits or in numerals of the language."""
    plain = DIGITS[grammar.edges]
    if grammar.numerals is None:
        return plain
    letters = "".join(grammar.numerals)
    return re.compile(f"{plain.pattern}|(?<![{letters}])[{letters}]")


def _words(text: str, starters: AhoCorasick) -> list[tuple[int, int, int]]:
    """Find the starting words; a lone surrogate, which no word holds, stands by."""
    try:
        return starters.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:
        plain = text.encode("utf-8", "replace").decode("utf-8")
        return starters.find_matches_as_indexes(plain, overlapping=True)


def _longest(
    text: str, at: int, end: int, classes: tuple[str, ...], grammar: Grammar
) -> tuple[Rule, re.Match[str]] | None:
    """Match the rule that reaches furthest; of equal ones the first in the file."""
    best, reach = None, (at, 0)
    for name in dict.fromkeys(classes):
        for rule in grammar.rules.get(name, ()):
            match = rule.pattern.match(text, at, end)
            if not match or match.end() == at:
                continue
            ranked = match.end(), -rule.order
            if ranked > reach and _fits(text, match, rule):
                best, reach = (rule, match), ranked
    return best


def _fits(text: str, match: re.Match[str], rule: Rule) -> bool:
    at, low = match.start(), max(match.start() - REACH, 0)
    if rule.before and not rule.before.search(text, low, at):
        return False
    if rule.not_before and rule.not_before.search(text, low, at):
        return False
    if rule.near is None and rule.not_near is None:
        return True
    clause = _clause(text, match)
    if rule.near and not rule.near.search(text, *clause):
        return False
    return not (rule.not_near and rule.not_near.search(text, *clause))


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Give the words around a match, as far as the next stop on either side."""
    first, last = max(match.start() - AROUND, 0), match.end() + AROUND
    for stop in STOPS.finditer(text, first, match.start()):
        first = stop.end()
    after = STOPS.search(text, match.end(), last)
    return first, after.end() if after else min(last, len(text))


def _made(
    text: str, free: int, rule: Rule, match: re.Match[str], grammar: Grammar
) -> Iterator[Found]:
    if rule.type == "NONE":
        return
    groups = match.re.groupindex
    main = match.span("x" if "x" in groups else 0)
    spans = [(match.span(name), template) for name, template in rule.also]
    for (start, stop), template in sorted([*spans, (main, rule.value)]):
        written = fill(template, match, rule, grammar)
        if start < 0 or not written:
            continue
        start, written = _leftward(text, free, start, written, rule, grammar)
        yield Found(start, stop, rule.type, written, rule.name)
        free = stop


def _leftward(
    text: str, free: int, start: int, written: str, rule: Rule, grammar: Grammar
) -> tuple[int, str]:
    """Take in articles and modifiers before the expression, then a part of it."""
    low = max(start - REACH, free)
    if rule.extend and (left := rule.extend.search(text, low, start)):
        start = left.start()
    if rule.part and grammar.part and (left := grammar.part.search(text, low, start)):
        start = left.start()
        written = f"{written} {grammar.maps['part'][left['part']]}"
    return start, written
