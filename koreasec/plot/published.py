"""When were the documents written: the interval of each."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import schema
from ..errors import InputError
from . import _days, _numbers, _safe
from ._chart import Chart
from ._empty import empty
from ._evidence_bars import Bar, Ends, Window, dates
from ._evidence_draw import HEIGHT, draw, layout, traces
from ._evidence_window import outside

NEEDED = ("doc_id", "text", "published_from", "published_to", "published_basis")
OPEN: Ends = (None, None)
WIDTHS = ((1, "to the day"), (7, "to a week"), (31, "to a month"), (366, "to a year"))


def published(docs: pd.DataFrame, *, top: int = 40, title: str = "") -> Chart:
    """
    Draw when each document was, or may have been, published.

    A bar reaches from the first to the last possible day. Where only one
    end is known, an arrow tells that the bar goes on. Documents without
    any bound are counted in the caption.

    Parameters
    ----------
    docs
        The texts, after ``ks.tag.published(docs)``.
    top
        How many documents to show at most, those dated best.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the documents that are drawn, the earliest first.

    Raises
    ------
    InputError
        Nobody has looked for publication dates yet.

    Examples
    --------
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="안녕")
    >>> docs["published_from"] = docs["published_to"] = pd.Timestamp("2025-02-09")
    >>> published(docs.assign(published_basis="given")).caption
    'n = 1 document: 1 given. Known to the day: 1.'
    """
    schema.require(docs, "docs", by="plot.published", columns=NEEDED)
    if top < 1:
        msg = f"top is {top}; at least one document must be shown."
        raise InputError(msg)
    title = title or "When were they written"
    bounded = docs["published_from"].notna() | docs["published_to"].notna()
    if not bounded.any():
        reason = "No document can be dated." if len(docs) else "No documents."
        return empty(title, reason, docs)
    drawn = _chosen(docs[bounded], top)
    window = _window(drawn)
    made = [_bar(at, row) for at, row in enumerate(_numbers.records(drawn))]
    return Chart(
        title=title,
        caption=_caption(docs, drawn, window),
        table=drawn,
        traces=traces(made, window),
        layout=layout(made, OPEN, window),
        draw=lambda axes: draw(axes, made, OPEN, window),
        height=HEIGHT * len(made) + 90,
        bottom=78,
        columns=("doc_id", "published_from", "published_to", "published_basis"),
        shows="Bars over dates",
    )


def _days_of(docs: pd.DataFrame) -> pd.Series:
    return (docs["published_to"] - docs["published_from"]).dt.days + 1


def _chosen(bounded: pd.DataFrame, top: int) -> pd.DataFrame:
    """Keep the `top` documents dated best, in order of time."""
    kept = bounded.assign(days=_days_of(bounded)).sort_values(["days", "doc_id"])
    begin = kept["published_from"].fillna(kept["published_to"])
    kept = kept.assign(begin=begin).head(top).sort_values(["begin", "days", "doc_id"])
    spans = zip(kept["doc_id"], kept["text"].fillna("").str.len(), strict=True)
    rows = [(schema.row_id(doc, 0, length),) for doc, length in spans]
    told = kept[["doc_id", *NEEDED[2:]]].reset_index(drop=True)
    return told.assign(rows=pd.Series(rows, dtype="object"))


def _bar(number: int, row: dict[str, Any]) -> Bar:
    ends = [row["published_from"], row["published_to"]]
    low, high = (None if pd.isna(day) else _days.number(day) for day in ends)
    basis = "given" if row["published_basis"] == "given" else "inferred"
    told = _safe.hover(row["doc_id"], f"{dates((low, high))} ({basis})")
    ids = list(row["rows"])
    return Bar(number, basis, str(row["doc_id"]), (low, high), told, ids)


def _window(drawn: pd.DataFrame) -> Window:
    first = drawn["published_from"].fillna(drawn["published_to"])
    last = drawn["published_to"].fillna(drawn["published_from"])
    low, high, _ = _days.window(_days.numbers(first), _days.numbers(last))
    return low, high


def _caption(docs: pd.DataFrame, drawn: pd.DataFrame, window: Window) -> str:
    basis = docs["published_basis"].fillna("unknown").value_counts()
    counts = [f"{basis[name]:,} {name}" for name in sorted(basis.index)]
    total = _numbers.counted(len(docs), "document")
    days, parts, least = _days_of(docs), [], 0
    for most, name in WIDTHS:
        found = int(((days > least) & (days <= most)).sum())
        parts += [f"{name}: {found:,}"] if found else []
        least = most
    wide = int((days > least).sum())
    parts += [f"to more than a year: {wide:,}"] if wide else []
    words = [f"n = {total}: {', '.join(counts)}."]
    words += [f"Known {', '.join(parts)}."] if parts else []
    bounded = int((docs["published_from"].notna() | docs["published_to"].notna()).sum())
    if len(drawn) < bounded:
        words.append(f"Shown: the {len(drawn)} dated best.")
    if outside(drawn, window, ("published_from", "published_to")):
        words.append("◀ ▶ a bar goes on.")
    return " ".join(words)
