"""What sets the two ends of the interval in which a text was written."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import schema

BOUNDS = ("published_from", "published_to")
ENDS = (
    ("not before", "published_from", "date_from"),
    ("not after", "published_to", "date_to"),
)
OPEN = "No reason sets this end."
TOGETHER = "Several reasons together leave no other day."
TYPES = {
    "doc_id": "str",
    "end_of": "str",
    "day": schema.DAY,
    "surface": "str",
    "rule": "str",
    "note": "str",
    "rows": "object",
}


def bounds(dating_evidence: pd.DataFrame, *, docs: pd.DataFrame) -> pd.DataFrame:
    """
    Tell which reason sets each end of a text's interval of publication.

    Of several reasons that end on the same day the first in the text is
    told. Where no single reason ends there, because only the meeting of
    several leaves the day, the note says so.

    Parameters
    ----------
    dating_evidence
        The table of ``ks.tag.dating_evidence(docs)``.
    docs
        The texts after ``ks.tag.published(docs)``.

    Returns
    -------
    DataFrame
        Two rows per text with an interval, in the order of `docs`:
        ``doc_id``, ``end_of`` (``not before``, ``not after``), ``day``
        (missing where that end is open), ``surface``, ``rule``, ``note``,
        ``rows`` (ids of all reasons that end on the day). A text without
        any interval has no row.

    Examples
    --------
    >>> day = pd.Timestamp("2025-02-09")
    >>> row = ("a", 0, 9, "9. лютого", "stated", day, day, "hard", True, "So.")
    >>> reasons = schema.table("dating_evidence", [row])
    >>> docs = pd.DataFrame({"doc_id": ["a"], BOUNDS[0]: [day], BOUNDS[1]: [day]})
    >>> bounds(reasons, docs=docs)["end_of"].tolist()
    ['not before', 'not after']
    """
    schema.require(dating_evidence, "dating_evidence", by="ks.count.bounds")
    schema.require(docs, "docs", by="ks.count.bounds", columns=("doc_id", *BOUNDS))
    hard = dating_evidence["used"] & dating_evidence["strength"].eq("hard")
    held = dating_evidence[hard].sort_values(["doc_id", "start", "end", "rule"])
    own = dict(iter(held.groupby("doc_id")))
    made: list[tuple[Any, ...]] = []
    for row in docs[["doc_id", *BOUNDS]].to_dict("records"):
        if pd.isna(row["published_from"]) and pd.isna(row["published_to"]):
            continue
        part = own.get(row["doc_id"], held.head(0))
        made += [
            (row["doc_id"], end_of, row[ours], *_set_by(part, row[ours], theirs))
            for end_of, ours, theirs in ENDS
        ]
    return pd.DataFrame(made, columns=list(TYPES)).astype(TYPES)


def _set_by(
    part: pd.DataFrame, day: pd.Timestamp, column: str
) -> tuple[str, str, str, tuple[str, ...]]:
    """Return surface, rule, note and ids of the reasons that end on `day`."""
    if pd.isna(day):
        return "", "", OPEN, ()
    found = part[part[column].eq(day)]
    if not len(found):
        return "", "", TOGETHER, ()
    spans = zip(found["doc_id"], found["start"], found["end"], strict=True)
    first = found.iloc[0]
    rows = tuple(dict.fromkeys(schema.row_id(*span) for span in spans))
    return first["surface"], first["rule"], first["note"], rows
