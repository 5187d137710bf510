"""Tables with a text column: CSV, TSV, JSON lines, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from ..errors import InputError
from ._decode import decode
from ._record import Record

TABLES = {".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"}
NAMES = {  # our column: the headers that mean it, the first that is there wins
    "text": ("text", "body", "content", "fulltext"),
    "doc_id": ("doc_id", "id"),
    "title": ("title", "headline"),
    "published": ("published", "date", "publication_date"),
    "source": ("source", "outlet", "publisher"),
    "url": ("url", "link"),
    "lang": ("lang", "language"),
}


def read_table(data: bytes, suffix: str, blank: Record) -> Iterator[Record]:
    """Yield one record a row of the table in `data`; `blank` says whose it is."""
    rows, encoding = _rows(data, suffix, blank.path)
    if not rows:
        msg = f"{blank.path} has no rows."
        raise InputError(msg)
    headers = list(dict.fromkeys(key for _, row in rows[:1000] for key in row))
    of = _columns(headers, blank.path)
    for number, row in rows:
        cells = {ours: _cell(row.get(theirs)) for ours, theirs in of.items()}
        taken = set(of.values())
        extra = {key: _cell(cell) for key, cell in row.items() if key not in taken}
        given = cells.pop("doc_id", "")
        yield replace(
            blank,
            **cells,
            doc_id=given or f"{blank.doc_id}-{number}",
            long_id="" if given else f"{blank.long_id}-{number}",
            path=f"{blank.path}, row {number}",
            encoding=encoding,
            extra=extra,
        )


def _columns(headers: list[str], path: str) -> dict[str, str]:
    lower = {header.strip().lower(): header for header in reversed(headers)}
    of = {
        ours: lower[name]
        for ours, names in NAMES.items()
        for name in names[:1] + tuple(n for n in names[1:] if names[0] not in lower)
        if name in lower
    }
    if "text" not in of:
        msg = f"{path} has no text column; got {headers[:12]}."
        raise InputError(f"{msg} Name the column with the texts 'text'.")
    return of


def _rows(
    data: bytes, suffix: str, path: str
) -> tuple[list[tuple[int, dict[str, Any]]], str]:
    if suffix == ".parquet":
        try:
            table = pd.read_parquet(io.BytesIO(data))
        except Exception as error:  # pyarrow raises many kinds
            msg = f"{path} is no readable Parquet file: {error}."
            raise InputError(msg) from error
        rows = table.to_dict("records")
        named = [{str(key): cell for key, cell in row.items()} for row in rows]
        return list(enumerate(named, 1)), ""
    text, encoding, problem = decode(data)
    if problem:
        msg = f"{path}: {problem}."
        raise InputError(msg)
    if suffix in (".jsonl", ".ndjson"):
        return _json_rows(text, path), encoding
    return _csv_rows(text, "\t" if suffix == ".tsv" else "", path), encoding


def _json_rows(text: str, path: str) -> list[tuple[int, dict[str, Any]]]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            msg = f"{path}, line {number}: no JSON ({error})."
            raise InputError(msg) from error
        if not isinstance(row, dict):
            msg = f"{path}, line {number}: needs an object with a 'text'; "
            raise InputError(f"{msg}got {line[:40]!r}.")
        found.append((number, row))
    return found


def _csv_rows(text: str, separator: str, path: str) -> list[tuple[int, dict[str, Any]]]:
    separator = separator or separator_of(text)
    csv.field_size_limit(2**31 - 1)
    found = []
    try:
        reader = csv.DictReader(
            io.StringIO(text, newline=""), delimiter=separator, strict=True
        )
        for number, row in enumerate(reader, 1):
            if None in row or None in row.values():
                msg = f"{path}, row {number} (line {reader.line_num}): has not the "
                msg = (
                    f"{msg}{len(reader.fieldnames or [])} cells that the header names."
                )
                raise InputError(msg)
            found.append((number, dict(row)))
    except csv.Error as error:
        msg = f"{path}, line {reader.line_num}: broken CSV ({error})."
        raise InputError(msg) from error
    return found


def separator_of(text: str) -> str:
    """Return what parts the cells of the first line: comma, semicolon or tab."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=lambda mark: (head.count(mark), mark == ","))


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None or (
        not isinstance(value, (list, dict)) and pd.isna(value) is True
    ):
        return ""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
