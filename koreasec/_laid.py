"""The tables of ``data`` with those of other folders laid over, checked."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from ._corrections import ACTOR, Corrections, in_grammar
from ._corrections_read import understood
from ._csv_tables import Line, check, key_of, read, uncollected
from ._spelled import Speller
from .errors import KnowledgeError

DATA = files(__package__) / "data"


@cache
def shapes() -> dict[str, dict[str, Any]]:
    """Return the shape of every table."""
    return tomllib.loads((DATA / "tables.toml").read_text("utf-8"))


@cache
def grammar(folder: str, lang: str, over: str) -> dict[str, Any]:
    """Return a TOML file, that of another folder before ours."""
    for place in (*folders(over), DATA):
        file = place / folder / f"{lang}.toml"
        if file.is_file():
            try:
                given = tomllib.loads(file.read_text("utf-8"))
            except tomllib.TOMLDecodeError as error:
                msg = f"{folder}/{lang}.toml: {error}."
                raise KnowledgeError(msg) from error
            keys = shapes()["corrections"]["grammar_ids"] if folder == "actors" else ()
            return in_grammar(given, keys, asked(over)) if asked(over) else given
    return {}


@cache
def laid(name: str, over: str) -> list[Line]:
    """Return our lines with those of other folders laid over, each checked."""
    with uncollected():
        return _laid(name, over)


def _laid(name: str, over: str) -> list[Line]:
    shape = shapes()[name]
    found = {key_of(line.row, shape): line for line in _ours(name)}
    if name == "actor_names":
        found = _respelled(found, over)
    for place in folders(over):
        for line in _from(place, name, over):
            key = key_of(line.row, shape)
            _check_twice(found.get(key), line)
            found[key] = _ordered(line) if name == "actors" else line
    return list(found.values())


def _ordered(line: Line) -> Line:
    """Fill in the order of a name that a folder of one's own leaves out."""
    row = line.row
    native = row["hangul"] or row["russian"] or row["ukrainian"]
    if row["kind"] != "person" or row["order"] or not native:
        return line
    order = "family-first" if row["hangul"] else "given-first"
    return line._replace(row={**row, "order": order})


def typed(name: str) -> list[Line]:
    """Return the lines of our file alone."""
    return _from(DATA, name, "")


@cache
def _ours(name: str) -> list[Line]:
    lines = typed(name)
    if name == "actor_names":
        made = (
            line._replace(row={**line.row, "how": "name"})
            for line in _ours("made_names")
        )
        key = shapes()[name]["key"]
        lines = sorted([*lines, *made], key=lambda line: [line.row[one] for one in key])
    return lines


def _respelled(found: dict[tuple[str, ...], Line], over: str) -> dict[Any, Line]:
    """Put in the spellings of the people whom folders laid over tell of."""
    people = {
        line.row["actor"]: line
        for place in folders(over)
        for line in _from(place, "actors", over)
    }
    if not people:
        return found
    kept = {
        key: line
        for key, line in found.items()
        if not (line.row["system"] and line.row["actor"] in people)
    }
    theirs = [
        line for place in folders(over) for line in _from(place, "actor_names", over)
    ]
    taken = [line.row for line in (*kept.values(), *theirs)]
    taken += [{**line.row, "name": line.row["text"]} for line in laid("decoys", over)]
    rows = (line.row for line in people.values())
    for row in speller(over).names(rows, taken):
        kept[key_of(row, shapes()["actor_names"])] = people[row["actor"]]._replace(
            row=row
        )
    return kept


@cache
def speller(over: str) -> Speller:
    """Return the rules of spelling."""
    return Speller(lambda name: [line.row for line in laid(name, over)])


def _from(place: Traversable | Path, name: str, over: str) -> list[Line]:
    file, shape = place / f"{name}.csv", shapes()[name]
    if not file.is_file():
        return []
    named = file.name if place == DATA else f"{place.name}/{file.name}"
    lines, known = read(file, named, shape), _known(name, over)
    for line in lines:
        check(line, shape, known)
    return lines


@cache
def asked(over: str) -> Corrections:
    """Return what those folders correct, taken together."""
    lines = laid("corrections", over)
    if not lines:
        return Corrections()
    actors = {line.row["actor"] for line in laid("actors", over)}
    names = (line.row for line in laid("actor_names", over))
    return understood(lines, actors, names)


def _check_twice(one: Line | None, two: Line) -> None:
    """Refuse two folders that say different things, for none of them comes first."""
    ours = one is None or "/" not in one.file
    if one is not None and not ours and one.row != two.row:
        msg = f"{two.where}: {one.where} says something else; keep one of them."
        raise KnowledgeError(msg)


def folders(over: str) -> list[Path]:
    """Return the folders named in `over`, in an order of their own."""
    return [Path(place) for place in sorted(filter(None, over.split(os.pathsep)))]


@cache
def _known(name: str, over: str) -> dict[str, frozenset[str]]:
    """Return, for each column that refers to another table, the values it may have."""
    known = {}
    for column, owner in shapes()[name].get("refers", {}).items():
        table, key = owner.split(".")
        found = {line.row[key] for line in laid(table, over)}
        if owner == ACTOR and name != "corrections":
            found |= {line.row["to"] for line in laid("corrections", over)}
        known[column] = frozenset(found)
    return known
