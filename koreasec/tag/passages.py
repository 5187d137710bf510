"""
Cut texts into passages: title, kicker, caption, credit, byline, dateline, paragraph.

Each has its own language and script. A quotation in another language than its
paragraph is a passage of its own.
"""

from __future__ import annotations

import math
import re
from itertools import chain

import pandas as pd

from .. import knowledge
from ._documents import GIVEN, Document, Passage, each
from ._languages.changes import changes
from ._languages.detect import SURE, UNKNOWN, Reading, Span, Verdict
from ._languages.foreign import (
    QUOTES,
    around,
    foreign_letters,
    foreign_parts,
    has_foreign_letters,
    quotations,
)
from ._languages.layout import TITLE_LENGTH, Piece, pieces
from ._languages.survey import leans, survey
from ._languages.variants import Spellings, spellings

RUNNING = ("title", "kicker", "caption", "paragraph")  # kinds made of phrases
NAMED = ("credit", "dateline", "byline")  # kinds made of names
NAMES = "names only"
DOUBT = Verdict(UNKNOWN, 0.0, "", "")  # to be judged with what is around
WRITINGS = ("Hans", "Hant")
ODD_BLANK = re.compile(
    "[\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)


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


@knowledge.pinned()
def split(document: Document) -> list[Passage]:
    """Return the passages of one document, in reading order."""
    given = _given(document)
    reading = Reading(document.text, given)
    laid = pieces(document.text, document.title)
    plain = survey(reading, [(start, end) for _, start, end in laid])
    found: list[tuple[Piece, Verdict]] = []
    for piece, verdict in zip(laid, plain, strict=True):
        if piece.kind in NAMED:
            found.append((piece, verdict or DOUBT))
        elif verdict and not QUOTES.search(document.text, piece.start, piece.end):
            found.append((piece, verdict))
        else:
            found.extend(_parts(reading, piece, verdict, first=not found))
    return _passages(reading, found, given or _main(found))


def _given(document: Document) -> str:
    """Return the language that somebody gave, not one told from the words."""
    known = math.isnan(document.given_confidence) or document.given_reason == GIVEN
    return document.given_lang if known else ""


def _passages(
    reading: Reading, found: list[tuple[Piece, Verdict]], near: str
) -> list[Passage]:
    """Make the passages, the doubtful ones with a look at what is around them."""
    langs = {verdict.lang for _, verdict in found} | {near}
    strange = {lang for lang in langs if has_foreign_letters(reading, lang)}
    book = spellings()
    silent = {lang for lang in langs if book.silent(lang, reading.heard())}
    blanks = _blanks if ODD_BLANK.search(reading.text) else _spaces
    made = []
    for number, (piece, verdict) in enumerate(found):
        kind, span = piece.kind, (piece.start, piece.end)
        if verdict.confidence < SURE:
            verdict = _second_look(reading, span, kind, near)
        lang, confidence, reason, script = verdict
        if lang in strange:
            letters = foreign_letters(reading, span, lang)
            reason = f"{reason}; {letters}" if reason and letters else reason or letters
        n_chars = piece.end - piece.start - blanks(reading.text, *span)
        confidence = 0.0 if lang == UNKNOWN else confidence
        if lang not in silent or script in WRITINGS:
            spelt = _variant(reading, span, verdict, book)
        else:
            spelt = ""
        told = Passage(
            number, kind, *span, lang, spelt, confidence, reason, script, n_chars
        )
        made.append(told)
    return made


def _spaces(text: str, start: int, end: int) -> int:
    return text.count(" ", start, end) + text.count("\n", start, end)


def _blanks(text: str, start: int, end: int) -> int:
    return end - start - len("".join(text[start:end].split()))


def _second_look(reading: Reading, span: Span, kind: str, near: str) -> Verdict:
    """Judge again, knowing the language around; names alone are in no other."""
    verdict = reading.judge(span, near=near)
    if kind in NAMED and verdict.lang != near and verdict.confidence < SURE:
        return verdict._replace(lang=UNKNOWN, reason=verdict.reason or NAMES)
    return verdict


def _parts(
    reading: Reading, piece: Piece, plain: Verdict | None, *, first: bool
) -> list[tuple[Piece, Verdict]]:
    """Cut a passage where its language changes; a first short part is a title."""
    span = piece.start, piece.end
    quoted = quotations(reading, span) if QUOTES.search(reading.text, *span) else []
    if plain and leans(reading, quoted, around(span, quoted), plain):
        return [(piece, plain)]
    found = foreign_parts(reading, piece, quoted)
    cuts = changes(reading, span) if len(found) == 1 else []
    if not cuts:
        return found
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


def _variant(reading: Reading, span: Span, verdict: Verdict, book: Spellings) -> str:
    """Return the writing of Chinese, else the country whose spelling it is."""
    if verdict.script in WRITINGS:
        return f"{verdict.lang}-{verdict.script}"
    if verdict.lang not in book.owners:
        return ""
    words = reading.words(span).values()
    shown = book.shown(verdict.lang, [*chain.from_iterable(words)])
    text = reading.text[slice(*span)] if shown.words else ""  # capitals hide it
    return shown.variant if all(word in text for word in shown.words) else ""
