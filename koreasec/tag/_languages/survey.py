"""
Which stretches of a text plainly are in one language, all looked at together.

Of a long stretch the first words are heard, then only the short ones: they tell a
language best, and hardly any of them is new. What is short, mixed or doubtful is left
to `Reading.judge` and `changes`.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from .changes import FILL, HINT, SIDE, phrases
from .detect import (
    DENSE_SCRIPTS,
    MOST,
    SURE,
    UNKNOWN,
    Reading,
    Span,
    Verdict,
    main_script,
)

if TYPE_CHECKING:
    from .models import Memory

CLEAR = 20.0  # nats between the two best languages
FEW, MANY = 3, 8  # words; different words that are enough where some are repeated
FIRST, SHORT = 8, 5  # words heard in any case; letters of those heard after them
SHARED = ("Latn", "Cyrl")  # scripts of so many languages that all are compared

Group = list[tuple[int, list[str]]]


def survey(reading: Reading, spans: list[Span]) -> list[Verdict | None]:
    """Return the language of each of `spans`, None where it is not plain."""
    found: list[Verdict | None] = [None] * len(spans)
    groups: dict[str, Group] = {}
    for number, span in enumerate(spans):
        words = reading.words(span)
        script = main_script(words) if words else ""
        if not script or (len(words) > 1 and phrases(words) > 1):
            continue
        if script == "Hang":
            found[number] = Verdict("ko", SURE, "", "Kore")
        elif script in SHARED and len(words[script]) >= FEW:
            groups.setdefault(script, []).append((number, words[script]))
        elif script in DENSE_SCRIPTS and len(reading.text[slice(*span)].split()) == 1:
            found[number] = reading.judge(span)
    if not reading.given:
        for script, group in groups.items():
            for number, lang in _plain(reading.memory(script), group).items():
                found[number] = Verdict(lang, MOST, "", script)
    return found


def leans(
    reading: Reading, quoted: list[Span], around: list[Span], to: Verdict
) -> bool:
    """Whether all that is `quoted`, and the rest, speaks for one language."""
    if to.script in SHARED:
        return all(_leans(reading, span, to) for span in quoted)
    judged = (reading.judge(*around), *map(reading.judge, quoted))
    return all(verdict.lang in (to.lang, UNKNOWN) for verdict in judged)


def _leans(reading: Reading, span: Span, to: Verdict) -> bool:
    words = reading.words(span)
    if words.keys() != {to.script}:
        return False
    model = reading.memory(to.script)
    sums = model.rows(words[to.script]).sum(axis=0)
    return model.langs[int(sums.argmax())] == to.lang


def _plain(model: Memory, group: Group) -> dict[int, str]:
    """Return the language of each stretch that has one, clearly and throughout."""
    heard = [_heard(words) for _, words in group]
    filled = [words + FILL[len(words) % SIDE] for words in heard]
    lengths = np.array([len(words) // SIDE for words in filled])
    starts = lengths.cumsum() - lengths
    sums = model.threes([*chain.from_iterable(filled)])
    margin, best, gains = _weighed(sums, starts, lengths, model.prior)
    clear = (margin > CLEAR) & ((gains <= HINT) | (lengths <= 1))
    return {
        group[at][0]: model.langs[best[at]]
        for at in clear.nonzero()[0].tolist()
        if (many := len(set(heard[at]))) >= MANY or many == len(heard[at])
    }


def _heard(words: list[str]) -> list[str]:
    if len(words) <= FIRST:
        return words
    return words[:FIRST] + [word for word in words[FIRST:] if len(word) <= SHORT]


def _weighed(
    rows: np.ndarray, starts: np.ndarray, lengths: np.ndarray, prior: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return margin and language of each stretch, and what a change would gain."""
    totals = np.add.reduceat(rows, starts) + prior
    best = totals.argmax(axis=1)
    two = np.partition(totals, -2, axis=1)[:, -2:]
    left = rows.cumsum(axis=0)
    floor = left[starts] - rows[starts] - prior
    left -= floor.repeat(lengths, axis=0)
    right = (totals + prior).repeat(lengths, axis=0)
    right -= left
    gains = left.T.copy().max(axis=0) + right.T.copy().max(axis=0)
    gains -= two[:, 1].repeat(lengths)
    gains[starts + lengths - 1] = 0.0
    return two[:, 1] - two[:, 0], best, np.maximum.reduceat(gains, starts)
