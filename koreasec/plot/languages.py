"""Which languages: the documents, passages and characters of each, as shares."""

from __future__ import annotations

import pandas as pd

from .. import schema
from . import _colours, _labels, _numbers, _safe, _segments, _style
from ._chart import Chart
from ._empty import empty
from ._segments import Segment

MEASURES = ("documents", "passages", "characters")
NEEDED = ("lang", "documents", "characters", "rows")
OTHERS, UNKNOWN = "\0others", "und"
ROW, FILLED = 46, 0.62
AXIS = ("per cent", 100.0)
WRITTEN = 0.09  # the least share that holds its own number
IDS = 100


def languages(by_language: pd.DataFrame, *, top: int = 9, title: str = "") -> Chart:
    """
    Draw the share of each language in documents, passages and characters.

    Each bar is 100 per cent; what it is 100 per cent of stands beside it.
    A document counts for its main language, passages and characters for
    their own. What is undetermined is grey and hatched.

    Parameters
    ----------
    by_language
        The table of ``ks.count.by_language(docs)``.
    top
        How many languages have a colour; the rest are one grey part.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the languages, the most documents first.

    Raises
    ------
    InputError
        It is not the table of ``ks.count.by_language``.

    Examples
    --------
    >>> made = pd.DataFrame({"lang": ["ko", "uk"], "documents": [3, 1]})
    >>> made = made.assign(characters=[9, 1], rows=[("a:0-9",), ("b:0-1",)])
    >>> print(languages(made).caption.split(".")[0])
    2 languages; in brackets: documents · characters
    """
    schema.require(by_language, "by_language", by="plot.languages", columns=NEEDED)
    title = title or "Which languages"
    measures = [name for name in MEASURES if name in by_language]
    measures = [name for name in measures if by_language[name].sum()]
    if not measures:
        return empty(title, "No documents.", by_language)
    codes = by_language["lang"].tolist()
    named = _labels.languages(codes)
    drawn = by_language.assign(language=[named[code] for code in codes])
    segments = _parts(_shown(drawn, measures, top), measures)
    totals = [int(drawn[name].sum()) for name in measures]
    rows = [f"{name} ({total:,})" for name, total in zip(measures, totals, strict=True)]
    names = list(dict.fromkeys(segment.name for segment in segments))
    bottom = _segments.legend_height(names) + 48

    return Chart(
        title=title,
        caption=_caption(drawn, measures),
        table=drawn,
        traces=_segments.traces(segments, FILLED),
        layout={
            "barmode": "overlay",
            "xaxis": _style.axis("per cent", range=[0, 100], fixedrange=True),
            "yaxis": _segments.rows_axis(rows),
        },
        draw=lambda axes: _segments.draw_rows(axes, segments, FILLED, rows, AXIS),
        height=ROW * len(measures) + bottom,
        columns=("lang", "language", *measures),
        shows="Stacked bars",
        bottom=bottom,
    )


def _shown(drawn: pd.DataFrame, measures: list[str], top: int) -> pd.DataFrame:
    """Keep the `top` languages, add up the others, put the undetermined last."""
    unknown = drawn["lang"].eq(UNKNOWN)
    known = drawn[~unknown]
    if len(known) <= top + 1:
        return pd.concat([known, drawn[unknown]])
    rest = known.iloc[top:]
    ids = tuple(row for rows in rest["rows"] for row in rows)
    added = {name: rest[name].sum() for name in measures}
    label = f"{len(rest)} other languages"
    others = pd.DataFrame([{"lang": OTHERS, "language": label, **added, "rows": ids}])
    return pd.concat([known.iloc[:top], others, drawn[unknown]])


def _parts(shown: pd.DataFrame, measures: list[str]) -> list[Segment]:
    made = []
    for number, measure in enumerate(measures):
        total, at = int(shown[measure].sum()), 0.0
        for row in _numbers.records(shown):
            count, share = int(row[measure]), row[measure] / total
            counts = " · ".join(f"{int(row[name]):,}" for name in measures)
            told = _safe.hover(
                row["language"], f"{measure}: {_numbers.share(count, total)}"
            )
            code = row["lang"]
            ink = _colours.MUTED if code == OTHERS else _colours.colour("lang", code)
            made.append(
                Segment(
                    row=number,
                    start=100 * at,
                    length=100 * share,
                    ink=ink,
                    name=f"{row['language']} ({counts})",
                    told=told,
                    ids=list(row["rows"][:IDS]),
                    text=_numbers.percent(count, total) if share >= WRITTEN else "",
                    hatched=code == UNKNOWN,
                )
            )
            at += share
    return made


def _caption(drawn: pd.DataFrame, measures: list[str]) -> str:
    known = int(drawn["lang"].ne(UNKNOWN).sum())
    unknown = drawn[drawn["lang"].eq(UNKNOWN)]
    parts = [
        f"{_numbers.share(int(unknown[name].sum()), int(drawn[name].sum()))} {name}"
        for name in measures
    ]
    return (
        f"{_numbers.counted(known, 'language')}; in brackets: {' · '.join(measures)}. "
        "A document counts for its main language, passages and characters for their "
        f"own. Undetermined: {', '.join(parts)}."
    )
