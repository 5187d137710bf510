"""What is known beside the texts: ``metadata.csv``, joined by ``doc_id``."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import replace
from pathlib import Path, PurePosixPath

from .. import knowledge
from ..errors import InputError
from ._decode import decode
from ._record import Record, interval
from ._tables import separator_of

COLUMNS = ("title", "published", "source", "url", "lang")


def read_metadata(root: Path) -> list[tuple[int, dict[str, str]]]:
    """Read ``metadata.csv`` of the folder `root` as ``(line, row)``; [] if absent."""
    file = root / "metadata.csv"
    if not file.is_file():
        return []
    text, _, problem = decode(file.read_bytes())
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True
    )
    found = []
    try:
        reader.fieldnames = _header(file, list(reader.fieldnames or []), problem)
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


def _header(file: Path, names: list[str], problem: str) -> list[str]:
    header = [name.strip() for name in names]
    if problem or "doc_id" not in header:
        msg = f"{file} needs a header with doc_id; got {names or problem}."
        raise InputError(msg)
    twice = [name for name in header if header.count(name) > 1]
    if twice:
        msg = f"{file}: the column {twice[0]!r} stands twice in the header."
        raise InputError(msg)
    return header


def apply(
    rows: list[tuple[int, dict[str, str]]], records: list[Record], root: Path
) -> list[Record]:
    """Lay the metadata `rows` over the `records`; refuse rows that fit no text."""
    where = {record.doc_id: at for at, record in enumerate(records)}
    found = list(records)
    seen: dict[str, int] = {}
    for line, row in rows:
        place = f"{root / 'metadata.csv'}, line {line}"
        doc_id = unicodedata.normalize("NFC", row["doc_id"])
        if doc_id in seen:
            msg = f"{place}: doc_id {doc_id!r} stands in line {seen[doc_id]} too."
            raise InputError(msg)
        seen[doc_id] = line
        if doc_id not in where:
            alike = [known for known in where if _short(known) == doc_id]
            if alike:
                msg = f"{place}: doc_id {doc_id!r} could be {alike[:4]}; name one."
                raise InputError(msg)
            if _lies_in(root, doc_id):
                continue  # a text of this folder that was not asked for
            msg = f"{place}: no text has the doc_id {doc_id!r}; "
            raise InputError(f"{msg}the texts are {sorted(where)[:5]}.")
        _check(row, place)
        found[where[doc_id]] = _joined(found[where[doc_id]], row)
    return found


def _short(doc_id: str) -> str:
    """Return the stem of a long id: ``a`` of ``s/a`` and of ``s/a.txt``."""
    return PurePosixPath(doc_id).stem


def _lies_in(root: Path, doc_id: str) -> bool:
    name = doc_id.rpartition("/")[2]
    stems = (unicodedata.normalize("NFC", file.stem) for file in root.rglob("*.*"))
    return bool(name) and name in stems


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
