"""How many texts, passages and characters there are in each language."""

from __future__ import annotations

import pandas as pd

from .. import schema
from ..errors import InputError
from ._rows import ids, n_chars, ordered, text_ids


def by_language(
    docs: pd.DataFrame, *, passages: pd.DataFrame | None = None
) -> pd.DataFrame:
    """
    Count texts, passages and characters by language.

    A text counts for its main language. With `passages` the characters
    count for the language of their passage, so that a Russian headline
    above a German text shows. ``und`` is a language like the others.

    Parameters
    ----------
    docs
        The texts, after ``ks.tag.languages(docs)``.
    passages
        The table ``passages``, e.g. from ``ks.tag.passages(docs)``.

    Returns
    -------
    DataFrame
        One row per language, the most texts first, then the most
        characters, then by code: ``lang``, ``documents`` (texts with it
        as main language), ``characters`` (without
        blanks), ``document_share``,
        ``character_share`` (0 to 1), ``rows`` (ids of the passages, else
        of the texts); with `passages` also ``passages`` and ``found_in``
        (texts that hold a passage in it).

    Raises
    ------
    InputError
        Nobody has looked for languages yet.

    Examples
    --------
    >>> from koreasec import schema
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="안녕", lang="ko")
    >>> by_language(docs)[["lang", "documents", "characters"]].values.tolist()
    [['ko', 1, 2]]
    """
    schema.require(docs, "docs", by="ks.count.by_language", columns=("doc_id", "text"))
    if "lang" not in docs or (len(docs) and docs["lang"].isna().all()):
        msg = "ks.count.by_language needs docs with lang; run ks.tag.languages(docs)."
        raise InputError(msg)
    if passages is not None:
        schema.require(passages, "passages", by="ks.count.by_language")
    main = docs["lang"].fillna("und")
    parts = _parts(docs, passages)
    langs = pd.Index(sorted({*main, *parts["lang"]}), dtype="str", name="lang")
    grouped = parts.groupby("lang")
    made = pd.DataFrame(index=langs)
    made["documents"] = main.value_counts().reindex(langs, fill_value=0)
    if passages is not None:
        made["passages"] = grouped.size().reindex(langs, fill_value=0)
        made["found_in"] = grouped["doc_id"].nunique().reindex(langs, fill_value=0)
    made["characters"] = grouped["n_chars"].sum().reindex(langs, fill_value=0)
    made["document_share"] = made["documents"] / max(len(docs), 1)
    made["character_share"] = made["characters"] / max(made["characters"].sum(), 1)
    made["rows"] = [tuple(parts.loc[parts["lang"] == lang, "row"]) for lang in langs]
    return made.reset_index().sort_values(
        ["documents", "characters", "lang"],
        ascending=[False, False, True],
        ignore_index=True,
    )


def _parts(docs: pd.DataFrame, passages: pd.DataFrame | None) -> pd.DataFrame:
    """Return what the characters are counted in: passages, else whole texts."""
    if passages is not None:
        parts = ordered(passages)
        return parts.assign(row=ids(parts))
    lang = docs["lang"].fillna("und")
    parts = pd.DataFrame({"doc_id": docs["doc_id"], "lang": lang})
    return parts.assign(n_chars=n_chars(docs["text"]), row=text_ids(docs))
