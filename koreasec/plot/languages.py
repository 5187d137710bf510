"""Which languages: the documents, passages, sentences and characters of each."""

from __future__ import annotations

import pandas as pd

from .. import _cell_types, schema
from . import _language_stack, _numbers
from ._chart import Chart
from ._empty import empty
from ._language_groups import groups
from ._language_stack import UNKNOWN, Part
from ._segments import Segment

MEASURES = ("documents", "passages", "sentences", "characters")
NEEDED = ("lang", "documents", "characters", "rows")
KNOWN = ("lang", "variant", "when", "language", "rows", "texts", "found_in", *MEASURES)
ROW, FILLED = 46, 0.62


def languages(
    by_language: pd.DataFrame,
    *,
    measure: str = "documents",
    top: int = 12,
    title: str = "",
) -> Chart:
    """
    Draw the share of each language in documents, passages and characters.

    Each bar is 100 per cent; what it is 100 per cent of stands beside it.
    A document counts for its main language, passages, sentences and
    characters for their own. What is undetermined is grey and hatched. Of
    languages counted by source or by month there is one bar for each
    source or month; what only may be of the month is hatched.

    Parameters
    ----------
    by_language
        The table of ``ks.count.by_language(docs)``, also with ``by=...``
        and with variants.
    measure
        ``documents``, ``passages``, ``sentences`` or ``characters``: what
        the bars of sources or months are shares of.
    top
        How many languages have a colour; the rest are one grey part.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the languages, the most documents first; or the
        sources or months in the order of the bars.

    Raises
    ------
    InputError
        It is not the table of ``ks.count.by_language``, or has not the
        measure.

    Examples
    --------
    >>> made = pd.DataFrame({"lang": ["ko", "uk"], "documents": [3, 1]})
    >>> made = made.assign(characters=[9, 1], rows=[("a:0-9",), ("b:0-1",)])
    >>> print(languages(made).caption.split(".")[0])
    2 languages; in brackets: documents · characters
    """
    _cell_types.counting(top, by="plot.languages", what="top")
    schema.require(by_language, "by_language", by="plot.languages", columns=NEEDED)
    by = str(by_language.columns[0])
    title = title or f"Which languages{'' if by in KNOWN else f', by {by}'}"
    measures = [name for name in MEASURES if name in by_language]
    schema.require_known(measure, measures, what="measure")
    shown = [name for name in measures if by_language[name].sum()]
    if not shown:
        return empty(title, "No documents.", by_language)
    drawn = _language_stack.named(by_language)
    if by not in KNOWN:
        return groups(drawn, by, measure=measure, top=top, title=title)
    return _measures(drawn, shown, top, title)


def _measures(drawn: pd.DataFrame, measures: list[str], top: int, title: str) -> Chart:
    """Draw one bar a measure."""
    segments = _parts(_language_stack.gathered(drawn, measures, top), measures)
    totals = [int(drawn[name].sum()) for name in measures]
    rows = [f"{name} ({total:,})" for name, total in zip(measures, totals, strict=True)]
    return _language_stack.bars(
        segments,
        rows,
        axis="per cent",
        row=ROW,
        filled=FILLED,
        title=title,
        caption=_caption(drawn, measures),
        table=drawn.drop(columns="code"),
        columns=("lang", "variant", "language", *measures),
    )


def _parts(shown: pd.DataFrame, measures: list[str]) -> list[Segment]:
    """Return one bar a measure; the counts of a language are in its name."""
    made: list[Segment] = []
    for number, measure in enumerate(measures):
        total = int(shown[measure].sum())
        parts = []
        for row in _numbers.records(shown):
            counts = " · ".join(f"{int(row[name]):,}" for name in measures)
            name = f"{row['language']} ({counts})"
            told = _language_stack.told(row, measure, total)
            ink, count = _language_stack.ink(row["code"]), int(row[measure])
            unknown = row["code"] == UNKNOWN
            ids = _language_stack.ids(row, measure)
            parts.append(Part(ink, name, count, ids, told, unknown))
        made += _language_stack.stacked(number, parts)
    order = list(dict.fromkeys(part.name for part in parts))
    return sorted(made, key=lambda one: order.index(one.name))


def _caption(drawn: pd.DataFrame, measures: list[str]) -> str:
    known = drawn.loc[drawn["lang"].ne(UNKNOWN), "lang"].nunique()
    unknown = drawn[drawn["lang"].eq(UNKNOWN)]
    parts = [
        f"{_numbers.share(int(unknown[name].sum()), int(drawn[name].sum()))} {name}"
        for name in measures
    ]
    own = _listed(measures[1:])
    return (
        f"{_numbers.counted(known, 'language')}; in brackets: {' · '.join(measures)}. "
        f"A document counts for its main language, {own} for their "
        f"own. Undetermined: {', '.join(parts)}. {_language_stack.left_out(drawn)}"
    ).rstrip()


def _listed(names: list[str]) -> str:
    """Return names as one says them: the last with "and"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
