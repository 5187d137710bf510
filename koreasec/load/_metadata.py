"""What is known beside the texts: ``metadata.csv``, joined by ``doc_id``."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from .. import knowledge
from ..errors import InputError
from ._decode import decode
from ._record import Record, interval

COLUMNS = ("title", "published", "source", "url", "lang")


def read_metadata(root: Path) -> list[tuple[int, dict[str, str]]]:
    """Read ``metadata.csv`` of the folder `root` as ``(line, row)``; [] if absent."""
    file = root / "metadata.csv"
    if not file.is_file():
        return []
    text, _, problem = decode(file.read_bytes())
    reader = csv.DictReader(text.splitlines(), strict=True)
    if problem or "doc_id" not in (reader.fieldnames or []):
        msg = f"{file} needs a header with doc_id; got {reader.fieldnames or problem}."
        raise InputError(msg)
    found = []
    try:
        for row in reader:
            if None in row or None in row.values():
                msg = f"{file}, line {reader.line_num}: has not the "
                msg = f"{msg}{len(reader.fieldnames or [])} cells of the header."
                raise InputError(msg)
            clean = {key: cell.strip() for key, cell in row.items()}
            found.append((reader.line_num, clean))
    except csv.Error as error:
        msg = f"{file}, line {reader.line_num}: broken CSV ({error})."
        raise InputError(msg) from error
    return found


def apply(
    rows: list[tuple[int, dict[str, str]]], records: list[Record], root: Path
) -> list[Record]:
    """Lay the metadata `rows` over the `records`; refuse rows that fit no text."""
    where = {record.doc_id: at for at, record in enumerate(records)}
    found = list(records)
    seen: dict[str, int] = {}
    for line, row in rows:
        place = f"{root / 'metadata.csv'}, line {line}"
        doc_id = row["doc_id"]
        if doc_id in seen:
            msg = f"{place}: doc_id {doc_id!r} stands in line {seen[doc_id]} too."
            raise InputError(msg)
        seen[doc_id] = line
        if doc_id not in where:
            if _lies_in(root, doc_id):
                continue  # a text of this folder that was not asked for
            msg = f"{place}: no text has the doc_id {doc_id!r}; "
            raise InputError(f"{msg}the texts are {sorted(where)[:5]}.")
        _check(row, place)
        found[where[doc_id]] = _joined(found[where[doc_id]], row)
    return found


def _lies_in(root: Path, doc_id: str) -> bool:
    name = doc_id.rpartition("/")[2]
    return bool(name) and any(file.stem == name for file in root.rglob("*.*"))


def _check(row: dict[str, str], place: str) -> None:
    if row.get("published") and interval(row["published"]) is None:
        msg = f"{place}: published is {row['published']!r}; "
        raise InputError(f"{msg}write YYYY, YYYY-MM or YYYY-MM-DD.")
    known = {language["lang"] for language in knowledge.rows("languages")}
    if row.get("lang") and row["lang"] not in known - {"mul"}:
        msg = f"{place}: lang is {row['lang']!r}; write a code such as 'de' or 'ko'."
        raise InputError(msg)


def _joined(record: Record, row: dict[str, str]) -> Record:
    given = {name: row[name] for name in COLUMNS if row.get(name)}
    others = {k: v for k, v in row.items() if k not in (*COLUMNS, "doc_id")}
    return replace(record, **given, extra={**record.extra, **others})
