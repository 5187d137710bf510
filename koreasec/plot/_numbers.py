"""The third reading of a chart: its numbers as aligned text."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from . import _safe

ROWS = 30
WIDEST = 60  # columns of one cell


def aligned(table: pd.DataFrame, columns: Collection[str], rows: int = ROWS) -> str:
    """Return the first `rows` of a table, text to the left, numbers to the right."""
    chosen = [column for column in columns if column in table]
    shown = [[written(value) for value in table[name].head(rows)] for name in chosen]
    numeric = [table[name].dtype.kind in "iuf" for name in chosen]
    made = [
        _column(name, cells, right)
        for name, cells, right in zip(chosen, shown, numeric, strict=True)
    ]
    lines = ["  ".join(line).rstrip() for line in zip(*made, strict=True)]
    left = len(table) - rows
    return "\n".join([*lines, *([f"... and {left} more rows"] if left > 0 else [])])


def _column(name: str, cells: list[str], right: bool) -> list[str]:
    wide = max(_safe.width(cell) for cell in [name, *cells])
    gaps = [" " * (wide - _safe.width(cell)) for cell in [name, *cells]]
    pairs = zip([name, *cells], gaps, strict=True)
    return [gap + cell if right else cell + gap for cell, gap in pairs]


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table, each as a dictionary."""
    names = [str(name) for name in table.columns]
    rows = table.itertuples(index=False, name=None)
    return [dict(zip(names, row, strict=True)) for row in rows]


def written(value: Any) -> str:
    """Return one cell: days as ISO, at most three decimals, missing as nothing."""
    if isinstance(value, list | tuple):
        return _safe.short(", ".join(map(written, value)), WIDEST)
    if value is None or value is pd.NaT or value != value:
        return ""
    if hasattr(value, "strftime"):
        return str(value.strftime("%Y-%m-%d"))
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return _safe.short(value, WIDEST)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a `number` with its `noun`: ``"1 document"``, ``"1,200 documents"``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def share(part: int, whole: int) -> str:
    """Return ``"part of whole (12 %)"``."""
    return f"{part:,} of {whole:,} ({percent(part, whole)})" if whole else "0 of 0"


def percent(part: float, whole: float) -> str:
    """Return a share in per cent; little is not nothing, nearly all is not all."""
    shown = 100 * part / whole
    if 0 < shown < 0.5:
        return "< 1 %"
    return "> 99 %" if 99.5 <= shown < 100 else f"{shown:.0f} %"
