"""Write scores for people and for programs."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from ._run import Scores


def show(scores: Scores) -> str:
    """Write the tables of scores as plain text, one line per row."""
    parts = []
    for name, table in scores._asdict().items():
        if isinstance(table, pd.DataFrame) and not table.empty:
            parts.append(f"{name}\n{_lines(table)}")
    if not scores.published.empty:
        parts.append(_in_short(scores.published))
    parts += [f"skipped: {note}" for note in scores.skipped]
    return "\n\n".join(parts)


def as_json(scores: Scores) -> str:
    """Write the tables of scores as JSON; a missing figure or day is ``null``."""
    made: dict[str, Any] = {"skipped": list(scores.skipped)}
    for name, table in scores._asdict().items():
        if isinstance(table, pd.DataFrame):
            plain = table.to_json(orient="records", date_format="iso", date_unit="s")
            made[name] = json.loads(plain)
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True)


def _lines(table: pd.DataFrame) -> str:
    shown = table.copy()
    for column in shown.select_dtypes("datetime"):
        shown[column] = shown[column].dt.strftime("%Y-%m-%d")
    return shown.to_string(index=False, na_rep="-", float_format="{:.3f}".format)


def _in_short(published: pd.DataFrame) -> str:
    total, answered = len(published), int(published["answered"].sum())
    inside, equal = int(published["inside"].sum()), int(published["equal"].sum())
    wide = published["days"].median()
    return (
        f"published: answered {answered} of {total}, truth inside {inside},"
        f" exactly what the text proves {equal}, median width"
        f" {'-' if pd.isna(wide) else f'{wide:.0f} days'}"
    )
