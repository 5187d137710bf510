"""
Find what hints at a translation: never a verdict, each hint with its words.

What is looked for stands in ``translation_terms.csv`` and
``translation_patterns.csv``; names are compared with ``actor_names.csv``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from .. import knowledge
from ._documents import Document, each
from ._hints import blends, detours, names, scripts, terms
from ._hints.sign import Sign, Stretch, stretches

KINDS = (
    *("title", "spelling", "agency", "letters", "untranslated"),
    *("phrase", "number", "date", "unit", "marks"),
)
SURE = 0.9  # confidence in the language of a title


def translation_hints(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Find hints that a text may have been translated, each with its words.

    A hint is a reason to look, not a verdict: an editor may have put the
    headline, a person may write so, and a text without hints may be
    translated all the same. Quotations in another language, names in
    brackets and words in quotation marks are no hints.

    Parameters
    ----------
    docs
        The texts: ``doc_id``, ``text``; ``title`` and ``lang`` where known.

    Returns
    -------
    DataFrame
        The table ``translation_hints``, one row per hint in reading order:
        ``doc_id``, ``sentence``, ``start``, ``end``, ``surface``,
        ``hint``: ``title`` (in another language than the body),
        ``spelling`` (of a person, by another language's habit), ``agency``
        (name carried over letter by letter), ``letters`` (of another
        alphabet), ``untranslated`` (words left standing), ``phrase``
        (word for word), ``number``, ``date``, ``unit``, ``marks``
        (written as elsewhere); ``tells_of`` (codes of the languages that
        it points to, parted by blanks, ``""`` where it cannot say) and
        ``note`` (why, in a sentence). A text without hints has no row.

    Examples
    --------
    >>> told = "Das meldete die Agentur TACC früher diese Woche."
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"], "text": [told]})
    >>> translation_hints(docs)[["surface", "hint", "tells_of"]].values.tolist()
    [['TACC', 'agency', 'ru uk'], ['früher diese Woche', 'phrase', 'en']]
    """
    return each(docs, "translation_hints", _rows, by="ks.tag.translation_hints")


def find(document: Document) -> list[Sign]:
    """Return the hints of one document, in reading order."""
    where = list(stretches(document))
    found = [*_title(document), *_signs(document, where)]
    return sorted(_apart(found), key=lambda sign: (sign.start, sign.end, sign.hint))


def _rows(document: Document) -> list[tuple[object, ...]]:
    text = document.text
    return [
        (
            *(document.doc_id, document.sentence_at(sign.start)),
            *(sign.start, sign.end, text[sign.start : sign.end]),
            *(sign.hint, sign.tells_of, sign.note),
        )
        for sign in find(document)
    ]


def _signs(document: Document, where: list[Stretch]) -> Iterator[Sign]:
    yield from names.spellings(document, where)
    if where:
        reading = document.reading
        yield from blends.blends(reading, where)
        yield from detours.detours(reading, where)
        yield from terms.terms(reading, where)
    yield from terms.patterns(document, where)
    yield from scripts.pieces(document)
    for stretch in where:
        for finder in (scripts.mixed, scripts.odd, scripts.untranslated):
            yield from finder(document, stretch)
        yield from scripts.english(document, stretch)


def _title(document: Document) -> Iterator[Sign]:
    """Yield the title if it is in another language than the paragraphs."""
    sizes: dict[str, int] = {}
    for passage in document.passages:
        if passage.kind == "paragraph" and passage.lang != "und":
            sizes[passage.lang] = sizes.get(passage.lang, 0) + passage.n_chars
    body = min(sizes, key=lambda lang: (-sizes[lang], lang), default="und")
    for passage in document.passages if body != "und" else ():
        lang = passage.lang
        sure = passage.confidence >= SURE and lang not in (body, "und")
        if passage.kind == "title" and sure:
            names = knowledge.label(lang), knowledge.label(body)
            note = f"The title is in {names[0]}, the text in {names[1]}."
            yield Sign(passage.start, passage.end, "title", lang, note)


def _apart(found: list[Sign]) -> list[Sign]:
    """Keep of hints that overlap the one of the first kind; a title stays beside."""
    kept: list[Sign] = []
    order = {kind: place for place, kind in enumerate(KINDS)}
    for sign in sorted(found, key=lambda one: (order[one.hint], one.start, -one.end)):
        if all(
            other.hint == "title" or sign.end <= other.start or other.end <= sign.start
            for other in kept
        ):
            kept.append(sign)
    return kept
