"""Bars of 100 per cent, a part a language: what all charts of languages stack."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd

from .. import knowledge
from . import _colours, _labels, _numbers, _safe, _segments, _style
from ._chart import Chart
from ._segments import Segment

OTHERS, UNKNOWN = "\0others", "und"
WRITTEN = 0.09  # the least share that holds its own number
IDS = 100


class Part(NamedTuple):
    """A part of a bar: how it looks, how large it is, what the mouse is told."""

    ink: str
    name: str
    size: int
    ids: Sequence[str]
    told: str
    hatched: bool = False


def named(by_language: pd.DataFrame) -> pd.DataFrame:
    """Return the table with ``code``, the finest that is told, and ``language``."""
    code = by_language["lang"]
    if "variant" in by_language:
        code = by_language["variant"].where(by_language["variant"].ne(""), code)
    labels = _labels.languages(sorted(set(code)))
    return by_language.assign(code=code, language=code.map(labels))


def gathered(
    drawn: pd.DataFrame, measures: Sequence[str], top: int, within: Sequence[str] = ()
) -> pd.DataFrame:
    """
    Keep the `top` languages, add up the others, put the undetermined last.

    With `within` the others are added up for each value of these columns.
    """
    known = drawn[drawn["lang"].ne(UNKNOWN)]
    whole, sizes = _sizes(known, "lang", measures), _sizes(known, "code", measures)
    langs = dict(zip(known["code"], known["lang"], strict=True))
    order = sorted(sizes, key=lambda code: (whole[langs[code]], sizes[code], code))
    leading = list(dict.fromkeys(langs[code] for code in order))
    if len(leading) > top + 1:
        kept = [code for code in order if langs[code] in leading[:top]]
        rest = drawn["lang"].isin(leading[top:])
        name = f"{len(leading) - top} other languages"
        drawn = drawn.assign(
            code=drawn["code"].mask(rest, OTHERS),
            language=drawn["language"].mask(rest, name),
        )
        order = [*kept, OTHERS]
    ranks = {code: rank for rank, code in enumerate(order)}
    keys = [*within, "code", "language"]
    grouped = drawn.groupby(keys, dropna=False, sort=False)
    made = grouped[list(measures)].sum().reset_index()
    for name in [name for name in ("rows", "texts") if name in drawn]:
        ids = [tuple(chain.from_iterable(part[name])) for _, part in grouped]
        made[name] = pd.Series(ids, dtype="object")
    made["rank"] = made["code"].map(ranks).fillna(len(ranks))
    return made.sort_values("rank", kind="stable", ignore_index=True)


def _sizes(
    known: pd.DataFrame, column: str, measures: Sequence[str]
) -> dict[str, list[int]]:
    """Return the counts of each value of `column` below zero: many sort first."""
    sums = -known.groupby(column)[list(measures)].sum()
    return {str(key): row.tolist() for key, row in sums.iterrows()}


def bars(
    segments: list[Segment],
    rows: list[str],
    *,
    axis: str,
    row: int,
    filled: float,
    **told: Any,
) -> Chart:
    """Return the chart of some bars of 100 per cent; `told` is the rest of it."""
    names = list(dict.fromkeys(segment.name for segment in segments))
    bottom = _segments.legend_height(names) + 48
    end = (axis, 100.0)
    return Chart(
        traces=_segments.traces(segments, filled),
        layout={
            "barmode": "overlay",
            "xaxis": _style.axis(axis, range=[0, 100], fixedrange=True),
            "yaxis": _segments.rows_axis(rows),
        },
        draw=lambda axes: _segments.draw_rows(axes, segments, filled, rows, end),
        height=row * len(rows) + bottom + 8,
        shows="Stacked bars",
        bottom=bottom,
        **told,
    )


def stacked(number: int, parts: Sequence[Part]) -> list[Segment]:
    """Return the bar of row `number`: its `parts` side by side, in per cent."""
    total, at, made = sum(part.size for part in parts), 0, []
    for part in parts:
        if not part.size:
            continue
        share = part.size / total
        made.append(
            Segment(
                row=number,
                start=100 * at / total,
                length=100 * share,
                ink=part.ink,
                name=part.name,
                told=part.told,
                ids=list(part.ids[:IDS]),
                text=_numbers.percent(part.size, total) if share >= WRITTEN else "",
                hatched=part.hatched,
            )
        )
        at += part.size
    return made


def ink(code: str) -> str:
    """Return the colour of a language, variant, or of all others together."""
    return _colours.MUTED if code == OTHERS else _colours.colour("lang", code)


def ids(row: dict[str, Any], measure: str) -> Sequence[str]:
    """Return the ids behind `measure`: of texts where these are counted."""
    return row.get("texts", row["rows"]) if measure == "documents" else row["rows"]


def told(row: dict[str, Any], measure: str, total: int, *more: object) -> str:
    """Return the hover text of the part that the table's `row` is."""
    share = _numbers.share(int(row[measure]), total)
    return _safe.hover(row["language"], *more, f"{measure}: {share}")


def left_out(drawn: pd.DataFrame) -> str:
    """Say of which of the texts nobody should expect tags."""
    texts = {
        str(lang): int(n)
        for lang, n in drawn.groupby("lang")["documents"].sum().items()
        if n
    }
    return knowledge.not_tagged(texts, what=("actors", "dates", "topics"))
