"""What happened when: days as points, longer intervals as bars of their true length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from .. import knowledge, schema
from ..errors import InputError
from . import _colours, _days, _labels, _lanes, _numbers, _style
from ._chart import Chart
from ._empty import empty
from ._timeline_live import layout, traces
from ._timeline_picture import draw
from ._timeline_place import height, place

NEEDED = (
    "date_from",
    "date_to",
    "precision",
    "doc_id",
    "start",
    "end",
    "surface",
    "value",
    "status",
    "sentence_text",
    "rows",
)
KNOWN_NEEDED = ("label", "date_from", "date_to", "source", "statements", "rows")
TOLD = ("date_from", "date_to", "precision", "doc_id", "surface")
COLUMN = {"topic": "topics", "actor": "actors", "doc_id": "doc_id"}
PLURAL = {"topic": "topics", "actor": "actors", "doc_id": "documents"}


def timeline(
    timeline: pd.DataFrame,
    *,
    lanes: str = "topic",
    top: int = 12,
    period: tuple[str, str] | None = None,
    title: str = "",
    labels: Mapping[str, str] | None = None,
    known: pd.DataFrame | None = None,
    langs: Iterable[str] | None = None,
) -> Chart:
    """
    Draw what is said to happen when.

    A day is a point, a longer interval a bar from its first to its last
    day: what was only a month is never drawn as a day. What is planned,
    possible or denied is hollow or hatched, what a text looks back to
    is pale. Statements of one lane about the same days are one mark
    with their number on it; the mouse shows them. What cannot be dated
    is counted in the caption.

    Parameters
    ----------
    timeline
        The table ``timeline``, e.g. from ``ks.count.timeline(dates, docs=docs)``.
    lanes
        One lane per ``topic``, ``actor`` or ``doc_id``. A statement with
        two topics stands in both lanes.
    top
        How many lanes to show at most; the rest share one lane below.
    period
        First and last day of the axis; by default where most dates lie.
    title
        What to write above.
    labels
        Names of your own for some lanes, e.g. ``{"japan": "일본"}``.
    known
        Known events to compare with, in a lane of their own on top: the
        table of ``ks.count.chronology(timeline)``.
    langs
        Languages of the texts, e.g. ``docs["lang"]``: the caption says
        of which texts nothing could be tagged.

    Returns
    -------
    Chart
        Its table has the dated statements, the earliest first.

    Raises
    ------
    InputError
        An unknown kind of lane, a period that is none, or another table.

    Examples
    --------
    >>> from koreasec import schema
    >>> day = pd.Timestamp("2025-11-04")
    >>> where = {"doc_id": "a", "start": 0, "end": 6, "surface": "11월 4일"}
    >>> dated = {"date_from": day, "date_to": day, "precision": "day"}
    >>> said = {"value": "2025-11-04", "topics": ("diplomacy",)}
    >>> told = {"sentence_text": "11월 4일 열린다.", "rows": ("a:0-6",)}
    >>> told["status"] = "planned"
    >>> made = pd.DataFrame([{**where, **dated, **said, **told}])
    >>> timeline(made).title
    'What happened when'
    """
    schema.require_known(lanes, COLUMN, what="kind of lane")
    schema.require(
        timeline, "timeline", by="plot.timeline", columns=(*NEEDED, COLUMN[lanes])
    )
    if top < 1:
        msg = f"top is {top}; a timeline needs a lane or more."
        raise InputError(msg)
    title = title or "What happened when"
    dated = _dated(timeline)
    if not len(dated):
        reason = "No statement can be dated." if len(timeline) else "No statements."
        return empty(title, reason, timeline)
    if known is not None:
        schema.require(known, "chronology", by="plot.timeline", columns=KNOWN_NEEDED)
        known = _dated(known)
    rows = [*_numbers.records(dated), *_beside(known)]
    made = _lanes.lanes(rows, _keys(lanes), top)
    low, high, cut = _axis(dated, period)
    place(made, low, high)
    named = _named(made, lanes, labels)
    inks = {lane.key: _ink(lane.key, lanes) for lane in made}
    return Chart(
        title=title,
        caption=_caption(timeline, dated, made, lanes, (low, high, cut), known)
        + _left_out(langs, lanes),
        table=dated.drop(columns=["first", "last"]),
        traces=traces(made, inks, named),
        layout=layout(made, named, low, high),
        draw=lambda axes: draw(axes, made, named, inks, low, high),
        height=height(made),
        columns=tuple(dict.fromkeys((*TOLD, COLUMN[lanes]))),
        shows="Timeline",
    )


def _dated(timeline: pd.DataFrame) -> pd.DataFrame:
    known = timeline["date_from"].notna() & timeline["date_to"].notna()
    known &= timeline["date_from"] <= timeline["date_to"]
    dated = timeline[known].reset_index(drop=True)
    first, last = _days.numbers(dated["date_from"]), _days.numbers(dated["date_to"])
    return dated.assign(first=first, last=last)


def _beside(known: pd.DataFrame | None) -> list[dict[str, Any]]:
    """Return the known events as rows of their own lane."""
    if known is None:
        return []
    none = {_lanes.KNOWN: True, "status": "", "doc_id": ""}
    return [{**row, **none} for row in _numbers.records(known)]


def _keys(lanes: str) -> Callable[[dict[str, Any]], Iterable[str]]:
    if lanes == "doc_id":
        return lambda row: [row["doc_id"]]
    return lambda row: dict.fromkeys(row[COLUMN[lanes]])


def _axis(
    dated: pd.DataFrame, period: tuple[str, str] | None
) -> tuple[float, float, bool]:
    first, last = dated["first"].tolist(), dated["last"].tolist()
    if period is None:
        return _days.window(first, last)
    try:
        low, high = _days.numbers(
            pd.Series(pd.to_datetime(list(period), format="ISO8601"))
        )
    except (TypeError, ValueError) as error:
        msg = f"period is {period!r}; give two days, ('2024-01-01', '2025-12-31')."
        raise InputError(msg) from error
    if low > high:
        msg = f"period is {period!r}; its first day is after its last."
        raise InputError(msg)
    return low, high + 1, min(first) < low or max(last) > high


def _named(
    made: list[_lanes.Lane], lanes: str, own: Mapping[str, str] | None
) -> dict[str, str]:
    keys = [lane.key for lane in made]
    if lanes == "actor":
        named = _labels.actors(keys, own)
    else:
        known = _labels.topics(keys) if lanes == "topic" else {}
        named = {key: {**known, **(own or {})}.get(key, key) for key in keys}
    plural = PLURAL[lanes]
    return {
        **named,
        _lanes.OTHERS: f"other {plural}",
        _lanes.NONE: f"no {lanes}",
        _lanes.KNOWN: "known events",
    }


def _ink(key: str, lanes: str) -> str:
    if key == _lanes.KNOWN:
        return _style.INK
    if key in (_lanes.OTHERS, _lanes.NONE):
        return _colours.MUTED
    return _colours.MAIN if lanes == "doc_id" else _colours.colour(lanes, key)


def _left_out(langs: Iterable[str] | None, lanes: str) -> str:
    """Say of which of the texts nobody should expect statements."""
    what = ("dates", PLURAL[lanes]) if lanes != "doc_id" else ("dates",)
    told = knowledge.not_tagged(langs, what=what) if langs is not None else ""
    return f" {told}" if told else ""


def _caption(
    timeline: pd.DataFrame,
    dated: pd.DataFrame,
    made: list[_lanes.Lane],
    lanes: str,
    axis: tuple[float, float, bool],
    known: pd.DataFrame | None,
) -> str:
    undated = len(timeline) - len(dated)
    documents = _numbers.counted(dated["doc_id"].nunique(), "document")
    words = [
        f"{_numbers.counted(len(dated), 'dated statement')} in {documents}; "
        f"not datable and not drawn: {_numbers.share(undated, len(timeline))}. "
        "Bars have their true length.",
    ]
    if lanes != "doc_id":
        words.append(f"A statement with two {PLURAL[lanes]} stands in both lanes.")
    if any(lane.key == _lanes.OTHERS for lane in made):
        own = (_lanes.OTHERS, _lanes.NONE, _lanes.KNOWN)
        shown = sum(lane.key not in own for lane in made)
        words.append(f"The {shown} most frequent {PLURAL[lanes]} have a lane.")
    if known is not None:
        told = int(known["statements"].gt(0).sum())
        words.append(
            f"{_numbers.counted(len(known), 'known event')} on top, on the days of "
            f"{told} of them a statement falls."
        )
    if any(lane.crowded for lane in made):
        words.append("Where there are too many, marks lie on top of each other.")
    low, high, cut = axis
    if cut:
        outside = int(((dated["last"] < low) | (dated["first"] >= high)).sum())
        ends = _days.span(int(low), int(high))
        words.append(f"Axis: {ends}; ◀ ▶ {outside} outside it.")
    return " ".join(words)
