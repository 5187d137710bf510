"""Names that texts use and no actor owns: the next rows to add."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from .. import _cell_types, knowledge, schema
from ._actors.lexicon import SPACED, actors, script_of
from ._candidates import dense, group, spaced
from ._candidates.group import Group, Place
from ._candidates.nearest import nearest
from ._candidates.seen import Free, Seen
from ._documents import Document, documents
from ._fold import fold

COLUMNS = {
    "actor": "str",
    "kind": "str",
    "label": "str",
    "lang": "str",
    "name": "str",
    "how": "str",
    "title": "str",
    "count": "int64",
    "docs": "int64",
    "nearest": "str",
    "nearest_name": "str",
    "likeness": "float64",
    "example": "str",
    "rows": "object",
}
SMALL = re.compile(r"[^\W\d_]{2,}")


def candidates(docs: pd.DataFrame, *, least: int = 2, top: int = 100) -> pd.DataFrame:
    """
    List the names that the texts use and no actor owns, the commonest first.

    Names are capitalised words that follow each other, where the capital
    is no accident of the sentence; words beside a post or a title; and, in
    Japanese and Chinese, foreign names with dots. Case forms are counted
    together. The first columns are those of ``actors`` and ``actor_names``:
    correct them, save them to a folder of your own, and use that folder.

    Parameters
    ----------
    docs
        Texts, one per row.
    least
        How often a name must stand in the texts.
    top
        How many names to list at most.

    Returns
    -------
    DataFrame
        One row per name: ``actor`` (an id made from the name), ``kind``
        (person beside a title, weapon with a number, organisation in
        capitals, else empty), ``label``, ``lang`` (``mul`` for several in
        Latin letters), ``name``, ``how``, ``title`` (the commonest beside
        it), ``count``, ``docs``, ``nearest`` (an actor of whom it may be
        another spelling) with its name and ``likeness``, ``example``,
        ``rows`` (for ``ks.evidence``).

    Raises
    ------
    InputError
        If a column is missing, or `least` or `top` is below 1.

    Examples
    --------
    >>> text = "Minister Quentin Feiffer came. He met Quentin Feiffer's aides."
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": ["en"]})
    >>> candidates(docs)[["actor", "kind", "name", "count"]].values.tolist()
    [['quentin-feiffer', 'person', 'Quentin Feiffer', 2]]
    """
    _cell_types.counting(least, by="ks.tag.candidates", what="least")
    _cell_types.counting(top, by="ks.tag.candidates", what="top")
    texts = {one.doc_id: one for one in documents(docs, by="ks.tag.candidates")}
    free = {doc_id: Free(document) for doc_id, document in texts.items()}
    seen = {doc_id: _seen(one) for doc_id, one in free.items()}
    names = frozenset(
        (one.lang, one.form)
        for found in seen.values()
        for one in found
        if one.lang in dense.LANGS and len(one.form) > 2
    )
    found: list[Place] = []
    small: Counter[str] = Counter()
    for doc_id, one in free.items():
        more = _apart([*seen[doc_id], *dense.again(one, names)])
        found += ((doc_id, place) for place in more)
        words = (word.group() for word in SMALL.finditer(one.document.text))
        small.update(word for word in words if word[0].islower())
    groups = [one for one in group.grouped(found, small) if len(one.places) >= least]
    groups.sort(key=lambda one: (-len(one.places), -_texts(one), one.form))
    rows = [_row(one, texts) for one in groups[:top]]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _seen(free: Free) -> list[Seen]:
    """Return what may be a name in one document."""
    finders = dense.parted, dense.titled, spaced.runs
    return _apart([seen for finder in finders for seen in finder(free)])


def _apart(found: Iterable[Seen]) -> list[Seen]:
    """Keep the first of those that overlap, in reading order."""
    done: set[int] = set()
    kept = []
    for seen in found:
        if done.isdisjoint(range(seen.start, seen.end)):
            done.update(range(seen.start, seen.end))
            kept.append(seen)
    return sorted(kept)


def _texts(one: Group) -> int:
    return len({doc_id for doc_id, _ in one.places})


def _row(one: Group, texts: dict[str, Document]) -> tuple[Any, ...]:
    near, title = nearest(one.form, one.lang), group.first_title(one.places)
    doc_id, first = one.places[0]
    document = texts[doc_id]
    start, end = document.sentences[document.sentence_at(first.start)]
    ids = tuple(schema.row_id(doc, seen.start, seen.end) for doc, seen in one.places)
    how = "code" if one.form.isupper() and script_of(one.form) == SPACED else "name"
    counts = len(one.places), _texts(one)
    like = round(near.likeness, 2) if near.actor else float("nan")
    name = (_slug(one), _kind(one, title), one.form, one.lang, one.form, how, title)
    example = document.text[start:end].strip()
    return *name, *counts, near.actor, near.name, like, example, ids


def _kind(one: Group, title: str) -> str:
    if title:
        return "person"
    if re.search(r"\d", one.form):
        return "weapon"
    return "organisation" if one.form.isupper() and len(one.form) < 8 else ""


def _slug(one: Group) -> str:
    """Return an id made from the name that no actor has."""
    slug = re.sub(r"[\W_]+", "-", fold(one.form)).strip("-")
    if one.lang == "ko" and 2 <= len(one.form) <= 4:
        made = knowledge.spellings(one.form)
        revised = made.loc[made["system"].eq("revised"), "name"]
        slug = re.sub(r"[\W_]+", "-", fold(revised.iloc[0])) if len(revised) else slug
    return f"{slug}-2" if slug in actors() else slug
