"""A table as one reads it: text to the left, numbers to the right, every cell safe."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Collection
from typing import Any

import pandas as pd

from . import schema

BIDI = {
    chr(code)
    for code in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


class Table:
    """A few rows to look at, the same in every run; ``frame`` holds the data."""

    def __init__(self, frame: pd.DataFrame, total: int) -> None:
        """Keep the rows to show, and how many there are in all."""
        self.frame, self.total = frame, total

    def _note(self) -> str:
        shown = len(self.frame)
        if not shown:
            return "no rows"
        return f"{shown} of {self.total} rows" if shown < self.total else ""

    def __repr__(self) -> str:
        """Return the rows as tab-separated text."""
        lines = ["\t".join(map(str, self.frame.columns))]
        lines += [
            "\t".join(map(_shown, row)) for row in self.frame.itertuples(index=False)
        ]
        return "\n".join([*lines, *filter(None, [self._note()])])

    def _repr_html_(self) -> str:
        aligned = [LOOK.get(self.frame[c].dtype.kind, LEFT) for c in self.frame]
        head = "".join(
            f"<th{how}>{html.escape(str(c))}</th>"
            for c, how in zip(self.frame, aligned, strict=True)
        )
        rows = "\n".join(
            f"<tr>{_cells(row, aligned)}</tr>"
            for row in self.frame.itertuples(index=False)
        )
        note = f"\n<p>{self._note()}</p>" if self._note() else ""
        body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
        return f"<table>\n{body}\n</table>{note}"


LEFT = ' style="text-align:left"'
RIGHT = ' style="text-align:right"'
LOOK = {
    **dict.fromkeys("iuf", RIGHT),
    "M": ' style="text-align:left;white-space:nowrap"',
}


def table(
    frame: pd.DataFrame, *, columns: Collection[str] = (), rows: int = 8
) -> Table:
    """
    Show the first rows of a table so that long texts can be read.

    Times show as days, lists with commas, numbers with at most three
    decimals; a missing value shows as nothing. Cells hold text from
    strangers: nothing in them is ever read as HTML or as a control
    character.

    Parameters
    ----------
    frame
        Any table of koreasec.
    columns
        The columns to show, in this order; all by default.
    rows
        How many rows to show at most; the note below says how many there are.

    Returns
    -------
    Table
        Prints as tab-separated text, shows as a table in a notebook.

    Examples
    --------
    >>> table(pd.DataFrame({"actor": ["김정은"], "n": [3]}))
    actor	n
    김정은	3
    """
    wanted = list(columns) or list(frame.columns)
    schema.require(frame, "table", by="table", columns=wanted)
    return Table(frame.loc[:, wanted].head(rows), len(frame))


def _cells(row: tuple[Any, ...], aligned: list[str]) -> str:
    pairs = zip(row, aligned, strict=True)
    return "".join(f"<td{how}>{html.escape(_shown(cell))}</td>" for cell, how in pairs)


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_shown, value))
    if value is None or value is pd.NaT or value != value:
        return ""
    if hasattr(value, "strftime"):
        return str(value.strftime("%Y-%m-%d"))
    if isinstance(value, float) and 0 < abs(value) < 0.0005:
        return "< 0.001" if value > 0 else "> -0.001"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return plain(str(value))


def plain(text: str) -> str:
    """Return `text` on one line, without control and direction marks."""
    kept = (c for c in " ".join(text.split()) if c not in BIDI)
    return "".join(c for c in kept if unicodedata.category(c) != "Cc")
