"""List what was missed and what was found wrongly, with the words around it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from . import _tables
from ._gold import Gold, read
from ._match import Row, left_over, pair
from ._run import run

COLUMNS = [
    "what",
    "doc_id",
    "start",
    "end",
    "error",
    "surface",
    "gold",
    "found",
    "context",
]
AROUND = 45


def misses(folder: str | Path) -> pd.DataFrame:
    """
    List every error on the annotated texts of `folder`, in reading order.

    A wrong id or value on the right words is one row; so is a miss, so is
    a find where the gold has nothing. Publication dates are listed where
    the truth lies outside the interval or the interval is not the proof.

    Parameters
    ----------
    folder
        Where the ``.xml`` files are, searched to the bottom; or one file.

    Returns
    -------
    DataFrame
        One row per error: ``what`` (actors, places, dates, published),
        ``doc_id``, ``start``, ``end``, ``error`` (missed, false, other),
        ``surface``, ``gold``, ``found``, ``context``.
    """
    gold = read(folder)
    found = run(gold)
    rows: list[Row] = []
    if found.actors is not None:
        for what in _tables.TAGS:
            true, theirs = _tables.sides(gold, found.actors, what)
            rows += _errors(what, true, theirs, ("id",))
    if found.dates is not None:
        rows += _errors("dates", gold.dates, found.dates, ("type", "value"))
    listed = pd.DataFrame(rows, columns=COLUMNS[:-1])
    text_of = dict(zip(gold.docs["doc_id"], gold.docs["text"], strict=True))
    spans = zip(listed["doc_id"], listed["start"], listed["end"], strict=True)
    listed["context"] = [
        _context(text_of[doc], start, end) for doc, start, end in spans
    ]
    undated = pd.DataFrame(_undated(gold, found.published), columns=COLUMNS)
    ordered = listed.sort_values(["what", "doc_id", "start", "end"], kind="stable")
    return pd.concat([ordered, undated], ignore_index=True)


def _errors(
    what: str, true: pd.DataFrame, found: pd.DataFrame, by: tuple[str, ...]
) -> list[Row]:
    """List what is in no right pair; what overlaps all the same becomes one row."""
    right = pair(true, found, same=by[0]) if what in _tables.TAGS else []
    open_true = pd.DataFrame(left_over(true, [t for t, _ in right]), columns=[*true])
    open_found = pd.DataFrame(left_over(found, [f for _, f in right]), columns=[*found])
    rows = pair(open_true, open_found)
    listed = [(t, "other", t, f) for t, f in rows if _told(t, by) != _told(f, by)]
    missed = left_over(open_true, [t for t, _ in rows])
    false = left_over(open_found, [f for _, f in rows])
    listed += [(t, "missed", t, {}) for t in missed]
    listed += [(f, "false", {}, f) for f in false]
    return [
        {name: where[name] for name in ("doc_id", "start", "end", "surface")}
        | {"what": what, "error": error, "gold": _told(t, by), "found": _told(f, by)}
        for where, error, t, f in listed
    ]


def _told(row: Row, by: tuple[str, ...]) -> str:
    return " ".join(str(row[column]) for column in by) if row else ""


def _context(text: str, start: int, end: int) -> str:
    left, right = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    return f"{left}[{text[start:end]}]{right}".replace("\n", " ⏎ ")


def _undated(gold: Gold, dated: pd.DataFrame | None) -> list[Row]:
    rows: list[Row] = []
    for row in _tables.published(gold, dated).to_dict("records"):
        if row["inside"] and row["equal"]:
            continue
        wrong = "outside" if row["answered"] else "missed"
        rows.append(
            {
                "what": "published",
                "doc_id": row["doc_id"],
                "start": 0,
                "end": 0,
                "error": "other" if row["inside"] else wrong,
                "surface": "",
                "gold": _interval(row["dct_from"], row["dct_to"]),
                "found": _interval(row["published_from"], row["published_to"]),
                "context": f"dct {row['dct']}",
            }
        )
    return rows


def _interval(first: pd.Timestamp, last: pd.Timestamp) -> str:
    ends = ("?" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (first, last))
    return "..".join(ends)
