"""The corpus at a glance: one small table to begin with."""

from __future__ import annotations

import pandas as pd

from .. import schema
from ._rows import n_chars


def glance(
    docs: pd.DataFrame,
    *,
    passages: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
    dates: pd.DataFrame | None = None,
    topics: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """
    Tell in a few lines what a corpus holds.

    Parameters
    ----------
    docs
        The texts, best after ``ks.tag.languages`` and ``ks.tag.published``.
    passages, mentions, dates, topics
        Tagged tables; what is not given is not told.

    Returns
    -------
    DataFrame
        One row per fact: ``what`` and ``value``, both as text.

    Examples
    --------
    >>> from koreasec import schema
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="안녕", lang="ko")
    >>> glance(docs).head(3).values.tolist()
    [['texts', '1'], ['readable texts', '1'], ['characters without blanks', '2']]
    """
    schema.require(docs, "docs", by="ks.count.glance", columns=("doc_id", "text"))
    given = zip(
        ("passages", "mentions", "dates", "topics"),
        (passages, mentions, dates, topics),
        strict=True,
    )
    for name, found in given:
        if found is not None:
            schema.require(found, name, by="ks.count.glance")
    whole = docs["text"].fillna("")
    facts = [
        ("texts", f"{len(docs):,}"),
        ("readable texts", f"{int(whole.str.strip().ne('').sum()):,}"),
        ("characters without blanks", f"{sum(n_chars(whole)):,}"),
    ]
    facts += _languages(docs, passages) + _published(docs) + _tagged(mentions, topics)
    facts += [] if dates is None else _dated(dates)
    return pd.DataFrame(facts, columns=["what", "value"], dtype="str")


def _languages(
    docs: pd.DataFrame, passages: pd.DataFrame | None
) -> list[tuple[str, str]]:
    facts = []
    if "lang" in docs and docs["lang"].notna().any():
        facts = [("languages of the texts", _listed(docs["lang"].fillna("und")))]
    if passages is not None:
        facts.append(("languages of the passages", _listed(passages["lang"])))
    return facts


def _published(docs: pd.DataFrame) -> list[tuple[str, str]]:
    if not {"published_basis", "published_from", "published_to"} <= {*docs}:
        return []
    basis = docs["published_basis"].fillna("not looked for")
    first, last = docs["published_from"].min(), docs["published_to"].max()
    days = (docs["published_to"] - docs["published_from"]).dt.days + 1
    facts = [("publication date", _listed(basis))]
    if days.notna().any():
        facts += [
            ("published within", _between(first, last)),
            ("publication known to the day", f"{int((days == 1).sum()):,}"),
        ]
    return facts


def _tagged(
    mentions: pd.DataFrame | None, topics: pd.DataFrame | None
) -> list[tuple[str, str]]:
    facts = []
    if mentions is not None:
        place = mentions["kind"].eq("place")
        known = mentions[~place & mentions["actor"].ne("")]
        facts = [
            ("mentions of actors", f"{len(known):,}"),
            ("actors", f"{known['actor'].nunique():,}"),
            ("places", f"{mentions.loc[place, 'actor'].nunique():,}"),
        ]
    if topics is not None:
        facts.append(("topics", f"{topics['topic'].nunique():,}"))
    return facts


def _dated(dates: pd.DataFrame) -> list[tuple[str, str]]:
    placed = dates[dates["date_from"].notna() & dates["date_to"].notna()]
    narrowed = int(placed["problem"].ne("").sum())
    facts = [
        ("time expressions", f"{len(dates):,}"),
        ("placed in time", f"{len(placed) - narrowed:,}"),
        ("narrowed to the days that fit", f"{narrowed:,}"),
    ]
    if len(placed):
        span = _between(placed["date_from"].min(), placed["date_to"].max())
        facts.append(("they reach", span))
    return facts


def _listed(values: pd.Series) -> str:
    """List `values` with their counts, the most frequent first."""
    counts = sorted(values.value_counts().items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{value} {count:,}" for value, count in counts) or "none"


def _between(first: pd.Timestamp, last: pd.Timestamp) -> str:
    ends = ("?" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (first, last))
    return " to ".join(ends)
