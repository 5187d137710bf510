"""How many documents a month: certain and possible ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from .. import schema
from . import _colours, _days, _labels, _numbers, _safe, _segments, _style
from ._chart import Chart
from ._empty import empty

if TYPE_CHECKING:
    from matplotlib.axes import Axes

KNOWN = ("month", "certain", "possible", "rows")
BAR = 0.86  # of a month
IDS, TOLD = 100, 6
LEAST = 200  # days of the axis, so that one month is no wall


def months(by_month: pd.DataFrame, *, title: str = "") -> Chart:
    """
    Draw how many documents were published in each month.

    The solid part are documents whose whole interval of publication lies
    in the month, the hatched part those that may lie in it; these count
    in each month that is possible. Parts counted by language keep the
    colour of the language. Documents without a date are in the caption.

    Parameters
    ----------
    by_month
        The table of ``ks.count.by_month(docs)``, also with ``by=...``.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the months, from first to last.

    Raises
    ------
    InputError
        It is not the table of ``ks.count.by_month``.

    Examples
    --------
    >>> month = pd.Timestamp("2025-02-01")
    >>> row = {"month": month, "certain": 1, "possible": 3, "rows": ("a:0-9",)}
    >>> months(pd.DataFrame([row])).title
    'Documents per month'
    """
    schema.require(by_month, "by_month", by="plot.months", columns=KNOWN)
    title = title or "Documents per month"
    dated = by_month[by_month["month"].notna()].reset_index(drop=True)
    if not len(dated) or not dated["possible"].sum():
        reason = "No document can be dated." if len(by_month) else "No documents."
        return empty(title, reason, by_month)
    dated = dated.assign(only_possible=dated["possible"] - dated["certain"])
    by = next((str(name) for name in by_month if name not in KNOWN), "")
    bars = _bars(dated, by)
    low, high, cut = _axis(dated)
    bottom = 50 + _segments.legend_height([bar["name"] for bar in bars])
    x: dict[str, Any] = {"type": "date", "showgrid": False}
    x["range"] = [_days.iso(low), _days.iso(high)]
    highest = int(dated.groupby("month")["possible"].sum().max())
    y = {"fixedrange": True, "rangemode": "tozero", **_style.counts(highest)}
    return Chart(
        title=title,
        caption=_caption(by_month, dated, by, (low, high, cut)),
        table=dated,
        traces=[_trace(bar) for bar in bars],
        layout={
            "barmode": "stack",
            "dragmode": "pan",
            "xaxis": _style.axis("month of publication", **x),
            "yaxis": _style.axis("documents", **y),
        },
        draw=lambda axes: _draw(axes, bars, low, high),
        height=260 + bottom,
        bottom=bottom,
        columns=("month", *([by] if by else []), "certain", "possible"),
        shows="Stacked bars",
    )


def _axis(dated: pd.DataFrame) -> tuple[float, float, bool]:
    held = dated[dated["possible"] > 0]
    first = _days.numbers(held["month"])
    last = _days.numbers(held["month"] + pd.offsets.MonthEnd(0))
    low, high, cut = _days.window(first, last)
    short = max(0.0, (LEAST - (high - low)) / 2)
    return low - short, high + short, cut


def _bars(dated: pd.DataFrame, by: str) -> list[dict[str, Any]]:
    """Return the layers of the stack: certain ones below, possible ones above."""
    parts = dated[by].tolist() if by else [""] * len(dated)
    keys = sorted(set(parts), key=lambda key: (key == "und", key))
    named = _labels.languages(keys) if by == "lang" else {key: key for key in keys}
    spare = [_colours.MAIN, *_colours.SPARE]
    made = []
    for column, sort in (("certain", "certain"), ("only_possible", "possible")):
        for place, key in enumerate(keys):
            rows = dated[[part == key for part in parts]]
            if rows[column].sum():
                ink = spare[place % len(spare)]
                ink = _colours.colour("lang", key) if by == "lang" else ink
                name = f"{named[key] or 'unknown'}, {sort}" if by else sort
                bar = {"name": name, "ink": ink, "hatched": sort == "possible"}
                made.append({**bar, "rows": rows, "column": column})
    return made


def _trace(bar: dict[str, Any]) -> dict[str, Any]:
    rows = bar["rows"]
    first = _days.numbers(rows["month"])
    days = rows["month"].dt.days_in_month.tolist()
    marker: dict[str, Any] = {"color": bar["ink"], "line": {"width": 0}}
    if bar["hatched"]:
        marker = _style.hatched(bar["ink"])
    return {
        "type": "bar",
        "name": _safe.markup(bar["name"]),
        "showlegend": True,
        "x": [_days.iso(day) for day in first],
        "y": rows[bar["column"]].tolist(),
        "offset": [_days.DAY * length * (1 - BAR) / 2 for length in days],
        "width": [_days.DAY * length * BAR for length in days],
        "marker": marker,
        "hovertext": [_told(row, bar) for row in _numbers.records(rows)],
        "hoverinfo": "text",
        "customdata": [list(ids[:IDS]) for ids in rows["rows"]],
    }


def _told(row: dict[str, Any], bar: dict[str, Any]) -> str:
    names = [schema.read_row_id(name)[0] for name in row["rows"][:TOLD]]
    more = len(row["rows"]) - TOLD
    listed = ", ".join(names) + (f" and {more} more" if more > 0 else "")
    certain = f"certain: {row['certain']:,}, possible: {row['possible']:,}"
    part = bar["name"].rpartition(", ")[0]
    return _safe.hover(f"{row['month']:%Y-%m}", part, certain, listed)


def _caption(
    by_month: pd.DataFrame,
    dated: pd.DataFrame,
    by: str,
    axis: tuple[float, float, bool],
) -> str:
    known = {name for names in dated["rows"] for name in names}
    undated = by_month[by_month["month"].isna()]
    without = {name for names in undated["rows"] for name in names}
    total = len(known | without)
    words = [
        f"n = {_numbers.counted(total, 'document')}. Certain: the whole interval of "
        "publication lies in the month; possible: it meets the month, and other months "
        f"too. Not datable and not drawn: {_numbers.share(len(without), total)}."
    ]
    low, high, cut = axis
    if cut:
        words.append(
            f"Axis: {_days.span(int(low), int(high))}; some months lie outside."
        )
    return " ".join(words)


def _draw(axes: Axes, bars: list[dict[str, Any]], low: float, high: float) -> None:
    below: dict[int, int] = {}
    for bar in bars:
        rows, ink = bar["rows"], bar["ink"]
        first = _days.numbers(rows["month"])
        days = rows["month"].dt.days_in_month
        counts = rows[bar["column"]].tolist()
        axes.bar(
            [day + length / 2 for day, length in zip(first, days, strict=True)],
            counts,
            width=[length * BAR for length in days],
            bottom=[below.get(day, 0) for day in first],
            facecolor=_style.PAPER if bar["hatched"] else ink,
            edgecolor=ink,
            linewidth=0.8 if bar["hatched"] else 0,
            hatch="////" if bar["hatched"] else None,
            label=_safe.short(bar["name"], 40),
            zorder=2,
        )
        for day, count in zip(first, counts, strict=True):
            below[day] = below.get(day, 0) + count
    axes.set_xlim(low, high)
    _style.whole(axes.yaxis)
    axes.grid(axis="y")
    axes.set_ylabel("documents", size=9)
    axes.set_xlabel("month of publication", size=9)
    _style.date_ticks(axes)
    ncols = _segments.across([bar["name"] for bar in bars])
    axes.figure.legend(loc="outside lower left", ncols=ncols)
