"""How many texts, passages, sentences and characters there are in each language."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from .. import schema
from ..errors import InputError
from ._language_parts import IDS, MEASURES, called, parts
from ._months import PUBLISHED, values

SHARES = {
    "documents": "document_share",
    "passages": "passage_share",
    "sentences": "sentence_share",
    "characters": "character_share",
}
OF_PASSAGES = ("passages", "found_in", "sentences", "passage_share", "sentence_share")
TAKEN = ("lang", "language", "variant", "when", *IDS, *MEASURES, *SHARES.values())


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
        characters, then by code, variants beside each other: ``lang``,
        ``language`` (what it is called), ``documents`` (texts with it as
        main language), ``characters`` (without blanks),
        ``document_share``, ``character_share`` (0 to 1, of all with the
        same value of `by`), ``rows`` (ids of the passages, else of the
        texts), ``texts`` (ids of the texts that ``documents`` counts);
        with `passages` also ``passages``, ``sentences``, their
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
        held = held.merge(values(docs, by), on="doc_id")
    grouped = held.groupby(named, dropna=False, sort=False)
    made = grouped[list(MEASURES)].sum().reset_index()
    for name in IDS:
        ids = [tuple(chain.from_iterable(part[name])) for _, part in grouped]
        made[name] = pd.Series(ids, dtype="object")
    total = _totals(made, by)
    for measure, share in SHARES.items():
        made[share] = made[measure] / total[measure].clip(lower=1)
    code = made["lang"]
    if variants:
        code = made["variant"].where(made["variant"].ne(""), code)
    made["language"] = pd.Series(called(code), index=made.index, dtype="str")
    columns = [*named, "language", *MEASURES, *SHARES.values(), *IDS]
    left_out = () if passages is not None else OF_PASSAGES
    shown = [name for name in columns if name not in left_out]
    return _ordered(made, keys)[shown].reset_index(drop=True)


def _ordered(made: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Sort languages by size within `keys`, and variants beside their language."""
    whole = made.groupby([*keys, "lang"], dropna=False)[["documents", "characters"]]
    sizes = whole.transform("sum").add_prefix("whole_")
    down = [*sizes.columns, "lang", "documents", "characters"]
    order = [*keys, *down, *(["variant"] if "variant" in made else [])]
    rising = [name in (*keys, "lang", "variant") for name in order]
    return made.join(sizes).sort_values(order, ascending=rising)


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


def _totals(made: pd.DataFrame, by: str | None) -> pd.DataFrame:
    """Return for each row of `made` what its shares are shares of."""
    held = made[list(SHARES)]
    if not by:
        return pd.DataFrame({name: held[name].sum() for name in held}, made.index)
    return held.groupby(made[by], dropna=False).transform("sum")
