"""One knowledge table from one file: its lines read, each cell checked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from .errors import KnowledgeError

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
Shape = Mapping[str, Any]


class Line(NamedTuple):
    """A row of a table and where it stands."""

    file: str
    number: int
    row: dict[str, str]

    @property
    def where(self) -> str:
        """File and line, as errors name them."""
        return f"{self.file}, line {self.number}"


def read(file: Traversable | Path, named: str, shape: Shape) -> list[Line]:
    """
    Read one CSV, called `named` in errors.

    Columns that may be empty may be missing. Refuses other columns, ragged rows
    and keys that come twice.
    """
    with io.StringIO(file.read_text("utf-8-sig"), newline="") as text:
        reader = csv.DictReader(text, restkey="", strict=True)
        columns = list(reader.fieldnames or [])
        _check_columns(columns, named, shape)
        lines: list[Line] = []
        seen: dict[tuple[str, ...], int] = {}
        for row in reader:
            line = Line(named, reader.line_num, {})
            if "" in row or None in row.values():
                msg = f"{line.where}: needs {len(columns)} cells."
                raise KnowledgeError(msg)
            full = {column: row.get(column, "") for column in shape["columns"]}
            key = key_of(full, shape)
            if key in seen:
                msg = f"{line.where}: {key} stands in line {seen[key]} too."
                raise KnowledgeError(msg)
            seen[key] = line.number
            lines.append(line._replace(row=full))
    return lines


def key_of(row: Mapping[str, str], shape: Shape) -> tuple[str, ...]:
    """Return the cells of `row` that name it."""
    return tuple(row[column] for column in shape["key"])


def check(line: Line, shape: Shape, known: Mapping[str, Collection[str]]) -> None:
    """Refuse a cell that is empty, unknown or no date; `known` by column."""
    for column, value in line.row.items():
        if value != value.strip() or (not value and not _may_be_empty(column, shape)):
            msg = f"{column} is {value!r}; fill it, without blanks around."
            raise KnowledgeError(f"{line.where}: {msg}")
        choices = shape.get("one_of", {}).get(column)
        if choices and value not in choices:
            msg = f"{column} is {value!r}; choose from {choices}."
            raise KnowledgeError(f"{line.where}: {msg}")
        if column in shape.get("dates", ()) and value and not DATE.match(value):
            msg = f"{column} is {value!r}; write YYYY, YYYY-MM or YYYY-MM-DD."
            raise KnowledgeError(f"{line.where}: {msg}")
        if column in known and value and value not in known[column]:
            owner = shape["refers"][column]
            msg = f"{line.where}: {column} {value!r} is not in {owner}."
            raise KnowledgeError(msg)


def _check_columns(columns: list[str], named: str, shape: Shape) -> None:
    needed = [one for one in shape["columns"] if one not in shape.get("optional", ())]
    odd = [one for one in columns if one not in shape["columns"]]
    if odd or len(set(columns)) < len(columns) or not set(needed) <= set(columns):
        msg = f"{named} has the columns {columns}; needed are {shape['columns']}."
        raise KnowledgeError(msg)


def _may_be_empty(column: str, shape: Shape) -> bool:
    empty = "" in shape.get("one_of", {}).get(column, ())
    return column in shape.get("optional", ()) or empty
