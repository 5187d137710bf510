"""What a cell or a line of a chart of pairs tells when the mouse is on it."""

from __future__ import annotations

from typing import Any

from . import _numbers, _safe

IDS = 100  # of one point; the table of the chart has all


def told(row: dict[str, Any], unit: str) -> str:
    """Return the hover text of one pair: names, counts, measures, an example."""
    example = row.get("example") or ""
    where = ", ".join(row["rows"][:2]) + (" …" if len(row["rows"]) > 2 else "")
    return _safe.hover(
        f"{row['label_a']} + {row['label_b']}",
        f"{_numbers.counted(row['together'], unit)} with both, in "
        f"{_numbers.counted(row['docs'], 'document')}",
        _apart(row),
        _measured(row),
        f"where: {where}" if row["rows"] else "",
        quote=example,
    )


def _apart(row: dict[str, Any]) -> str:
    if not {"alone_a", "alone_b"} <= set(row):
        return ""
    sides = ((row["label_a"], row["alone_a"]), (row["label_b"], row["alone_b"]))
    return "; ".join(f"only {name}: {count:,}" for name, count in sides)


def _measured(row: dict[str, Any]) -> str:
    names = (("npmi", "NPMI"), ("log_likelihood", "log-likelihood"))
    known = [(shown, row[name]) for name, shown in names if name in row]
    return "; ".join(f"{shown} {value:.2f}" for shown, value in known if value == value)


def ids(row: dict[str, Any]) -> list[str]:
    """Return the ids of the rows behind a pair, as many as a point may carry."""
    return list(row["rows"][:IDS])
