"""What became of the time expressions: placed in time, open, and why."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import schema
from ._rows import ids, ordered, unique

OUTCOMES = ("placed", "narrowed", "open", "no point in time")
SORTS = {"DURATION": "a length of time", "SET": "a repetition"}
BASES = {
    "stated": "the words say it",
    "published": "reckoned from the day of publication",
    "text": "reckoned from a day that the text names",
}
TYPES = {
    "outcome": "str",
    "why": "str",
    "expressions": "int64",
    "documents": "int64",
    "examples": "object",
    "rows": "object",
}
SHOWN = 4  # examples a row


def by_outcome(dates: pd.DataFrame) -> pd.DataFrame:
    """
    Count what became of the time expressions, and why.

    An expression is ``placed`` where its days are known, ``narrowed`` where
    several days fit and only the interval around them is known, ``open``
    where the text does not decide at all, and ``no point in time`` where it
    tells a length, a repetition or a word such as "now". Every expression
    stands in exactly one row.

    Parameters
    ----------
    dates
        The table ``dates``, e.g. from ``ks.tag.dates(docs)``.

    Returns
    -------
    DataFrame
        One row per outcome and reason, in the order above, the most
        frequent first: ``outcome``, ``why``, ``expressions``,
        ``documents``, ``examples`` (a few surfaces), ``rows`` (ids of the
        dates).

    Examples
    --------
    >>> span = ("a", 0, 0, 3, "화요일", "DATE", "XXXX-WXX-2", "")
    >>> row = (*span, None, None, "day", "", "", "", "", "no publication date")
    >>> by_outcome(schema.table("dates", [row]))[["outcome", "why"]]
      outcome                  why
    0    open  no publication date
    """
    schema.require(dates, "dates", by="ks.count.by_outcome")
    held = ordered(dates)
    told = [_told(row) for row in held.to_dict("records")]
    held = held.assign(
        outcome=[outcome for outcome, _ in told],
        why=[why for _, why in told],
        row=ids(held),
    )
    counted: list[Any] = [
        (
            outcome,
            why,
            len(part),
            part["doc_id"].nunique(),
            unique(part["surface"])[:SHOWN],
            tuple(part["row"]),
        )
        for (outcome, why), part in held.groupby(["outcome", "why"])
    ]
    order = {name: at for at, name in enumerate(OUTCOMES)}
    counted.sort(key=lambda row: (order[row[0]], -row[2], row[1]))
    return pd.DataFrame(counted, columns=list(TYPES)).astype(TYPES)


def _told(row: dict[Any, Any]) -> tuple[str, str]:
    if pd.notna(row["date_from"]) and pd.notna(row["date_to"]):
        if row["problem"]:
            return "narrowed", row["problem"]
        return "placed", BASES.get(row["basis"], "the words say it")
    if row["problem"]:
        return "open", row["problem"]
    if row["type"] in SORTS:
        return "no point in time", SORTS[row["type"]]
    return "no point in time", 'a word such as "now"'
