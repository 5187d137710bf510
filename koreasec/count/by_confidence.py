"""How sure the languages are, and where nobody can tell."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import schema
from ..errors import InputError
from ._language_parts import UNKNOWN, with_ids
from ._rows import text_ids

BANDS = ((0.99, "0.99 to 1"), (0.9, "0.9 to 0.99"), (0.5, "0.5 to 0.9"))
LOWEST, GIVEN, UNDETERMINED = "below 0.5", "given", "undetermined"
OUTCOMES = (GIVEN, *(name for _, name in BANDS), LOWEST, UNDETERMINED)
MEASURES = {
    "documents": "document_share",
    "passages": "passage_share",
    "characters": "character_share",
}
NO_REASON = "no reason given"
LOOKED = ("lang", "lang_confidence", "lang_reason")


def by_confidence(
    docs: pd.DataFrame, *, passages: pd.DataFrame, by: str | None = None
) -> pd.DataFrame:
    """
    Count texts, passages and characters by how sure their language is.

    The confidence of a text is that of its main language, characters have
    that of their passage. What is ``und`` is counted by the reason why.

    Parameters
    ----------
    docs
        The texts, after ``ks.tag.languages(docs)``.
    passages
        The table ``passages``, e.g. from ``ks.tag.passages(docs)``; those
        of texts that are not in `docs` are left out.
    by
        ``lang`` to count each language apart: a text for its main
        language, a passage for its own.

    Returns
    -------
    DataFrame
        One row per outcome (and language), the surest first:
        ``outcome`` (``given``, ``0.99 to 1``, ``0.9 to 0.99``,
        ``0.5 to 0.9``, ``below 0.5``, ``undetermined``), ``reason`` (why
        it is undetermined, else ``""``), `by`, ``documents``,
        ``passages``, ``characters`` (without blanks) and their shares of
        all, ``document_share``, ``passage_share``, ``character_share``
        (0 to 1), ``rows`` (ids of the passages, else of the texts),
        ``texts`` (ids of the texts that ``documents`` counts). A band has
        its lower end in it. By language the shares are of that language.

    Raises
    ------
    InputError
        Nobody has looked for languages yet; `by` is no ``lang``.

    Examples
    --------
    >>> from koreasec import schema
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="12", lang="und")
    >>> docs["lang_reason"] = "no letters"
    >>> none = schema.table("passages")
    >>> by_confidence(docs, passages=none)[["outcome", "reason"]].values.tolist()
    [['undetermined', 'no letters']]
    """
    this = "ks.count.by_confidence"
    _check(docs, passages, by, this)
    held = pd.concat([_passages(docs, passages), _texts(docs)], ignore_index=True)
    grouped = held.groupby([*([by] if by else []), "outcome", "reason"])
    made = grouped[list(MEASURES)].sum().astype("int64")
    parts = [part for _, part in grouped]
    texts = [tuple(part.loc[part["documents"] > 0, "row"]) for part in parts]
    rows = [tuple(part.loc[part["passages"] > 0, "row"]) for part in parts]
    either = [one or two for one, two in zip(rows, texts, strict=True)]
    made = made.reset_index().assign(
        rows=pd.Series(either, dtype="object"), texts=pd.Series(texts, dtype="object")
    )
    for measure, share in MEASURES.items():
        of = made.groupby(by)[measure].transform("sum") if by else made[measure].sum()
        made[share] = made[measure] / np.maximum(of, 1)
    made["rank"] = [OUTCOMES.index(outcome) for outcome in made["outcome"]]
    made = made.sort_values(["rank", "reason", *([by] if by else [])])
    named = ["outcome", "reason", *([by] if by else [])]
    return made[[*named, *MEASURES, *MEASURES.values(), "rows", "texts"]].reset_index(
        drop=True
    )


def _check(
    docs: pd.DataFrame, passages: pd.DataFrame, by: str | None, this: str
) -> None:
    schema.require(docs, "docs", by=this, columns=("doc_id", "text"))
    unseen = len(docs) and "lang" in docs and docs["lang"].isna().all()
    if unseen or any(name not in docs for name in LOOKED):
        msg = f"{this} needs docs with {list(LOOKED)}; run ks.tag.languages(docs)."
        raise InputError(msg)
    schema.require(passages, "passages", by=this)
    if by not in (None, "lang"):
        msg = f"{this} counts by 'lang' or not at all; got {by!r}."
        raise InputError(msg)


def _passages(docs: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Return the passages of `docs`, each with its outcome and what it counts."""
    held = with_ids(passages[passages["doc_id"].isin(docs["doc_id"])])
    held = held.assign(documents=0, passages=1, characters=held["n_chars"])
    return _told(held)


def _texts(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the texts, each with its outcome; their characters are in passages."""
    held = docs.assign(row=text_ids(docs)).sort_values("doc_id")
    named = {"confidence": held["lang_confidence"], "reason": held["lang_reason"]}
    return _told(held.assign(documents=1, passages=0, characters=0, **named))


def _told(held: pd.DataFrame) -> pd.DataFrame:
    lang, reason = held["lang"].fillna(UNKNOWN), held["reason"].fillna("")
    rows = zip(lang, held["confidence"], reason, strict=True)
    told = pd.DataFrame(
        [_outcome(*row) for row in rows], columns=["outcome", "reason"], dtype="str"
    )
    counts = held[["row", *MEASURES]].reset_index(drop=True)
    return counts.assign(lang=lang.tolist(), **told)


def _outcome(lang: str, confidence: float, reason: str) -> tuple[str, str]:
    """
    Return the outcome, and for the undetermined the first reason.

    A language that stands without a confidence was given, not told.
    """
    why = reason.partition("; ")[0]
    if lang == UNKNOWN:
        return UNDETERMINED, why or NO_REASON
    if why == GIVEN or confidence != confidence:
        return GIVEN, ""
    return next((name for low, name in BANDS if confidence >= low), LOWEST), ""
