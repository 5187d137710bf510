"""Write the value of a rule from the words that its pattern matched."""

from __future__ import annotations

import re

from .calendar import UNITS
from .shape import FILL, Grammar, Rule

NAMES = {code: name for name, code in UNITS.items()}
HALF = re.compile(r"(?P<head>UNDEF-\w+-)year-(?P<sign>MINUS|PLUS)-(?P<n>\d+)\.5\Z")
TWO = ("day", "mon", "month", "hour", "minute", "min", "yy", "two")


def fill(template: str, match: re.Match[str], rule: Rule, grammar: Grammar) -> str:
    """Write the value of `rule` with what its pattern matched; ``""`` if it cannot."""
    slots = rule.slots

    def value(found: re.Match[str]) -> str:
        name, how, other, default = found.groups()
        if default is not None and match[name] is None:
            return str(default)
        plain = _plain(match[name], slots[name], grammar)
        if other:
            return (
                f"{int(plain) + int(_plain(match[other], slots[other], grammar)):04d}"
            )
        return _derived(plain, how)

    try:
        return _tidy(FILL.sub(value, template).strip())
    except (TypeError, ValueError, KeyError):
        return ""


def _tidy(written: str) -> str:
    """Turn a vague count of units into a reference, a half of a year into months."""
    if written.endswith(("MINUS-X", "PLUS-X")):
        if "REF" in written:
            return ""
        return "PAST_REF" if "MINUS" in written else "FUTURE_REF"
    if found := HALF.match(written):
        months = 12 * int(found["n"]) + 6
        return f"{found['head']}month-{found['sign']}-{months}"
    return written


def _plain(word: str, kind: str, grammar: Grammar) -> str:
    words = grammar.maps.get(kind, {})
    if word in words:
        return words[word]
    if grammar.numerals and not word.isascii():
        word = grammar.numerals.plain(word)
    if kind == "decimal":
        return word.replace(",", ".")
    return f"{int(word):02d}" if kind in TWO else str(int(word))


def _derived(plain: str, how: str | None) -> str:
    if how == "name":
        return NAMES[plain]
    if how == "head":
        return plain[:2]
    if how == "ten":
        return plain[:-1]
    if how == "less":
        return f"{int(plain) - 1:02d}"
    if how in ("two", "pad"):
        return plain.zfill(2 if how == "two" else 4)
    if how in ("am", "pm"):
        return f"{int(plain) % 12 + (12 if how == 'pm' else 0):02d}"
    if how == "full":
        return f"{'20' if int(plain) < 50 else '19'}{int(plain):02d}"
    return plain
