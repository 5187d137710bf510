"""Words that only one country spells so; they stand in ``data/variants.csv``."""

from __future__ import annotations

import re

from ... import knowledge

MOST = 3  # times as many words as of any other spelling
SHOWN = 3


def spelling(lang: str, text: str) -> str:
    """
    Say which country's spelling `text` keeps to, with the words that show it.

    Nothing is said of the usual spelling (rows without a variant), nor where
    a text has both, as a Seoul paper that quotes Pyongyang.

    >>> spelling("ko", "로동신문은 녀성들의 투쟁을 소개하였다.")
    'spelling of ko-KP: 로동신문, 녀성'
    """
    pattern, owner = _words(lang)
    if pattern is None:
        return ""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(pattern.findall(text)):
        found.setdefault(owner[word], []).append(word)
    best = max(found, key=lambda name: (len(found[name]), name), default="")
    others = sum(map(len, found.values())) - len(found.get(best, ()))
    if not best or len(found[best]) < MOST * others:
        return ""
    return f"spelling of {best}: {', '.join(found[best][:SHOWN])}"


@knowledge.remembered
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
