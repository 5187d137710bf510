"""The marks of a timeline for plotly, with what the mouse finds on them."""

from __future__ import annotations

from typing import Any

from . import _colours, _days, _numbers, _safe, _style
from . import _timeline_place as places
from ._lanes import KNOWN, OPEN, Lane, Mark

TOLD, IDS, MANY = 3, 100, 800  # sentences a hover box, ids a mark; many marks


def traces(
    lanes: list[Lane], inks: dict[str, str], named: dict[str, str]
) -> list[dict[str, Any]]:
    """Return the plotly traces, one for each sort of mark and hatching."""
    at, made = places.tops(lanes), []
    for name, look, day in places.LEGEND:
        held = [
            (mark, places.level(lane, mark, at[lane.key]))
            for lane in lanes
            for mark in lane.marks
            if (mark.look, mark.day) == (look, day)
        ]
        split = look == OPEN and not day  # plotly draws no hatching of many colours
        sorts = dict.fromkeys(inks[m.lane] if split else "" for m, _ in held)
        for ink in sorts:
            part = [one for one in held if ink in ("", inks[one[0].lane])]
            made.append(_trace(name, part, inks, named))
        if held:
            made.append(_key(name, look, day))
    return made


def _trace(
    name: str,
    held: list[tuple[Mark, float]],
    inks: dict[str, str],
    named: dict[str, str],
) -> dict[str, Any]:
    marks = [mark for mark, _ in held]
    sentences = TOLD if len(marks) < MANY else 1
    form = _points if marks[0].day else _bars
    return {
        "name": name,
        "legendgroup": name,
        "showlegend": False,
        "y": [middle for _, middle in held],
        "hovertext": [told(m, named[m.lane], sentences) for m in marks],
        "hoverinfo": "text",
        "customdata": [_ids(mark) for mark in marks],
        "text": [places.count(mark) for mark in marks],
        **form(marks, [inks[mark.lane] for mark in marks], marks[0].look),
    }


def _points(marks: list[Mark], colours: list[str], look: str) -> dict[str, Any]:
    fill = [places.fill(look, ink, day=True) for ink in colours]
    inside = colours if look == OPEN else [_colours.ink_on(ink) for ink in fill]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [_days.iso(mark.first) + " 12:00" for mark in marks],
        "marker": {
            "symbol": "circle",
            "size": [places.size(mark) for mark in marks],
            "color": fill,
            "opacity": 1,
            "line": {"color": colours, "width": 1.6},
        },
        "textfont": {"size": 9, "color": inside},
        "cliponaxis": True,
    }


def _bars(marks: list[Mark], colours: list[str], look: str) -> dict[str, Any]:
    fill = [places.fill(look, ink, day=False) for ink in colours]
    solid = {"color": fill, "line": {"color": colours, "width": 1}}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [_days.iso(mark.first) for mark in marks],
        "x": [(mark.last + 1 - mark.first) * _days.DAY for mark in marks],
        "width": [places.thick(mark) for mark in marks],
        "marker": _style.hatched(colours[0]) if look == OPEN else solid,
        "textposition": "inside",
        "insidetextanchor": "start",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 9, "color": _style.INK},
    }


def _key(name: str, look: str, day: bool) -> dict[str, Any]:
    """Return an empty trace that stands for its sort in the legend, in grey."""
    ink = _style.SOFT
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "name": name,
        "legendgroup": name,
        "marker": {
            "symbol": "circle" if day else "square",
            "size": 10,
            "color": places.fill(look, ink, day=day),
            "line": {"color": ink, "width": 1.6},
        },
    }


def _ids(mark: Mark) -> list[str]:
    return list(dict.fromkeys(row for one in mark.rows for row in one["rows"]))[:IDS]


def told(mark: Mark, lane: str, sentences: int = TOLD) -> str:
    """Return the hover text of a mark: days, then some sentences and their places."""
    parts = []
    for row in mark.rows[:sentences]:
        if KNOWN in row:
            parts.append(_safe.hover(row["label"], f"source: {row['source']}"))
            continue
        basis = row.get("basis") or ""
        read = f"“{row['surface']}” read as {row['value']}"
        where = f"{row['doc_id']}, characters {row['start']}–{row['end']}"
        reason = f" ({basis})" if basis else ""
        reason += f", {row['status']}" if row["status"] else ""
        parts.append(_safe.hover(where, read + reason, quote=row["sentence_text"]))
    days = _days.span(mark.first, mark.last)
    word = "known event" if mark.lane == KNOWN else "statement"
    count = _numbers.counted(len(mark.rows), word)
    more = len(mark.rows) - sentences
    rest = [f"and {more} more"] if more > 0 else []
    return "<br>".join([_safe.hover(days, f"{lane}: {count}"), *parts, *rest])


def layout(
    lanes: list[Lane], named: dict[str, str], low: float, high: float
) -> dict[str, Any]:
    """Return axes, bands and the arrows to what lies outside."""
    at = places.tops(lanes)
    end = sum(map(places.tall, lanes))
    bands = [
        {"y0": at[lane.key], "y1": at[lane.key] + places.tall(lane), "x0": 0, "x1": 1}
        for lane in lanes[::2]
    ]
    look: dict[str, Any] = {
        "type": "rect",
        "xref": "paper",
        "layer": "below",
        "line": {"width": 0},
    }
    x: dict[str, Any] = {
        "range": [_stamp(low), _stamp(high)],
        "type": "date",
        "showgrid": True,
    }
    y: dict[str, Any] = {"range": [end, 0], "showgrid": False, "fixedrange": True}
    ticks: dict[str, Any] = {
        "tickvals": [at[lane.key] + places.tall(lane) / 2 for lane in lanes],
        "ticktext": [_safe.markup(places.name(lane, named)) for lane in lanes],
    }
    return {
        "barmode": "overlay",
        "dragmode": "pan",
        "xaxis": _style.axis("date of what is told", **x),
        "yaxis": _style.axis(**y, **ticks),
        "shapes": [{**look, **band, "fillcolor": _style.BAND} for band in bands],
        "annotations": _edge_notes(lanes, low, high),
    }


def _edge_notes(lanes: list[Lane], low: float, high: float) -> list[dict[str, Any]]:
    """Return the arrows at the edges, with how many statements lie outside."""
    at = places.tops(lanes)
    look = {
        "xref": "paper",
        "showarrow": False,
        "bgcolor": "rgba(255,255,255,0.85)",
        "font": {"size": 10, "color": _style.SOFT},
    }
    return [
        {**look, "x": side, "xanchor": anchor, "text": text, "y": middle}
        for lane in lanes
        for middle in [at[lane.key] + places.tall(lane) / 2]
        for side, anchor, text in places.arrows(lane, low, high)
    ]


def _stamp(day: float) -> str:
    hours = round((day % 1) * 24) % 24
    return f"{_days.iso(day // 1)} {hours:02d}:00"
