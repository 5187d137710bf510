"""How many texts were, or may have been, published in each month."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd

from .. import schema
from ._months import every_month, months_of
from ._rows import text_ids


def by_month(docs: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """
    Count texts by month of publication, certain and possible ones apart.

    A text is certain in a month that holds its whole interval of
    publication, and possible in every month that the interval meets. A
    text without an interval, or with an open end, is counted as possible
    in a last row without month. Months between without texts count zero.

    Parameters
    ----------
    docs
        The texts, after ``ks.tag.published(docs)``.
    by
        A column of `docs` to count apart, e.g. ``lang`` or ``source``.

    Returns
    -------
    DataFrame
        One row per month (and per value of `by`), in order of time:
        ``month`` (its first day), `by`, ``certain``, ``possible`` (with
        the certain ones in it), ``rows`` (ids of the texts). ``month`` is
        missing in the row of the texts that cannot be dated.

    Examples
    --------
    >>> from koreasec import schema
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="안녕")
    >>> docs["published_from"] = docs["published_to"] = pd.Timestamp("2025-02-09")
    >>> by_month(docs)[["certain", "possible"]].values.tolist()
    [[1, 1]]
    """
    columns = ["doc_id", "text", "published_from", "published_to"]
    columns += [by] if by else []
    schema.require(docs, "docs", by="ks.count.by_month", columns=columns)
    parts = docs[by].fillna("") if by else pd.Series("", index=docs.index)
    found: dict[tuple[Any, Any], list[tuple[str, bool]]] = defaultdict(list)
    spans = zip(docs["published_from"], docs["published_to"], strict=True)
    for row, part, (low, high) in zip(text_ids(docs), parts, spans, strict=True):
        months = months_of(low, high)
        for month in months:
            found[(month, part)].append((row, len(months) == 1 and month is not None))
    values = sorted(set(parts))
    counted = [
        _row(month, part, found.get((month, part), []))
        for month in every_month(month for month, _ in found)
        for part in values
    ]
    undated = [part for part in values if (None, part) in found]
    counted += [_row(None, part, found[None, part]) for part in undated]
    columns = ["month", by or "", "certain", "possible", "rows"]
    made = pd.DataFrame(counted, columns=columns)
    made = made.astype({"month": schema.DAY, "certain": "int64", "possible": "int64"})
    return made if by else made.drop(columns="")


def _row(month: Any, part: str, found: list[tuple[str, bool]]) -> tuple[Any, ...]:
    start = None if month is None else month.start_time
    rows = tuple(row for row, _ in found)
    return start, part, sum(sure for _, sure in found), len(found), rows
