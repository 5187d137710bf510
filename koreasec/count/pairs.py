"""Which actors are named together, and is it more often than chance would do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from itertools import combinations
from typing import Any

import pandas as pd

from .. import schema, text
from ..errors import InputError
from ._association import log_likelihood, npmi
from ._rows import Sentences, acting, ids, ordered, unique

Units = dict[tuple[Any, ...], dict[str, list[str]]]
UNITS = ("sentence", "passage", "document")
TYPES = {
    "actor_a": "str",
    "actor_b": "str",
    "together": "int64",
    "alone_a": "int64",
    "alone_b": "int64",
    "units": "int64",
    "npmi": "float64",
    "log_likelihood": "float64",
    "docs": "int64",
    "one_document": "bool",
    "rows": "object",
}


def pairs(
    mentions: pd.DataFrame,
    *,
    within: str = "sentence",
    docs: pd.DataFrame | None = None,
    passages: pd.DataFrame | None = None,
    kinds: Collection[str] | None = None,
) -> pd.DataFrame:
    """
    Count the units of text that name two actors.

    An actor counts once in a unit, however often it is named there.
    Mentions without an actor are left out, and so are places unless
    `kinds` asks for them: a city is where things happen, it does not act.

    Parameters
    ----------
    mentions
        The table ``mentions``, e.g. from ``ks.tag.actors(docs)``.
    within
        The unit: ``sentence``, ``passage`` or ``document``.
    docs
        The texts; with them each pair has an ``example``.
    passages
        The table ``passages``; needed for passages as units.
    kinds
        Kinds of actor that count; person, state, organisation and weapon
        by default.

    Returns
    -------
    DataFrame
        One row per pair, the most frequent first, then by name:
        ``actor_a``, ``actor_b`` (in alphabetical order), ``together``
        (units with both), ``alone_a``, ``alone_b`` (units with the one
        and not the other), ``units`` (units that name any actor),
        ``npmi`` (normalised pointwise mutual information: 1 never
        apart, 0 as chance has it; missing where all units hold both),
        ``log_likelihood`` (Dunning's G2, below 0 where the two meet less
        often than by chance), ``docs`` (texts behind the pair),
        ``one_document`` (there is only one: weak ground), ``rows`` (ids
        of the mentions behind it), and, with `docs`, ``example`` (first
        sentence behind it).

    Raises
    ------
    InputError
        An unknown unit or kind, or passages wanted but not given.

    References
    ----------
    Bouma (2009), Normalized (Pointwise) Mutual Information in Collocation
    Extraction; Dunning (1993), Accurate Methods for the Statistics of
    Surprise and Coincidence.

    Examples
    --------
    >>> from koreasec import schema
    >>> row = ("a", 0, 0, 2, "김정", "kim-jong-un", "person", "name", "ko", "")
    >>> other = ("a", 0, 4, 6, "북한", "north-korea", "state", "name", "ko", "")
    >>> pairs(schema.table("mentions", [row, other]))["together"].tolist()
    [1]
    """
    schema.require(mentions, "mentions", by="ks.count.pairs")
    schema.require_known(within, UNITS, what="unit")
    named = acting(mentions, kinds)
    units: Units = defaultdict(lambda: defaultdict(list))
    keys = _units(named, within, passages)
    for unit, actor, row in zip(keys, named["actor"], ids(named), strict=True):
        units[unit][actor].append(row)
    made = pd.DataFrame(_counted(units), columns=list(TYPES)).astype(TYPES)
    made = made.sort_values(
        ["together", "actor_a", "actor_b"],
        ascending=[False, True, True],
        ignore_index=True,
    )
    return made if docs is None else made.assign(example=_examples(made, docs))


def _units(
    named: pd.DataFrame, within: str, passages: pd.DataFrame | None
) -> list[tuple[Any, ...]]:
    if within == "document":
        return [(doc_id,) for doc_id in named["doc_id"]]
    if within == "sentence":
        return list(zip(named["doc_id"], named["sentence"], strict=True))
    if passages is None:
        msg = "ks.count.pairs needs passages=... to count within passages."
        raise InputError(f"{msg} Make them with {schema.MADE_BY['passages']}.")
    schema.require(passages, "passages", by="ks.count.pairs")
    cuts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in ordered(passages).to_dict("records"):
        cuts[row["doc_id"]].append((row["start"], row["end"]))
    spans = zip(named["doc_id"], named["start"], strict=True)
    return [(doc_id, text.sentence_at(cuts[doc_id], start)) for doc_id, start in spans]


def _counted(units: Units) -> list[tuple[Any, ...]]:
    """List the pairs with their counts, in the order in which they are met."""
    having = Counter(actor for actors in units.values() for actor in actors)
    shared: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for unit, actors in units.items():
        for pair in combinations(sorted(actors), 2):
            shared[pair].append(unit)
    made = []
    for (a, b), found in shared.items():
        together = len(found)
        counts = together, having[a], having[b], len(units)
        rows = [row for unit in found for row in _read(units[unit][a], units[unit][b])]
        alone = having[a] - together, having[b] - together
        measured = npmi(*counts), log_likelihood(*counts)
        texts = len({unit[0] for unit in found})
        row = a, b, together, *alone, len(units), *measured, texts, texts == 1
        made.append((*row, tuple(rows)))
    return made


def _read(rows_a: list[str], rows_b: list[str]) -> list[str]:
    """Merge the mentions of two actors in one unit, in reading order."""
    both = unique([*rows_a, *rows_b])
    return sorted(both, key=lambda row: schema.read_row_id(row)[1:])


def _examples(made: pd.DataFrame, docs: pd.DataFrame) -> pd.Series:
    schema.require(docs, "docs", by="ks.count.pairs", columns=("doc_id", "text"))
    sentences = Sentences(docs)
    found = (schema.read_row_id(rows[0]) for rows in made["rows"])
    return pd.Series([sentences.at(doc, start) for doc, start, _ in found], dtype="str")
