"""The same pairs in a sentence, a passage and a text: what a window changes."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from .. import schema
from .pairs import UNITS, pairs


def windows(
    mentions: pd.DataFrame,
    *,
    passages: pd.DataFrame,
    kinds: Collection[str] | None = None,
) -> pd.DataFrame:
    """
    Count the pairs of actors in sentences, in passages and in texts.

    The wider the window, the more pairs there are, and the less each says.

    Parameters
    ----------
    mentions
        The table ``mentions``, e.g. from ``ks.tag.actors(docs)``.
    passages
        The table ``passages``, from ``ks.tag.passages(docs)``.
    kinds
        Kinds of actor that count, as in ``ks.count.pairs``.

    Returns
    -------
    DataFrame
        The rows of ``ks.count.pairs`` for each window, one window below
        the other: ``within`` (sentence, passage, document), ``pairs``
        (how many there are in this window), then the columns of pairs.

    Raises
    ------
    InputError
        No table of mentions or passages, or an unknown kind.

    Examples
    --------
    >>> nothing = {name: schema.table(name) for name in ("mentions", "passages")}
    >>> len(windows(nothing["mentions"], passages=nothing["passages"]))
    0
    """
    schema.require(mentions, "mentions", by="ks.count.windows")
    made = []
    for within in UNITS:
        found = pairs(mentions, within=within, passages=passages, kinds=kinds)
        found.insert(0, "pairs", len(found))
        found.insert(0, "within", pd.Series(within, index=found.index, dtype="str"))
        made.append(found)
    return pd.concat(made, ignore_index=True)
