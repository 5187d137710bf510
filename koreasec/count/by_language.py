"""How many texts, passages, sentences and characters there are in each language."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pandas as pd

from .. import schema
from ..errors import InputError
from ._language_parts import MEASURES, called, parts
from ._months import months_of

PUBLISHED = ("published_from", "published_to")
SHARES = {
    "documents": "document_share",
    "passages": "passage_share",
    "sentences": "sentence_share",
    "characters": "character_share",
}
WHEN = ("certain", "possible", "undated")
TAKEN = ("lang", "language", "variant", "when", "rows", *MEASURES, *SHARES.values())


def by_language(
    docs: pd.DataFrame,
    *,
    passages: pd.DataFrame | None = None,
    by: str | None = None,
    variants: bool = False,
) -> pd.DataFrame:
    """
    Count texts, passages, sentences and characters by language.

    A text counts for its main language. With `passages` the characters
    count for the language of their passage, so that a Russian headline
    above a German text shows, and a sentence for the passage that holds
    most of it. ``und`` is a language like the others.

    Parameters
    ----------
    docs
        The texts, after ``ks.tag.languages(docs)``.
    passages
        The table ``passages``, e.g. from ``ks.tag.passages(docs)``; those
        of texts that are not in `docs` are left out.
    by
        A column of `docs` to count apart, e.g. ``source``, ``""`` where
        it is empty; or ``month``: a text counts in every month that it
        may have been published in.
    variants
        Whether to count ``zh-Hans`` and ``zh-Hant``, ``ko-KP`` and
        ``ko-KR`` apart, where the text shows it.

    Returns
    -------
    DataFrame
        One row per language (and value of `by`, and variant), in the
        order of `by`, then the most texts first, then the most
        characters, then by code: ``lang``, ``language`` (what it is
        called), ``documents`` (texts with it as main language),
        ``characters`` (without blanks),
        ``document_share``, ``character_share`` (0 to 1, of all with the
        same value of `by`), ``rows`` (ids of the passages, else of the
        texts); with `passages` also ``passages``, ``sentences``, their
        shares and ``found_in`` (texts that hold a passage in it); with
        `variants` ``variant``, ``""`` where none shows. By month ``month``
        (its first day, missing where there is none) and ``when``:
        ``certain`` (texts whose whole interval lies in the month),
        ``possible`` (in other months too) or ``undated`` (no interval, or
        an open end), each in a row of its own.

    Raises
    ------
    InputError
        Nobody has looked for languages yet; `by` is a column that the
        result has too.

    Examples
    --------
    >>> from koreasec import schema
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="안녕", lang="ko")
    >>> by_language(docs)[["lang", "documents", "characters"]].values.tolist()
    [['ko', 1, 2]]
    """
    _check(docs, passages, by, variants)
    keys = [*([by] if by else []), *(["when"] if by == "month" else [])]
    named = [*keys, "lang", *(["variant"] if variants else [])]
    held = parts(docs, passages, variants=variants)
    if by:
        held = held.merge(_values(docs, by), on="doc_id")
    grouped = held.groupby(named, dropna=False, sort=False)
    made = grouped[list(MEASURES)].sum().reset_index()
    rows = [tuple(chain.from_iterable(part["rows"])) for _, part in grouped]
    made["rows"] = pd.Series(rows, dtype="object")
    total = _totals(made, by)
    for measure, share in SHARES.items():
        made[share] = made[measure] / total[measure].clip(lower=1)
    left_out = {"passages", "found_in", "sentences", "passage_share", "sentence_share"}
    code = made["lang"]
    if variants:
        code = made["variant"].where(made["variant"].ne(""), code)
    made["language"] = pd.Series(called(code), index=made.index, dtype="str")
    columns = [*named, "language", *MEASURES, *SHARES.values(), "rows"]
    shown = [name for name in columns if passages is not None or name not in left_out]
    order = [*keys, "documents", "characters", *named[len(keys) :]]
    down = [name in ("documents", "characters") for name in order]
    made = made.sort_values(order, ascending=[not one for one in down])
    return made[shown].reset_index(drop=True)


def _check(
    docs: pd.DataFrame, passages: pd.DataFrame | None, by: str | None, variants: bool
) -> None:
    this = "ks.count.by_language"
    columns = ["doc_id", "text"]
    if by is not None:
        columns += PUBLISHED if by == "month" else [by]
    columns += ["lang_variant"] if variants else []
    schema.require(docs, "docs", by=this, columns=columns)
    if by in TAKEN:
        msg = f"{this} cannot count by {by!r}, which its own table holds."
        raise InputError(msg)
    if "lang" not in docs or (len(docs) and docs["lang"].isna().all()):
        msg = f"{this} needs docs with lang; run ks.tag.languages(docs)."
        raise InputError(msg)
    if passages is not None:
        schema.require(passages, "passages", by=this)


def _values(docs: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return each text with its value of `by`; with all its months and how sure."""
    if by != "month":
        found = pd.DataFrame({"doc_id": docs["doc_id"], by: docs[by].fillna("")})
        return found.astype({"doc_id": "str"})
    made: list[tuple[Any, ...]] = []
    spans = zip(docs["doc_id"], *(docs[name] for name in PUBLISHED), strict=True)
    for doc_id, low, high in spans:
        months = months_of(low, high)
        when = "certain" if len(months) == 1 else "possible"
        made += [
            (doc_id, month and month.start_time, "undated" if month is None else when)
            for month in months
        ]
    found = pd.DataFrame(made, columns=["doc_id", "month", "when"])
    types = {"doc_id": "str", "month": schema.DAY, "when": "str"}
    return found.astype(types)


def _totals(made: pd.DataFrame, by: str | None) -> pd.DataFrame:
    """Return for each row of `made` what its shares are shares of."""
    held = made[list(SHARES)]
    if not by:
        return pd.DataFrame({name: held[name].sum() for name in held}, made.index)
    return held.groupby(made[by], dropna=False).transform("sum")
