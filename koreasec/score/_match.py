"""Pair what was found with what is true, one to one, and count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

Row = dict[Any, Any]
Pair = tuple[Row, Row]


def pair(gold: pd.DataFrame, found: pd.DataFrame, *, same: str = "") -> list[Pair]:
    """
    Pair overlapping spans of one text: equal spans first, then the longest overlap.

    With `same`, only spans with one value in that column are paired. Of two spans
    that fit alike, the one further left is taken. Nothing is paired twice.
    """
    theirs = defaultdict(list)
    for index, row in enumerate(found.to_dict("records")):
        theirs[row["doc_id"]].append((index, row))
    options = []
    for number, true in enumerate(gold.to_dict("records")):
        for index, row in theirs[true["doc_id"]]:
            shared = min(true["end"], row["end"]) - max(true["start"], row["start"])
            if shared > 0 and (not same or true[same] == row[same]):
                equal = (true["start"], true["end"]) == (row["start"], row["end"])
                rank = (not equal, -shared, true["start"], row["start"], number, index)
                options.append((rank, true, row))
    options.sort(key=lambda option: option[0])
    used: set[tuple[str, int]] = set()
    pairs = []
    for (*_, number, index), true, row in options:
        if not used & {("true", number), ("found", index)}:
            used |= {("true", number), ("found", index)}
            pairs.append((true, row))
    return pairs


def left_over(rows: pd.DataFrame, used: Iterable[Row]) -> list[Row]:
    """Return the `rows` that are in no pair, in their order."""
    taken = {_span(row) for row in used}
    return [row for row in rows.to_dict("records") if _span(row) not in taken]


def rates(right: int, gold: int, found: int) -> dict[str, float]:
    """Return precision, recall and F1; ``NaN`` where there is nothing to divide by."""
    both = gold + found
    return {
        "precision": right / found if found else float("nan"),
        "recall": right / gold if gold else float("nan"),
        "f1": 2 * right / both if both else float("nan"),
    }


def _span(row: Row) -> tuple[Any, ...]:
    return row["doc_id"], row["start"], row["end"], row.get("id"), row.get("actor")
