"""Languages by source, by month or by any other column: a bar for each."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import schema
from . import _language_stack, _numbers
from ._chart import Chart
from ._language_stack import UNKNOWN, Part
from ._segments import Segment

ROW, FILLED = 26, 0.72
MOST = 36  # bars
NONE = {"month": "undated", "source": "no source given"}


def groups(
    drawn: pd.DataFrame, by: str, *, measure: str, top: int, title: str
) -> Chart:
    """Draw one bar a value of the column `by`; what only may belong is hatched."""
    drawn = drawn.assign(bar=[_bar(value) for value in drawn[by]])
    drawn = drawn if "when" in drawn else drawn.assign(when="certain")
    bars = _chosen(drawn, by, measure)
    kept = drawn[drawn["bar"].isin(bars)]
    shown = _language_stack.gathered(kept, [measure], top, within=["bar", "when"])
    totals = shown.groupby("bar")[measure].sum()
    names = [_name(bar, by) for bar in bars]
    totalled = [int(totals.get(bar, 0)) for bar in bars]
    labels = [f"{name} ({n:,})" for name, n in zip(names, totalled, strict=True)]
    segments = _segments_of(shown, bars, names, measure)
    order = {bar: place for place, bar in enumerate(bars)}
    kept = kept.sort_values("bar", key=lambda each: each.map(order), kind="stable")
    when = ["when"] if by == "month" else []
    return _language_stack.bars(
        segments,
        labels,
        axis=f"per cent of {measure}",
        row=ROW,
        filled=FILLED,
        title=title,
        caption=_caption(drawn, bars, by, measure),
        table=kept.drop(columns=["bar", "code"]).reset_index(drop=True),
        columns=(by, *when, "language", *dict.fromkeys(("documents", measure))),
    )


def _bar(value: Any) -> str:
    """Return what a bar is called; ``""`` for texts without a value."""
    if value is None or value != value:
        return ""
    return f"{value:%Y-%m}" if hasattr(value, "strftime") else str(value)


def _name(bar: str, by: str) -> str:
    return bar or NONE.get(by, f"no {by}")


def _chosen(drawn: pd.DataFrame, by: str, measure: str) -> list[str]:
    """Return the bars: months in order of time, others by size; nameless ones last."""
    size = drawn.groupby("bar")["documents" if by == "month" else measure].sum()
    if by == "month":
        sure = drawn[drawn["when"].eq("certain")].groupby("bar")["documents"].sum()
        size = size + sure.reindex(size.index, fill_value=0) * len(drawn)
    known = sorted(
        (bar for bar in size.index if bar), key=lambda bar: (-size[bar], bar)
    )
    if by == "month" and known:
        every = pd.period_range(min(known), max(known), freq="M").astype(str).tolist()
        known = every if len(every) <= MOST else sorted(known[:MOST])
    return [*known[:MOST], *([""] if "" in size.index else [])]


def _segments_of(
    shown: pd.DataFrame, bars: list[str], names: list[str], measure: str
) -> list[Segment]:
    made: list[Segment] = []
    order: dict[str, tuple[bool, float]] = {}
    rows = shown.sort_values(["when", "rank"], kind="stable")
    held = {str(bar): part for bar, part in rows.groupby("bar")}
    for number, bar in enumerate(bars):
        if bar not in held:
            continue
        total, parts = int(held[bar][measure].sum()), []
        for row in _numbers.records(held[bar]):
            sure = row["when"] != "possible"
            name = row["language"] if sure else f"{row['language']}, possible"
            order[name] = (not sure, row["rank"])
            more = () if sure else ("may lie in another month",)
            told = _language_stack.told(row, measure, total, names[number], *more)
            count = int(row[measure])
            look = _language_stack.ink(row["code"])
            hatched = not sure or row["code"] == UNKNOWN
            ids = _language_stack.ids(row, measure)
            parts.append(Part(look, name, count, ids, told, hatched))
        made += _language_stack.stacked(number, parts)
    return sorted(made, key=lambda one: order[one.name])


def _caption(drawn: pd.DataFrame, bars: list[str], by: str, measure: str) -> str:
    total = len(_texts(drawn))
    words = [f"n = {_numbers.counted(total, 'document')}; in brackets: {measure}."]
    if by == "month":
        sure = len(_texts(drawn[drawn["when"].eq("certain")]))
        undated = len(_texts(drawn[drawn["bar"].eq("")]))
        words.append(
            f"Lying in a single month: {_numbers.share(sure, total)}; the others count "
            "in every month they may have been published in, hatched; undated: "
            f"{_numbers.share(undated, total)}."
        )
    known = drawn.loc[drawn["bar"].ne(""), "bar"].nunique()
    held = len({bar for bar in bars if bar} & {*drawn["bar"]})
    most = "documents" if by == "month" else measure
    if held < known:
        words.append(f"Shown: {held} of {known}, those with most {most}.")
    unknown = int(drawn.loc[drawn["lang"].eq(UNKNOWN), measure].sum())
    share = _numbers.share(unknown, int(drawn[measure].sum()))
    words.append(f"Undetermined: {share} {measure}.")
    if by != "month":  # where texts count several times
        words.append(_language_stack.left_out(drawn))
    return " ".join(filter(None, words))


def _texts(drawn: pd.DataFrame) -> set[str]:
    return {schema.read_row_id(row)[0] for rows in drawn["rows"] for row in rows}
