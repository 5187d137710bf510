"""Look through the names for those that collide, mislead or can never be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pandas as pd

from ... import knowledge
from .._fold import fold
from .lexicon import HANGUL, SPACED, actors, lexicon, script_of
from .lint_found import hidden

ERRORS = ("everyday", "hidden", "same", "shared", "short", "twin", "unnamed")
COLUMNS = ["level", "rule", "lang", "name", "actors", "where", "note", "accepted"]
SHORT = {SPACED: 3, HANGUL: 2}  # letters below which a plain name is unsafe
EVERYDAY = {"common_words": "word", "ordinals": "word", "sentence_words": "word"}
NOTES = {
    "everyday": "an everyday word: leave it out, or add it to decoys.csv",
    "same": "another actor has the same label or Hangul: merge them?",
    "shared": "several own it: keep one, or accept it with the reason",
    "short": "too short for its script: make it a code, or leave it out",
    "spare": "differs from another name of the actor only in case or signs",
    "twin": "two actors share most of their names: merge them?",
    "unnamed": "no name in any language: add one",
}


class Finding(NamedTuple):
    """Something that an editor should look at."""

    rule: str
    lang: str
    name: str
    actors: str
    where: str = ""
    note: str = ""


def lint() -> pd.DataFrame:
    """
    Find names of the tables that an editor should look at.

    Returns
    -------
    DataFrame
        One row per finding, errors first: ``level`` (``error``,
        ``accepted``, ``info``), ``rule``, ``lang``, ``name``, ``actors``,
        ``where`` (file and line), ``note`` (what to do), ``accepted`` (the
        reason in ``lint_accepted.csv``). Rules: ``shared`` (several actors
        own a name), ``short``, ``everyday`` (an everyday word, and no decoy
        says so), ``hidden`` (a decoy, another name or its own form keeps a
        name from ever being found), ``twin`` and ``same`` (two actors that
        seem to be one), ``unnamed``; as info ``spare`` and ``gap`` (actors
        without a name in a language of full support).

    Examples
    --------
    >>> set(lint()["level"]) <= {"error", "accepted", "info"}
    True
    """
    rows = [(line.where, line.row) for line in knowledge.lines("actor_names")]
    plain = [(where, row) for where, row in rows if row["how"] != "surname"]
    found = [*_shared(plain), *_short(plain), *_spare(plain), *_unnamed(rows)]
    found += [*_everyday(dict(_places(rows))), *_twins(plain), *_gaps()]
    found += [Finding("hidden", *one) for one in hidden(plain)]
    return _table(found)


def _table(found: Iterable[Finding]) -> pd.DataFrame:
    accepted = {
        (row["rule"], row["lang"], row["what"]): row["reason"]
        for row in knowledge.rows("lint_accepted")
    }
    rows: list[dict[str, Any]] = []
    for one in dict.fromkeys(found):
        keys = [
            (one.rule, lang, what)
            for lang in (one.lang, "")
            for what in (one.name, one.actors)
        ]
        reason = next((accepted[key] for key in keys if key in accepted), "")
        level = "info" if one.rule not in ERRORS else "accepted" if reason else "error"
        note = one.note or NOTES[one.rule]
        rows.append({**one._asdict(), "note": note, "level": level, "accepted": reason})
    made = pd.DataFrame(rows, columns=COLUMNS)
    order = made["level"].map({"error": 0, "accepted": 1, "info": 2})
    made = made.assign(order=order).sort_values(["order", "rule", "lang", "name"])
    return made.drop(columns="order").reset_index(drop=True)


def _places(rows: Iterable[tuple[str, dict[str, str]]]) -> Iterator[tuple[Any, str]]:
    """Yield where the names of an actor in a language stand, the last one first."""
    for where, row in reversed(list(rows)):
        yield (row["actor"], row["lang"]), where
        yield (row["actor"], row["lang"], row["name"]), where


def _shared(rows: list[tuple[str, dict[str, str]]]) -> Iterator[Finding]:
    """Yield names of several actors; a code counts in its letters, others in any."""
    owners: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for where, row in rows:
        key = row["name"] if row["how"] == "code" else fold(row["name"])
        owners[row["lang"], key].setdefault(row["actor"], (where, row["name"]))
    for (lang, key), who in owners.items():
        everywhere = owners.get(("mul", key), {}) if lang != "mul" else {}
        both = {**everywhere, **who}
        if len(both) > 1:
            where, name = list(who.values())[-1]
            yield Finding("shared", lang, name, " ".join(sorted(both)), where)


def _short(rows: list[tuple[str, dict[str, str]]]) -> Iterator[Finding]:
    for where, row in rows:
        least = SHORT.get(script_of(row["name"]), 0)
        if row["how"] == "name" and len(row["name"]) < least:
            yield Finding("short", row["lang"], row["name"], row["actor"], where)


def _spare(rows: list[tuple[str, dict[str, str]]]) -> Iterator[Finding]:
    seen: set[tuple[str, str, str, str]] = set()
    for where, row in rows:
        key = row["actor"], row["lang"], row["how"], fold(row["name"])
        if key in seen and row["how"] != "code":
            yield Finding("spare", row["lang"], row["name"], row["actor"], where)
        seen.add(key)


def _unnamed(rows: list[tuple[str, dict[str, str]]]) -> Iterator[Finding]:
    named = {row["actor"] for _, row in rows}
    for line in knowledge.lines("actors"):
        if line.row["actor"] not in named:
            label, actor = line.row["label"], line.row["actor"]
            yield Finding("unnamed", "", label, actor, line.where)


def _everyday(places: dict[Any, str]) -> Iterator[Finding]:
    """Yield everyday words that are a name or a surname and no decoy."""
    words = {
        (row["lang"], fold(row[column]))
        for table, column in EVERYDAY.items()
        for row in knowledge.rows(table)
        if not row[column][:1].isupper()
    }
    decoys = {(row["lang"], fold(row["text"])) for row in knowledge.rows("decoys")}
    langs = [r["lang"] for r in knowledge.rows("languages") if r["support"] == "full"]
    entries = dict.fromkeys(one for some in lexicon().entries for one in some)
    for one in entries:
        if one.sort not in ("name", "surname"):
            continue
        key = fold(one.name)
        for lang in langs if one.lang == "mul" else [one.lang]:
            if (lang, key) in words and not {(lang, key), ("mul", key)} & decoys:
                first = one.owner.split()[0]
                named = places.get((first, one.lang, one.name), "")
                where = named or places.get((first, one.lang), "")
                yield Finding("everyday", lang, one.name, one.owner, where)


def _twins(rows: list[tuple[str, dict[str, str]]]) -> Iterator[Finding]:
    """Yield actors that have one label or Hangul, or most names in common."""
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    for actor, row in actors().items():
        same["label", fold(row["label"])].append(actor)
        if row["hangul"] and row["kind"] == "person":
            same["hangul", row["hangul"] + row["hanja"]].append(actor)
    for (_, key), found in same.items():
        if len(found) > 1:
            yield Finding("same", "", key, " ".join(sorted(found)))
    names: dict[str, set[tuple[str, str]]] = defaultdict(set)
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, row in rows:
        names[row["actor"]].add((row["lang"], row["name"]))
        owners[row["lang"], row["name"]].add(row["actor"])
    pairs = {(a, b) for who in owners.values() for a in who for b in who if a < b}
    for a, b in sorted(pairs):
        both = len(names[a] & names[b])
        if both * 2 >= min(len(names[a]), len(names[b])):
            yield Finding("twin", "", f"{both} names", f"{a} {b}")


def _gaps() -> Iterator[Finding]:
    """Yield, for each language of full support, how many actors it cannot name."""
    langs = [r["lang"] for r in knowledge.rows("languages") if r["support"] == "full"]
    gone = knowledge.unnamed(list(actors()), langs)
    note = "actors that no name, post or body reaches; see ks.knowledge.unnamed"
    for lang, rows in gone.groupby("lang"):
        yield Finding("gap", str(lang), f"{len(rows):,} actors", "", "", note)
