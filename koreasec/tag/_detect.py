"""The language of a stretch of text: scripts first, then two detectors at once."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np

from .. import _scripts, knowledge
from . import _han

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,255}\.[\w.]{1,255}")
UNKNOWN = "und"
TOO_SHORT, NO_LETTERS, DISAGREE = "too short", "no letters", "detectors disagree"
SURE = 0.99
DENSE = 2.5  # a Hangul syllable or a Chinese character says more than a letter
ENOUGH = 0.65  # below this confidence the answer is kept back
AGREED, DISAGREED = 1.0, 1.5  # nats that make the odds e to 1
NEAR = 2.0  # what the text around a line is worth

Span = tuple[int, int]


class Verdict(NamedTuple):
    """A language with its confidence, the reason for any doubt, and the script."""

    lang: str
    confidence: float
    reason: str
    script: str


class Token(NamedTuple):
    """A run of letters of one script."""

    start: int
    end: int
    script: str
    word: str


class Reading:
    """One text, read once: its words, and what they say of their language."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.starts = [token.start for token in self.tokens]

    @cached_property
    def sums(self) -> np.ndarray:
        """Scores of all words, added up from the first to the last."""
        from ._models import words

        rows = words().rows([(token.word, token.script) for token in self.tokens])
        sums = np.zeros((len(rows) + 1, *rows.shape[1:]), np.float32)
        np.cumsum(rows, axis=0, out=sums[1:])
        return sums

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token at or after `start`, and the first after `end`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def tokens_in(self, *spans: tuple[int, int]) -> list[Token]:
        """Return the tokens that begin inside the `spans`."""
        return [
            token
            for start, end in spans
            for token in self.tokens[slice(*self.between(start, end))]
        ]

    def judge(self, *spans: tuple[int, int], near: str = "") -> Verdict:
        """Tell the language of the `spans`, which probably is the one `near` by."""
        tokens = self.tokens_in(*spans)
        weights = _weights(tokens)
        if not weights:
            return Verdict(UNKNOWN, 0.0, NO_LETTERS, _scripts.NO_SCRIPT)
        script = min(weights, key=lambda name: (-weights[name], name))
        if script in ("Hani", "Hira", "Kana"):
            return _east_asian(tokens, weights, near)
        if script == "Hang":
            return Verdict("ko", SURE, "", "Kore")
        langs = _langs_of().get(script, ())
        if len(langs) == 1:
            return Verdict(langs[0], SURE, "", script)
        if not langs:
            return Verdict(UNKNOWN, 0.0, "unknown script", script)
        return self._compare(spans, tokens, script, near)

    def _compare(
        self, spans: Sequence[Span], tokens: list[Token], script: str, near: str
    ) -> Verdict:
        from ._models import words

        group = words().groups[script]
        prior = group.prior + NEAR * (np.array(group.langs) == near)
        ends = [self.between(*span) for span in spans]
        sums = sum(self.sums[last] - self.sums[first] for first, last in ends)
        both = np.asarray(sums)[:, group.columns]
        total = both.sum(axis=0) + prior
        first, second = np.argsort(-total, kind="stable")[:2]
        margin = float(total[first] - total[second])
        agree = all(first == int(np.argmax(one + prior)) for one in both)
        confidence = 1 / (1 + math.exp(-margin / (AGREED if agree else DISAGREED)))
        kinds = {token.word for token in tokens if token.script == script}
        letters = sum(len(word) for word in kinds)
        if letters < 3 or (len(kinds) < 2 and confidence < SURE):
            return Verdict(UNKNOWN, confidence, TOO_SHORT, script)
        if confidence < ENOUGH:
            reason = DISAGREE if letters > 20 else TOO_SHORT
            return Verdict(UNKNOWN, confidence, reason, script)
        return Verdict(group.langs[first], round(confidence, 4), "", script)


def _weights(tokens: list[Token]) -> dict[str, float]:
    """Weigh the scripts; an abbreviation (DPRK, ICBM) belongs to no language."""
    weights: dict[str, float] = {}
    for token in tokens:
        size: float = token.end - token.start
        if token.script in ("Hang", "Hani", "Hira", "Kana"):
            size *= DENSE
        elif size > 1 and token.word.isupper():
            size /= DENSE
        weights[token.script] = weights.get(token.script, 0.0) + size
    return weights


def _east_asian(tokens: list[Token], weights: dict[str, float], near: str) -> Verdict:
    """Tell Japanese by its kana, else by the sets that hold the characters."""
    kana = weights.get("Hira", 0.0) + weights.get("Kana", 0.0)
    if kana > weights.get("Hani", 0.0) / 20:
        return Verdict("ja", SURE, "", "Jpan")
    letters = "".join(token.word for token in tokens if token.script == "Hani")
    fitting = _han.writing(letters)
    if fitting == ("Jpan",) or ("Jpan" in fitting and near == "ja"):
        return Verdict("ja", 0.9, "no kana", "Jpan")
    if len(letters) < 2:
        return Verdict(UNKNOWN, 0.0, TOO_SHORT, "Hani")
    script = fitting[0] if len(fitting) == 1 else "Hani"
    if "Jpan" not in fitting or near == "zh":
        return Verdict("zh", SURE, "", script)
    return Verdict("zh", 0.8, "no kana", script)


def _tokens(text: str) -> list[Token]:
    """Cut `text` into runs of one script; addresses are left out."""
    blind = ADDRESS.sub(lambda match: " " * len(match.group()), text)
    found = []
    for start, line in _lines(blind):
        lower = line.isupper()
        for match in _scripts.pattern().finditer(line):
            word, script = match.group(), match.lastgroup or _scripts.NO_SCRIPT
            if lower:
                word = word.lower()
            at = start + match.start()
            found.append(Token(at, at + len(match.group()), script, word))
    return found


def _lines(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


@cache
def _langs_of() -> dict[str, tuple[str, ...]]:
    of: dict[str, list[str]] = {}
    for row in knowledge.rows("languages"):
        of.setdefault(row["script"], []).append(row["lang"])
    return {script: tuple(langs) for script, langs in of.items()}
