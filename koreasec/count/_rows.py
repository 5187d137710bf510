"""What every count needs: row ids, reading order, actors without places, sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pandas as pd

from .. import _cell_types, schema, text

KINDS = ("person", "state", "organisation", "weapon", "place")
ACTING = KINDS[:-1]


def ids(table: pd.DataFrame) -> list[str]:
    """Return the row id of each row of `table`."""
    spans = zip(table["doc_id"], table["start"], table["end"], strict=True)
    return [schema.row_id(*span) for span in spans]


def text_ids(docs: pd.DataFrame) -> list[str]:
    """Return the row id of each whole text."""
    texts = zip(docs["doc_id"], docs["text"].fillna(""), strict=True)
    return [schema.row_id(doc_id, 0, len(whole)) for doc_id, whole in texts]


def n_chars(texts: pd.Series) -> list[int]:
    """Return the number of characters of each text without blanks, as passages do."""
    return [len("".join(whole.split())) for whole in texts.fillna("")]


def ordered(table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` in reading order, so that the order of its rows never matters."""
    return table.sort_values(["doc_id", "start", "end"], ignore_index=True)


def acting(mentions: pd.DataFrame, kinds: Collection[str] | None) -> pd.DataFrame:
    """Return the mentions that point at an actor of `kinds`, in reading order."""
    if kinds is not None:
        _cell_types.names(kinds, by="ks.count", what="kinds of actors")
    for kind in ACTING if kinds is None else kinds:
        schema.require_known(kind, KINDS, what="kind of actor")
    wanted = mentions["kind"].isin(list(ACTING if kinds is None else kinds))
    return ordered(mentions[wanted & mentions["actor"].ne("")])


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Return `values` once each, in order."""
    return tuple(dict.fromkeys(values))


class Sentences:
    """The sentences of some texts, cut when first asked for."""

    def __init__(self, docs: pd.DataFrame) -> None:
        lang = docs["lang"] if "lang" in docs else pd.Series("und", index=docs.index)
        texts = zip(docs["text"].fillna(""), lang.fillna("und"), strict=True)
        self._docs = dict(zip(docs["doc_id"], texts, strict=True))
        self._cuts: dict[str, list[tuple[int, int]]] = {}

    def at(self, doc_id: str, start: int) -> str:
        """Return the sentence that holds `start`, ``""`` where there is none."""
        whole, lang = self._docs.get(doc_id, ("", "und"))
        if doc_id not in self._cuts:
            self._cuts[doc_id] = text.sentences(whole, lang)
        cuts = self._cuts[doc_id]
        first, last = cuts[text.sentence_at(cuts, start)] if cuts else (0, 0)
        return whole[first:last]
