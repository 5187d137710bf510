"""
Find the actors that texts name: people, states, organisations, weapons, places.

The names live in ``koreasec/data``; here they are only looked for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from .. import schema
from ._actors import back as _back
from ._actors import choose as _choose
from ._actors import compose as _compose
from ._actors import compounds as _compounds
from ._actors import datelines as _datelines
from ._actors import offices as _offices
from ._actors import organs as _organs
from ._actors import places as _places
from ._actors import resolve as _resolve
from ._actors import roles as _roles
from ._actors import short as _short
from ._actors.match import hits
from ._actors.named import Named
from ._actors.roles import Phrase
from ._actors.surnames import one_letter
from ._documents import Document, Mention, each
from ._fold import Reading

KINDS = ("person", "state", "organisation", "weapon", "place")


def actors(docs: pd.DataFrame, *, kinds: Collection[str] | None = None) -> pd.DataFrame:
    """
    Find every mention of a known actor.

    The longest name wins and mentions never overlap. Names count in any
    text of their script and in any case form. A state and its ministry,
    forces or court are one organisation. A surname, a post or a bare
    ministry is resolved inside its text; where it cannot be, ``actor`` is
    empty and ``problem`` says why. A capital that acts stands for its
    state.

    Parameters
    ----------
    docs
        Texts, one per row, with ``doc_id`` and ``text``; ``lang`` and
        ``published_from`` help where they are known.
    kinds
        Keep only these: ``person``, ``state``, ``organisation``, ``weapon``,
        ``place``; all by default. A mention without an actor has no kind.

    Returns
    -------
    DataFrame
        One row per mention, in the columns of the table ``mentions``, in reading
        order. A text that names nobody has no row.

    Raises
    ------
    InputError
        If a column is missing or a kind is unknown.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["북한이 쐈다."], "lang": ["ko"]})
    >>> actors(docs)[["start", "end", "surface", "actor", "kind"]].values.tolist()
    [[0, 2, '북한', 'north-korea', 'state']]
    """
    for kind in kinds or ():
        schema.require_known(kind, KINDS, what="kind of actor")
    found = each(docs, "mentions", _rows, by="ks.tag.actors")
    if kinds is None:
        return found
    return found[found["kind"].isin(set(kinds))].reset_index(drop=True)


def _rows(document: Document) -> list[tuple[object, ...]]:
    return [(document.doc_id, *mention) for mention in document.mentions]


def find(document: Document) -> list[Mention]:
    """Return the actor mentions of one document, in reading order."""
    return document.mentions


def mentions_and_roles(document: Document) -> tuple[list[Mention], list[Phrase]]:
    """Return what the text names, and the posts in it, in reading order."""
    reading = document.reading
    found = hits(reading)
    names = _choose.names(reading, found)
    whole = [choice for choice in names if not one_letter(choice)]
    terms = _choose.terms(reading, found, "body", whole)
    terms = sorted([*terms, *_compounds.halves(reading, terms)])
    posts = _choose.terms(reading, found, "role", [*whole, *terms])
    titles = [title for title in posts if _roles.stands(reading, title)]
    named = _resolve.resolve(reading, names, posts)
    named = _organs.parted(reading, found, named)
    named = _merged(_datelines.agencies(reading), named)
    named = _merged(_short.find(reading, found, named, [*terms, *posts]), named)
    bodies = _compose.bodies(reading, named, terms)
    composed = [
        Named(body.start, body.end, body.actor, body.via, "body")
        for body in bodies
        if body.actor
    ]
    named = _compose.widened(reading, _merged(composed, named))
    named = _places.settle(reading, named)
    phrases = _roles.find(reading, titles, named)
    named = _merged(_offices.mentions(reading, phrases, named), named)
    backs = _choose.terms(reading, found, "back", [*names, *terms, *titles])
    named = _merged(named, _back.find(reading, backs, named))
    return [_mention(reading, one) for one in named], _placed(reading, phrases)


def _placed(reading: Reading, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Move the spans of the `phrases` from the folded text to the document."""
    placed = []
    for phrase in phrases:
        start, end = reading.span(phrase.start, phrase.end)
        head = reading.span(phrase.head, phrase.end)[0]
        placed.append(phrase._replace(start=start, end=end, head=head))
    return placed


def _merged(first: Sequence[Named], second: Sequence[Named]) -> list[Named]:
    """Lay `first` over `second`: what overlaps it goes."""
    free, spans = [], sorted((one.start, one.end) for one in first)
    spot = 0
    for one in sorted(second):
        while spot < len(spans) and spans[spot][1] <= one.start:
            spot += 1
        if spot == len(spans) or spans[spot][0] >= one.end:
            free.append(one)
    return sorted([*first, *free])


def _mention(reading: Reading, one: Named) -> Mention:
    document = reading.document
    start, end = reading.span(one.start, one.end)
    return Mention(
        document.sentence_at(start),
        start,
        end,
        document.text[start:end],
        one.actor,
        one.kind,
        one.via,
        reading.lang(one.start),
        one.problem,
    )
