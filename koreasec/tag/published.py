"""
Say when texts were published: as their metadata give it, else by their own evidence.

Each reason is a row of :func:`koreasec.tag.dating_evidence`.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from .. import schema
from ._documents import Document, attached, documents

COLUMNS = {
    "published_from": schema.DAY,
    "published_to": schema.DAY,
    "published_basis": "str",
    "published_likely_from": schema.DAY,
    "published_likely_to": schema.DAY,
    "published_reason": "str",
}


def published(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Say when each text was published, as an interval that its evidence proves.

    What the metadata give is kept. Else the reasons that a text holds are put
    together: datelines, dates told as past or planned, weekdays of known days,
    posts that people held, things that did not exist before. An end that
    nothing proves stays open. A text without evidence is ``unknown``.

    Parameters
    ----------
    docs
        Texts, one per row; see :func:`koreasec.load`.

    Returns
    -------
    DataFrame
        `docs` with ``published_from`` and ``published_to`` (a closed interval,
        ``NaT`` where open), ``published_basis`` (``given``, ``inferred``,
        ``unknown``), ``published_likely_from`` and ``published_likely_to``
        (narrowed by habits of writers) and ``published_reason`` (why the text
        is not dated, or not to one year).

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"],
    ...     "text": ["Stand: 9. Februar 2025. Kim sprach am Samstag."]})
    >>> published(docs)[["published_from", "published_basis"]]
      published_from published_basis
    0     2025-02-09        inferred
    """
    found = [_row(document) for document in documents(docs, by="ks.tag.published")]
    return attached(docs, COLUMNS, found)


def _row(document: Document) -> tuple[object, ...]:
    dated = document.dated
    days = dated.first, dated.last, dated.likely_first, dated.likely_last
    first, last, *likely = (stamp(day) for day in days)
    return first, last, dated.basis, *likely, dated.reason


def stamp(day: date | None) -> pd.Timestamp | None:
    """Return `day` as a timestamp."""
    return None if day is None else pd.Timestamp(day)
