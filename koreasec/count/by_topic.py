"""What the texts are about: topics counted, over all or by language, source, month."""

from __future__ import annotations

import pandas as pd

from .. import knowledge, schema
from ..errors import InputError
from ._rows import ids, ordered, unique

LEVELS = ("topic", "parent")
TOLD = {"documents": "int64", "sentences": "int64", "hits": "int64", "rows": "object"}


def by_topic(
    topics: pd.DataFrame,
    *,
    docs: pd.DataFrame | None = None,
    by: str | None = None,
    level: str = "topic",
) -> pd.DataFrame:
    """
    Count the hits, sentences and texts of each topic.

    A topic that no text touches has no row.

    Parameters
    ----------
    topics
        The table ``topics``, e.g. from ``ks.tag.topics(docs)``.
    docs
        The texts; needed for `by`.
    by
        A column of `docs` to count apart, e.g. ``lang`` or ``source``; or
        ``month``: the month that holds the whole interval of
        publication, missing where no single month does.
    level
        ``topic``, or ``parent`` for the upper level.

    Returns
    -------
    DataFrame
        One row per topic (and per value of `by`), in the order of `by`,
        then the most texts first, then the most sentences, then by name:
        ``topic``, ``label``, `by`, ``documents``, ``sentences``,
        ``hits``, ``rows`` (ids of the hits).

    Examples
    --------
    >>> from koreasec import schema
    >>> row = ("a", 0, 0, 3, "ICBM", "missiles", "ICBM*")
    >>> by_topic(schema.table("topics", [row]))[["topic", "hits"]].values.tolist()
    [['missiles', 1]]
    """
    schema.require(topics, "topics", by="ks.count.by_topic")
    schema.require_known(level, LEVELS, what="level")
    hits = ordered(topics)
    hits = hits.assign(row=ids(hits))
    known = knowledge.table("topics").set_index("topic")
    if level == "parent":
        hits["topic"] = [_parent(topic, known) for topic in hits["topic"]]
    hits = hits if by is None else hits.assign(**{by: _values(hits, docs, by)})
    keys = ["topic"] if by is None else [by, "topic"]
    counted = [(*key, *_counts(part)) for key, part in hits.groupby(keys, dropna=False)]
    made = pd.DataFrame(counted, columns=[*keys, *TOLD])
    made["label"] = [_label(topic, known) for topic in made["topic"]]
    order = [*keys[:-1], "documents", "sentences", "topic"]
    types = {"topic": "str", "label": "str", **TOLD}
    if by is not None:
        types[by] = str(hits[by].dtype)
    made = made.astype(types)
    return made[["topic", "label", *keys[:-1], *TOLD]].sort_values(
        order,
        ascending=[name not in TOLD for name in order],
        ignore_index=True,
    )


def _counts(part: pd.DataFrame) -> tuple[int, int, int, tuple[str, ...]]:
    documents = part["doc_id"].nunique()
    sentences = len(part[["doc_id", "sentence"]].drop_duplicates())
    return documents, sentences, len(part), unique(part["row"])


def _parent(topic: str, known: pd.DataFrame) -> str:
    return known["parent"].get(topic, "") or topic


def _label(topic: str, known: pd.DataFrame) -> str:
    return known["label"].get(topic, topic)


def _values(hits: pd.DataFrame, docs: pd.DataFrame | None, by: str) -> pd.Series:
    """Return the value of `by` for the text of each hit."""
    if docs is None:
        msg = f"ks.count.by_topic needs docs=... to count by {by!r}."
        raise InputError(msg)
    columns = ["published_from", "published_to"] if by == "month" else [by]
    schema.require(docs, "docs", by="ks.count.by_topic", columns=["doc_id", *columns])
    if by != "month":
        value_of = dict(zip(docs["doc_id"], docs[by].fillna(""), strict=True))
        return pd.Series(
            [value_of.get(doc_id) for doc_id in hits["doc_id"]], dtype="str"
        )
    first, last = (docs[name].dt.to_period("M") for name in columns)
    months = first.where(first == last).dt.to_timestamp()
    month_of = dict(zip(docs["doc_id"], months, strict=True))
    found = [month_of.get(doc_id) for doc_id in hits["doc_id"]]
    return pd.Series(found, dtype=schema.DAY)
