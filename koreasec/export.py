"""Tables to files: Parquet for programs, safe CSV for people, networks for Gephi."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from . import _network_files, _time_files, schema
from .errors import InputError

FORMATS = ("parquet", "csv", *_network_files.FORMATS, *_time_files.FORMATS)
NAME = re.compile(r"\w[\w.-]{0,99}")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(
    tables: Mapping[str, pd.DataFrame],
    *,
    to: str | Path,
    formats: Collection[str] = ("parquet", "csv"),
) -> list[Path]:
    """
    Write each table as ``NAME.parquet`` and ``NAME.csv``, or in other formats.

    A file is written beside its place and moved there when it is whole, so
    a half-written file never looks finished; older files of the same name
    are replaced. In the CSV a text cell that a spreadsheet would run as a
    formula gets an apostrophe in front; Parquet keeps every cell as it is.
    As ``gexf`` or ``graphml`` only tables of pairs are written: actors are
    nodes (label, kind, colour, documents; mentions where `tables` has
    ``mentions``, community where it has ``communities``), pairs are edges
    (weight, the count; npmi, g2, documents, rows). As ``timelinejs``
    (``NAME.json``) or ``ics`` only timelines and events are written, each
    datable row as one entry with its sentence and the ids behind it.

    Parameters
    ----------
    tables
        Name and table, e.g. ``ks.tag.everything(docs)._asdict()``.
    to
        Folder for the files; made if it is not there.
    formats
        Which files: ``parquet``, ``csv``, ``gexf``, ``graphml``,
        ``timelinejs``, ``ics``.

    Returns
    -------
    list of Path
        The files, in the order of the tables and the formats.

    Raises
    ------
    InputError
        `to` is a file, or nothing can be written there; an unknown
        format; a network wanted and no table of pairs given, or a
        calendar and no timeline.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> table = pd.DataFrame({"surface": ["=2+2", "김정은"]})
    >>> [path.name for path in export({"mentions": table}, to=folder)]
    ['mentions.parquet', 'mentions.csv']
    >>> print((Path(folder) / "mentions.csv").read_text("utf-8-sig"))
    surface
    '=2+2
    김정은
    <BLANKLINE>
    """
    _check(tables, formats)
    nets = [name for name, table in tables.items() if _network_files.is_network(table)]
    if not nets and not set(formats).isdisjoint(_network_files.FORMATS):
        msg = "a network needs a table of pairs"
        raise InputError(f"{msg}. Make it with {schema.MADE_BY['pairs']}.")
    times = [name for name, table in tables.items() if _time_files.is_timeline(table)]
    if not times and not set(formats).isdisjoint(_time_files.FORMATS):
        msg = "a calendar or a TimelineJS file needs a timeline"
        raise InputError(f"{msg}. Make it with {schema.MADE_BY['timeline']}.")
    folder = Path(to)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for name, table in tables.items():
            for one in formats:
                if one in ("parquet", "csv"):
                    write = partial({"parquet": _parquet, "csv": _csv}[one], table)
                elif one in _network_files.FORMATS and name in nets:
                    write = partial(_network_files.write, tables, name, format=one)
                elif one in _time_files.FORMATS and name in times:
                    write = partial(_time_files.write, tables, name, format=one)
                else:
                    continue
                suffix = _time_files.SUFFIX.get(one, one)
                written.append(_whole(folder / f"{name}.{suffix}", write))
    except (OSError, ValueError) as error:
        error = error if isinstance(error, OSError) else OSError(str(error))
        msg = f"cannot write to {str(folder)!r}: {error.strerror or error}."
        raise InputError(msg) from error
    return written


def _check(tables: Any, formats: Any) -> None:
    """Refuse what is no mapping of plain names to tables, and unknown formats."""
    if not isinstance(tables, Mapping):
        msg = "ks.export needs names with their tables, e.g. {'pairs': pairs}"
        raise InputError(f"{msg}; got {type(tables).__name__}.")
    for name, table in tables.items():
        if not isinstance(table, pd.DataFrame) or not NAME.fullmatch(str(name)):
            msg = (
                f"ks.export cannot write {name!r} as {type(table).__name__}; give "
                "tables whose names are letters, digits, '-', '_' and '.'."
            )
            raise InputError(msg)
    if isinstance(formats, str):
        raise InputError(f"formats is {formats!r}; give a list, e.g. [{formats!r}].")
    for one in formats:
        schema.require_known(one, FORMATS, what="format")


def _whole(path: Path, write: Callable[[str], None]) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    os.close(handle)
    try:
        write(name)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    return path


def _parquet(table: pd.DataFrame, path: str) -> None:
    lists = {
        str(column): table[column].map(lambda cell: list(map(str, cell)))
        for column in table
        if table[column].dtype == object and len(table)
        if isinstance(table[column].iloc[0], (tuple, list))
    }
    table.assign(**lists).to_parquet(path, index=False)


def _csv(table: pd.DataFrame, path: str) -> None:
    safe = table.copy()
    for column in safe:
        if safe[column].dtype.kind not in "iufbM":
            safe[column] = safe[column].map(_cell).astype("str")
    safe.to_csv(
        path, index=False, encoding="utf-8-sig", date_format="%Y-%m-%d", na_rep=""
    )


def _cell(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return json.dumps(list(value), ensure_ascii=False)
    if pd.isna(value):
        return ""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
