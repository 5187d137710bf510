"""
Cut texts into passages: title, kicker, caption, credit, byline, dateline, paragraph.

Each has its own language and script. A quotation in another language than its
paragraph is a passage of its own.
"""

from __future__ import annotations

import math
from itertools import chain

import pandas as pd

from ._documents import GIVEN, Document, Passage, each
from ._languages.changes import changes
from ._languages.detect import SURE, UNKNOWN, Reading, Span, Verdict
from ._languages.foreign import foreign_letters, foreign_parts
from ._languages.layout import TITLE_LENGTH, Piece, pieces
from ._languages.variants import spelling

RUNNING = ("title", "kicker", "caption", "paragraph")  # kinds made of phrases
NAMED = ("credit", "dateline", "byline")  # kinds made of names
NAMES = "names only"
WRITINGS = ("Hans", "Hant")


def passages(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Cut every text into passages and tell the language of each.

    The passages of a text stand in reading order and never overlap; every
    character that is not blank lies in exactly one. A passage too short to
    tell is ``und``; it is not given the language of the text around it.

    Parameters
    ----------
    docs
        Texts, one per row: ``doc_id``, ``text``; ``title`` where known.

    Returns
    -------
    DataFrame
        One row per passage: ``doc_id``, ``passage`` (from 0), ``kind``
        (``title``, ``kicker``, ``caption``, ``credit``, ``dateline``,
        ``byline``, ``paragraph``, ``quotation``), ``start``, ``end``,
        ``lang``, ``variant`` (``zh-Hant``, ``ko-KP``, ``de-AT``; empty
        where the words do not show it), ``confidence`` (0 to 1), ``reason``
        (why there is doubt, letters that the language does not have),
        ``script`` (ISO 15924),
        ``n_chars`` (without blanks). A text without letters has its
        passages all the same; an empty one has none.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["북한, 미사일 발사\\n\\n© APA"]})
    >>> passages(docs)[["kind", "start", "end", "lang", "reason"]]
            kind  start  end lang     reason
    0      title      0   10   ko
    1     credit     12   17  und  too short
    """
    return each(docs, "passages", _rows, by="ks.tag.passages")


def split(document: Document) -> list[Passage]:
    """Return the passages of one document, in reading order."""
    given = _given(document)
    reading = Reading(document.text, given)
    found: list[tuple[Piece, Verdict]] = []
    for piece in pieces(document.text, document.title):
        if piece.kind in RUNNING:
            found.extend(_parts(reading, piece, first=not found))
        else:
            found.append((piece, reading.judge((piece.start, piece.end))))
    near = given or _main(found)
    return [
        _passage(number, piece, verdict, reading, near)
        for number, (piece, verdict) in enumerate(found)
    ]


def _given(document: Document) -> str:
    """Return the language that somebody gave, not one told from the words."""
    known = math.isnan(document.given_confidence) or document.given_reason == GIVEN
    return document.given_lang if known else ""


def _parts(
    reading: Reading, piece: Piece, *, first: bool
) -> list[tuple[Piece, Verdict]]:
    """Cut a passage where its language changes; a first short part is a title."""
    quoted = foreign_parts(reading, piece)
    cuts = changes(reading, (piece.start, piece.end)) if len(quoted) == 1 else []
    if not cuts:
        return quoted
    parts: list[tuple[Piece, Verdict]] = []
    for start, end in zip([piece.start, *cuts], [*cuts, piece.end], strict=True):
        words = reading.text[start:end]
        end -= len(words) - len(words.rstrip())
        kind = "paragraph" if piece.kind == "title" else piece.kind
        if first and not parts and len(words) <= TITLE_LENGTH:
            kind = "title"
        parts.append((Piece(kind, start, end), reading.judge((start, end))))
    return parts


def _main(found: list[tuple[Piece, Verdict]]) -> str:
    """Return the language of most characters."""
    sizes: dict[str, int] = {}
    for piece, verdict in found:
        if verdict.lang != UNKNOWN and piece.kind != "quotation":
            sizes[verdict.lang] = sizes.get(verdict.lang, 0) + piece.end - piece.start
    return min(sizes, key=lambda lang: (-sizes[lang], lang), default="")


def _rows(document: Document) -> list[tuple[object, ...]]:
    return [(document.doc_id, *passage) for passage in document.passages]


def _passage(
    number: int, piece: Piece, verdict: Verdict, reading: Reading, near: str
) -> Passage:
    kind, start, end = piece
    if verdict.confidence < SURE:
        verdict = reading.judge((start, end), near=near)
        if kind in NAMED and verdict.lang != near:
            verdict = verdict._replace(lang=UNKNOWN, reason=verdict.reason or NAMES)
    lang, confidence, reason, script = verdict
    if lang != UNKNOWN:
        strange = foreign_letters(reading, start, end, lang)
        reason = "; ".join(filter(None, (reason, strange)))
    n_chars = len("".join(reading.text[start:end].split()))
    confidence = 0.0 if lang == UNKNOWN else confidence
    told = lang, _variant(reading, (start, end), lang, script), confidence, reason
    return Passage(number, kind, start, end, *told, script, n_chars)


def _variant(reading: Reading, span: Span, lang: str, script: str) -> str:
    """Return the writing of Chinese, else the country whose spelling it is."""
    if script in WRITINGS:
        return f"{lang}-{script}"
    shown = spelling(lang, chain.from_iterable(reading.words(span).values()))
    text = reading.text[slice(*span)] if shown.words else ""  # capitals hide it
    return shown.variant if all(word in text for word in shown.words) else ""
