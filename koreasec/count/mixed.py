"""Which texts hold a second language, how much of it, and where."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from .. import schema
from ._language_parts import UNKNOWN, called, with_ids
from ._rows import unique

TYPES = {
    "doc_id": "str",
    "lang": "str",
    "language": "str",
    "other": "str",
    "other_language": "str",
    "kinds": "object",
    "passages": "int64",
    "characters": "int64",
    "character_share": "float64",
    "rows": "object",
}


def mixed(docs: pd.DataFrame, *, passages: pd.DataFrame) -> pd.DataFrame:
    """
    List the texts that hold a passage in another language than their own.

    Passages that cannot be told make no text mixed, nor does a text that
    is itself ``und``.

    Parameters
    ----------
    docs
        The texts, after ``ks.tag.languages(docs)``.
    passages
        The table ``passages``, e.g. from ``ks.tag.passages(docs)``.

    Returns
    -------
    DataFrame
        One row per text and other language, the largest share first, then
        by id and code: ``doc_id``, ``lang`` (the main language) and
        ``language`` (what it is called), ``other`` and ``other_language``,
        ``kinds`` (of the passages in it, in reading order),
        ``passages``, ``characters``, ``character_share`` (0 to 1, of all
        characters of the text without blanks), ``rows`` (ids of the
        passages). A text in one language has no row.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"]})
    >>> rows = [("a", 0, "title", 0, 4, "ru", 0.9, "", "Cyrl", 4)]
    >>> rows += [("a", 1, "paragraph", 5, 17, "de", 0.9, "", "Latn", 12)]
    >>> columns = ["doc_id", "passage", "kind", "start", "end", "lang"]
    >>> columns += ["confidence", "reason", "script", "n_chars"]
    >>> passages = pd.DataFrame(rows, columns=columns).assign(variant="")
    >>> mixed(docs, passages=passages)[["other", "kinds", "character_share"]]
      other     kinds  character_share
    0    ru  (title,)             0.25
    """
    this = "ks.count.mixed"
    schema.require(docs, "docs", by=this, columns=("doc_id", "lang"))
    schema.require(passages, "passages", by=this)
    main = dict(zip(docs["doc_id"], docs["lang"].fillna(UNKNOWN), strict=True))
    held = with_ids(passages[passages["doc_id"].isin(main)])
    total = held.groupby("doc_id")["n_chars"].sum()
    own = held["doc_id"].map(main)
    known = held["lang"].ne(UNKNOWN) & own.ne(UNKNOWN)
    foreign = held[known & held["lang"].ne(own)].to_dict("records")
    parts: dict[tuple[str, str], list[dict[Hashable, Any]]] = {}
    for row in foreign:
        parts.setdefault((row["doc_id"], row["lang"]), []).append(row)
    found = [
        (doc_id, main[doc_id], other, *_told(rows, int(total[doc_id])))
        for (doc_id, other), rows in parts.items()
    ]
    told = [name for name in TYPES if not name.endswith("language")]
    made = pd.DataFrame(found, columns=told)
    made = made.assign(
        language=called(made["lang"]), other_language=called(made["other"])
    )
    made = made[list(TYPES)].astype(TYPES)
    order = ["character_share", "doc_id", "other"]
    return made.sort_values(order, ascending=[False, True, True], ignore_index=True)


def _told(rows: list[dict[Hashable, Any]], total: int) -> tuple[Any, ...]:
    """Return kinds, number, characters, their share and ids of some passages."""
    characters = sum(row["n_chars"] for row in rows)
    kinds = unique(row["kind"] for row in rows)
    ids = tuple(row["row"] for row in rows)
    return kinds, len(rows), characters, characters / max(total, 1), ids
