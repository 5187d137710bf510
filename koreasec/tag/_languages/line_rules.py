"""
The rules of ``data/passage_rules.csv``, four patterns out of many.

``line`` rules fit whole lines, ``mail`` rules whole lines with an ``@``, ``start``
rules what opens a paragraph, ``end`` rules what stands behind one. None of the
latter ends with a full stop, so a paragraph that does is not looked at.
"""

from __future__ import annotations

import re

from ... import knowledge
from ...errors import KnowledgeError

RULE_LENGTH = 300
TAIL = 120  # what stands behind a paragraph is no longer
PHOTO = re.compile(r"[:=：＝©ⓒ]|/[^/]*=|\A\s?\[")
STOPS = ".。!?！？…"


class LineRules:
    """All rules of one state of the knowledge, joined."""

    def __init__(self) -> None:
        of: dict[str, list[str]] = {"line": [], "mail": [], "start": [], "end": []}
        for number, row in enumerate(knowledge.rows("passage_rules")):
            try:
                re.compile(row["pattern"])
            except re.error as error:
                msg = f"the pattern {row['pattern']!r} is broken: {error}."
                raise KnowledgeError(f"passage_rules.csv: {msg}") from error
            of[row["where"]].append(f"(?P<{row['kind']}{number}>{row['pattern']})")
        joined = {where: "|".join(patterns) for where, patterns in of.items()}
        self._line = re.compile(joined["line"] or r"(?!)")
        self._mail = re.compile(joined["mail"] or r"(?!)")
        self._start = re.compile(joined["start"] or r"(?!)")
        self._end = re.compile(f"(?:{joined['end'] or '(?!)'})\\Z")

    def whole(self, words: str) -> str:
        """Return the kind that the whole line is, ``""`` where no rule fits."""
        if len(words) > RULE_LENGTH:
            return ""
        found = self._mail.fullmatch(words) if "@" in words else None
        found = found or self._line.fullmatch(words)
        return _kind(found) if found else ""

    def head(self, words: str) -> tuple[str, str] | None:
        """Return kind and words of what opens a paragraph."""
        found = self._start.match(words[:RULE_LENGTH])
        return (_kind(found), found.group()) if found else None

    def tail(self, words: str) -> tuple[str, str, bool] | None:
        """Return kind and words of what stands behind, and if it is of a photo."""
        if words[-1:] in STOPS:
            return None
        found = self._end.search(words, max(len(words) - TAIL, 0))
        if found is None:
            return None
        kind, inside = _kind(found), found.group()
        return kind, inside, kind == "credit" and PHOTO.search(inside) is not None

    def photo(self, words: str) -> bool:
        """Whether a short line ends with the credit of a photo."""
        tail = self.tail(words) if len(words) <= RULE_LENGTH else None
        return tail is not None and tail[2]


def _kind(found: re.Match[str]) -> str:
    return (found.lastgroup or "").rstrip("0123456789")


@knowledge.remembered
def line_rules() -> LineRules:
    """Return the rules of the knowledge of today."""
    return LineRules()
