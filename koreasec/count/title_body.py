"""In which language the titles are, and in which the texts below them."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from .. import schema
from ._language_parts import UNKNOWN, called, with_ids
from ._rows import text_ids

TITLE = ("title",)
NO_BODY = ("title", "kicker", "caption", "credit", "dateline", "byline", "quotation")
TYPES = {
    "title_lang": "str",
    "body_lang": "str",
    "title_language": "str",
    "body_language": "str",
    "outcome": "str",
    "documents": "int64",
    "document_share": "float64",
    "rows": "object",
}


def title_body(docs: pd.DataFrame, *, passages: pd.DataFrame) -> pd.DataFrame:
    """
    Count texts by the language of the title and that of the body.

    The body is what is no title, kicker, caption, credit, dateline, byline
    or quotation in another language; its language is that of most of its
    characters. A title over a body in another language is a hint that one
    of them was translated, or that the title was not.

    Parameters
    ----------
    docs
        The texts.
    passages
        The table ``passages``, e.g. from ``ks.tag.passages(docs)``.

    Returns
    -------
    DataFrame
        One row per pair of languages, the most texts first, then by code:
        ``title_lang`` and ``body_lang`` (``und``: it cannot be told;
        ``""``: there is none), what they are called
        (``title_language``, ``body_language``), ``outcome`` (``same``,
        ``different``, ``cannot be told``, ``no title``, ``no body``),
        ``documents``, ``document_share`` (0 to 1, of all texts), ``rows``
        (ids of the titles; of the whole text where there is none). Every
        text is counted once.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["Удар\\n\\nEs war Krieg."]})
    >>> rows = [("a", 0, "title", 0, 4, "ru", 0.9, "", "Cyrl", 4)]
    >>> rows += [("a", 1, "paragraph", 6, 19, "de", 0.9, "", "Latn", 11)]
    >>> columns = ["doc_id", "passage", "kind", "start", "end", "lang"]
    >>> columns += ["confidence", "reason", "script", "n_chars"]
    >>> passages = pd.DataFrame(rows, columns=columns).assign(variant="")
    >>> title_body(docs, passages=passages).iloc[0, 2:5].tolist()
    ['Russian', 'German', 'different']
    """
    this = "ks.count.title_body"
    schema.require(docs, "docs", by=this, columns=("doc_id", "text"))
    schema.require(passages, "passages", by=this)
    held = with_ids(passages[passages["doc_id"].isin(docs["doc_id"])])
    title, body = held["kind"].isin(TITLE), ~held["kind"].isin(NO_BODY)
    above, below = _language(held[title]), _language(held[body])
    rows = held[title].groupby("doc_id")["row"].agg(tuple).to_dict()
    texts = docs.assign(row=text_ids(docs)).sort_values("doc_id")
    parts: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for doc_id, row in zip(texts["doc_id"], texts["row"], strict=True):
        pair = above.get(doc_id, ""), below.get(doc_id, "")
        parts.setdefault(pair, []).append(rows.get(doc_id, (row,)))
    found = [
        (
            *pair,
            _outcome(*pair),
            len(part),
            len(part) / len(texts),
            tuple(chain.from_iterable(part)),
        )
        for pair, part in parts.items()
    ]
    told = [name for name in TYPES if not name.endswith("language")]
    made = pd.DataFrame(found, columns=told)
    for side in ("title", "body"):
        made[f"{side}_language"] = called(made[f"{side}_lang"])
    made = made[list(TYPES)].astype(TYPES)
    order = ["documents", "title_lang", "body_lang"]
    return made.sort_values(order, ascending=[False, True, True], ignore_index=True)


def _language(held: pd.DataFrame) -> dict[str, str]:
    """Return the language of most characters of each text, ``und`` if none is told."""
    sizes = held.groupby(["doc_id", "lang"])["n_chars"].sum().reset_index()
    sizes["unknown"] = sizes["lang"].eq(UNKNOWN)
    order = ["doc_id", "unknown", "n_chars", "lang"]
    sizes = sizes.sort_values(order, ascending=[True, True, False, True])
    first = sizes.drop_duplicates("doc_id")
    return dict(zip(first["doc_id"], first["lang"], strict=True))


def _outcome(title: str, body: str) -> str:
    if not body:
        return "no body"
    if not title:
        return "no title"
    if UNKNOWN in (title, body):
        return "cannot be told"
    return "same" if title == body else "different"
