"""
What koreasec knows: the tables in ``koreasec/data``, checked as they are read.

Change the CSV, not the code; ``koreasec/data/README.md`` explains every column.
A folder of tables of the same shape can be laid over ours: its rows replace ours
with the same key and add the rest. Name it with :func:`use`, with
``ks.load(..., knowledge=FOLDER)`` or in the environment as ``KOREASEC_KNOWLEDGE``.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tomllib
from collections.abc import Callable
from functools import cache, wraps
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from .errors import InputError, KnowledgeError

P = ParamSpec("P")
T = TypeVar("T")
DATA = files(__package__) / "data"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
_chosen: list[str] = []


def use(folder: str | Path | None) -> None:
    """Lay the tables of `folder` over ours from now on; ``None`` takes them off."""
    if folder is not None and not Path(folder).is_dir():
        msg = f"{str(folder)!r} is no folder; it must hold tables such as actors.csv."
        raise InputError(msg)
    _chosen[:] = [] if folder is None else [str(Path(folder).resolve())]


def overlay() -> str:
    """Return the folder laid over our tables, ``""`` where there is none."""
    return _chosen[0] if _chosen else os.environ.get("KOREASEC_KNOWLEDGE", "")


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """Remember what `make` returns for each argument and each folder laid over."""
    kept: dict[tuple[Any, ...], T] = {}

    @wraps(make)
    def again(*args: P.args, **named: P.kwargs) -> T:
        key = (overlay(), *args, *named.items())
        if key not in kept:
            kept[key] = make(*args, **named)
        return kept[key]

    return again


def table(name: str) -> pd.DataFrame:
    """
    Return the knowledge table `name`, checked, as strings.

    Examples
    --------
    >>> table("languages").set_index("lang").loc["uk", "native"]
    'українська'
    """
    return _table(name, overlay()).copy()  # so that no caller can spoil the cache


def rows(name: str) -> list[dict[str, str]]:
    """Return the knowledge table `name` as plain dictionaries, in file order."""
    return [dict(row) for row in _rows(name, overlay())]


def label(key: Any) -> Any:
    """
    Return the English label of an actor, a language or a topic, or of several.

    What has no label is returned as it is.

    >>> label("kim-jong-un"), label(["de", "nuclear"])
    ('Kim Jong Un', ['German', 'Nuclear programme'])
    """
    if not isinstance(key, str):
        return [label(each) for each in key]
    return _labels(overlay()).get(key, key)


def grammar(folder: str, lang: str) -> dict[str, Any]:
    """Return the TOML file ``data/folder/lang.toml``, ``{}`` where there is none."""
    return _grammar(folder, lang, overlay())


def shapes() -> dict[str, dict[str, Any]]:
    """Return the shape of every table, as ``data/tables.toml`` states it."""
    return _shapes()


@cache
def _labels(over: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, column in (
        ("topics", "topic"),
        ("languages", "lang"),
        ("actors", "actor"),
    ):
        found |= {row[column]: row["label"] for row in _rows(name, over)}
    return found


@cache
def _shapes() -> dict[str, dict[str, Any]]:
    return tomllib.loads((DATA / "tables.toml").read_text("utf-8"))


@cache
def _grammar(folder: str, lang: str, over: str) -> dict[str, Any]:
    for place in (Path(over) if over else None, DATA):
        file = place / folder / f"{lang}.toml" if place else None
        if file is not None and file.is_file():
            try:
                return tomllib.loads(file.read_text("utf-8"))
            except tomllib.TOMLDecodeError as error:
                msg = f"{folder}/{lang}.toml: {error}."
                raise KnowledgeError(msg) from error
    return {}


@cache
def _table(name: str, over: str) -> pd.DataFrame:
    return pd.DataFrame(_rows(name, over), columns=shapes()[name]["columns"], dtype=str)


@cache
def _rows(name: str, over: str) -> list[dict[str, str]]:
    key = shapes()[name]["key"]
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for place in [DATA, *([Path(over)] if over else [])]:
        file = place / f"{name}.csv"
        if file.is_file():
            for line, row in _read(file, name):
                _check(row, name, f"{file.name}, line {line}", over)
                found[tuple(row[column] for column in key)] = row
    return list(found.values())


def _read(file: Traversable | Path, name: str) -> list[tuple[int, dict[str, str]]]:
    """Read one CSV; refuse other columns, ragged rows and keys that come twice."""
    shape = shapes()[name]
    with io.StringIO(file.read_text("utf-8-sig"), newline="") as lines:
        reader = csv.DictReader(lines, restkey="", strict=True)
        if reader.fieldnames != shape["columns"]:
            msg = f"{file.name} has the columns {reader.fieldnames}"
            msg = f"{msg}; needed are {shape['columns']}."
            raise KnowledgeError(msg)
        numbered: list[tuple[int, dict[str, str]]] = []
        seen: dict[tuple[str, ...], int] = {}
        for row in reader:
            line = reader.line_num
            if "" in row or None in row.values():
                msg = f"{file.name}, line {line}: needs {len(shape['columns'])} cells."
                raise KnowledgeError(msg)
            key = tuple(row[column] for column in shape["key"])
            if key in seen:
                msg = f"{file.name}, line {line}: {key} stands in line {seen[key]} too."
                raise KnowledgeError(msg)
            seen[key] = line
            numbered.append((line, row))
    return numbered


def _check(row: dict[str, str], name: str, where: str, over: str) -> None:
    shape = shapes()[name]
    for column, value in row.items():
        if value != value.strip() or (
            not value
            and column not in shape.get("optional", ())
            and "" not in shape.get("one_of", {}).get(column, ())
        ):
            msg = f"{where}: {column} is {value!r}; fill it, without blanks around."
            raise KnowledgeError(msg)
        choices = shape.get("one_of", {}).get(column)
        if choices and value not in choices:
            msg = f"{where}: {column} is {value!r}; choose from {choices}."
            raise KnowledgeError(msg)
        if column in shape.get("dates", ()) and value and not DATE.match(value):
            msg = f"{where}: {column} is {value!r}; write YYYY, YYYY-MM or YYYY-MM-DD."
            raise KnowledgeError(msg)
        owner = shape.get("refers", {}).get(column)
        if owner and value and value not in _known(owner, over):
            msg = f"{where}: {column} {value!r} is not in {owner}."
            raise KnowledgeError(msg)


@cache
def _known(owner: str, over: str) -> frozenset[str]:
    name, column = owner.split(".")
    return frozenset(row[column] for row in _rows(name, over))


from ._parity import parity, unnamed  # noqa: E402, F401  (they read us)
from ._parity_told import not_named, not_tagged  # noqa: E402, F401
