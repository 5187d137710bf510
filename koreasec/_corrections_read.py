"""The rows of ``corrections.csv`` taken together; contradictions are refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NoReturn

from ._corrections import Corrections, Name, as_said
from ._csv_tables import Line
from .errors import KnowledgeError


def understood(
    lines: Sequence[Line], actors: Collection[str], names: Iterable[Mapping[str, str]]
) -> Corrections:
    """Take the rows together; refuse what is unknown or contradicts another row."""
    new = {line.row["to"] for line in lines if line.row["action"] == "rename"}
    for line in lines:
        _check(line, actors, new)
    step = _targets(lines, actors)
    moved = _moves(lines)
    forbids = [line.row for line in lines if line.row["action"] == "forbid"]
    gone = {row["actor"] for row in forbids if not row["name"]}
    named = {_name(row) for row in forbids if row["name"]}
    for line in lines:
        _contradicts(line, step, moved, gone, named)
    ends = {actor: _end(actor, step) for actor in step}
    merged = {line.row["actor"] for line in lines if line.row["action"] == "merge"}
    settled = {name: ends.get(to, to) for name, to in moved.items()}
    met = {said for row in names for said in as_said(*_name(row))}
    unmet = {_name(one.row): one.where for one in lines if one.row["name"]}
    unmet = {name: where for name, where in unmet.items() if name not in met}
    return Corrections(ends, merged, settled, named, gone, unmet)


def _name(row: Mapping[str, str]) -> Name:
    return row["actor"], row["lang"], row["name"]


def _check(line: Line, actors: Collection[str], new: Collection[str]) -> None:
    """Refuse a row that lacks something or names what nobody knows."""
    row, action = line.row, line.row["action"]
    if row["actor"] and row["actor"] not in actors:
        _refuse(line, f"no actor {row['actor']!r} to {action}")
    if not row["actor"] and (action != "forbid" or not row["name"]):
        _refuse(line, f"{action} needs an actor")
    if bool(row["to"]) == (action == "forbid"):
        _refuse(line, f"{action} {'takes no' if row['to'] else 'needs a'} 'to'")
    if action in ("rename", "merge") and (row["name"] or row["lang"]):
        _refuse(line, f"{action} takes no lang and no name")
    if action == "rename" and row["to"] in actors:
        _refuse(line, f"{row['to']!r} is an actor already; use merge")
    if action in ("merge", "split") and row["to"] not in {*actors, *new}:
        _refuse(line, f"no actor {row['to']!r}; give it a row in actors.csv")
    if row["to"] and row["to"] == row["actor"]:
        _refuse(line, f"{action} into itself")
    if action == "split" and not row["name"]:
        _refuse(line, "split needs the name that moves")


def _targets(lines: Sequence[Line], actors: Collection[str]) -> dict[str, str]:
    """Return what each actor is renamed to or merged into; refuse two answers."""
    said: dict[str, Line] = {}
    taken: dict[str, Line] = {}
    for line in sorted(lines, key=lambda one: (one.file, one.number)):
        action, actor, to = (line.row[key] for key in ("action", "actor", "to"))
        if action not in ("rename", "merge"):
            continue
        if actor in said and said[actor].row["to"] != to:
            other = said[actor]
            _refuse(line, f"{other.where} makes {actor!r} {other.row['to']!r}")
        if action == "rename" and to in taken and taken[to].row["actor"] != actor:
            _refuse(line, f"{taken[to].where} gives {to!r} away; merge the two")
        said[actor] = line
        if action == "rename":
            taken[to] = line
    step = {actor: line.row["to"] for actor, line in said.items()}
    for actor, line in said.items():
        if _end(actor, step) == "":
            _refuse(line, f"{actor!r} comes back to itself over {step[actor]!r}")
    return step


def _end(actor: str, step: Mapping[str, str]) -> str:
    """Follow `actor` to what it becomes; "" where that goes round."""
    seen = {actor}
    while actor in step:
        actor = step[actor]
        if actor in seen:
            return ""
        seen.add(actor)
    return actor


def _moves(lines: Sequence[Line]) -> dict[Name, str]:
    moved: dict[Name, Line] = {}
    for line in sorted(lines, key=lambda one: (one.file, one.number)):
        if line.row["action"] == "split":
            other = moved.setdefault(_name(line.row), line)
            if other.row["to"] != line.row["to"]:
                _refuse(line, f"{other.where} gives it to {other.row['to']!r}")
    return {name: line.row["to"] for name, line in moved.items()}


def _contradicts(
    line: Line,
    step: Mapping[str, str],
    moved: Mapping[Name, str],
    gone: Collection[str],
    named: Collection[Name],
) -> None:
    """Refuse a row that asks for what another forbids."""
    row, action = line.row, line.row["action"]
    if action in ("rename", "merge", "split") and {row["actor"], row["to"]} & set(gone):
        _refuse(line, f"{action} of what another row forbids")
    if action == "split" and {*as_said(*_name(row))} & {*named}:
        _refuse(line, f"{row['name']!r} is forbidden by another row")


def _refuse(line: Line, why: str) -> NoReturn:
    msg = f"{line.where}: {why}."
    raise KnowledgeError(msg)
