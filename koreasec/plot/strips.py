"""One strip a document: which of its characters are in which language."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import schema
from ..errors import InputError
from . import _colours, _labels, _numbers, _safe, _segments, _style
from ._chart import Chart
from ._empty import empty
from ._segments import Segment

ROW, FILLED = 26, 0.68
UNKNOWN = "und"
TINY = 0.008  # of the longest strip; smaller parts need their own colour as edge
NEEDED = (
    "doc_id",
    "passage",
    "kind",
    "start",
    "end",
    "lang",
    "confidence",
    "reason",
    "n_chars",
)


def strips(passages: pd.DataFrame, *, top: int = 30, title: str = "") -> Chart:
    """
    Draw each document as a strip whose colour is the language of the text.

    Passages follow each other from the first character to the last; a
    headline or quotation in another language shows where it stands. What
    is undetermined is grey and hatched.

    Parameters
    ----------
    passages
        The table ``passages``, e.g. from ``ks.tag.passages(docs)``.
    top
        How many documents to show at most; those in most languages come
        first when not all can be shown.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the passages that are drawn.

    Raises
    ------
    InputError
        It is not the table ``passages``.

    Examples
    --------
    >>> row = {"doc_id": "a", "passage": 0, "kind": "title", "start": 0, "end": 20}
    >>> said = {"lang": "uk", "confidence": 0.9, "reason": "", "n_chars": 20}
    >>> strips(pd.DataFrame([{**row, **said}])).table["language"].tolist()
    ['Ukrainian']
    """
    schema.require(passages, "passages", by="plot.strips", columns=NEEDED)
    if top < 1:
        msg = f"top is {top}; at least one document must be shown."
        raise InputError(msg)
    title = title or "Where which language stands"
    if not len(passages):
        return empty(title, "No passages.", passages)
    shown = _chosen(passages, top)
    named = _labels.languages(sorted(set(passages["lang"])))
    drawn = passages[passages["doc_id"].isin(shown)].reset_index(drop=True)
    drawn = drawn.assign(language=drawn["lang"].map(named), shown=_shown(drawn))
    segments = _parts(drawn, shown)
    names = list(dict.fromkeys(segment.name for segment in segments))
    end = int(drawn["end"].max())
    bottom = _segments.legend_height(names) + 48

    axis = ("character of the text", end)
    return Chart(
        title=title,
        caption=_caption(passages, drawn, len(shown)),
        table=drawn.drop(columns="shown"),
        traces=_segments.traces(segments, FILLED),
        layout={
            "barmode": "overlay",
            "xaxis": _style.axis(axis[0], range=[0, end]),
            "yaxis": _segments.rows_axis(shown),
        },
        draw=lambda axes: _segments.draw_rows(axes, segments, FILLED, shown, axis),
        height=ROW * len(shown) + bottom + 8,
        columns=("doc_id", "passage", "kind", "start", "end", "language"),
        shows="Strips",
        bottom=bottom,
    )


def _chosen(passages: pd.DataFrame, top: int) -> list[str]:
    """Return the documents to draw, in the order of the table."""
    order = list(dict.fromkeys(passages["doc_id"]))
    if len(order) <= top:
        return order
    mixed = _languages_of(passages)
    ranked = sorted(order, key=lambda doc: (-mixed.get(doc, 0), order.index(doc)))[:top]
    return [doc for doc in order if doc in set(ranked)]


def _shown(drawn: pd.DataFrame) -> list[str]:
    """Return what the language of each passage is called, its variant if told."""
    codes = drawn["lang"].tolist()
    if "variant" in drawn:
        pairs = zip(drawn["variant"].fillna(""), codes, strict=True)
        codes = [variant or lang for variant, lang in pairs]
    named = _labels.languages(sorted(set(codes)))
    return [named[code] for code in codes]


def _languages_of(passages: pd.DataFrame) -> dict[Any, int]:
    """Count the languages of each document; undetermined is none."""
    known = passages[passages["lang"].ne(UNKNOWN)]
    return known.groupby("doc_id")["lang"].nunique().to_dict()


def _parts(drawn: pd.DataFrame, shown: list[str]) -> list[Segment]:
    at = {doc: number for number, doc in enumerate(shown)}
    counts = drawn.groupby("language")["n_chars"].sum()
    names = sorted(counts.index, key=lambda name: (-counts[name], name))
    tiny = TINY * int(drawn["end"].max())
    made = [_part(row, at[row["doc_id"]], tiny) for row in _numbers.records(drawn)]
    return sorted(made, key=lambda one: (names.index(one.name), one.row, one.start))


def _part(row: dict[str, Any], number: int, tiny: float) -> Segment:
    ink, length = _colours.colour("lang", row["lang"]), row["end"] - row["start"]
    sure = "" if pd.isna(row["confidence"]) else f", confidence {row['confidence']:.2f}"
    told = _safe.hover(
        f"{row['shown']}{sure}",
        f"{row['kind']}, characters {row['start']}–{row['end']}",
        row["doc_id"],
        row["reason"] or "",
    )
    return Segment(
        row=number,
        start=row["start"],
        length=length,
        ink=ink,
        edge=ink if length < tiny else _style.PAPER,
        name=row["language"],
        told=told,
        ids=[schema.row_id(row["doc_id"], row["start"], row["end"])],
        hatched=row["lang"] == UNKNOWN,
    )


def _caption(passages: pd.DataFrame, drawn: pd.DataFrame, shown: int) -> str:
    documents = passages["doc_id"].nunique()
    mixed = sum(count > 1 for count in _languages_of(drawn).values())
    count = _numbers.counted(len(drawn), "passage")
    total = int(drawn["n_chars"].sum())
    unknown = int(drawn.loc[drawn["lang"].eq(UNKNOWN), "n_chars"].sum())
    left = "" if shown == documents else " (those in most languages)"
    return (
        f"{shown} of {_numbers.counted(documents, 'document')}{left}, "
        f"{count}; {mixed} in more than one language. "
        f"Undetermined: {_numbers.share(unknown, total)} characters."
    )
