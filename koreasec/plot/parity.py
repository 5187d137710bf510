"""What can be tagged in which language: a row a language, a cell a thing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from .. import schema
from . import _colours, _numbers, _safe
from ._cells import ROW, Cells
from ._chart import Chart
from ._empty import empty

WHAT = {  # columns of the table and what they are called, words for a cell of each
    "actors": ("actors", "actors have a name"),
    "role_terms": ("posts", "words for posts"),
    "date_rules": ("dates", "rules for dates"),
    "dating_terms": ("dating", "terms that date texts"),
    "topic_terms": ("topics", "terms of topics"),
    "statement_terms": ("statements", "words that tell who says what"),
    "sentence_terms": ("sentences", "words for the cutting of sentences"),
}
NEEDED = ("lang", "language", "support", "of_actors", "tagged", *WHAT)
SHADES = [_colours.SIGNED[1], *_colours.COUNTS[:1], _colours.COUNTS[3]]
NOTHING = "–"
LITTLE = ("", "sentences")  # cut into sentences only


def parity(
    parity: pd.DataFrame, *, langs: Iterable[str] | None = None, title: str = ""
) -> Chart:
    """
    Draw what can be tagged in which language, and what cannot.

    Numbers are names, rules and terms that the tables hold, the darker
    the more beside the best language; an orange cell means that nothing
    of the kind is found in texts of that language, or only names that
    are written alike everywhere. More terms are not better results:
    languages differ in how many they need.

    Parameters
    ----------
    parity
        The table of ``ks.knowledge.parity()``.
    langs
        The language of each text, e.g. ``docs["lang"]``: only these are
        drawn, with their texts; else all in which anything is tagged.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the languages that are drawn.

    Raises
    ------
    InputError
        It is not the table of ``ks.knowledge.parity``.

    Examples
    --------
    >>> from koreasec import knowledge
    >>> chart = parity(knowledge.parity(), langs=["ko", "ko", "es"])
    >>> chart.table[["language", "texts"]].values.tolist()
    [['Korean', 2], ['Spanish', 1]]
    """
    schema.require(parity, "parity", by="plot.parity", columns=NEEDED)
    title = title or "What can be tagged in which language"
    texts = None if langs is None else Counter(one for one in langs if _known(one))
    drawn = _chosen(parity, texts)
    if not len(drawn):
        return empty(title, "No language of these texts is known.", drawn)
    cells = _cells(drawn, parity)
    bottom = 110
    return Chart(
        title=title,
        caption=_caption(drawn, parity, texts),
        table=drawn,
        traces=[cells.trace()],
        layout=cells.layout(),
        draw=cells.draw,
        height=ROW * max(len(cells.rows), 3) + bottom,
        columns=("language", *(["texts"] if texts is not None else []), *WHAT),
        shows="Heat map",
        bottom=bottom,
    )


def _known(lang: Any) -> bool:
    return isinstance(lang, str) and lang != "und"


def _chosen(parity: pd.DataFrame, texts: Counter[str] | None) -> pd.DataFrame:
    """Return the languages to draw, those of most texts first if there are texts."""
    if texts is None:
        return parity[~parity["tagged"].isin(LITTLE)].reset_index(drop=True)
    kept = parity[parity["lang"].isin(list(texts))]
    counted = kept.assign(texts=[texts[lang] for lang in kept["lang"]])
    by, how = ["texts", "lang"], [False, True]
    return counted.sort_values(by, ascending=how, ignore_index=True)


def _cells(drawn: pd.DataFrame, parity: pd.DataFrame) -> Cells:
    most = {name: max(int(parity[name].max()), 1) for name in WHAT}
    rows = _numbers.records(drawn)
    counts = [[int(row[name]) for name in WHAT] for row in rows]
    works = [row["tagged"].split(", ") for row in rows]
    return Cells(
        rows=[
            f"{row['language']} ({row['texts']:,})"
            if "texts" in row
            else row["language"]
            for row in rows
        ],
        columns=[name for name, _ in WHAT.values()],
        titles=("", ""),
        values=[
            [
                math.sqrt(count / most[name]) if WHAT[name][0] in well else -1.0
                for name, count in zip(WHAT, line, strict=True)
            ]
            for line, well in zip(counts, works, strict=True)
        ],
        texts=[
            [f"{count:,}" if count else NOTHING for count in line] for line in counts
        ],
        told=[
            [
                _safe.hover(row["language"], f"{row[name]:,} {words}")
                for name, (_, words) in WHAT.items()
            ]
            for row in rows
        ],
        ids=[[[] for _ in WHAT] for _ in rows],
        colours=SHADES,
        limits=(-1.0, 1.0),
        fewest=len(WHAT),
    )


def _caption(
    drawn: pd.DataFrame, parity: pd.DataFrame, texts: Counter[str] | None
) -> str:
    words = [
        "Numbers: actors, rules and terms in the tables; orange: nothing is tagged, "
        "or only names that are written alike everywhere. "
        f"{int(parity['of_actors'].max()):,} actors in all."
    ]
    if texts is None:
        left = len(parity) - len(drawn)
        if left:
            words.append(f"Identified and counted only: {left:,} more languages.")
        return " ".join(words)
    of = dict(zip(drawn["lang"], drawn["texts"], strict=True))
    bare = int(drawn.loc[drawn["tagged"].isin(LITTLE), "texts"].sum())
    total = _numbers.counted(sum(of.values()), "text")
    words.append(
        f"n = {total} of known language; nothing is tagged in "
        f"{_numbers.share(bare, sum(of.values()))}."
    )
    return " ".join(words)
