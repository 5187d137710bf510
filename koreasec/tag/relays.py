"""Find who passes on what others say: agencies cited, datelines and credits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from ._documents import Document, Mention, each
from ._statements.speakers import outlets

SIGNED = {"dateline": "dateline", "credit": "credit", "byline": "byline"}


class Relay(NamedTuple):
    """One row of the table ``relays`` without its ``doc_id``."""

    sentence: int
    start: int
    end: int
    surface: str
    step: int
    source: str
    source_kind: str
    relay: str
    relay_start: int
    relay_end: int
    how: str


def relays(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Find the chain from who says something to who prints it, link by link.

    A statement that an agency is said to report has a link from its speaker
    to that agency; an agency in the dateline, the byline or a credit adds
    the last link. A credit may be that of a picture.

    Parameters
    ----------
    docs
        Texts, one per row; see :func:`koreasec.load`.

    Returns
    -------
    DataFrame
        One row per link, in reading order: ``doc_id``, ``sentence``,
        ``start``, ``end``, ``surface`` (of the statement), ``step`` (from
        0, the link next to the speaker), ``source`` (actor, empty where
        not known), ``source_kind``, ``relay`` (the actor who passes it
        on), ``relay_start``, ``relay_end``, ``how`` (``cited``,
        ``dateline``, ``byline``, ``credit``). A statement that nobody
        relays has no row.

    Examples
    --------
    >>> text = '"Wir sind bereit", sagte Kim Jong Un laut KCNA.'
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"], "text": [text]})
    >>> relays(docs)[["source", "relay", "how"]].values.tolist()
    [['kim-jong-un', 'kcna', 'cited']]
    """
    return each(docs, "relays", _rows, by="ks.tag.relays")


def find(document: Document) -> Iterator[Relay]:
    """Yield the links of one document, in reading order."""
    signed = list(_signed(document))
    for one in document.statements:
        step, who = 0, (one.speaker, one.source_kind)
        near = _named(document, one.relayed_by, one.sentence)
        if near is not None:
            span = near.start, near.end
            yield Relay(*one[:4], step, *who, one.relayed_by, *span, "cited")
            step, who = 1, (one.relayed_by, "agency")
        for mention, how in signed:
            if mention.actor not in (one.relayed_by, one.speaker):
                span = mention.start, mention.end
                yield Relay(*one[:4], step, *who, mention.actor, *span, how)


def _rows(document: Document) -> Iterator[tuple[object, ...]]:
    return ((document.doc_id, *relay) for relay in find(document))


def _named(document: Document, actor: str, sentence: int) -> Mention | None:
    """Return where the relaying actor is named, nearest to a sentence."""
    named = [one for one in document.mentions if actor and one.actor == actor]
    return min(named, key=lambda one: abs(one.sentence - sentence), default=None)


def _signed(document: Document) -> Iterator[tuple[Mention, str]]:
    """Yield the agencies that sign a text, each once."""
    seen: set[str] = set()
    for passage in document.passages:
        how = SIGNED.get(passage.kind)
        if how is None:
            continue
        for one in document.mentions:
            inside = passage.start <= one.start < passage.end
            if inside and one.actor in outlets() and one.actor not in seen:
                seen.add(one.actor)
                yield one, how
