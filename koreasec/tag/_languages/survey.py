"""
Which stretches of a text plainly are in one language, all looked at together.

What is short, mixed or doubtful is left to `Reading.judge` and `changes`.
"""

from __future__ import annotations

from itertools import chain

import numpy as np

from .changes import HINT, SIDE, phrases
from .detect import MOST, SURE, Reading, Span, Verdict, main_script
from .models import Memory, memory

CLEAR = 20.0  # nats between the two best languages
MANY = 8  # different words
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
        elif script in SHARED and len(words[script]) >= MANY:
            groups.setdefault(script, []).append((number, words[script]))
    for script, group in groups.items():
        for number, lang in _plain(memory(script), group).items():
            found[number] = Verdict(lang, MOST, "", script)
    return found


def _plain(model: Memory, group: Group) -> dict[int, str]:
    """Return the language of each stretch that has one, clearly and throughout."""
    sizes = [len(words) for _, words in group]
    begins = np.cumsum([0, *sizes[:-1]]).tolist()
    firsts = [
        range(at, at + size, SIDE) for at, size in zip(begins, sizes, strict=True)
    ]
    rows = model.rows([*chain.from_iterable(words for _, words in group)])
    rows = np.add.reduceat(rows, [*chain.from_iterable(firsts)])
    lengths = np.array([*map(len, firsts)])
    starts = np.cumsum(lengths) - lengths
    margin, best, gains = _weighed(rows, starts, lengths, model.prior)
    clear = (margin > CLEAR) & (gains <= HINT)
    return {
        number: model.langs[best[at]]
        for at, (number, words) in enumerate(group)
        if clear[at] and len(set(words)) >= MANY
    }


def _weighed(
    rows: np.ndarray, starts: np.ndarray, lengths: np.ndarray, prior: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return margin and language of each stretch, and what a change would gain."""
    totals = np.add.reduceat(rows, starts) + prior
    best = totals.argmax(axis=1)
    two = np.partition(totals, -2, axis=1)[:, -2:]
    left = rows.cumsum(axis=0)
    floor = np.repeat(left[starts] - rows[starts] - prior, lengths, axis=0)
    left -= floor
    right = np.repeat(totals + prior, lengths, axis=0)
    right -= left
    gains = left.max(axis=1) + right.max(axis=1) - np.repeat(two[:, 1], lengths)
    gains[starts + lengths - 1] = 0.0
    return two[:, 1] - two[:, 0], best, np.maximum.reduceat(gains, starts)
