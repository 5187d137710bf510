"""The reader's view: one text with what was found in it marked."""

from __future__ import annotations

import html
import unicodedata
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from . import knowledge, schema
from .errors import InputError

BOX = "white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.8;max-width:48rem"


class Mark(NamedTuple):
    """A marked span: its layer decides the look, `tells` stands on hover."""

    start: int
    end: int
    layer: str
    tells: str
    colour: str
    sort: str = ""


class View:
    """A text with its marks; shows as HTML in Jupyter, as bracketed text elsewhere."""

    def __init__(self, text: str, lang: str, head: str, marks: list[Mark]) -> None:
        """Hold the text, its language, a line that says which text it is, its marks."""
        self.text, self.lang, self.head, self.marks = text, lang, head, marks

    def __repr__(self) -> str:
        """Return the text with each actor, place and time in brackets."""
        parts, at = [], 0
        for mark in self.marks:
            if mark.layer in ("actor", "date") and mark.start >= at:
                surface = self.text[mark.start : mark.end]
                parts += [self.text[at : mark.start], f"[{surface}|{mark.tells}]"]
                at = mark.end
        return _plain(f"{self.head}\n\n{''.join([*parts, self.text[at:]])}")

    def _repr_html_(self) -> str:
        pieces = "".join(
            _piece(self.text, *cut) for cut in _cuts(self.text, self.marks)
        )
        looks = sorted({(m.layer, m.sort, m.colour) for m in self.marks})
        legend = " &nbsp; ".join(
            f'<span style="{_style([Mark(0, 0, layer, "", colour)])}">'
            f"{html.escape(sort)}</span>"
            for layer, sort, colour in looks
        )
        head = f"<p><b>{html.escape(_plain(self.head))}</b></p>\n" if self.head else ""
        return (
            f"<div>{head}<p>{legend}</p>\n"
            f'<div lang="{html.escape(self.lang)}" dir="auto" style="{BOX}">'
            f"{pieces}</div></div>"
        )


def show(
    docs: pd.DataFrame,
    doc_id: str,
    *,
    mentions: pd.DataFrame | None = None,
    dates: pd.DataFrame | None = None,
    topics: pd.DataFrame | None = None,
    passages: pd.DataFrame | None = None,
) -> View:
    """
    Show one text with its actors, times, topics and foreign parts marked.

    Actors and places have a coloured ground by kind, times a frame, topic
    words dots below, passages in another language than the text a bar
    above. Hovering tells what was found and at which offsets. The text is
    escaped: nothing in it is read as HTML.

    Parameters
    ----------
    docs
        The texts.
    doc_id
        Which one to show.
    mentions, dates, topics, passages
        Tagged tables; what is not given is not marked.

    Returns
    -------
    View
        Shows in Jupyter; prints as text with brackets.

    Raises
    ------
    InputError
        There is no text `doc_id`.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["북한이 쐈다."]})
    >>> show(docs, "a")
    a
    <BLANKLINE>
    북한이 쐈다.
    """
    schema.require(docs, "docs", by="show", columns=("doc_id", "text"))
    found = docs[docs["doc_id"] == doc_id].to_dict("records")
    if not found:
        msg = f"no text {doc_id!r} in docs; there are {docs['doc_id'].tolist()[:5]}."
        raise InputError(msg)
    row = found[0]
    lang = row["lang"] if isinstance(row.get("lang"), str) else "und"
    tables = {"actor": mentions, "date": dates, "topic": topics, "passage": passages}
    marks = [
        mark
        for layer, table in tables.items()
        if table is not None
        for mark in _marks(layer, table[table["doc_id"] == doc_id], lang)
    ]
    title = row.get("title")
    head = ": ".join([doc_id, *([title] if isinstance(title, str) and title else [])])
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.layer))
    return View(str(row["text"]), lang, head, marks)


def _marks(layer: str, table: pd.DataFrame, lang: str) -> list[Mark]:
    found = []
    colours = {(c["of"], c["key"]): c["colour"] for c in knowledge.rows("colours")}
    for row in table.to_dict("records"):
        sort, tells, colour = _told(layer, row, lang, colours)
        if sort:
            found.append(Mark(row["start"], row["end"], layer, tells, colour, sort))
    return found


def _told(
    layer: str, row: dict[Any, Any], lang: str, colours: dict[tuple[str, str], str]
) -> tuple[str, str, str]:
    """Return the word of the legend, what a mark tells, its colour; "" is no mark."""
    if layer == "actor":
        who = row["actor"] or row["problem"]
        return (
            row["kind"] or "unresolved",
            f"{who}, {row['kind']}, {row['via']}",
            colours.get(("kind", row["kind"]), "#888888"),
        )
    if layer == "date":
        what = row["value"] or row["problem"]
        return "time", f"{what}, {row['type']}, {row['basis']}", "#0072B2"
    if layer == "topic":
        return "topic", row["topic"], "#A6761D"
    other = row["lang"] not in (lang, "und")
    what = f"{row['kind']}, {row['lang']} {row['reason']}"
    return (
        knowledge.label(row["lang"]) if other else "",
        what.strip(),
        colours.get(("lang", row["lang"]), "#888888"),
    )


def _cuts(text: str, marks: list[Mark]) -> list[tuple[int, int, list[Mark]]]:
    """Cut the text where a mark starts or ends; each piece with the marks over it."""
    edges = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        starting.setdefault(mark.start, []).append(mark)
    pieces: list[tuple[int, int, list[Mark]]] = []
    over: list[Mark] = []
    for start, end in pairwise(edges):
        over = [m for m in over + starting.get(start, []) if m.end > start]
        pieces.append((start, end, list(over)))
    return pieces


def _piece(text: str, start: int, end: int, over: list[Mark]) -> str:
    words = html.escape(_plain(text[start:end]))
    if not over:
        return words
    tells = "; ".join(f"{m.tells} [{m.start}:{m.end}]" for m in over)
    begins = any(mark.start == start for mark in over)
    anchor = f'<a id="c{start}"></a>' if begins else ""
    return (
        f'{anchor}<span style="{_style(over)}" title="{html.escape(_plain(tells))}">'
        f"{words}</span>"
    )


def _style(over: list[Mark]) -> str:
    looks = {
        "actor": "background:{0}33;border-bottom:2px solid {0}",
        "date": "outline:1px solid {0};outline-offset:1px",
        "topic": "text-decoration:underline dotted {0} 2px;text-underline-offset:4px",
        "passage": "border-top:2px solid {0}",
    }
    return ";".join(looks[mark.layer].format(mark.colour) for mark in over)


def _plain(text: str) -> str:
    """Return `text` with control and direction marks made visible as U+FFFD."""
    return "".join(
        letter
        if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cf", "Cs")
        else "\ufffd"
        for letter in text
    )
