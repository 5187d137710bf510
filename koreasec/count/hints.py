"""Which texts may be translated, and from which language."""

from __future__ import annotations

import pandas as pd

from .. import schema
from ._language_parts import UNKNOWN, called
from ._rows import ids, ordered, unique

TYPES = {
    "doc_id": "str",
    "lang": "str",
    "language": "str",
    "tells_of": "str",
    "tells_of_language": "str",
    "hints": "int64",
    "kinds": "object",
    "rows": "object",
}


def hints(translation_hints: pd.DataFrame, *, docs: pd.DataFrame) -> pd.DataFrame:
    """
    Count the hints at a translation for each text and language behind it.

    A hint that points to several languages counts for each of them. Many
    hints of several kinds at one language are a reason to look for the
    text behind; one of them proves nothing.

    Parameters
    ----------
    translation_hints
        The table of ``ks.tag.translation_hints(docs)``.
    docs
        The texts, after ``ks.tag.languages(docs)``.

    Returns
    -------
    DataFrame
        One row per text and language that its hints point to, the most
        hints first, then by id and code: ``doc_id``, ``lang`` (of the
        text) and ``language`` (what it is called), ``tells_of`` (code,
        ``""`` for hints that cannot say) and ``tells_of_language``,
        ``hints``, ``kinds`` (of the hints, in reading order), ``rows``
        (ids of the hints). A text without hints has no row.

    Examples
    --------
    >>> row = ("a", 0, 4, 8, "CTAC", "agency", "ru uk", "Reads like ЦТАК.")
    >>> found = schema.table("translation_hints", [row])
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": ["de"]})
    >>> hints(found, docs=docs)[["language", "tells_of_language"]].values.tolist()
    [['German', 'Russian'], ['German', 'Ukrainian']]
    """
    this = "ks.count.hints"
    schema.require(translation_hints, "translation_hints", by=this)
    schema.require(docs, "docs", by=this, columns=("doc_id", "lang"))
    main = dict(zip(docs["doc_id"], docs["lang"].fillna(UNKNOWN), strict=True))
    held = ordered(translation_hints)
    held = held.assign(row=ids(held), code=held["tells_of"].str.split(" "))
    held = held.explode("code")
    found = []
    for (doc_id, code), part in held.groupby(["doc_id", "code"]):
        lang = main.get(str(doc_id), UNKNOWN)
        kinds, rows = unique(part["hint"]), tuple(part["row"])
        found.append((doc_id, lang, code, len(part), kinds, rows))
    told = [name for name in TYPES if not name.endswith("language")]
    made = pd.DataFrame(found, columns=told)
    for side, name in (("lang", "language"), ("tells_of", "tells_of_language")):
        made[name] = called(made[side])
    made = made[list(TYPES)].astype(TYPES)
    order = ["hints", "doc_id", "tells_of"]
    return made.sort_values(order, ascending=[False, True, True], ignore_index=True)
