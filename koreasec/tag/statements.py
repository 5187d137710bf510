"""
Find who says what: direct, indirect and mixed speech, each with its speaker.

Words of saying stand in ``koreasec/data/statement_cues.csv``, nouns for speakers in
``statement_sources.csv``, the grammar of a language in ``statements/LANG.toml``.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from ._documents import Document, each
from ._fold import Reading
from ._statements.broken import mended
from ._statements.cues import hidden, look
from ._statements.frames import folded, frames
from ._statements.inserts import said as inserts
from ._statements.quotes import quotes
from ._statements.settle import statements as _settled
from ._statements.sources import Source, sources
from ._statements.view import Said, View

ASIDE = frozenset(("byline", "credit", "dateline"))


class Statement(NamedTuple):
    """One row of the table ``statements`` without its ``doc_id``."""

    sentence: int
    start: int
    end: int
    surface: str
    mode: str
    cue: str
    speaker: str
    speaker_start: int | None
    speaker_end: int | None
    speaker_surface: str
    source_kind: str
    relayed_by: str
    lang: str
    problem: str


def statements(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Find every statement and who makes it.

    A quotation with its marks is direct speech, a clause that reports is
    indirect, such a clause with words in quotation marks mixed. Names,
    titles and single words in quotation marks are no statements. The
    speaker is the nearest name, post or noun that fits the word of saying;
    a pronoun stands for the speaker or person before it. Where the text
    does not say who speaks, or nobody in the tables does, ``speaker`` is
    empty and ``problem`` says why.

    Parameters
    ----------
    docs
        Texts, one per row; see :func:`koreasec.load`.

    Returns
    -------
    DataFrame
        One row per statement, in reading order: ``doc_id``, ``sentence``,
        ``start``, ``end``, ``surface``, ``mode`` (``direct``, ``indirect``,
        ``mixed``), ``cue`` (the words that tell it), ``speaker``,
        ``speaker_start``, ``speaker_end``, ``speaker_surface``,
        ``source_kind`` (``person``, ``state``, ``organisation``,
        ``agency``, ``anonymous``, ``unnamed``, or empty), ``relayed_by``
        (the actor who passes it on), ``lang`` (of the words themselves),
        ``problem``.

    Examples
    --------
    >>> text = '"Wir sind bereit", sagte Kim Jong Un.'
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"], "text": [text]})
    >>> statements(docs)[["surface", "mode", "speaker"]].values.tolist()
    [['"Wir sind bereit"', 'direct', 'kim-jong-un']]
    """
    return each(docs, "statements", _rows, by="ks.tag.statements")


def find(document: Document) -> list[Statement]:
    """Return the statements of one document, in reading order."""
    reading = document.reading
    known = {(one.start, one.end) for one in document.mentions}
    marked = [
        quote
        for quote in mended(reading, quotes(reading.low))
        if reading.span(quote.start + 1, quote.end - 1) not in known
    ]
    masked = hidden(reading.low, marked, _asides(reading))
    cues, words = look(reading, masked)
    view = View(
        reading,
        masked,
        frames(reading, marked),
        cues,
        sources(reading, masked, words, cues),
        dict(inserts(reading, marked)),
    )
    return [_statement(reading, one) for one in _settled(view)]


def _asides(reading: Reading) -> list[tuple[int, int]]:
    """Return the datelines, credits and bylines: they say who tells, not what."""
    return [
        (folded(reading, passage.start), folded(reading, passage.end))
        for passage in reading.document.passages
        if passage.kind in ASIDE
    ]


def _rows(document: Document) -> list[tuple[object, ...]]:
    return [(document.doc_id, *statement) for statement in document.statements]


def _statement(reading: Reading, said: Said) -> Statement:
    document, source = reading.document, said.source
    start, end = reading.span(said.start, said.end)
    cue = reading.span(said.cue.start, said.cue.stop) if said.cue else (0, 0)
    spoken = reading.span(source.start, source.end) if source else None
    return Statement(
        document.sentence_at(start),
        start,
        end,
        document.text[start:end],
        said.mode,
        document.text[slice(*cue)],
        source.actor if source else "",
        spoken[0] if spoken else None,
        spoken[1] if spoken else None,
        document.text[slice(*spoken)] if spoken else "",
        source.kind if source else "",
        said.relay.actor if said.relay else "",
        document.lang_at(start + (said.mode == "direct")),
        said.problem or _problem(source),
    )


def _problem(source: Source | None) -> str:
    if source is None:
        return "no speaker is told"
    return source.problem
