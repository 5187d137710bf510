"""When was it written: one bar a reason, what they leave together below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from .. import schema
from ..errors import InputError
from . import _days, _numbers
from ._chart import Chart
from ._empty import empty
from ._evidence_bars import Bar, bars
from ._evidence_draw import HEIGHT, draw, layout, traces
from ._evidence_window import between, outside

BOUNDS = ("published_from", "published_to")
NEEDED = (
    "doc_id",
    "start",
    "end",
    "surface",
    "rule",
    "date_from",
    "date_to",
    "strength",
    "used",
    "note",
)
SORTS = ("used", "habit", "set aside")


def evidence(
    dating_evidence: pd.DataFrame,
    *,
    doc_id: str = "",
    docs: pd.DataFrame | None = None,
    top: int = 24,
    title: str = "",
) -> Chart:
    """
    Draw the reasons for the day of publication of one document.

    Each reason is a bar over the days that it leaves possible; habits are
    lighter, reasons that were set aside are hatched. The last bar is what
    the reasons leave together. The axis shows the days around it: an arrow
    stands where a bar goes on, and the date beside it tells how far.

    Parameters
    ----------
    dating_evidence
        The table of ``ks.tag.dating_evidence(docs)``. Where a reason fits
        several stretches of days, a column ``fits`` may list them, e.g.
        ``2014-02-08/2014-02-14 2025-02-08/2025-02-14``; they are drawn.
    doc_id
        The document; needed when the table has more than one.
    docs
        The texts after ``ks.tag.published(docs)``: their interval is shown
        as the result, which may be narrower than the bars (a weekday fits
        one day in seven).
    top
        How many reasons to show at most, those that leave fewest days.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the reasons: used, habits, set aside.

    Raises
    ------
    InputError
        Another table, an unknown document, or several and none chosen.

    Examples
    --------
    >>> day = pd.Timestamp("2025-02-09")
    >>> row = dict(zip(NEEDED, ("a", 0, 9, "9. лютого", "stated", day, day)))
    >>> told = {"strength": "hard", "used": True, "note": ""}
    >>> made = pd.DataFrame([{**row, **told}])
    >>> print(evidence(made).caption[:50])
    Published 2025-02-09, from 1 reason that was used.
    """
    schema.require(
        dating_evidence, "dating_evidence", by="plot.evidence", columns=NEEDED
    )
    if not len(dating_evidence) and not doc_id:
        name = title or "When was it written"
        return empty(name, "No evidence of a date.", dating_evidence)
    doc_id = doc_id or _only(dating_evidence["doc_id"].unique().tolist())
    title = title or f"When was it written: {doc_id}"
    known = [*dating_evidence["doc_id"], *([] if docs is None else docs["doc_id"])]
    schema.require_known(doc_id, set(known), what="doc_id")
    held = dating_evidence[dating_evidence["doc_id"].eq(doc_id)]
    result = _result(held, doc_id, docs)
    window = between(held, result)
    if window is None:
        return empty(title, "No evidence bounds the date.", held)
    drawn = _narrowest(_sorted(held), top)
    made = bars(drawn, result, window)
    return Chart(
        title=title,
        caption=_caption(_sorted(held), len(drawn), result, window, docs is not None),
        table=drawn,
        traces=traces(made, window),
        layout=layout(made, result, window),
        draw=lambda axes: draw(axes, made, result, window),
        height=_height(made),
        bottom=78,
        columns=("sort", "rule", "surface", "date_from", "date_to", "note"),
        shows="Bars over dates",
    )


def _height(made: list[Bar]) -> int:
    return HEIGHT * (max(bar.row for bar in made) + 1) + 90


def _only(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    listed = ", ".join(map(repr, names[:5])) + (", ..." if len(names) > 5 else "")
    msg = f"the table has {len(names)} documents; choose one with doc_id=: {listed}."
    raise InputError(msg)


def _result(
    held: pd.DataFrame, doc_id: str, docs: pd.DataFrame | None
) -> tuple[int | None, int | None]:
    """Return the interval of `docs`, else where the hard reasons meet."""
    if docs is not None:
        columns = ("doc_id", *BOUNDS)
        schema.require(docs, "docs", by="plot.evidence", columns=columns)
        row = docs[docs["doc_id"].eq(doc_id)]
        if len(row):
            low, high = (row[name].iloc[:1] for name in BOUNDS)
            return _end(low, max), _end(high, min)
    hard = held[held["used"] & held["strength"].eq("hard")]
    return _end(hard["date_from"], max), _end(hard["date_to"], min)


def _end(days: pd.Series, best: Callable[[list[int]], int]) -> int | None:
    known = _days.numbers(days[days.notna()])
    return best(known) if known else None


def _sorted(held: pd.DataFrame) -> pd.DataFrame:
    """Put the reasons that were used first, each group in reading order."""
    habit = held["strength"].ne("hard")
    sort = [
        SORTS[2] if not used else SORTS[1] if soft else SORTS[0]
        for used, soft in zip(held["used"], habit, strict=True)
    ]
    made = held.assign(sort=sort, order=[SORTS.index(name) for name in sort])
    made = made.sort_values(["order", "start", "end", "rule"], ignore_index=True)
    ids = zip(made["doc_id"], made["start"], made["end"], strict=True)
    rows = pd.Series([(schema.row_id(*span),) for span in ids], dtype="object")
    return made.drop(columns="order").assign(rows=rows)


def _narrowest(drawn: pd.DataFrame, top: int) -> pd.DataFrame:
    """Keep the `top` reasons that leave the fewest days, in their order."""
    length = (drawn["date_to"] - drawn["date_from"]).dt.days.fillna(10**6)
    kept = length.sort_values(kind="stable").index[:top]
    return drawn.loc[sorted(kept)].reset_index(drop=True)


def said(result: tuple[int | None, int | None]) -> str:
    """Return the interval in words."""
    low, high = result
    if low is None or high is None:
        if low is None and high is None:
            return "Not datable"
        day = low if low is not None else high
        word = "not before" if low is not None else "not after"
        return f"Published {word} {_days.iso(day or 0)}"
    if low > high:
        return "The reasons contradict each other"
    words = "" if low == high else "between "
    text = _days.span(low, high).replace(" to ", " and ")
    return f"Published {words}{text}"


def _caption(
    held: pd.DataFrame,
    shown: int,
    result: tuple[int | None, int | None],
    window: tuple[float, float],
    known: bool,
) -> str:
    counts = held["sort"].value_counts()
    used, habits, aside = (int(counts.get(name, 0)) for name in SORTS)
    reasons = _numbers.counted(used, "reason")
    verb = "was" if used == 1 else "were"
    words = [f"{said(result)}, from {reasons} that {verb} used."]
    if habits:
        words.append(f"{_numbers.counted(habits, 'habit')} of writers: lighter.")
    if aside:
        words.append(f"{_numbers.counted(aside, 'reason')} set aside: hatched.")
    words.append("A bar reaches from the first to the last day that fits.")
    if not known:
        words.append("The result is where the bars meet.")
    if shown < len(held):
        words.append(f"Shown: the {shown} that leave fewest days.")
    if outside(held, window):
        ends = _days.span(int(window[0]), int(window[1]) - 1)
        words.append(f"Axis: {ends}; ◀ ▶ a bar goes on.")
    return " ".join(words)
