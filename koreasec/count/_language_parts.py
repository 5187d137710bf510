"""What each text holds of each language: the parts that all language counts add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from .. import knowledge, text
from ._rows import ids, n_chars, ordered, text_ids

UNKNOWN, NO_LANGUAGE = "und", "undetermined"
MEASURES = ("documents", "found_in", "passages", "sentences", "characters")
KEYS = ["doc_id", "lang", "variant"]
IDS = ("rows", "texts")
COUNTED = dict.fromkeys(MEASURES, "int64")
Key = tuple[str, str, str]
Span = tuple[int, int]


def parts(
    docs: pd.DataFrame, passages: pd.DataFrame | None, *, variants: bool
) -> pd.DataFrame:
    """
    Return one row per text and language (and variant): counts that add up.

    ``documents`` is 1 in the row of the main language, ``found_in`` 1 where
    a passage is in the language; ``rows`` are the ids of the passages, of the
    whole text where it has none in that language, ``texts`` the id of the text
    in the row of its main language. Passages of texts that are not in `docs`
    are left out.
    """
    texts = docs.assign(row=text_ids(docs), lang=docs["lang"].fillna(UNKNOWN))
    shown = docs["lang_variant"].fillna("") if variants else ""
    texts = texts.assign(variant=shown).sort_values("doc_id", ignore_index=True)
    if passages is None:
        made = texts[KEYS].assign(documents=1, found_in=0, passages=0, sentences=0)
        made["characters"] = n_chars(texts["text"])
        made["rows"] = pd.Series([(row,) for row in texts["row"]], dtype="object")
        return made.assign(texts=made["rows"]).astype(COUNTED)
    held = with_ids(passages[passages["doc_id"].isin(texts["doc_id"])])
    held = held if variants else held.assign(variant="")
    found: dict[Key, Counter[str]] = {}
    rows: dict[Key, list[str]] = {}
    columns = (held[name] for name in (*KEYS, "n_chars", "row"))
    for doc_id, lang, variant, size, row in zip(*columns, strict=True):
        key = doc_id, lang, variant
        one = {"found_in": 0 if key in rows else 1, "passages": 1, "characters": size}
        found.setdefault(key, Counter()).update(one)
        rows.setdefault(key, []).append(row)
    main = dict(_main(texts))
    for key, row in main.items():
        found.setdefault(key, Counter()).update(documents=1)
        rows.setdefault(key, [row])
    for key in _sentences(texts, held):
        found[key].update(sentences=1)
    told = []
    for key in sorted(found):
        counts = (found[key][name] for name in MEASURES)
        whole = (main[key],) if key in main else ()
        told.append((*key, *counts, tuple(rows[key]), whole))
    types = {**dict.fromkeys(KEYS, "str"), **COUNTED, **dict.fromkeys(IDS, "object")}
    return pd.DataFrame(told, columns=list(types)).astype(types)


def called(codes: pd.Series) -> list[str]:
    """Return what languages and variants are called, undetermined ones too."""
    labels = knowledge.label(codes.tolist())
    return [NO_LANGUAGE if label == UNKNOWN else label for label in labels]


def with_ids(passages: pd.DataFrame) -> pd.DataFrame:
    """Return the passages in reading order, with ``row`` and no missing variant."""
    held = ordered(passages)
    return held.assign(row=ids(held), variant=held["variant"].fillna(""))


def languages_of(
    cuts: Sequence[Span], spans: Iterable[tuple[int, int, Key]]
) -> list[Key | None]:
    """
    Return for each of `cuts` the key of those `spans` that hold most of it.

    Both are in reading order. Of two equal parts the first wins; a stretch
    that no span meets has ``None``.

    >>> ru, de = ("a", "ru", ""), ("a", "de", "")
    >>> languages_of([(0, 9), (10, 20)], [(0, 4, ru), (4, 20, de)])[0]
    ('a', 'de', '')
    """
    held, at = list(spans), 0
    found: list[Key | None] = []
    for start, end in cuts:
        while at < len(held) and held[at][1] <= start:
            at += 1
        sizes: dict[Key, int] = {}
        for low, high, key in held[at:]:
            if low >= end:
                break
            sizes[key] = sizes.get(key, 0) + min(high, end) - max(low, start)
        found.append(max(sizes, key=lambda key: sizes[key]) if sizes else None)
    return found


def _sentences(texts: pd.DataFrame, held: pd.DataFrame) -> Iterator[Key]:
    """Yield of each sentence the text, language and variant it counts for."""
    spans: dict[str, list[tuple[int, int, Key]]] = {}
    columns = (held[name] for name in (*KEYS, "start", "end"))
    for doc_id, lang, variant, start, end in zip(*columns, strict=True):
        spans.setdefault(doc_id, []).append((start, end, (doc_id, lang, variant)))
    rows = zip(texts["doc_id"], texts["text"].fillna(""), texts["lang"], strict=True)
    for doc_id, whole, lang in rows:
        if doc_id in spans:
            cuts = text.sentences(whole, lang)
            yield from filter(None, languages_of(cuts, spans[doc_id]))


def _main(texts: pd.DataFrame) -> Iterator[tuple[Key, str]]:
    """Yield the main language of each text and the id of the whole text."""
    columns = (texts[name] for name in (*KEYS, "row"))
    for doc_id, lang, variant, row in zip(*columns, strict=True):
        yield (doc_id, lang, variant), row
