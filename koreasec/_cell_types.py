"""What the cells of a table must hold, told before anything is counted with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from numbers import Integral, Real
from typing import Any

import pandas as pd

from .errors import InputError

LISTS = "rows texts actors topics langs surfaces kinds examples origin relays"
WHOLE = (
    "documents passages sentences characters found_in certain possible hits mentions "
    "statements expressions together alone_a alone_b units docs direct indirect mixed "
    "relayed hints community size partners pairs start end sentence"
)
SHARES = (
    "document_share passage_share sentence_share character_share npmi log_likelihood "
    "inside modularity"
)
WORDS = (
    "doc_id actor actor_a actor_b label lang language outcome event kind topic "
    "speaker name source_kind body_lang title_lang surface sentence_text precision "
    "direction value"
)
COUNTED = {
    **dict.fromkeys(LISTS.split(), "list"),
    **dict.fromkeys(WHOLE.split(), "int64"),
    **dict.fromkeys(SHARES.split(), "float64"),
    **dict.fromkeys(WORDS.split(), "str"),
    **dict.fromkeys(("date_from", "date_to", "day", "month"), "datetime64[us]"),
}
NEEDED = {*LISTS.split(), *WHOLE.split(), *WORDS.split(), "n_chars", "passage"}
OPEN = {"text", "title"}  # what strangers wrote: any character may stand there
TOLD = {
    "str": "text",
    "int64": "whole numbers",
    "Int64": "whole numbers",
    "float64": "numbers",
    "bool": "True or False",
    "datetime64[us]": "times",
    "list": "lists or tuples",
}
KINDS = {"int64": "iu", "Int64": "iu", "float64": "iuf", "bool": "b"}


def check(
    given: pd.DataFrame, name: str, wanted: Collection[str], types: Mapping[str, str]
) -> None:
    """Refuse cells that are not of the type of their column; see ``TOLD``."""
    known = {**COUNTED, **types}
    for column in wanted:
        found = given[column]
        if isinstance(found, pd.DataFrame):
            msg = f"the table {name!r} has the column {column!r} more than once."
            raise InputError(msg)
        if column in known:
            _check_column(found, name, str(column), known[column])
    if name == "docs" and given["doc_id"].duplicated().any():
        twice = given["doc_id"][given["doc_id"].duplicated()].iloc[0]
        msg = f"the table 'docs' has the doc_id {twice!r} more than once"
        raise InputError(f"{msg}; every text needs its own.")


def _check_column(found: pd.Series, name: str, column: str, of: str) -> None:
    needed = column == "doc_id" if name == "docs" else column in NEEDED
    missing = of in ("float64", "Int64", "datetime64[us]") or not needed
    typed = _typed(found.dtype, of)
    if not len(found) or (typed and (missing or not found.isna().any())):
        return
    good = _cell(of, anything=column in OPEN)
    for at, cell in enumerate(found):
        if not (missing and _is_missing(cell)) and not good(cell):
            told = f"must hold {TOLD[of]}; row {at} holds {cell!r:.60}"
            msg = f"the column {column!r} of the table {name!r} {told}."
            raise InputError(msg)
    if of not in ("str", "list"):
        told = f"must hold {TOLD[of]}, not {found.dtype}"
        msg = f"the column {column!r} of the table {name!r} {told}"
        raise InputError(f"{msg}: table.astype({{{column!r}: {of!r}}}) makes it so.")


def _typed(dtype: Any, of: str) -> bool:
    if of == "str":
        return isinstance(dtype, pd.StringDtype)
    if of == "datetime64[us]":
        return bool(dtype.kind == "M")
    return of in KINDS and dtype.kind in KINDS[of]


def _cell(of: str, *, anything: bool) -> Callable[[Any], bool]:
    if of == "str":
        return lambda cell: isinstance(cell, str) and (anything or _whole(cell))
    if of == "list":
        return lambda cell: (
            hasattr(cell, "__iter__")
            and hasattr(cell, "__getitem__")
            and not isinstance(cell, (str, bytes, dict))
        )
    if of == "datetime64[us]":
        return lambda cell: isinstance(cell, pd.Timestamp)
    if of == "bool":
        return lambda cell: isinstance(cell, bool)
    number = Real if of == "float64" else Integral
    return lambda cell: isinstance(cell, number)


def names(given: Any, *, by: str, what: str) -> None:
    """Refuse what is no list of words; one word alone is meant as a list of it."""
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        msg = f"{by} needs a list of {what}; got {given!r:.60}. Write [...] around it."
        raise InputError(msg)
    wrong = [one for one in given if not isinstance(one, str)]
    if wrong:
        raise InputError(f"{by} needs {what} as text; got {wrong[0]!r:.60}.")


def counting(given: Any, *, by: str, what: str) -> None:
    """Refuse what is no whole number from 1 upwards."""
    if isinstance(given, bool) or not isinstance(given, Integral) or given < 1:
        msg = f"{by}: {what} is {given!r:.60}; it must be 1 or more, a whole number."
        raise InputError(msg)


def _is_missing(cell: Any) -> bool:
    return cell is None or cell is pd.NA or cell is pd.NaT or cell != cell


def _whole(cell: str) -> bool:
    """Is `cell` without halves of surrogate pairs, which no file can hold?"""
    return not any("\ud800" <= character <= "\udfff" for character in cell)
