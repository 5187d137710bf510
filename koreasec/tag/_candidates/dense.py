"""Names beside titles, and runs of katakana, in Korean, Japanese and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ... import knowledge
from .._actors.lexicon import lexicon
from .seen import Free, Seen

HAN = "\u3400-\u9fff"
PARTED = re.compile(
    f"[ァ-ヺー]+(?:[・･][ァ-ヺー]+)+|[{HAN}]{{1,5}}(?:[·・][{HAN}]{{1,5}})+"
)
NAMES = {
    "ko": re.compile(r"(?<![가-힣])([가-힣]{2,4}) ?$"),
    "ja": re.compile(f"([ァ-ヺー]{{3,}}|(?<![{HAN}])[{HAN}]{{3,5}})$"),
    "zh": re.compile(f"(?<![{HAN}])([{HAN}]{{2,4}})$"),
}
CHINESE = re.compile(f"[{HAN}]{{2,5}}")
BEFORE = 12  # letters before a title in which a name may stand
LANGS = tuple(NAMES)


def titled(free: Free) -> Iterator[Seen]:
    """Yield what stands beside titles and looks like a name."""
    for start, end in free.inside:
        lang = free.document.lang_at(start)
        if lang in LANGS:
            title = free.document.text[start:end]
            yield from _before(free, start, lang, title)
            if lang == "zh":
                yield from _chinese(free, end, title)
    yield from _addressed(free)


def parted(free: Free) -> Iterator[Seen]:
    """Yield foreign names in katakana or Han with dots between their parts."""
    for match in PARTED.finditer(free.document.text):
        start, end = match.span()
        lang = free.document.lang_at(start)
        if lang in ("ja", "zh") and free.at(start, end):
            title = free.after.get(end) or free.before.get(start) or ""
            yield Seen(start, end, match.group(), lang, title, True)


def again(free: Free, names: frozenset[tuple[str, str]]) -> Iterator[Seen]:
    """Yield the `names`, by language, wherever else nothing covers them."""
    text = free.document.text
    for lang, name in sorted(names):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if free.document.lang_at(start) == lang and free.at(start, end):
                yield Seen(start, end, name, lang, "", True)
            start = text.find(name, end)


def _before(free: Free, start: int, lang: str, title: str) -> Iterator[Seen]:
    floor = max(0, start - BEFORE)
    match = NAMES[lang].search(free.document.text[floor:start])
    if match is None:
        return
    first, last = floor + match.start(1), floor + match.end(1)
    name = match.group(1)
    if (first, last) in free.open or not free.at(first, last):
        return
    if any(a < last and first < b for a, b in free.inside):
        return
    if lang == "ja" or _surname(name, lang):
        yield Seen(first, last, name, lang, title, True)


def _chinese(free: Free, end: int, title: str) -> Iterator[Seen]:
    """Yield the name after a Chinese title, up to a verb of saying."""
    match = CHINESE.match(free.document.text, end)
    if match is None or not _surname(match.group(), "zh"):
        return
    letters = match.group()
    size = min(3, len(letters))
    for cut in (2, 3):
        if letters[cut:].startswith(_verbs(knowledge.overlay())) or len(letters) == cut:
            size = cut
            break
    if free.at(end, end + size):
        yield Seen(end, end + size, letters[:size], "zh", title, True)


def _addressed(free: Free) -> Iterator[Seen]:
    """Yield names before words such as 氏 and 씨."""
    text = free.document.text
    for lang, words in _polite(knowledge.overlay()).items():
        for match in words.finditer(text):
            if free.document.lang_at(match.start()) == lang:
                yield from _before(free, match.start(), lang, match.group())


def _surname(name: str, lang: str) -> bool:
    """Tell whether a name begins with a known surname of its language."""
    return name.startswith(_surnames(lang, knowledge.overlay()))


@cache
def _surnames(lang: str, over: str) -> tuple[str, ...]:
    entries = {one for some in lexicon().entries for one in some}
    names = {one.name for one in entries if (one.sort, one.lang) == ("surname", lang)}
    return tuple(sorted(name for name in names if len(name) <= 2))


@cache
def _verbs(over: str) -> tuple[str, ...]:
    rows = knowledge.rows("statement_cues")
    return tuple(sorted({row["cue"] for row in rows if row["lang"] == "zh"}))


@cache
def _polite(over: str) -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = {}
    for row in knowledge.rows("candidate_words"):
        if row["role"] == "after":
            words.setdefault(row["lang"], []).append(re.escape(row["word"]))
    return {lang: re.compile("|".join(found)) for lang, found in words.items()}
