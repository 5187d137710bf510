"""
The rules of ``data/passage_rules.csv``, five patterns out of many.

``line`` rules fit whole lines (but for long ones with a full stop), ``long`` rules
those too, ``mail`` rules whole lines with an ``@``, ``start`` rules what opens a
paragraph (with one of `SIGNS` in it), ``end`` rules what stands behind one (and ends
with no full stop).
"""

from __future__ import annotations

import re

from ... import knowledge
from ...errors import KnowledgeError

LINE_LENGTH, RULE_LENGTH = 140, 300
TAIL = 120  # what stands behind a paragraph is no longer
PHOTO = re.compile(r"[:=：＝©ⓒ]|/[^/]*=|\A\s?\[")
STOPS = ".。!?！？…"
SIGNS = re.compile(r"[(\[（【［=/電电讯訊–—―]")  # a dateline has one, or one of these:
MARKS = " -", ". "
HEAD = 80  # characters within which a sign must stand
SENTENCE = 60  # characters of a line that, with a full stop, is a sentence
CLOSERS = ")]）】］"
CLOSED = re.compile(
    r"(?:\\[)\]]|\[[^\[\]]*[)）】][^\[\]]*\]|\\\]\])\Z"
)  # ends of patterns
WHERE = ("line", "long", "mail", "start", "end")


class LineRules:
    """All rules of one state of the knowledge, joined."""

    def __init__(self) -> None:
        of: dict[str, list[str]] = {where: [] for where in WHERE}
        for number, row in enumerate(knowledge.rows("passage_rules")):
            try:
                re.compile(row["pattern"])
            except re.error as error:
                msg = f"the pattern {row['pattern']!r} is broken: {error}."
                raise KnowledgeError(f"passage_rules.csv: {msg}") from error
            of[row["where"]].append(f"(?P<{row['kind']}{number}>{row['pattern']})")
        of["line"] += of["long"]
        closed = [rule for rule in of["end"] if CLOSED.search(rule[:-1])]
        of["open end"] = [rule for rule in of["end"] if rule not in closed]
        joined = {where: "|".join(rules) or "(?!)" for where, rules in of.items()}
        self._line = re.compile(joined["line"])
        self._long = re.compile(joined["long"])
        self._mail = re.compile(joined["mail"])
        self._start = re.compile(joined["start"])
        self._end = re.compile(f"(?:{joined['end']})\\Z")
        self._open_end = re.compile(f"(?:{joined['open end']})\\Z")

    def whole(self, words: str) -> str:
        """Return the kind that the whole line is, ``""`` where no rule fits."""
        if len(words) > RULE_LENGTH:
            return ""
        found = self._mail.fullmatch(words) if "@" in words else None
        sentence = len(words) > (SENTENCE if words[-1:] in STOPS else LINE_LENGTH)
        rules = self._long if sentence else self._line
        found = found or rules.fullmatch(words)
        return _kind(found) if found else ""

    def head(self, words: str) -> tuple[str, str] | None:
        """Return kind and words of what opens a paragraph."""
        near = words[:HEAD]
        if not (MARKS[0] in near or MARKS[1] in near or SIGNS.search(near)):
            return None
        found = self._start.match(words, 0, RULE_LENGTH)
        return (_kind(found), found.group()) if found else None

    def tail(self, words: str) -> tuple[str, str, bool] | None:
        """Return kind and words of what stands behind, and if it is of a photo."""
        if words[-1:] in STOPS:
            return None
        rules = self._end if words[-1:] in CLOSERS else self._open_end
        found = rules.search(words, max(len(words) - TAIL, 0))
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
