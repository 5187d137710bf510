"""Look through the names for those that collide, mislead or can never be found."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ... import knowledge
from .._fold import fold
from .lexicon import HANGUL, SPACED, actors, script_of

COLUMNS = ["rule", "lang", "name", "actors", "note"]
SHORT = {SPACED: 3, HANGUL: 2}  # letters below which a plain name is unsafe


def lint() -> pd.DataFrame:
    """
    Find names of the tables that an editor should look at.

    Returns
    -------
    DataFrame
        One row per finding: ``rule`` (``shared``: several actors own one name of a
        language; ``short``: too short for its script; ``spare``: the same name
        stands in the table twice but for case or signs; ``unnamed``: an actor has
        no name), ``lang``, ``name``, ``actors``, ``note``; sorted by rule, language
        and name.

    Examples
    --------
    >>> set(lint()["rule"]) <= {"shared", "short", "spare", "unnamed"}
    True
    """
    rows = knowledge.rows("actor_names")
    found = [*_shared(rows), *_short(rows), *_spare(rows), *_unnamed(rows)]
    return pd.DataFrame(sorted(found), columns=COLUMNS)


def _shared(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    owners: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if row["how"] != "surname":
            owners.setdefault((row["lang"], row["name"]), set()).add(row["actor"])
    for (lang, name), who in owners.items():
        if len(who) > 1:
            yield "shared", lang, name, " ".join(sorted(who)), "told apart by the text"


def _short(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        least = SHORT.get(script_of(row["name"]), 0)
        if row["how"] == "name" and len(row["name"]) < least:
            note = "make it a code, or leave it out"
            yield "short", row["lang"], row["name"], row["actor"], note


def _spare(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    seen: dict[tuple[str, str, str, str], str] = {}
    for row in rows:
        key = row["actor"], row["lang"], row["how"], fold(row["name"])
        if key in seen and row["how"] not in ("code",):
            note = f"{seen[key]!r} finds it already"
            yield "spare", row["lang"], row["name"], row["actor"], note
        seen.setdefault(key, row["name"])


def _unnamed(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    for actor in sorted(set(actors()) - {row["actor"] for row in rows}):
        yield "unnamed", "mul", actors()[actor]["label"], actor, "add a name"
