"""What is said to happen when: the dated statements of the texts, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import pandas as pd

from .. import schema
from ._rows import Sentences, acting, ids, ordered, unique

WHEN = ("DATE", "TIME")
VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
TYPES = {
    "date_from": schema.DAY,
    "date_to": schema.DAY,
    "precision": "str",
    "doc_id": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "value": "str",
    "direction": "str",
    "status": "str",
    "basis": "str",
    "problem": "str",
    "sentence_text": "str",
    "actors": "object",
    "topics": "object",
    "rows": "object",
}


def timeline(
    dates: pd.DataFrame,
    *,
    docs: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
    topics: pd.DataFrame | None = None,
    kinds: Collection[str] | None = None,
) -> pd.DataFrame:
    """
    Put the dated statements of the texts in order of time.

    Every date and clock time in a text is a statement. Lengths of time
    and repetitions ("three years", "daily") are none, nor are words such
    as "now" and "recently". A date that cannot be placed in time keeps
    its row at the end, without days, the reason in ``problem``.

    Parameters
    ----------
    dates
        The table ``dates``, e.g. from ``ks.tag.dates(docs)``.
    docs
        The texts.
    mentions, topics
        With these the actors and topics of the same sentence are told.
    kinds
        Kinds of actor that are told; all but places by default.

    Returns
    -------
    DataFrame
        One row per dated statement, the earliest first: ``date_from``,
        ``date_to`` (closed interval), ``precision``, ``doc_id``,
        ``sentence``, ``start``, ``end``, ``surface``, ``value``,
        ``direction``, ``status``, ``basis``, ``problem``, ``sentence_text``,
        ``actors``, ``topics`` (tuples, as they come in the sentence) and
        ``rows`` (ids of the date, then of the actors and topics).

    Examples
    --------
    >>> from koreasec import schema
    >>> day = pd.Timestamp("2025-11-04")
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="11월 4일 열린다.")
    >>> span = ("a", 0, 0, 6, "11월 4일", "DATE", "XXXX-11-04", "2025-11-04")
    >>> row = (*span, day, day, "day", "", "", "planned", "", "")
    >>> timeline(schema.table("dates", [row]), docs=docs)["sentence_text"].item()
    '11월 4일 열린다.'
    """
    schema.require(dates, "dates", by="ks.count.timeline")
    schema.require(docs, "docs", by="ks.count.timeline", columns=("doc_id", "text"))
    for name, found in (("mentions", mentions), ("topics", topics)):
        if found is not None:
            schema.require(found, name, by="ks.count.timeline")
    told = dates["type"].isin(WHEN) & ~dates["value"].isin(VAGUE)
    made = ordered(dates[told])
    sentences = Sentences(docs)
    spots = list(zip(made["doc_id"], made["start"], strict=True))
    made["sentence_text"] = [sentences.at(doc_id, start) for doc_id, start in spots]
    named = None if mentions is None else acting(mentions, kinds)
    actors, actor_rows = _in_sentences(made, named, "actor")
    about, topic_rows = _in_sentences(made, topics, "topic")
    behind = zip(ids(made), actor_rows, topic_rows, strict=True)
    made = made.assign(
        actors=pd.Series(actors, dtype="object"),
        topics=pd.Series(about, dtype="object"),
        rows=pd.Series([unique([a, *b, *c]) for a, b, c in behind], dtype="object"),
    )
    order = ["date_from", "date_to", "doc_id", "start", "end"]
    made = made.sort_values(order, ignore_index=True, na_position="last")
    return made[list(TYPES)].astype(TYPES)


def _in_sentences(
    made: pd.DataFrame, tagged: pd.DataFrame | None, column: str
) -> tuple[list[tuple[str, ...]], list[list[str]]]:
    """Return what the sentence of each row holds, and the ids of the rows behind it."""
    found: dict[tuple[Any, Any], list[tuple[str, str]]] = defaultdict(list)
    if tagged is not None:
        tagged = ordered(tagged)
        keys = zip(tagged["doc_id"], tagged["sentence"], strict=True)
        for key, value, row in zip(keys, tagged[column], ids(tagged), strict=True):
            found[key].append((value, row))
    keys = zip(made["doc_id"], made["sentence"], strict=True)
    here = [found.get(key, []) for key in keys]
    names = [unique(value for value, _ in pairs) for pairs in here]
    return names, [[row for _, row in pairs] for pairs in here]
