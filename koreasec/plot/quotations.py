"""Who is quoted in which language: a bar a speaker."""

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

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NEEDED = ("speaker", "source_kind", "lang", "statements", "direct", "mixed", "rows")
ROW, FILLED, IDS = 26, 0.7, 100
FEWEST = 5  # statements on the axis, so that a single one is no wall
WRITTEN = 0.04  # the least share of the axis that holds its own number
UNKNOWN, LIGHT = "und", 0.45
UNNAMED = {
    "person": "people who are not in the tables",
    "organisation": "organisations not in the tables",
    "state": "states not in the tables",
    "agency": "agencies not in the tables",
    "anonymous": "anonymous sources",
    "unnamed": "people without a name",
    "quotation without a statement": "quotations without a speaker",
    "": "no speaker found",
}


def quotations(
    quotations: pd.DataFrame,
    *,
    top: int = 20,
    title: str = "",
    langs: Iterable[str] | None = None,
) -> Chart:
    """
    Draw how often each speaker is quoted, in the colours of the languages.

    The full colour are words in quotation marks, the light one is what is
    told in other words. Speakers who are not known by name stand last.

    Parameters
    ----------
    quotations
        The table of ``ks.count.quotations(statements)``.
    top
        How many named speakers to show at most, those with most statements.
    title
        What to write above.
    langs
        Languages of the texts, e.g. ``docs["lang"]``: the caption says
        of which texts nobody should expect statements.

    Returns
    -------
    Chart
        Its table has the speakers and languages that are drawn.

    Raises
    ------
    InputError
        It is not the table of ``ks.count.quotations``.

    Examples
    --------
    >>> row = {"speaker": "kim-jong-un", "source_kind": "person", "lang": "ko"}
    >>> row = {**row, "statements": 3, "direct": 1, "mixed": 0, "rows": ("a:0-9",)}
    >>> quotations(pd.DataFrame([row])).caption.split(".")[0]
    'n = 3 statements in 1 document'
    """
    schema.require(quotations, "quotations", by="plot.quotations", columns=NEEDED)
    if top < 1:
        msg = f"top is {top}; at least one speaker must be shown."
        raise InputError(msg)
    title = title or "Who is quoted in which language"
    if not len(quotations) or not quotations["statements"].sum():
        return empty(title, "No statements.", quotations)
    named = _named(quotations)
    shown = _chosen(named, top)
    drawn = named[named["name"].isin(shown)].reset_index(drop=True)
    most = max(int(drawn.groupby("name")["statements"].sum().max()), FEWEST)
    segments = _parts(drawn, shown, most)
    legend = list(dict.fromkeys(one.name for one in segments))
    bottom = _segments.legend_height(legend) + 48
    x = {"range": [0, most * 1.04], "fixedrange": True, **_style.counts(most)}
    return Chart(
        title=title,
        caption=_caption(named, shown, langs),
        table=drawn,
        traces=_segments.traces(segments, FILLED),
        layout={
            "barmode": "overlay",
            "xaxis": _style.axis("statements", **x),
            "yaxis": _segments.rows_axis(shown),
        },
        draw=lambda axes: _draw(axes, segments, shown, most),
        height=ROW * len(shown) + bottom + 8,
        columns=("name", "language", "statements", "direct", "mixed"),
        shows="Bars",
        bottom=bottom,
    )


def _named(quotations: pd.DataFrame) -> pd.DataFrame:
    """Add ``name`` and ``language``, what speakers and languages are called."""
    labels = _labels.actors(sorted(set(quotations["speaker"])))
    told = zip(quotations["speaker"], quotations["source_kind"], strict=True)
    names = [labels[who] if who else UNNAMED.get(kind, kind) for who, kind in told]
    spoken = quotations["lang"].map(_labels.languages(sorted(set(quotations["lang"]))))
    return quotations.assign(name=names, language=spoken)


def _chosen(named: pd.DataFrame, top: int) -> list[str]:
    """Return the names to draw: known speakers by size, then the unnamed by size."""
    known = named["speaker"].ne("")
    sides: list[list[str]] = []
    for side in (known, ~known):
        grouped = named[side].groupby("name")["statements"].sum().items()
        sums = {str(name): int(count) for name, count in grouped}
        sides.append(sorted(sums, key=lambda name: (-sums[name], name)))
    return [*sides[0][:top], *sides[1]]


def _parts(drawn: pd.DataFrame, shown: list[str], most: int) -> list[Segment]:
    sums = drawn.groupby("lang")["statements"].sum().to_dict()
    order = sorted(sums, key=lambda lang: (lang == UNKNOWN, -sums[lang], lang))
    made: list[Segment] = []
    ranks: dict[str, tuple[int, bool]] = {}
    at = dict.fromkeys(shown, 0)
    rows = sorted(_numbers.records(drawn), key=lambda row: order.index(row["lang"]))
    for row in rows:
        said = int(row["direct"]) + int(row["mixed"])
        sizes = {"quoted": said, "in other words": int(row["statements"]) - said}
        for how, size in sizes.items():
            if size:
                one = _part(row, how, size, at[row["name"]], most)
                one.row = shown.index(row["name"])
                made.append(one)
                ranks[one.name] = (order.index(row["lang"]), how != "quoted")
                at[row["name"]] += size
    return sorted(made, key=lambda one: ranks[one.name])


def _part(row: dict[str, Any], how: str, size: int, at: int, most: int) -> Segment:
    ink = _colours.colour("lang", row["lang"])
    counts = f"{size:,} {how}, of {int(row['statements']):,} in {row['language']}"
    return Segment(
        row=0,
        start=at,
        length=size,
        ink=ink if how == "quoted" else _colours.tinted(ink, LIGHT),
        name=f"{row['language']}, {how}",
        told=_safe.hover(row["name"], counts),
        ids=list(row["rows"][:IDS]),
        text=f"{size:,}" if size >= WRITTEN * most else "",
        hatched=row["lang"] == UNKNOWN,
    )


def _draw(axes: Axes, segments: list[Segment], rows: list[str], most: int) -> None:
    _segments.draw(axes, segments, FILLED, rows)
    axes.set_xlim(0, most * 1.04)
    axes.set_xlabel("statements", size=9)
    _style.whole(axes.xaxis)
    axes.grid(axis="x")
    _segments.legend(axes, segments)


def _caption(named: pd.DataFrame, shown: list[str], langs: Iterable[str] | None) -> str:
    total = int(named["statements"].sum())
    known = named[named["speaker"].ne("")]
    said = int(named["direct"].sum() + named["mixed"].sum())
    texts = {schema.read_row_id(row)[0] for rows in named["rows"] for row in rows}
    unknown = int(named.loc[named["lang"].eq(UNKNOWN), "statements"].sum())
    left = known["speaker"].nunique() - len({*shown} & {*known["name"]})
    words = [
        f"n = {_numbers.counted(total, 'statement')} in "
        f"{_numbers.counted(len(texts), 'document')}. With words in quotation marks: "
        f"{_numbers.share(said, total)}; with a speaker known by name: "
        f"{_numbers.share(int(known['statements'].sum()), total)}; language "
        f"undetermined: {_numbers.share(unknown, total)}."
    ]
    words += [f"Not shown: {_numbers.counted(left, 'speaker')}."] if left else []
    if langs is not None:
        words.append(knowledge.not_tagged(langs, what=("statements",)))
    return " ".join(filter(None, words))
