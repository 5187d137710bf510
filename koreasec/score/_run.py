"""Tag the gold texts and hand both sides to the comparison."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .. import schema, tag
from . import _tables
from ._gold import Gold, read


class Scores(NamedTuple):
    """Tables of scores, and what could not be measured."""

    actors: pd.DataFrame
    dates: pd.DataFrame
    published: pd.DataFrame
    skipped: tuple[str, ...]


class Found(NamedTuple):
    """What the taggers say about the gold texts; ``None`` where one is not there."""

    actors: pd.DataFrame | None
    dates: pd.DataFrame | None
    published: pd.DataFrame | None


def score(folder: str | Path) -> Scores:
    """
    Measure actors, dates and publication dates on annotated texts.

    Actors and dates are found with the day (or month) of publication
    given; the publication date is inferred without it. An actor is
    right if its span overlaps the gold span and the ids are the same.
    A time expression counts by span (any overlap), by type and by value.
    Each row is used at most once.

    Parameters
    ----------
    folder
        Where the ``.xml`` files are, searched to the bottom; or one file.

    Returns
    -------
    Scores
        ``actors``: one row per what (actors, places) and by what (all,
        language, kind). ``dates``: one row per language. ``published``:
        one row per text. ``skipped``: what could not be measured.

    Raises
    ------
    InputError
        A file is broken, or there is none.

    Examples
    --------
    >>> scores = score("tests/gold")  # doctest: +SKIP
    >>> scores.dates[["lang", "value_f1"]]  # doctest: +SKIP
    """
    gold = read(folder)
    found = run(gold)
    missing = [name for name, made in found._asdict().items() if made is None]
    return Scores(
        _tables.actors(gold, found.actors),
        _tables.dates(gold, found.dates),
        _tables.published(gold, found.published),
        tuple(f"{name}: koreasec.tag.{name} is not there yet" for name in missing),
    )


def run(gold: Gold) -> Found:
    """Tag the gold texts: with ``dct`` for actors and dates, without for the rest."""
    columns = schema.TABLES["docs"]
    plain = gold.docs[list(columns)]
    undated = plain.copy()
    undated[["published_from", "published_to", "published_basis"]] = None
    return Found(
        _tagged("actors", plain),
        _tagged("dates", plain),
        _tagged("published", undated.astype(columns)),
    )


def _tagged(name: str, docs: pd.DataFrame) -> pd.DataFrame | None:
    tagger: Callable[[pd.DataFrame], pd.DataFrame] | None = getattr(tag, name, None)
    return tagger(docs) if callable(tagger) else None
