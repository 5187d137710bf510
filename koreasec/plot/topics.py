"""What it is about: the documents, sentences or hits of each topic."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from .. import knowledge, schema
from ..errors import InputError
from . import _colours, _labels, _numbers, _safe, _segments, _style
from ._chart import Chart
from ._empty import empty
from ._segments import Segment
from ._topic_months import topic_months

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAMES = {"lang": "language"}
MEASURES = ("documents", "sentences", "hits")
KNOWN = ("topic", "label", *MEASURES, "rows")
ROW, FILLED = 26, 0.7
IDS = 100
WRITTEN = 0.04  # the least share of the axis that holds its own number


def topics(
    by_topic: pd.DataFrame,
    *,
    measure: str = "documents",
    top: int = 20,
    title: str = "",
    langs: Iterable[str] | None = None,
) -> Chart:
    """
    Draw how often each topic is touched.

    A document with two topics counts for both, so the bars do not add up
    to the number of documents. Topics counted by language are stacked in
    the colours of the languages; other parts have spare colours. Topics
    counted by month are a heat map, a column a month.

    Parameters
    ----------
    by_topic
        The table of ``ks.count.by_topic(topics)``, also with ``by=...``.
    measure
        ``documents``, ``sentences`` or ``hits``.
    top
        How many topics to show at most.
    title
        What to write above.
    langs
        Languages of the texts, e.g. ``docs["lang"]``: the caption says
        of which texts no topic could be told.

    Returns
    -------
    Chart
        Its table has the topics that are drawn.

    Raises
    ------
    InputError
        An unknown measure, or another table.

    Examples
    --------
    >>> row = {"topic": "opcon", "label": "OPCON", "documents": 1, "sentences": 2}
    >>> made = pd.DataFrame([{**row, "hits": 3, "rows": ("a:0-5",)}])
    >>> topics(made, measure="hits").table["hits"].tolist()
    [3]
    """
    schema.require_known(measure, MEASURES, what="measure")
    schema.require(by_topic, "by_topic", by="plot.topics", columns=KNOWN)
    if top < 1:
        msg = f"top is {top}; at least one topic must be shown."
        raise InputError(msg)
    title = title or "What it is about"
    if not len(by_topic):
        return empty(title, "No topic is touched.", by_topic)
    by = next((str(name) for name in by_topic if name not in KNOWN), "")
    sums = by_topic.groupby("topic")[measure].sum()
    shown = sorted(sums.index, key=lambda topic: (-sums[topic], topic))[:top]
    drawn = by_topic[by_topic["topic"].isin(shown)].reset_index(drop=True)
    caption = _caption(by_topic, shown, measure, by)
    if langs is not None:
        caption = f"{caption} {knowledge.not_tagged(langs, what=['topics'])}".rstrip()
    if by == "month":
        return topic_months(drawn, shown, measure, title, caption)
    return _bars(drawn, shown, by, measure, (title, caption))


def _bars(
    drawn: pd.DataFrame,
    shown: list[str],
    by: str,
    measure: str,
    told: tuple[str, str],
) -> Chart:
    labels = dict(zip(drawn["topic"], drawn["label"], strict=True))
    most = int(drawn.groupby("topic")[measure].sum().max())
    segments = _parts(drawn, shown, by, measure, most)
    names = list(dict.fromkeys(one.name for one in segments)) if by else []
    bottom = _segments.legend_height(names) + 48
    rows = [labels[topic] for topic in shown]
    what = f"{measure} (a document may touch several topics)"
    unit = what if measure == "documents" else measure
    x = {"range": [0, most * 1.04], "fixedrange": True, **_style.counts(most)}
    return Chart(
        title=told[0],
        caption=told[1],
        table=drawn,
        traces=_segments.traces(segments, FILLED, legend=bool(by)),
        layout={
            "barmode": "overlay",
            "xaxis": _style.axis(unit, **x),
            "yaxis": _segments.rows_axis(rows),
        },
        draw=lambda axes: _draw(axes, segments, rows, unit, most, bool(by)),
        height=ROW * len(shown) + bottom + 8,
        bottom=bottom,
        columns=("label", *([by] if by else []), *MEASURES),
        shows="Bars",
    )


def _draw(
    axes: Axes,
    segments: list[Segment],
    rows: list[str],
    unit: str,
    most: int,
    legend: bool,
) -> None:
    _segments.draw(axes, segments, FILLED, rows)
    axes.set_xlim(0, most * 1.04)
    axes.set_xlabel(unit, size=9)
    _style.whole(axes.xaxis)
    axes.grid(axis="x")
    if legend:
        _segments.legend(axes, segments)


def _parts(
    drawn: pd.DataFrame, shown: list[str], by: str, measure: str, most: int
) -> list[Segment]:
    at, made = dict.fromkeys(shown, 0), []
    values = sorted({_value(value) for value in drawn[by]}) if by else []
    named = _labels.languages(values) if by == "lang" else {v: v for v in values}
    for row in sorted(_numbers.records(drawn), key=lambda one: _value(one.get(by))):
        topic, count = row["topic"], int(row[measure])
        value = _value(row[by]) if by else ""
        ink = _ink(by, value, values) if by else _colours.colour("topic", topic)
        counts = [_numbers.counted(int(row[name]), name[:-1]) for name in MEASURES]
        name = named.get(value) or "unknown"
        made.append(
            Segment(
                row=shown.index(topic),
                start=at[topic],
                length=count,
                ink=ink,
                name=name if by else row["label"],
                told=_safe.hover(row["label"], name if by else "", ", ".join(counts)),
                ids=list(row["rows"][:IDS]),
                text=f"{count:,}" if count >= WRITTEN * most else "",
                hatched=bool(by) and value in ("und", ""),
            )
        )
        at[topic] += count
    return made


def _value(value: Any) -> str:
    if value is None or value != value:
        return ""
    return f"{value:%Y-%m}" if hasattr(value, "strftime") else str(value)


def _ink(by: str, value: str, values: list[str]) -> str:
    if by == "lang":
        return _colours.colour("lang", value)
    if not value:
        return _colours.MUTED
    spare = [_colours.MAIN, *_colours.SPARE]
    return spare[values.index(value) % len(spare)]


def _caption(by_topic: pd.DataFrame, shown: list[str], measure: str, by: str) -> str:
    total = _numbers.counted(by_topic["topic"].nunique(), "topic")
    touched = {schema.read_row_id(row)[0] for rows in by_topic["rows"] for row in rows}
    parts = f" Parts: {NAMES.get(by, by)}." if by and by != "month" else ""
    return (
        f"Numbers: {measure} that touch the topic. {len(shown)} of "
        f"{total}; {_numbers.counted(len(touched), 'document')} touch a topic.{parts}"
    )
