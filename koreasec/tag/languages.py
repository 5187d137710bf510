"""
Tell the language of texts, and say so where it cannot be told.

Scripts are counted first; only scripts that several languages share are given to
the detectors. ``languages`` works on the passages, so that a headline in another
language does not blur the body.
"""

from __future__ import annotations

import pandas as pd

from .. import schema
from ._documents import Document, attached, documents
from ._languages.detect import UNKNOWN, Reading

COLUMNS = {
    name: schema.TABLES["docs"][name]
    for name in ("lang", "lang_confidence", "lang_reason")
}


def languages(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Tell the main language of every text.

    It is the language of most characters outside foreign quotations;
    ``ks.tag.passages`` tells those of title, quotations and the rest. A
    language that is given already stays.

    Parameters
    ----------
    docs
        Texts, one per row: ``doc_id``, ``text``; ``title`` and ``lang``
        where known.

    Returns
    -------
    DataFrame
        The same rows with ``lang`` (ISO 639, ``und`` where it cannot be
        told), ``lang_confidence`` (0 to 1; 0 for ``und``) and
        ``lang_reason`` (``given``, ``too short``, ``no letters``,
        ``detectors disagree``, or nothing).

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a", "b"], "text": ["북한이 쐈다.", "© APA"]})
    >>> languages(docs)[["doc_id", "lang", "lang_reason"]]
      doc_id lang lang_reason
    0      a   ko
    1      b  und   too short
    """
    found = [document.identified for document in documents(docs, by="ks.tag.languages")]
    return attached(docs, COLUMNS, found)


def identify(document: Document) -> tuple[str, float, str]:
    """Return the language of most characters, its confidence, the reason for doubt."""
    sizes: dict[str, int] = {}
    weighed: dict[str, float] = {}
    own = [one for one in document.passages if one.kind != "quotation"]
    for passage in own:
        lang = passage.lang
        sizes[lang] = sizes.get(lang, 0) + passage.n_chars
        weighed[lang] = weighed.get(lang, 0.0) + passage.n_chars * passage.confidence
    known = [lang for lang in sizes if lang != UNKNOWN]
    if known:
        lang = min(known, key=lambda one: (-sizes[one], one))
        return lang, round(weighed[lang] / sizes[lang], 4), ""
    whole = Reading(document.text).judge((0, len(document.text)))
    return whole.lang, whole.confidence if whole.lang != UNKNOWN else 0.0, whole.reason
