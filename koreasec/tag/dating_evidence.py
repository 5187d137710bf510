"""Show why a text was dated as it was: one row a reason, kept or set aside."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ._dating import days as _days
from ._documents import Document, each


def dating_evidence(docs: pd.DataFrame) -> pd.DataFrame:
    """
    List the reasons for the day of publication of each text.

    The published interval is what all reasons that were used leave. A reason
    that contradicts more trusted ones is shown, with ``used`` false, and names
    them.

    Parameters
    ----------
    docs
        Texts, one per row; see :func:`koreasec.load`.

    Returns
    -------
    DataFrame
        One row per reason, in reading order: ``doc_id``, ``start``, ``end``,
        ``surface``, ``rule``, ``date_from``, ``date_to`` (``NaT`` where open;
        of days that come back every year those that fit the rest best),
        ``strength`` (``hard``, or
        ``habit`` for what writers mostly do), ``used``, ``note``. A text
        without evidence has no rows.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"],
    ...     "text": ["Stand: 9. Februar 2025"]})
    >>> dating_evidence(docs)[["surface", "rule", "date_to"]].head(1)
                      surface    rule    date_to
    0  Stand: 9. Februar 2025  stated 2025-02-09
    """
    return each(docs, "dating_evidence", _rows, by="ks.tag.dating_evidence")


def _rows(document: Document) -> Iterator[tuple[object, ...]]:
    for reason, used, note in document.dated.judged:
        low, high = _days.ends(_days.near(reason.days, document.dated.hard))
        yield (
            document.doc_id,
            reason.start,
            reason.end,
            document.text[reason.start : reason.end],
            reason.rule,
            _days.stamp(low),
            _days.stamp(high),
            reason.strength,
            used,
            note,
        )
