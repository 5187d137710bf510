"""One knowledge table from one file: its lines read, each cell checked."""

from __future__ import annotations

import csv
import gc
import io
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
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


@contextmanager
def uncollected() -> Iterator[None]:
    """
    Pause the collector of garbage.

    It costs a third of the time where many small objects are made that all stay.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read(file: Traversable | Path, named: str, shape: Shape) -> list[Line]:
    """
    Read one CSV, called `named` in errors.

    Columns that may be empty may be missing. Refuses other columns, ragged rows
    and keys that come twice.
    """
    with io.StringIO(file.read_text("utf-8-sig"), newline="") as text:
        reader = csv.reader(text, strict=True)
        columns = next(reader, [])
        _check_columns(columns, named, shape)
        empty = dict.fromkeys(shape["columns"], "")
        lines: list[Line] = []
        seen: dict[tuple[str, ...], int] = {}
        for cells in reader:
            if not cells:
                continue
            number = reader.line_num
            if len(cells) != len(columns):
                msg = f"{named}, line {number}: needs {len(columns)} cells."
                raise KnowledgeError(msg)
            row = empty | dict(zip(columns, cells, strict=True))
            key = key_of(row, shape)
            if key in seen:
                msg = f"{named}, line {number}: {key} stands in line {seen[key]} too."
                raise KnowledgeError(msg)
            seen[key] = number
            lines.append(Line(named, number, row))
    return lines


def key_of(row: Mapping[str, str], shape: Shape) -> tuple[str, ...]:
    """Return the cells of `row` that name it."""
    return tuple([row[column] for column in shape["key"]])


def check(line: Line, shape: Shape, known: Mapping[str, Collection[str]]) -> None:
    """Refuse a cell that is empty, unknown or no date; `known` by column."""
    one_of, dates = shape.get("one_of", {}), shape.get("dates", ())
    for column, value in line.row.items():
        if value != value.strip() or (not value and not _may_be_empty(column, shape)):
            msg = f"{column} is {value!r}; fill it, without blanks around."
            raise KnowledgeError(f"{line.where}: {msg}")
        if column in one_of and value not in one_of[column]:
            msg = f"{column} is {value!r}; choose from {one_of[column]}."
            raise KnowledgeError(f"{line.where}: {msg}")
        if column in dates and value and not DATE.match(value):
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
