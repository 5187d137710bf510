"""
Corrections that a folder of one's own makes: rename, merge, split, forbid.

They are rows of ``corrections.csv``. ``actor`` and ``to`` are ids as they stood before
any correction, so that the order of rows and of folders never matters; rows that
contradict each other are refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from ._csv_tables import Line, Shape, key_of

ACTOR = "actors.actor"
TOKEN = re.compile(r"[^\s/+|]+")
Name = tuple[str, str, str]  # actor, language, name; the first two may be empty


class Corrections(NamedTuple):
    """What the rows of ``corrections.csv`` ask for, taken together."""

    become: Mapping[str, str] = {}
    merged: Collection[str] = ()
    moved: Mapping[Name, str] = {}
    forbidden: Collection[Name] = ()
    gone: Collection[str] = ()
    unmet: Mapping[Name, str] = {}  # names that no row has: they may be made of one

    def now(self, actor: str, lang: str, name: str) -> str:
        """Return whose a name is that was made from a row, "" if it is forbidden."""
        for who, of, one in as_said(actor, lang, name):
            before = (
                [key for key, to in self.become.items() if to == who] if who else []
            )
            for said in ((key, of, one) for key in (who, *before)):
                if said in self.forbidden:
                    return ""
                if said in self.moved:
                    return self.moved[said]
        return actor

    def __bool__(self) -> bool:
        """Tell whether there is anything to correct."""
        return any(self)


def corrected(
    table: str, lines: Sequence[Line], shape: Shape, asked: Corrections
) -> list[Line]:
    """Return the `lines` of a table as the corrections want them."""
    kept: dict[tuple[str, ...], tuple[bool, Line]] = {}
    for line in lines:
        row = _row(table, line.row, shape, asked)
        if row is None:
            continue
        key, same = key_of(row, shape), row == line.row
        if key not in kept or (same and not kept[key][0]):
            kept[key] = same, line._replace(row=row)
    return [line for _, line in kept.values()]


def in_grammar(given: dict[str, Any], keys: Collection[str], asked: Corrections) -> Any:
    """Return a grammar with the ids under those `keys` corrected."""
    done = dict(given)
    for key in keys:
        found = given.get(key)
        if isinstance(found, list):
            ids = (asked.become.get(one, one) for one in found if one not in asked.gone)
            done[key] = list(dict.fromkeys(ids))
        elif isinstance(found, dict):
            done[key] = {
                asked.become.get(name, name): asked.become.get(one, one)
                for name, one in found.items()
                if not {name, one} & set(asked.gone)
            }
    return done


def _row(
    table: str, row: dict[str, str], shape: Shape, asked: Corrections
) -> dict[str, str] | None:
    """Return one row as it is now, None where it is gone."""
    if table == "actors":
        dropped = row["actor"] in asked.merged or row["actor"] in asked.gone
        actor = asked.become.get(row["actor"], row["actor"])
        return None if dropped else {**row, "actor": actor}
    if table == "actor_names":
        return _name_row(row, asked)
    done = dict(row)
    before = _ids(row, shape)
    for column in before:
        if set(TOKEN.findall(row[column])) & set(asked.gone):
            return None
        done[column] = TOKEN.sub(
            lambda match: asked.become.get(match.group(), match.group()), row[column]
        )
    plain = [column for column in before if shape.get("refers", {}).get(column)]
    parted = len({row[column] for column in plain}) == len(plain)
    joined = parted and len({done[column] for column in plain}) < len(plain)
    return None if joined else done


def _name_row(row: dict[str, str], asked: Corrections) -> dict[str, str] | None:
    keys = as_said(row["actor"], row["lang"], row["name"])
    if row["actor"] in asked.gone or any(key in asked.forbidden for key in keys):
        return None
    to = next((asked.moved[key] for key in keys if key in asked.moved), "")
    return {**row, "actor": to or asked.become.get(row["actor"], row["actor"])}


def as_said(actor: str, lang: str, name: str) -> list[Name]:
    """Return the ways to speak of a name: of one language or any, of anybody."""
    return [(who, of, name) for who in (actor, "") for of in (lang, "")]


def _ids(row: Mapping[str, str], shape: Shape) -> list[str]:
    """Return the columns of a row that hold ids of actors."""
    refers = shape.get("refers", {})
    found = [column for column, owner in refers.items() if owner == ACTOR]
    only = shape.get("ids_where", {})
    if all(row[column] == value for column, value in only.items()):
        found += shape.get("ids", [])
    return found
