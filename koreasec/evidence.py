"""The sentences behind a number: what the texts say, with the match marked."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pandas as pd

from . import schema, text
from .errors import InputError

Span = tuple[str, int, int]
COLUMNS = {
    "doc_id": "str",
    "sentence": "int64",
    **schema.SPAN,
    "sentence_text": "str",
    "lang": "str",
    "sentence_start": "int64",
}
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
HARMLESS = "\u00ad\u200c\u200d"  # soft hyphen and joiners belong to words


class Evidence:
    """
    Sentences with their matches marked; prints as text, and as HTML in Jupyter.

    Attributes
    ----------
    table
        One row per match, in the order asked for: ``doc_id``, ``sentence``,
        ``start``, ``end``, ``surface``, ``sentence_text``, ``lang``,
        ``sentence_start``. Offsets count in ``docs.text``.
    """

    def __init__(self, table: pd.DataFrame, *, show: int) -> None:
        """Hold the matches; `show` is how many sentences are printed."""
        self.table = table
        self._show = show

    def __len__(self) -> int:
        """Return the number of sentences."""
        return len(self._sentences())

    def __repr__(self) -> str:
        """Write the sentences as plain text, matches in brackets."""
        parts = [
            f"{_plain(where)}\n    {''.join(_bracketed(pieces))}"
            for where, _, pieces in self._shown()
        ]
        return "\n".join([*parts, *self._rest()])

    def _repr_html_(self) -> str:
        parts = [
            f"<p>{html.escape(_plain(where))}<br>\n"
            f'<span lang="{html.escape(lang or "und")}" dir="auto">'
            f"{''.join(_tagged(pieces))}</span></p>"
            for where, lang, pieces in self._shown()
        ]
        rest = [f"<p>{html.escape(line)}</p>" for line in self._rest()]
        return "\n".join(["<div>", *parts, *rest, "</div>"])

    def _sentences(self) -> list[list[dict[Any, Any]]]:
        """Return the matches, those of one sentence that follow each other together."""
        rows = self.table.to_dict("records")
        grouped = groupby(rows, key=lambda row: (row["doc_id"], row["sentence"]))
        return [list(group) for _, group in grouped]

    def _shown(self) -> Iterator[tuple[str, str, list[tuple[str, bool]]]]:
        for rows in self._sentences()[: self._show]:
            first = rows[0]
            spans = sorted({(row["start"], row["end"]) for row in rows})
            offsets = ", ".join(f"{start}-{end}" for start, end in spans)
            where = f"{first['doc_id']}, sentence {first['sentence']}, {offsets}"
            start = first["sentence_start"]
            yield where, first["lang"], _pieces(first["sentence_text"], start, spans)

    def _rest(self) -> list[str]:
        more = len(self) - self._show
        if not len(self.table):
            return ["No rows, so no sentences."]
        return [f"and {more:,} more sentences; all are in .table"] if more > 0 else []


def evidence(docs: pd.DataFrame, rows: Any, *, show: int = 20) -> Evidence:
    """
    Show the sentences behind rows of any table.

    Parameters
    ----------
    docs
        The texts that the rows come from.
    rows
        A counted table, a slice or one row of it (with ``rows``); a
        tagged table, a slice or one row of it (with ``doc_id``,
        ``start``, ``end``); or row ids.
    show
        How many sentences are printed; ``.table`` holds all.

    Returns
    -------
    Evidence
        Prints each sentence once with its matches in brackets, marked
        in Jupyter. Where a match is longer than its sentence, the first
        sentence of it is shown. Characters that could turn or hide text
        are written as their code points.

    Raises
    ------
    InputError
        A text is not in `docs`, or offsets or words do not fit it.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["북한이 쐈다."], "lang": "ko"})
    >>> evidence(docs, "a:0-2")
    a, sentence 0, 0-2
        [북한]이 쐈다.
    """
    schema.require(docs, "docs", by="ks.evidence", columns=("doc_id", "text"))
    langs = docs["lang"].fillna("") if "lang" in docs else [""] * len(docs)
    texts = zip(docs["text"].fillna(""), langs, strict=True)
    known = dict(zip(docs["doc_id"], texts, strict=True))
    cuts: dict[str, list[tuple[int, int]]] = {}
    found = []
    for (doc_id, start, end), surface in dict(_spans(rows)).items():
        whole, lang = _checked(known, doc_id, start, end, surface)
        if doc_id not in cuts:
            cuts[doc_id] = text.sentences(whole, lang or "und") or [(0, 0)]
        number = text.sentence_at(cuts[doc_id], start)
        first, last = cuts[doc_id][number]
        said = whole[start:end], whole[first:last]
        found.append((doc_id, number, start, end, *said, lang, first))
    made = pd.DataFrame(found, columns=list(COLUMNS)).astype(COLUMNS)
    return Evidence(made, show=show)


def _spans(rows: Any) -> Iterator[tuple[Span, str | None]]:
    """Yield each span that `rows` point at, and the words it should hold if told."""
    if isinstance(rows, str):
        yield schema.read_row_id(rows), None
    elif isinstance(rows, pd.DataFrame):
        if "rows" in rows:
            yield from _spans(rows["rows"].tolist())
        else:
            schema.require(
                rows, "rows", by="ks.evidence", columns=("doc_id", *schema.SPAN)
            )
            for row in rows.to_dict("records"):
                yield (row["doc_id"], row["start"], row["end"]), row["surface"]
    elif isinstance(rows, pd.Series) and {"rows", "doc_id"} & set(rows.index):
        yield from _spans(pd.DataFrame([rows]))
    elif isinstance(rows, Iterable):
        for row in rows:
            yield from _spans(row)
    else:
        msg = f"evidence needs rows of a table or row ids; got {type(rows).__name__}."
        raise InputError(msg)


def _checked(
    known: dict[str, tuple[str, str]], doc_id: str, start: int, end: int, surface: Any
) -> tuple[str, str]:
    """Return text and language of `doc_id`; refuse a span that does not fit it."""
    if doc_id not in known:
        msg = f"evidence: no text {doc_id!r} in docs; give the docs the rows come from."
        raise InputError(msg)
    whole, lang = known[doc_id]
    row = schema.row_id(doc_id, start, end)
    if not 0 <= start <= end <= len(whole):
        msg = f"evidence: {row} is outside its text of {len(whole)} characters."
        raise InputError(msg)
    if isinstance(surface, str) and whole[start:end] != surface:
        msg = f"evidence: {row} holds {whole[start:end]!r}, not {surface!r}"
        raise InputError(f"{msg}; the rows come from another version of the text.")
    return whole, lang


def _pieces(
    sentence: str, offset: int, spans: list[tuple[int, int]]
) -> list[tuple[str, bool]]:
    """Cut a sentence into pieces, each with whether it is marked."""
    pieces, at = [], 0
    for start, end in spans:
        low, high = max(start - offset, at), min(end - offset, len(sentence))
        if low < high:
            pieces += [(sentence[at:low], False), (sentence[low:high], True)]
            at = high
        if end - offset > len(sentence):
            return [*pieces, (" …", False)]
    return [*pieces, (sentence[at:], False)]


def _bracketed(pieces: list[tuple[str, bool]]) -> Iterator[str]:
    for piece, marked in pieces:
        yield f"[{_plain(piece)}]" if marked else _plain(piece)


def _tagged(pieces: list[tuple[str, bool]]) -> Iterator[str]:
    for piece, marked in pieces:
        safe = html.escape(_plain(piece))
        yield f"<mark>{safe}</mark>" if marked else safe


def _plain(words: str) -> str:
    """Write what could turn, hide or colour text as its code point."""
    return "".join(
        letter
        if letter in HARMLESS or unicodedata.category(letter) not in UNSEEN
        else (" " if letter in "\n\t" else f"<U+{ord(letter):04X}>")
        for letter in words
    )
