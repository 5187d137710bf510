"""Tables to files: Parquet for programs, CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from .errors import InputError

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(tables: Mapping[str, pd.DataFrame], *, to: str | Path) -> list[Path]:
    """
    Write each table as ``NAME.parquet`` and ``NAME.csv``.

    A file is written beside its place and moved there when it is whole, so
    a half-written file never looks finished; older files of the same name
    are replaced. In the CSV a text cell that a spreadsheet would run as a
    formula gets an apostrophe in front; Parquet keeps every cell as it is.

    Parameters
    ----------
    tables
        Name and table, e.g. ``ks.tag.everything(docs)._asdict()``.
    to
        Folder for the files; made if it is not there.

    Returns
    -------
    list of Path
        The files, Parquet first, in the order of the tables.

    Raises
    ------
    InputError
        `to` is a file, or nothing can be written there.

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
    folder = Path(to)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for name, table in tables.items():
            written.append(_whole(folder / f"{name}.parquet", table, _parquet))
            written.append(_whole(folder / f"{name}.csv", table, _csv))
    except OSError as error:
        msg = f"cannot write to {str(folder)!r}: {error.strerror or error}."
        raise InputError(msg) from error
    return written


def _whole(path: Path, table: pd.DataFrame, write: Any) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    os.close(handle)
    try:
        write(table, name)
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
    if value is None or value != value:
        return ""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
