"""The language of a stretch of text: scripts first, then three detectors at once."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ... import _scripts, knowledge
from . import han as _han
from .clean import blanked, is_readable, readable, unshouted

if TYPE_CHECKING:
    from .models import Memory

UNKNOWN = "und"
TOO_SHORT, NO_LETTERS, DISAGREE = "too short", "no letters", "detectors disagree"
SURE = 0.99
MOST = 0.999  # no words prove a language beyond this
ENOUGH = 0.55  # below this confidence the answer is kept back
AGREED, DISAGREED = 1.6, 2.0  # nats that make the odds e to 1
NEEDED = {1: 0.98, 2: 0.75}  # confidence that so few different words must reach
NEAR = 2.0  # what the text around a line is worth
GIVEN = 6.0  # what a language in the metadata is worth
SHORT = 20  # letters of different words: with fewer, doubt is for want of text
NAMES = 0.25  # what a letter of a word with a capital counts
DENSE = 2.5  # a Hangul syllable or a Chinese character says more than a letter
FEW_SIGNS = 4  # Chinese characters: with fewer, doubt is for want of text
MOST_SHARED = 0.95  # no characters that both write prove more
NO_KANA = "no kana"
DENSE_SCRIPTS = ("Hang", "Hani", "Hira", "Kana")

Span = tuple[int, int]


class Verdict(NamedTuple):
    """A language with its confidence, the reason for any doubt, and the script."""

    lang: str
    confidence: float
    reason: str
    script: str


class Reading:
    """
    One text whose stretches can be judged; addresses in it are blanked.

    `given` is the language that somebody says it has; words must clearly say
    otherwise.
    """

    def __init__(self, text: str, given: str = "") -> None:
        self.text, self.given = text, given
        self.plain = blanked(text)
        self.scripts = _scripts.known()
        self.within = self.scripts.within(self.plain)
        self.clean = is_readable(self.plain, alone=len(self.within) < 2)
        self.loud = not self.clean or self.scripts.loud.search(self.plain) is not None
        self.langs_of = _langs_of()
        self._memories: dict[str, Memory] = {}
        self._words: dict[tuple[Span, ...], dict[str, list[str]]] = {}

    def words(self, *spans: Span) -> dict[str, list[str]]:
        """Return the words of the `spans` by script."""
        known = self._words.get(spans)
        if known is None:
            parts = [self.plain[start:end] for start, end in spans]
            text = parts[0] if len(parts) == 1 else " ".join(parts)
            known = self._words[spans] = self._split(text)
        return known

    def heard(self) -> Iterator[list[str]]:
        """Yield the lists of all words that were asked for so far."""
        return chain.from_iterable(words.values() for words in self._words.values())

    def memory(self, script: str) -> Memory:
        """Return what is known of the words of `script`, asked for once a text."""
        if script not in self._memories:
            from .models import memory

            self._memories[script] = memory(script)
        return self._memories[script]

    def _split(self, text: str) -> dict[str, list[str]]:
        text = text.title() if text.isupper() else text
        if self.clean:
            split = self.scripts.words(text, self.within)
        else:
            split = self.scripts.words(readable(text))
        for script in split if self.loud else ():
            if script not in DENSE_SCRIPTS:
                split[script] = unshouted(split[script])
        return split

    def finditer(self, script: str, span: Span) -> Iterator[re.Match[str]]:
        """Yield the words of one script in `span`, with their places."""
        return self.scripts.word[script].finditer(self.plain, *span)

    def judge(self, *spans: Span, near: str = "") -> Verdict:
        """Tell the language of the `spans`, which probably is the one `near` by."""
        words = self.words(*spans)
        if not words:
            return Verdict(UNKNOWN, 0.0, NO_LETTERS, _scripts.NO_SCRIPT)
        script, likely = main_script(words), {near: NEAR, self.given: GIVEN}
        if script in ("Hani", "Hira", "Kana"):
            return _east_asian(words, likely)
        if script == "Hang":
            return Verdict("ko", SURE, "", "Kore")
        langs = self.langs_of.get(script, ())
        if len(langs) == 1:
            return Verdict(langs[0], SURE, "", script)
        if not langs:
            return Verdict(UNKNOWN, 0.0, "unknown script", script)
        return _compare(words[script], script, self.memory(script), likely)


def main_script(words: dict[str, list[str]]) -> str:
    """Return the weightiest script; abbreviations and names count for less."""
    if len(words) == 1:
        return next(iter(words))
    sizes = {script: sum(map(len, found)) for script, found in words.items()}
    most = max(sizes, key=sizes.__getitem__)
    if most not in DENSE_SCRIPTS and NAMES * sizes[most] > DENSE * (
        sum(sizes.values()) - sizes[most]
    ):
        return most
    weights = {}
    for script, found in words.items():
        if script in DENSE_SCRIPTS:
            weights[script] = DENSE * sizes[script]
        else:
            small = sum(len(word) for word in found if word[0].islower())
            weights[script] = NAMES * sizes[script] + (1 - NAMES) * small
    return min(weights, key=lambda name: (-weights[name], name))


def _east_asian(words: dict[str, list[str]], likely: dict[str, float]) -> Verdict:
    """Tell Japanese by its kana, else by the sets that hold the characters."""
    letters = "".join(words.get("Hani", ()))
    kana = sum(len(word) for name in ("Hira", "Kana") for word in words.get(name, ()))
    if kana > len(letters) / 20:
        return Verdict("ja", SURE, "", "Jpan")
    lead = _han.lead(letters) + likely.get("ja", 0.0) - likely.get("zh", 0.0)
    confidence = _odds(abs(lead) / DISAGREED)
    if len(letters) < 2 or confidence < ENOUGH:
        reason = TOO_SHORT if len(letters) < FEW_SIGNS else DISAGREE
        return Verdict(UNKNOWN, confidence, reason, "Hani")
    if lead > 0:
        return Verdict("ja", round(min(confidence, MOST_SHARED), 4), NO_KANA, "Jpan")
    chinese = [name for name in _han.writing(letters) if name != "Jpan"]
    script = chinese[0] if len(chinese) == 1 else "Hani"
    reason = "" if confidence > MOST_SHARED else NO_KANA
    return Verdict("zh", round(min(confidence, SURE), 4), reason, script)


def _odds(margin: float) -> float:
    return 1 / (1 + math.exp(-min(margin, 99.0)))


def _compare(
    words: list[str], script: str, model: Memory, likely: dict[str, float]
) -> Verdict:
    """Let the detectors choose among the languages of one script."""
    kinds = list(dict.fromkeys(words))  # a word said again proves nothing more
    prior = model.prior
    for lang, worth in likely.items():
        if lang in model.langs:
            prior = prior.copy()
            prior[model.langs.index(lang)] += worth
    total = model.rows(kinds).sum(axis=0) + prior
    first = int(total.argmax())
    best = float(total[first])
    total[first] = -np.inf
    margin = best - float(total.max())
    if margin < 9.0:
        votes = {int((one + prior).argmax()) for one in model.score(kinds)}
        margin /= AGREED if votes == {first} else DISAGREED
    confidence = _odds(margin)
    if confidence < SURE or len(words) < 5:
        letters = sum(map(len, kinds))
        if letters < 3 or confidence < NEEDED.get(len(kinds), 0.0):
            return Verdict(UNKNOWN, confidence, TOO_SHORT, script)
        if confidence < ENOUGH:
            reason = DISAGREE if letters > SHORT else TOO_SHORT
            return Verdict(UNKNOWN, confidence, reason, script)
    return Verdict(model.langs[first], round(min(confidence, MOST), 4), "", script)


@knowledge.remembered
def _langs_of() -> dict[str, tuple[str, ...]]:
    of: dict[str, list[str]] = {}
    for row in knowledge.rows("languages"):
        of.setdefault(row["script"], []).append(row["lang"])
    return {script: tuple(langs) for script, langs in of.items()}
