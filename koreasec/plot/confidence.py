"""How sure the languages are, and what nobody can tell."""

from __future__ import annotations

import pandas as pd

from .. import schema
from . import _labels, _language_stack, _numbers, _safe
from ._chart import Chart
from ._empty import empty
from ._language_stack import UNKNOWN, Part
from ._segments import Segment

MEASURES = ("documents", "passages", "characters")
NEEDED = ("outcome", "reason", *MEASURES, "rows")
ROW, NARROW, FILLED = 46, 28, 0.64
INKS = {  # of the outcomes that are known, the surest darkest
    "given with the text": "#0B3C6F",
    "confidence 0.99 to 1": "#3A7DB8",
    "confidence 0.9 to 0.99": "#7FB2D9",
    "confidence 0.5 to 0.9": "#EDB59F",
    "confidence below 0.5": "#C44E2B",
}
CALLED = {"given": "given with the text"}
REASONS = ["#6B7280", "#A65E2E", "#7F6A9E", "#55633B", "#A06B8A"]
MOST = 24  # languages


def confidence(
    by_confidence: pd.DataFrame, *, measure: str = "passages", title: str = ""
) -> Chart:
    """
    Draw how sure the languages are, and how much cannot be told.

    Each bar is 100 per cent of the number beside it. The darker the blue,
    the surer; orange is below 0.9; hatched is undetermined, each reason in
    its own ink.

    Parameters
    ----------
    by_confidence
        The table of ``ks.count.by_confidence(docs, passages=...)``, also
        with ``by="lang"``.
    measure
        ``documents``, ``passages`` or ``characters``: what the bars of
        the languages are shares of. Without languages all three are drawn.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the outcomes, the surest first.

    Raises
    ------
    InputError
        It is not the table of ``ks.count.by_confidence``; an unknown
        measure.

    Examples
    --------
    >>> row = {"outcome": "undetermined", "reason": "too short", "documents": 1}
    >>> row = {**row, "passages": 2, "characters": 9, "rows": ("a:0-5", "a:0-9")}
    >>> confidence(pd.DataFrame([row])).caption.split(";")[0]
    'n = 1 document'
    """
    schema.require(by_confidence, "by_confidence", by="plot.confidence", columns=NEEDED)
    schema.require_known(measure, MEASURES, what="measure")
    title = title or "How sure the languages are"
    if not by_confidence[list(MEASURES)].to_numpy().sum():
        return empty(title, "No documents.", by_confidence)
    drawn = by_confidence.assign(name=_names(by_confidence))
    if "lang" in drawn:
        order = drawn.groupby("lang")[measure].sum().sort_values(ascending=False)
        codes = [code for code in order.index if order[code]]
        codes = sorted(codes, key=lambda code: code == UNKNOWN)[:MOST]
        labels = _labels.languages(codes)
        bars = [(labels[code], measure, drawn["lang"].eq(code)) for code in codes]
    else:
        bars = [(name, name, drawn["outcome"].ne("")) for name in MEASURES]
    segments, rows = _segments_of(drawn, bars)
    by = ["lang"] if "lang" in drawn else []
    return _language_stack.bars(
        segments,
        rows,
        axis=f"per cent of {measure}" if by else "per cent",
        row=NARROW if by else ROW,
        filled=FILLED,
        title=title,
        caption=_caption(drawn),
        table=by_confidence,
        columns=(*by, "outcome", "reason", *MEASURES),
    )


def _names(drawn: pd.DataFrame) -> list[str]:
    """Return what each outcome is called in the legend."""
    told = zip(drawn["outcome"], drawn["reason"], strict=True)
    return [
        f"{outcome}: {reason}"
        if reason
        else CALLED.get(outcome, f"confidence {outcome}")
        for outcome, reason in told
    ]


def _segments_of(
    drawn: pd.DataFrame, bars: list[tuple[str, str, pd.Series]]
) -> tuple[list[Segment], list[str]]:
    """Return the parts of all bars in the order of the table, and the bars' names."""
    order = list(dict.fromkeys(drawn["name"]))
    reasons = [name for name in order if name not in INKS]
    inks = {name: REASONS[at % len(REASONS)] for at, name in enumerate(reasons)} | INKS
    made: list[Segment] = []
    labels = []
    for number, (label, measure, mask) in enumerate(bars):
        total, parts = int(drawn.loc[mask, measure].sum()), []
        for row in _numbers.records(drawn[mask]):
            count, name = int(row[measure]), row["name"]
            share = _numbers.share(count, total)
            told = _safe.hover(name, f"{label}: {share}", f"of {measure}")
            ids = _language_stack.ids(row, measure)
            parts.append(Part(inks[name], name, count, ids, told, name in reasons))
        made += _language_stack.stacked(number, parts)
        labels.append(f"{label} ({total:,})")
    return sorted(made, key=lambda one: order.index(one.name)), labels


def _caption(drawn: pd.DataFrame) -> str:
    unknown = drawn[drawn["reason"].ne("")]
    parts = [
        f"{_numbers.share(int(unknown[name].sum()), int(drawn[name].sum()))} {name}"
        for name in MEASURES
    ]
    total = _numbers.counted(int(drawn["documents"].sum()), "document")
    return (
        f"n = {total}; beside each bar stands what it is 100 per cent of. Confidence "
        "of a document is that of its main language, characters have that of their "
        f"passage. Undetermined: {', '.join(parts)}."
    )
