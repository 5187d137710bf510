"""In which months a text can have been published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd


def months_of(low: Any, high: Any) -> list[pd.Period | None]:
    """Return the months that the interval meets, ``[None]`` where there is none."""
    if pd.isna(low) or pd.isna(high) or low > high:
        return [None]
    return list(pd.period_range(low, high, freq="M"))


def every_month(months: Iterable[pd.Period | None]) -> list[pd.Period]:
    """Return all months from the first to the last of `months`."""
    known = [month for month in months if month is not None]
    return list(pd.period_range(min(known), max(known), freq="M")) if known else []
