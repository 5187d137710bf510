"""
What koreasec knows: the tables in ``koreasec/data``, checked as they are read.

Change the CSV, not the code; ``koreasec/data/README.md`` explains every column.
A folder of tables of the same shape can be laid over ours: its rows replace ours
with the same key and add the rest. Name it with :func:`use`, with
``ks.load(..., knowledge=FOLDER)`` or in the environment as ``KOREASEC_KNOWLEDGE``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from . import _laid
from ._corrections import Corrections, corrected
from ._csv_tables import Line
from .errors import InputError

P = ParamSpec("P")
T = TypeVar("T")
DATA = _laid.DATA
measures: dict[str, Callable[..., Any]] = {}  # what the rooms above can measure
_chosen: list[str] = []
_pinned: ContextVar[str | None] = ContextVar("pinned", default=None)


def use(*folders: str | Path | None) -> None:
    """
    Lay the tables of `folders` over ours from now on; ``None`` takes them off.

    Their order never matters: where two folders contradict each other, the first
    look at the table is an error that names both lines.
    """
    chosen = [folder for folder in folders if folder is not None]
    for folder in chosen:
        if not isinstance(folder, (str, Path)) or not Path(folder).is_dir():
            msg = f"{str(folder)!r} is no folder; it must hold tables such as"
            raise InputError(f"{msg} actors.csv.")
    places = sorted({str(Path(folder).resolve()) for folder in chosen})
    _chosen[:] = [os.pathsep.join(places)] if places else []
    _pinned.set(None)


def overlay() -> str:
    """Return the folders laid over our tables, ``""`` where there is none."""
    pinned = _pinned.get()
    if pinned is not None:
        return pinned
    return _chosen[0] if _chosen else os.environ.get("KOREASEC_KNOWLEDGE", "")


@contextmanager
def using(folder: str | Path | None) -> Iterator[None]:
    """Lay `folder` over ours for a while, ``None`` for ours alone."""
    kept = list(_chosen)
    try:
        use(folder)
        _chosen[:] = _chosen or [""]
        yield
    finally:
        _chosen[:] = kept
        _pinned.set(None)


@contextmanager
def pinned() -> Iterator[None]:
    """
    Ask only once for the folders laid over, for a while.

    It holds for one thread, and is no longer true after :func:`use` in it.
    """
    token = _pinned.set(overlay())
    try:
        yield
    finally:
        _pinned.reset(token)


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """Remember what `make` returns for each argument and each folder laid over."""
    kept: dict[tuple[Any, ...], T] = {}

    @wraps(make)
    def again(*args: P.args, **named: P.kwargs) -> T:
        key = (overlay(), *args, *named.items())
        if key not in kept:
            kept[key] = make(*args, **named)
        return kept[key]

    return again


def table(name: str) -> pd.DataFrame:
    """
    Return the knowledge table `name`, checked, as strings.

    Examples
    --------
    >>> table("languages").set_index("lang").loc["uk", "native"]
    'українська'
    """
    return _table(name, overlay()).copy()  # so that no caller can spoil the cache


def rows(name: str) -> list[dict[str, str]]:
    """Return the knowledge table `name` as plain dictionaries, in file order."""
    return [dict(row) for row in _rows(name, overlay())]


def lines(name: str) -> list[Line]:
    """Return the rows of the table `name` with file and line of each."""
    return list(_lines(name, overlay()))


def label(key: Any) -> Any:
    """
    Return the English label of an actor, a language or a topic, or of several.

    What has no label is returned as it is.

    >>> label("kim-jong-un"), label(["de", "nuclear"])
    ('Kim Jong Un', ['German', 'Nuclear programme'])
    """
    if not isinstance(key, str):
        return [label(each) for each in key]
    return _labels(overlay()).get(key, key)


def grammar(folder: str, lang: str) -> dict[str, Any]:
    """Return the TOML file ``data/folder/lang.toml``, ``{}`` where there is none."""
    return _laid.grammar(folder, lang, overlay())


def corrections() -> Corrections:
    """Return what the folders laid over correct in our actors."""
    return _laid.asked(overlay())


def impact(
    docs: pd.DataFrame,
    before: str | Path | None = None,
    after: str | Path | None = None,
    *,
    within: str = "sentence",
) -> Any:
    """
    Compare what two states of the knowledge make of the same texts.

    Parameters
    ----------
    docs
        Texts, one per row.
    before, after
        Folders laid over our tables; ``None`` for ours alone.
    within
        Unit of the pairs: ``sentence``, ``passage`` or ``document``.

    Returns
    -------
    Impact
        Two tables, empty where nothing changes. ``mentions``: one row per
        span with ``change`` (``added``, ``removed``, ``other actor``) and
        the actor before and after. ``pairs``: one row per pair with
        ``change`` (``added``, ``removed``, ``other count``) and its counts
        before and after. Both have ``rows`` for ``ks.evidence``.

    Examples
    --------
    >>> import koreasec as ks
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["북한이 쐈다."], "lang": "ko"})
    >>> len(ks.knowledge.impact(docs, None, None).mentions)
    0
    """
    return measures["impact"](docs, before, after, within=within)


def shapes() -> dict[str, dict[str, Any]]:
    """Return the shape of every table, as ``data/tables.toml`` states it."""
    return _laid.shapes()


@cache
def _labels(over: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, column in (
        ("topics", "topic"),
        ("variant_names", "variant"),
        ("languages", "lang"),
        ("actors", "actor"),
    ):
        found |= {row[column]: row["label"] for row in _rows(name, over)}
    return found


@cache
def _table(name: str, over: str) -> pd.DataFrame:
    return pd.DataFrame(_rows(name, over), columns=shapes()[name]["columns"], dtype=str)


@cache
def _rows(name: str, over: str) -> list[dict[str, str]]:
    return [line.row for line in _lines(name, over)]


@cache
def _lines(name: str, over: str) -> list[Line]:
    lines, asked = _laid.laid(name, over), _laid.asked(over)
    return corrected(name, lines, shapes()[name], asked) if asked else lines


from ._parity import parity, unnamed  # noqa: E402, F401  (they read us)
from ._parity_told import not_named, not_tagged  # noqa: E402, F401
from ._spellings import spellings  # noqa: E402, F401
