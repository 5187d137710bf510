"""
The date rules of a language: what a rule and a grammar hold.

They are read from ``data/dates/LANG.toml``; the README beside those files tells
their shape, :mod:`._date_rules` checks and compiles them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

FILL = re.compile(
    r"\{(\w+?)(?:_(name|head|less|ten|full|two|pad|am|pm)|\+(\w+))?(?:\?([^{}]*))?\}"
)


@dataclass(frozen=True)
class Rule:
    """One compiled rule."""

    order: int
    name: str
    pattern: re.Pattern[str]
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
