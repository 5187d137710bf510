"""On whose word a statement rests: origins that are independent, and who relays."""

from __future__ import annotations

import re

import pandas as pd

from .. import schema
from ._rows import ids, ordered, unique

WORD = re.compile(r"\w+")
COLUMNS = [
    "group",
    "surface",
    "statements",
    "documents",
    "origins",
    "origin",
    "relays",
    "anonymous",
    "rows",
]


def sources(statements: pd.DataFrame) -> pd.DataFrame:
    """
    Count on how many independent origins each statement rests.

    Statements with the same words are one group; give a column ``group`` to
    put near-copies together. An origin is a speaker who is known, or the
    one unknown speaker whom an agency relays: ten texts that copy it count
    once. Speakers who are not known and whom nobody relays count once
    together, because nothing shows that they are independent.

    Parameters
    ----------
    statements
        The table ``statements``, e.g. from ``ks.tag.statements(docs)``;
        ``group`` where there is such a column.

    Returns
    -------
    DataFrame
        One row per group, the one in most texts first: ``group``,
        ``surface`` (of its first statement), ``statements``,
        ``documents``, ``origins`` (how many), ``origin`` (which:
        ``anonymous via reuters``), ``relays`` (actors who pass it on),
        ``anonymous`` (whether no origin is known), ``rows``.

    Examples
    --------
    >>> from koreasec import schema
    >>> said = ("direct", "said", "", None, None, "", "anonymous", "reuters")
    >>> row = (0, 0, 9, '"We know"', *said, "en", "")
    >>> told = schema.table("statements", [("a", *row), ("b", *row)])
    >>> sources(told)[["documents", "origins", "origin"]].values.tolist()
    [[2, 1, ('anonymous via reuters',)]]
    """
    schema.require(statements, "statements", by="ks.count.sources")
    told = ordered(statements)
    told = told.assign(row=ids(told), origin=[_origin(*one) for one in _who(told)])
    if "group" not in told:
        told["group"] = [_words(surface) for surface in told["surface"]]
    counted = [_row(group, part) for group, part in told.groupby("group", sort=True)]
    made = pd.DataFrame(counted, columns=COLUMNS)
    return made.sort_values(
        ["documents", "statements", "group"],
        ascending=[False, False, True],
        ignore_index=True,
    )


def _who(told: pd.DataFrame) -> zip[tuple[str, str, str]]:
    columns = (told[name] for name in ("speaker", "source_kind", "relayed_by"))
    return zip(*columns, strict=True)


def _origin(speaker: str, kind: str, relay: str) -> str:
    """Name an origin; one that is not known by who relays it."""
    if speaker and kind != "anonymous":
        return speaker
    unknown = f"{kind or 'unknown'} {speaker}".strip()
    return f"{unknown} via {relay}" if relay else unknown


def _words(surface: str) -> str:
    """Return the words of a statement: signs and capitals make no other one."""
    return " ".join(WORD.findall(surface.casefold()))


def _row(group: object, part: pd.DataFrame) -> tuple[object, ...]:
    origins = unique(sorted(part["origin"]))
    known = part["speaker"].ne("") & part["source_kind"].ne("anonymous")
    return (
        group,
        part["surface"].iloc[0],
        len(part),
        part["doc_id"].nunique(),
        len(origins),
        origins,
        unique(sorted(relay for relay in part["relayed_by"] if relay)),
        not known.any(),
        unique(part["row"]),
    )
