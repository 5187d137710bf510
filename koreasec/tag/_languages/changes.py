"""Where the language changes inside a line: between scripts, or between words."""

from __future__ import annotations

import re

import numpy as np

from ... import _scripts, knowledge
from . import han as _han
from .detect import DENSE_SCRIPTS, Reading, Span, main_script

SIDE = 3  # words that must stand on each side of a change
HINT = 2.0  # nats gained by a change between groups of words, to look closer
GAIN = 5.0  # nats by which two languages must explain a line better than one
GAIN_NAMES = 8.0  # the same where most words before the change are capital
STARTER = 3.0  # nats that a word is worth which opens sentences
SMALL = 3  # of so many words one must be in small letters
PHRASE, NAMELIKE = 4, 1  # words that make a phrase; of them in small letters
FEW_DENSE = 8  # syllables or characters that make more than a name
EDGE, EDGE_DENSE = 3, 6  # the same at the beginning of a line
JAPANESE = _scripts.JAPANESE
DENSE_RUNS = ("Hang", "Hani", "Jpan")
OPENERS = "([{\"'“„«‘‚‹「『【（《〈—–-"
BRACKETS = dict(zip("([（【", ")]）】", strict=True))
HANJA = 3  # Chinese characters at a stretch that still are Korean
FILL: tuple[list[str], ...] = (
    [],
    [""] * 2,
    [""],
)  # words that say nothing make a multiple of `SIDE`
GAP = re.compile(
    r"[.!?…]?[\"'”“’»«›‹)\]]{0,3}\s+[\"'“„«‘‚‹»(\[—–-]{0,2}"
)  # what may stand between a headline and a text


def changes(reading: Reading, span: Span) -> list[int]:
    """Return where in `span` another language begins, from left to right."""
    words = reading.words(span)
    if len(words) > 1:
        found = _between_scripts(reading, span) if phrases(words) > 1 else []
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
    model = reading.memory(script)
    filled = words + FILL[len(words) % SIDE]
    if _gains(*_sides(model.threes(filled), model.prior))[:-1].max() <= HINT:
        return []
    rows = model.rows(words)
    left, right = _sides(rows, model.prior)
    gains, first, second = (
        _gains(left, right),
        left.argmax(axis=1),
        right.argmax(axis=1),
    )
    likely = (first != second) & (gains > GAIN - STARTER)
    likely[: SIDE - 1] = likely[len(likely) - SIDE :] = False
    at = [int(k) for k in likely.nonzero()[0] if words[k + 1][0].isupper()]
    if not at:
        return []
    found = [match.span() for match in reading.finditer(script, span)]
    if len(found) != len(words):  # unseen characters part words
        return []
    best, cut = 0.0, list[int]()
    for k in at:
        begins = words[k + 1] in _starts().get(model.langs[second[k]], ())
        gain = float(gains[k]) + STARTER * begins
        gap = found[k][1], found[k + 1][0]
        if _open(reading.text[span[0] : gap[0]]):
            continue  # „Crash Landing on You“ is cut nowhere
        if gain > best and GAP.fullmatch(reading.text, *gap) and _tells(words, k, gain):
            best, cut = gain, [_opened(reading.text, *gap)]
    return cut


def _open(text: str) -> bool:
    """Whether a quotation is not yet closed at the end of `text`."""
    closed = max(text.rfind("“"), text.rfind("”"))
    return text.rfind("„") > closed or text.count("«") > text.count("»")


def _tells(words: list[str], last: int, gain: float) -> bool:
    """Whether a change behind word `last` is worth it; names must gain more."""
    names = _names(words[: last + 1])
    return not _names(words[last + 1 :]) and gain > (GAIN_NAMES if names else GAIN)


@knowledge.remembered
def _starts() -> dict[str, frozenset[str]]:
    """Return the words that open a sentence, by language."""
    found: dict[str, set[str]] = {}
    for row in knowledge.rows("sentence_words"):
        if row["role"] in ("starts", "subjects"):
            found.setdefault(row["lang"], set()).add(row["word"])
    return {lang: frozenset(words) for lang, words in found.items()}


def _names(words: list[str]) -> bool:
    """Whether most words are capital: names, or the title of a work."""
    return SMALL * sum(word[0].islower() for word in words) < len(words)


def _sides(rows: np.ndarray, prior: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return what each language explains up to each row, and behind it."""
    left = rows.cumsum(axis=0) + prior
    return left, left[-1] + prior - left + prior


def _gains(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return what a change behind each row gains."""
    return np.asarray(left.max(axis=1) + right.max(axis=1) - left[-1].max())


def _between_scripts(reading: Reading, span: Span) -> list[int]:
    """Find where a phrase in another script begins; names change nothing."""
    text = reading.plain[slice(*span)]
    runs = _joined(_scripts.runs(text))
    cuts: list[int] = []
    last, before = 0, ""
    for number, run in enumerate(runs):
        if not _is_phrase(text, run, edge=not before):
            continue
        head = 0 if before else _pieced(text, runs[:number], run.script)
        if head:
            cuts.append(_opened(text, runs[head - 1].end, runs[head].start))
        elif before and run.script != before:
            near = [r.start for r in runs[last + 1 : number] if r.script == run.script]
            cuts.append(_opened(text, runs[last].end, (near or [run.start])[0]))
        last, before = number, run.script
    return [span[0] + cut for cut in cuts]


def _pieced(text: str, runs: list[_scripts.Run], script: str) -> int:
    """Count the first runs that say something together: 北 ICBM 발사에 NSC 소집."""
    own = [n for n, run in enumerate(runs) if run.script in DENSE_RUNS]
    kinds = {runs[number].script for number in own}
    signs = sum(sum(map(len, text[runs[n].start : runs[n].end].split())) for n in own)
    told = len(kinds) == 1 and script not in kinds and signs >= EDGE_DENSE
    return own[-1] + 1 if told and script not in DENSE_RUNS else 0


def _joined(runs: list[_scripts.Run]) -> list[_scripts.Run]:
    """Count a few Chinese characters among Hangul as Korean; join what touches."""
    names = {run.script for run in runs}
    korean = "Hang" in names and "Jpan" not in names
    found: list[_scripts.Run] = []
    for run in runs:
        few = korean and run.script == "Hani" and run.end - run.start <= HANJA
        script = "Hang" if few else run.script
        if found and found[-1].script == script:
            found[-1] = _scripts.Run(found[-1].start, run.end, script)
        else:
            found.append(_scripts.Run(run.start, run.end, script))
    return found


def phrases(words: dict[str, list[str]]) -> int:
    """Count the scripts that have words enough for a phrase."""
    syllables = signs = said = 0
    for name, found in words.items():
        if name == "Hang":
            syllables = sum(map(len, found))
        elif name in DENSE_SCRIPTS:
            signs += sum(map(len, found))
        elif len(found) >= EDGE and any(map(_small, found)):
            said += 1
    return said + (syllables >= EDGE_DENSE - 2) + (signs >= EDGE_DENSE)


def _small(word: str) -> bool:
    return word[0].islower()


def _is_phrase(text: str, run: _scripts.Run, *, edge: bool) -> bool:
    """Whether a run says something, and is no name; at the `edge` less will do."""
    inside = text[run.start : run.end]
    closed_by = BRACKETS.get(text[run.start - 1 : run.start])
    if closed_by and closed_by not in inside:
        return False
    words = inside.split()
    if run.script in DENSE_RUNS:
        return sum(map(len, words)) >= (EDGE_DENSE if edge else FEW_DENSE)
    small = sum(word[0].islower() for word in words)
    return len(words) >= (EDGE if edge else PHRASE) and small >= NAMELIKE


def _at_blank(reading: Reading, span: Span, words: dict[str, list[str]]) -> list[int]:
    """Find the blank between a headline and a text, one Chinese, one Japanese."""
    text = reading.plain[slice(*span)]
    head, *rest = text.split(maxsplit=1)
    if not rest or "Hani" not in words or not JAPANESE & set(words):
        return []
    kana = reading.scripts.any_of(*sorted(JAPANESE))
    one, two = kana.search(head), kana.search(rest[0])
    if bool(one) == bool(two) or not _chinese(reading, rest[0] if one else head):
        return []
    return [span[1] - len(rest[0])]


def _chinese(reading: Reading, text: str) -> bool:
    """Whether a text without kana must be Chinese."""
    letters = "".join(reading.scripts.word["Hani"].findall(text))
    return len(letters) >= EDGE_DENSE and "Jpan" not in _han.writing(letters)


def _opened(text: str, floor: int, start: int) -> int:
    """Move `start` back over what opens a phrase."""
    while start > floor and text[start - 1] in OPENERS:
        start -= 1
    return start
