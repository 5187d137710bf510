"""
The date rules of a language: what a rule and a grammar hold.

They are read from ``data/dates/LANG.toml``; the README beside those files tells
their shape, :mod:`._date_rules` checks and compiles them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

if TYPE_CHECKING:
    from .numerals import Numerals

NUMERIC = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "mon": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:1\d|20)\d\d(?!\d)",
    "plain_year": r"(?:1[5-9]|20)\d\d(?!\d)",
    "yy": r"\d\d(?!\d)",
    "digit": r"\d(?!\d)",
    "tens": r"[2-9]",
    "century": r"(?:2[01]|1\d|[1-9])(?!\d)",
    "hh": r"(?:2[0-4]|[01]\d)",
    "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
    "min": r"[0-5]?\d(?!\d)",
    "int": r"\d{1,4}(?!\d)",
    "decimal": r"\d{1,3}(?:[.,]\d{1,2})?(?!\d)",
}
KINDS = ("DATE", "TIME", "DURATION", "SET", "NONE")
EDGES = ("both", "left", "none")
TOP = {
    "edges",
    "words",
    "number",
    "context",
    "direction",
    "cue",
    "rule",
    "status",
    "numerals",
}
KEYS = {
    "name": str,
    "on": list,
    "pattern": str,
    "type": str,
    "value": str,
    "extend": list,
    "before": list,
    "not_before": list,
    "near": list,
    "not_near": list,
    "part": bool,
    "also": dict,
}
FILL = re.compile(
    r"\{(\w+?)(?:_(name|head|less|ten|full|two|pad|am|pm)|\+(\w+))?(?:\?([^{}]*))?\}"
)


@dataclass(frozen=True)
class Rule:
    """One compiled rule."""

    order: int
    name: str
    source: str
    type: str
    value: str
    slots: Mapping[str, str]
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    extend: re.Pattern[str] | None
    near: re.Pattern[str] | None
    not_near: re.Pattern[str] | None
    part: bool
    also: tuple[tuple[str, str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern; most texts need few of all those of a language."""
        return re.compile(self.source)


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
    statuses: Mapping[str, re.Pattern[str]]
    numerals: Numerals | None
