"""All tables in one pass: what one tagger finds in a text, the next one uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd
from tqdm import tqdm

from .. import knowledge, schema
from ._documents import Document, attached, documents
from .actors import _rows as mentions_of
from .dates import _rows as dates_of
from .dating_evidence import _rows as dating_evidence_of
from .languages import COLUMNS as LANGUAGE
from .passages import _rows as passages_of
from .published import COLUMNS as PUBLISHED
from .published import _row as published_of
from .relays import _rows as relays_of
from .statements import _rows as statements_of
from .topics import _rows as topics_of
from .translation_hints import _rows as translation_hints_of

LONG = 500  # from so many texts on a progress bar is shown
ROWS: dict[str, Callable[[Document], Iterable[Sequence[Any]]]] = {
    "passages": passages_of,
    "mentions": mentions_of,
    "dates": dates_of,
    "dating_evidence": dating_evidence_of,
    "topics": topics_of,
    "statements": statements_of,
    "relays": relays_of,
    "translation_hints": translation_hints_of,
}


class Tables(NamedTuple):
    """Every table of a corpus; see ``koreasec.schema`` for their columns."""

    docs: pd.DataFrame
    passages: pd.DataFrame
    mentions: pd.DataFrame
    dates: pd.DataFrame
    dating_evidence: pd.DataFrame
    topics: pd.DataFrame
    statements: pd.DataFrame
    relays: pd.DataFrame
    translation_hints: pd.DataFrame

    def marks(self) -> dict[str, pd.DataFrame]:
        """Return the tables whose rows are spans, as ``ks.show`` takes them."""
        names = ("passages", "mentions", "dates", "topics")
        return {name: getattr(self, name) for name in names}


def everything(docs: pd.DataFrame) -> Tables:
    """
    Make every table of a corpus in one pass.

    The result is that of the single taggers, in less time: languages,
    passages, actors and times are found once and serve the publication
    date, the resolved dates and the topics.

    Parameters
    ----------
    docs
        Texts, one per row; see :func:`koreasec.load`.

    Returns
    -------
    Tables
        ``docs`` (with languages and publication dates), ``passages``,
        ``mentions``, ``dates``, ``dating_evidence``, ``topics``,
        ``statements``, ``translation_hints``.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["Nordkorea droht USA."]})
    >>> everything(docs).mentions["actor"].tolist()
    ['north-korea', 'united-states']
    """
    languages, days = [], []
    rows: dict[str, list[Sequence[Any]]] = {name: [] for name in ROWS}
    found = documents(docs, by="ks.tag.everything")
    with knowledge.pinned():
        for document in tqdm(
            found, desc="tag", unit="text", total=len(docs), disable=len(docs) < LONG
        ):
            languages.append(document.identified)
            days.append(published_of(document))
            for name, rows_of in ROWS.items():
                rows[name].extend(rows_of(document))
    known = attached(attached(docs, LANGUAGE, languages), PUBLISHED, days)
    return Tables(known, **{name: schema.table(name, rows[name]) for name in ROWS})
