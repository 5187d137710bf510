"""Which spelling of a language a text keeps to; the words stand in ``variants.csv``."""

from __future__ import annotations

import re
from functools import cache

from .. import knowledge

MOST = 3  # times as many words as of any other spelling


def variant(lang: str, script: str, text: str) -> str:
    """
    Return the spelling that `text` shows, ``""`` where it shows none or several.

    >>> variant("ko", "Kore", "로동신문은 녀성들의 투쟁을 소개하였다.")
    'ko-KP'
    """
    if lang == "zh":
        return f"zh-{script}" if script in ("Hans", "Hant") else ""
    pattern, owner = _words(lang)
    if pattern is None:
        return ""
    counts: dict[str, int] = {}
    for word in set(pattern.findall(text)):
        counts[owner[word]] = counts.get(owner[word], 0) + 1
    best = max(counts, key=lambda name: (counts[name], name), default="")
    others = sum(counts.values()) - counts.get(best, 0)
    return best if best and counts[best] >= MOST * others else ""


@cache
def _words(lang: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return the pattern of all telling words of `lang`, and whose each is."""
    rows = [row for row in knowledge.rows("variants") if row["lang"] == lang]
    owner = {row["word"]: row["variant"] for row in rows}
    if not owner:
        return None, owner
    spaced = {
        row["lang"]: row["words"] == "space" for row in knowledge.rows("languages")
    }
    words = sorted(owner, key=lambda word: (-len(word), word))
    end = r"\b" if spaced[lang] else ""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}){end}"), owner
