"""Why a span is, or is not, an actor: what was found there, taken and refused."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ... import schema
from ...errors import InputError
from .._documents import Document, documents
from .._fold import Reading, read
from . import choose as _choose
from .lexicon import Entry, lexicon
from .match import hits

COLUMNS = ["step", "start", "end", "surface", "what", "outcome"]


def explain(docs: pd.DataFrame, *, doc_id: str, start: int, end: int) -> pd.DataFrame:
    """
    Show why a span of a text is, or is not, tagged as an actor.

    Parameters
    ----------
    docs
        Texts, one per row.
    doc_id
        Which of them.
    start, end
        The span, in code points.

    Returns
    -------
    DataFrame
        One row per string of the tables that begins in or reaches into the span:
        ``step`` (string, term, mention), where it stands, ``what`` it is in the
        tables, and its ``outcome``. Empty where no table knows any string there.

    Raises
    ------
    InputError
        If `docs` has no such text.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["Im Park."], "lang": ["de"]})
    >>> explain(docs, doc_id="a", start=3, end=7)["outcome"].tolist()[-1]
    'found, but taken for nobody'
    """
    schema.require(docs, "docs", by="ks.explain", columns=("doc_id", "text"))
    chosen = docs[docs["doc_id"] == doc_id]
    if chosen.empty:
        msg = f"ks.explain knows no text {doc_id!r}; choose from docs.doc_id."
        raise InputError(msg)
    document = next(documents(chosen, by="ks.explain"))
    rows = [row for row in _rows(document) if row[1] < end and row[2] > start]
    return pd.DataFrame(rows, columns=COLUMNS)


def _rows(document: Document) -> Iterator[tuple[str, int, int, str, str, str]]:
    reading = read(document)
    found = hits(reading)
    names = {(one.start, one.end): one for one in _choose.names(reading, found)}
    tagged = [(one.start, one.end) for one in document.mentions]
    stand = {(hit.start, hit.entry) for hit in found}
    for begin, number in _begun(reading):
        for entry in lexicon().entries[number]:
            if (begin, entry) not in stand:
                stop = min(begin + len(entry.name), len(reading.low))
                why = "begins so, but stands otherwise or inside a word"
                yield _row(reading, "string", begin, stop, _what(entry), why)
    for begin, stop, entry in found:
        span = reading.span(begin, stop)
        if any(first <= span[0] and span[1] <= last for first, last in tagged):
            outcome = "found; a mention covers it"
        elif (begin, stop) in names or entry.sort in ("body", "role", "back"):
            outcome = "found, but taken for nobody"
        else:
            outcome = "found, but a longer name, a decoy or another language wins"
        step = "term" if entry.sort in ("body", "role", "back") else "string"
        yield _row(reading, step, begin, stop, _what(entry), outcome)
    for one in document.mentions:
        outcome = one.problem or f"{one.kind}, via {one.via}"
        yield "mention", one.start, one.end, one.surface, one.actor, outcome


def _begun(reading: Reading) -> Iterator[tuple[int, int]]:
    raw = lexicon().automaton.find_matches_as_indexes(reading.low, overlapping=True)
    for number, start, _ in raw:
        yield start, number


def _what(entry: Entry) -> str:
    return " ".join(part for part in entry[:5] if isinstance(part, str) and part)


def _row(
    reading: Reading, step: str, begin: int, stop: int, what: str, outcome: str
) -> tuple[str, int, int, str, str, str]:
    start, end = reading.span(begin, stop)
    return step, start, end, reading.document.text[start:end], what, outcome
