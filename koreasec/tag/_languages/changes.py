"""Where the language changes inside a line: between scripts, or between words."""

from __future__ import annotations

import numpy as np

from ... import _scripts
from . import han as _han
from .detect import DENSE_SCRIPTS, Reading, Span, main_script

SIDE = 3  # words that must stand on each side of a change
HINT = 2.0  # nats gained by a change between groups of words, to look closer
GAIN = 5.0  # nats by which two languages must explain a line better than one
SMALL = 3  # of so many words one must be in small letters
PHRASE, NAMELIKE = 4, 1  # words that make a phrase; of them in small letters
FEW_DENSE = 8  # syllables or characters that make more than a name
EDGE, EDGE_DENSE = 3, 6  # the same at the beginning of a line
JAPANESE = _scripts.JAPANESE
OPENERS = "([{\"'“„«‘‚‹「『【（《〈—–-"
BRACKETS = "([（【"


def changes(reading: Reading, span: Span) -> list[int]:
    """Return where in `span` another language begins, from left to right."""
    words = reading.words(span)
    if len(words) > 1:
        found = _between_scripts(reading, span) if _phrases(words) > 1 else []
        found = found or _at_blank(reading, span, words)
        if found:
            return found
    script = main_script(words) if words else ""
    if script in ("Latn", "Cyrl") and len(words[script]) >= 2 * SIDE:
        return _between_words(reading, span, script, words[script])
    return []


def _between_words(
    reading: Reading, span: Span, script: str, words: list[str]
) -> list[int]:
    """Find the one change that explains the words better than one language."""
    from .models import memory

    model = memory(script)
    rows = model.rows(words)
    if _gains(np.add.reduceat(rows, range(0, len(rows), SIDE)), model.prior)[0] <= HINT:
        return []
    gains, changed = _gains(rows, model.prior)[1:]
    capital = [word[0].isupper() for word in words[1:]] + [False]
    gains = np.where(changed & capital, gains, 0.0)
    gains[: SIDE - 1] = gains[len(gains) - SIDE :] = 0.0
    best = int(gains.argmax())
    if gains[best] <= GAIN or _names(words[: best + 1]) or _names(words[best + 1 :]):
        return []
    matches = list(_scripts.word(script).finditer(reading.plain, *span))
    return [_opened(reading.text, matches[best].end(), matches[best + 1].start())]


def _names(words: list[str]) -> bool:
    """Whether most words are capital: names, or the title of a work."""
    return SMALL * sum(word[0].islower() for word in words) < len(words)


def _gains(rows: np.ndarray, prior: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """Return what a change behind each row gains, and whether there is one."""
    left = rows.cumsum(axis=0) + prior
    right = left[-1] + prior - left + prior
    gains = left.max(axis=1) + right.max(axis=1) - left[-1].max()
    return float(gains[:-1].max(initial=0.0)), gains, left.argmax(1) != right.argmax(1)


def _between_scripts(reading: Reading, span: Span) -> list[int]:
    """Find where a phrase in another script begins; names change nothing."""
    text = reading.plain[slice(*span)]
    runs = _joined(_scripts.runs(text))
    cuts: list[int] = []
    last, before = 0, ""
    for number, run in enumerate(runs):
        if not _is_phrase(text, run, edge=not before):
            continue
        if before and run.script != before:
            near = [r.start for r in runs[last + 1 : number] if r.script == run.script]
            cuts.append(_opened(text, runs[last].end, (near or [run.start])[0]))
        last, before = number, run.script
    return [span[0] + cut for cut in cuts]


def _joined(runs: list[_scripts.Run]) -> list[_scripts.Run]:
    """Count Chinese characters among Hangul as Korean, and join what touches."""
    names = {run.script for run in runs}
    korean = "Hang" in names and "Jpan" not in names
    found: list[_scripts.Run] = []
    for run in runs:
        script = "Hang" if korean and run.script == "Hani" else run.script
        if found and found[-1].script == script:
            found[-1] = _scripts.Run(found[-1].start, run.end, script)
        else:
            found.append(_scripts.Run(run.start, run.end, script))
    return found


def _phrases(words: dict[str, list[str]]) -> int:
    """Count the scripts that have words enough for a phrase."""
    syllables = sum(map(len, words.get("Hang", ()))) >= EDGE_DENSE - 2
    others = (name for name in ("Hani", "Hira", "Kana") if name in words)
    signs = sum(len(word) for name in others for word in words[name]) >= EDGE_DENSE
    spaced = (name for name in words if name not in DENSE_SCRIPTS)
    return syllables + signs + sum(len(words[name]) >= EDGE for name in spaced)


def _is_phrase(text: str, run: _scripts.Run, *, edge: bool) -> bool:
    """Whether a run says something, and is no name; at the `edge` less will do."""
    inside = text[run.start : run.end]
    if text[max(run.start - 1, 0) : run.start] in tuple(BRACKETS):
        return False
    words = inside.split()
    if run.script in ("Hang", "Hani", "Jpan"):
        return sum(map(len, words)) >= (EDGE_DENSE if edge else FEW_DENSE)
    small = sum(word[0].islower() for word in words)
    return len(words) >= (EDGE if edge else PHRASE) and small >= NAMELIKE


def _at_blank(reading: Reading, span: Span, words: dict[str, list[str]]) -> list[int]:
    """Find the blank between a headline and a text, one Chinese, one Japanese."""
    text = reading.plain[slice(*span)]
    head, *rest = text.split(maxsplit=1)
    if not rest or "Hani" not in words or not JAPANESE & set(words):
        return []
    one, two = _writing(head), _writing(rest[0])
    return [span[1] - len(rest[0])] if {one, two} == {"Jpan", "Hani"} else []


def _writing(text: str) -> str:
    """Return ``Jpan`` for a text with kana, ``Hani`` where it must be Chinese."""
    words = _scripts.words(text)
    if JAPANESE & set(words):
        return "Jpan"
    letters = "".join(words.get("Hani", ()))
    chinese = len(letters) >= EDGE_DENSE and "Jpan" not in _han.writing(letters)
    return "Hani" if chinese else ""


def _opened(text: str, floor: int, start: int) -> int:
    """Move `start` back over what opens a phrase."""
    while start > floor and text[start - 1] in OPENERS:
        start -= 1
    return start
