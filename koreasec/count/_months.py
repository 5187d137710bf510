"""In which months a text can have been published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from .. import schema

PUBLISHED = ("published_from", "published_to")


def months_of(low: Any, high: Any) -> list[pd.Period | None]:
    """Return the months that the interval meets, ``[None]`` where there is none."""
    if pd.isna(low) or pd.isna(high) or low > high:
        return [None]
    return list(pd.period_range(low, high, freq="M"))


def every_month(months: Iterable[pd.Period | None]) -> list[pd.Period]:
    """Return all months from the first to the last of `months`."""
    known = [month for month in months if month is not None]
    return list(pd.period_range(min(known), max(known), freq="M")) if known else []


def values(docs: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return each text with its value of `by`; with all its months and how sure."""
    if by != "month":
        found = pd.DataFrame({"doc_id": docs["doc_id"], by: docs[by].fillna("")})
        return found.astype({"doc_id": "str"})
    made: list[tuple[Any, ...]] = []
    spans = zip(docs["doc_id"], *(docs[name] for name in PUBLISHED), strict=True)
    for doc_id, low, high in spans:
        months = months_of(low, high)
        when = "certain" if len(months) == 1 else "possible"
        made += [
            (doc_id, month and month.start_time, "undated" if month is None else when)
            for month in months
        ]
    found = pd.DataFrame(made, columns=["doc_id", "month", "when"])
    types = {"doc_id": "str", "month": schema.DAY, "when": "str"}
    return found.astype(types)
