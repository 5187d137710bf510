"""In which language the titles are, in which the texts below: a cell a pair."""

from __future__ import annotations

import math

import pandas as pd

from .. import schema
from ..errors import InputError
from . import _colours, _labels, _numbers, _safe
from ._cells import ROW, Cells
from ._chart import Chart
from ._empty import empty

NEEDED = ("title_lang", "body_lang", "outcome", "documents", "rows")
UNKNOWN, IDS, FAINTEST = "und", 100, 0.35
SHADES = [*_colours.SIGNED[:2], "#DDE2E7", *_colours.SIGNED[3:]]  # two, none, one
SIGN = {"same": 1, "different": -1}


def title_body(title_body: pd.DataFrame, *, top: int = 20, title: str = "") -> Chart:
    """
    Draw in which languages the titles are, and the bodies below them.

    A row is the language of the title, a column that of the body. Texts
    with both in one language stand on the diagonal, in blue; orange cells
    are titles over a body in another language. Darker is more.

    Parameters
    ----------
    title_body
        The table of ``ks.count.title_body(docs, passages=...)``.
    top
        How many languages to show at most, those of most documents.
    title
        What to write above.

    Returns
    -------
    Chart
        Its table has the pairs that are drawn, the most documents first.

    Raises
    ------
    InputError
        It is not the table of ``ks.count.title_body``.

    Examples
    --------
    >>> row = {"title_lang": "ru", "body_lang": "de", "outcome": "different"}
    >>> made = pd.DataFrame([{**row, "documents": 1, "rows": ("a:0-9",)}])
    >>> title_body(made).caption.split(";")[0]
    'n = 1 document. Title and body in one language: 0 of 1 (0 %)'
    """
    schema.require(title_body, "title_body", by="plot.title_body", columns=NEEDED)
    if top < 1:
        msg = f"top is {top}; at least one language must be shown."
        raise InputError(msg)
    title = title or "Titles over bodies in another language"
    if not len(title_body) or not title_body["documents"].sum():
        return empty(title, "No documents.", title_body)
    order = _order(title_body, top)
    kept = title_body["title_lang"].isin(order) & title_body["body_lang"].isin(order)
    drawn = title_body[kept].reset_index(drop=True)
    cells = _cells(drawn, order)
    bottom = 130
    return Chart(
        title=title,
        caption=_caption(title_body, drawn),
        table=drawn,
        traces=[cells.trace()],
        layout=cells.layout(),
        draw=cells.draw,
        height=ROW * max(len(cells.rows), 3) + bottom,
        columns=("title_lang", "body_lang", "outcome", "documents"),
        shows="Heat map",
        bottom=bottom,
    )


def _order(title_body: pd.DataFrame, top: int) -> list[str]:
    """Return the languages, the most documents first; what is none of them last."""
    sizes: dict[str, int] = {}
    for column in ("title_lang", "body_lang"):
        for lang, count in title_body.groupby(column)["documents"].sum().items():
            sizes[str(lang)] = sizes.get(str(lang), 0) + int(count)
    aside = [lang for lang in (UNKNOWN, "") if sizes.pop(lang, 0)]
    return [*sorted(sizes, key=lambda lang: (-sizes[lang], lang))[:top], *aside]


def _cells(drawn: pd.DataFrame, order: list[str]) -> Cells:
    """Return the grid; a language that only bodies have still has its row."""
    above, below = _used(drawn, "title_lang", order), _used(drawn, "body_lang", order)
    rows = _named(drawn, "title_lang", above, "no title")
    columns = _named(drawn, "body_lang", below, "no body")
    sides = ("title in", "body in")
    cells = Cells.empty(rows, columns, sides)
    cells.colours, cells.limits = SHADES, (-1.0, 1.0)
    most, total = int(drawn["documents"].max()), int(drawn["documents"].sum())
    for row in _numbers.records(drawn):
        y, x = above.index(row["title_lang"]), below.index(row["body_lang"])
        count = int(row["documents"])
        strength = FAINTEST + (1 - FAINTEST) * math.sqrt(count / most)
        heads = cells.rows[y].rpartition(" (")[0], cells.columns[x].rpartition(" (")[0]
        share = f"{_numbers.share(count, total)} documents"
        cells.values[y][x] = SIGN.get(row["outcome"], 0) * strength
        cells.texts[y][x] = f"{count:,}"
        cells.told[y][x] = _safe.hover(
            f"title: {heads[0]}, body: {heads[1]}", share, row["outcome"]
        )
        cells.ids[y][x] = list(row["rows"][:IDS])
    return cells


def _used(drawn: pd.DataFrame, column: str, order: list[str]) -> list[str]:
    """Return the languages of one side; those that only the other side has too."""
    real = {*drawn["title_lang"], *drawn["body_lang"]} - {UNKNOWN, ""}
    own = {*drawn[column]} | real
    return [lang for lang in order if lang in own]


def _named(drawn: pd.DataFrame, column: str, langs: list[str], none: str) -> list[str]:
    counts = drawn.groupby(column)["documents"].sum()
    names = {**_labels.languages(langs), "": none}
    return [f"{names[lang]} ({int(counts.get(lang, 0)):,})" for lang in langs]


def _caption(title_body: pd.DataFrame, drawn: pd.DataFrame) -> str:
    counts = title_body.groupby("outcome")["documents"].sum()
    total = int(counts.sum())
    n = {str(key): int(value) for key, value in counts.items()}
    both = n.get("same", 0) + n.get("different", 0)
    words = [
        f"n = {_numbers.counted(total, 'document')}. Title and body in one language: "
        f"{_numbers.share(n.get('same', 0), both)}; in two: {n.get('different', 0):,}. "
        f"Cannot be told: {n.get('cannot be told', 0):,}; no title: "
        f"{n.get('no title', 0):,}; no body: {n.get('no body', 0):,}."
    ]
    words.append("Blue: one language; orange: two; grey: no comparison.")
    left = total - int(drawn["documents"].sum())
    words += [f"Not shown: {_numbers.counted(left, 'document')}."] if left else []
    return " ".join(words)
