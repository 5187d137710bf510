"""Who held which office, and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

import pandas as pd

from ... import knowledge
from .._documents import Document

PREMIER = "prime-minister"


class Term(NamedTuple):
    """A stretch of time in which somebody held an office; closed, ISO dates."""

    office: str
    holder: str
    first: str
    last: str


def holders(office: str) -> list[Term]:
    """Return who held an `office`, also under another name of the post."""
    owner, _, role = office.rpartition("/")
    table = _terms(knowledge.overlay())
    for name in same_posts(role):
        if f"{owner}/{name}" in table:
            return table[f"{owner}/{name}"]
    return []


def of_roles(roles: Iterable[str]) -> list[Term]:
    """Return who held an office of one of the `roles` anywhere."""
    names = {name for role in roles for name in same_posts(role)}
    found = _terms(knowledge.overlay()).values()
    return [
        term
        for terms in found
        for term in terms
        if is_post(term.office.rpartition("/")[2].removeprefix("acting-"), names)
    ]


def is_post(post: str, names: Collection[str]) -> bool:
    """Tell whether a `post` bears one of the `names`; any minister is a minister."""
    if post in names:
        return True
    return "minister" in names and post.endswith("-minister") and post != PREMIER


def of_actor(actor: str) -> list[Term]:
    """Return the offices that `actor` held."""
    found = _terms(knowledge.overlay()).values()
    return [term for terms in found for term in terms if term.holder == actor]


def in_time(terms: Iterable[Term], document: Document, days: int = 0) -> list[Term]:
    """
    Keep the `terms` that meet the time of publication, all if it is unknown.

    With `days`, also those that ended so many days before.
    """
    since, until = document.published_from, document.published_to
    if since is None or until is None:
        return list(terms)
    since -= pd.Timedelta(days=days)
    first, last = since.strftime("%Y-%m-%d"), until.strftime("%Y-%m-%d")
    return [term for term in terms if term.first <= last and first <= term.last]


def same_posts(role: str) -> Sequence[str]:
    """Return the names under which the table may have the post, likeliest first."""
    groups = knowledge.grammar("actors", "mul").get("same_office", [])
    return next((group for group in groups if group[0] == role), [role])


def leaders() -> frozenset[str]:
    """Return who led a state: of two people of one surname such a one is meant."""
    return _leaders(knowledge.overlay())


@cache
def _leaders(over: str) -> frozenset[str]:
    posts = knowledge.grammar("actors", "mul").get("leading_posts", [])
    return frozenset(
        term.holder
        for office, terms in _terms(over).items()
        for term in terms
        if office.rpartition("/")[2] in posts
    )


@cache
def _terms(over: str) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for row in knowledge.rows("offices"):
        first = row["from"] + "-01-01"[len(row["from"]) - 4 :]
        last = row["to"] or "9999"
        last += "-12-31" if len(last) == 4 else "-31"[len(last) - 7 :]
        term = Term(row["office"], row["holder"], first, last)
        found.setdefault(row["office"], []).append(term)
    return found
