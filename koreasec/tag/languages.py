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
    for name in ("lang", "lang_confidence", "lang_reason", "lang_variant")
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
        told), ``lang_confidence`` (0 to 1; 0 for ``und``),
        ``lang_reason`` (``given``, ``too short``, ``no letters``,
        ``detectors disagree``, or nothing) and ``lang_variant`` (``zh-Hant``,
        ``ko-KP``, ``de-AT``; empty where the text does not show it).

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


def identify(document: Document) -> tuple[str, float, str, str]:
    """Return the language of most characters, its confidence, reason, variant."""
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
        certain = round(weighed[lang] / sizes[lang], 4)
        return lang, certain, "", variant(document, lang)
    whole = Reading(document.text).judge((0, len(document.text)))
    certain = whole.confidence if whole.lang != UNKNOWN else 0.0
    return whole.lang, certain, whole.reason, ""


def variant(document: Document, lang: str) -> str:
    """Return the variant that most characters in `lang` show, outside quotations."""
    sizes: dict[str, int] = {}
    for one in document.passages:
        if one.lang == lang and one.variant and one.kind != "quotation":
            sizes[one.variant] = sizes.get(one.variant, 0) + one.n_chars
    return min(sizes, key=lambda name: (-sizes[name], name), default="")
