"""Who is named how often: actors counted, over all or by language, source, month."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from .. import knowledge, schema
from ._rows import acting, ids, unique

TOLD = ["mentions", "sentences", "documents"]


def by_actor(
    mentions: pd.DataFrame, *, kinds: Collection[str] | None = None
) -> pd.DataFrame:
    """
    Count how often each actor is named.

    Mentions without an actor are left out, and so are places unless
    `kinds` asks for them. An actor that no text names has no row.

    Parameters
    ----------
    mentions
        The table ``mentions``, e.g. from ``ks.tag.actors(docs)``.
    kinds
        Kinds of actor that count; person, state, organisation and weapon
        by default.

    Returns
    -------
    DataFrame
        One row per actor, the one in most texts first, then in most
        sentences, then by id: ``actor``, ``label`` (in English), ``kind``,
        ``documents``, ``sentences``, ``mentions``, ``langs`` (of the
        passages that name it), ``surfaces`` (how it is written, the most
        frequent first), ``rows`` (ids of the mentions).

    Examples
    --------
    >>> from koreasec import schema
    >>> row = ("a", 0, 0, 2, "북한", "north-korea", "state", "name", "ko", "")
    >>> by_actor(schema.table("mentions", [row]))[["label", "mentions"]]
             label  mentions
    0  North Korea         1
    """
    schema.require(mentions, "mentions", by="ks.count.by_actor")
    named = acting(mentions, kinds)
    named = named.assign(row=ids(named))
    labels = {row["actor"]: row["label"] for row in knowledge.rows("actors")}
    counted = [
        (
            actor,
            labels.get(str(actor), str(actor)),
            part["kind"].iloc[0],
            part["doc_id"].nunique(),
            len(part[["doc_id", "sentence"]].drop_duplicates()),
            len(part),
            tuple(sorted(set(part["lang"]))),
            tuple(_by_count(part["surface"])),
            unique(part["row"]),
        )
        for actor, part in named.groupby("actor")
    ]
    columns = ["actor", "label", "kind", *reversed(TOLD), "langs", "surfaces", "rows"]
    return pd.DataFrame(counted, columns=columns).sort_values(
        ["documents", "sentences", "actor"],
        ascending=[False, False, True],
        ignore_index=True,
    )


def _by_count(values: pd.Series) -> list[str]:
    counts = values.value_counts()
    return sorted(counts.index, key=lambda value: (-counts[value], value))
