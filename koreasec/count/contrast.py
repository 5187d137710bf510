"""What sets two groups of texts apart: actors, topics or words that one has more of."""

from __future__ import annotations

import math

import pandas as pd

from .. import schema
from ..errors import InputError
from ._rows import ids, ordered

TYPES = {
    "value": "str",
    "more_in": "str",
    "count_a": "int64",
    "count_b": "int64",
    "log_odds": "float64",
    "z": "float64",
    "docs": "int64",
    "rows": "object",
}


def contrast(
    tagged: pd.DataFrame,
    *,
    docs: pd.DataFrame,
    by: str,
    between: tuple[str, str],
    column: str,
) -> pd.DataFrame:
    """
    Tell what one group of texts has more of than another.

    The measure is the log-odds ratio with an informative prior: the
    counts of the whole table say what is usual, so that rare values do
    not come first by accident. From about 2 on, ``z`` is hardly chance.

    Parameters
    ----------
    tagged
        A tagged table, e.g. from ``ks.tag.topics(docs)``.
    docs
        The texts.
    by
        The column of `docs` that makes the groups, e.g. ``lang``.
    between
        Two values of `by`: group a and group b.
    column
        The column of `tagged` that is counted: ``actor``, ``topic``,
        ``surface`` ...

    Returns
    -------
    DataFrame
        One row per value that either group has, from the most typical of
        group a to the most typical of group b: ``value``, ``more_in`` (the
        name of the group), ``count_a``, ``count_b``, ``log_odds`` (natural
        logarithm, above 0 if a has more), ``z`` (in standard deviations),
        ``docs`` (texts behind it), ``rows`` (ids behind it). Empty values
        are left out.

    Raises
    ------
    InputError
        No text is in one of the groups.

    References
    ----------
    Monroe, Colaresi and Quinn (2008), Fightin' Words, section 3.5.1.

    Examples
    --------
    >>> from koreasec import schema
    >>> one = ("a", 0, 0, 2, "xx", "cyber", "x")
    >>> rows = [one, ("b", 0, 0, 2, "xx", "naval", "x")]
    >>> docs = pd.DataFrame({"doc_id": ["a", "b"], "lang": ["de", "ko"]})
    >>> topics = schema.table("topics", rows)
    >>> table = contrast(
    ...     topics, docs=docs, by="lang", between=("de", "ko"), column="topic"
    ... )
    >>> table[["value", "more_in"]].values.tolist()
    [['cyber', 'de'], ['naval', 'ko']]
    """
    schema.require(
        tagged,
        "tagged",
        by="ks.count.contrast",
        columns=("doc_id", "start", "end", column),
    )
    schema.require(docs, "docs", by="ks.count.contrast", columns=("doc_id", by))
    group_of = dict(zip(docs["doc_id"], docs[by], strict=True))
    for name in between:
        if name not in group_of.values():
            known = sorted({str(value) for value in group_of.values()})
            msg = f"ks.count.contrast: no text has {by} {name!r}; choose from {known}."
            raise InputError(msg)
    found = ordered(tagged[tagged[column].fillna("").ne("")])
    found = found.assign(group=found["doc_id"].map(group_of), row=ids(found))
    usual = found[column].value_counts()
    counted = found[found["group"].isin(between)]
    (size_a, size_b), size = (
        (sum(found["group"] == name) for name in between),
        len(found),
    )
    rows = []
    for value, part in counted.groupby(column):
        in_a, in_b = (sum(part["group"] == name) for name in between)
        odds, z = log_odds(in_a, in_b, size_a, size_b, int(usual[value]), size)
        more = between[0] if odds > 0 else between[1] if odds < 0 else ""
        texts = part["doc_id"].nunique()
        rows.append((value, more, in_a, in_b, odds, z, texts, tuple(part["row"])))
    made = pd.DataFrame(rows, columns=list(TYPES)).astype(TYPES)
    return made.sort_values(["z", "value"], ascending=[False, True], ignore_index=True)


def log_odds(
    count_a: int, count_b: int, size_a: int, size_b: int, usual: int, size: int
) -> tuple[float, float]:
    """Return the log-odds ratio with `usual` of `size` as prior, and its z score."""
    if usual == size:
        return 0.0, 0.0  # there is only one value: nothing can set the groups apart
    odds_a = (count_a + usual) / (size_a + size - count_a - usual)
    odds_b = (count_b + usual) / (size_b + size - count_b - usual)
    odds = math.log(odds_a) - math.log(odds_b)
    spread = math.sqrt(1 / (count_a + usual) + 1 / (count_b + usual))
    return odds, odds / spread
