"""Capitalised words that follow each other, where scripts part words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ... import knowledge
from .seen import Free, Seen

WORD = re.compile(r"[^\W\d_][\w'’‐-]*|\d[\w-]*")
OWNER = re.compile(r"['’]s?$")
OPENS = " \t\"'„“‚‘«»(–—-"
LONGEST = 6  # words
SINGLE = {"de"}  # languages in which any noun is written large


def runs(free: Free) -> Iterator[Seen]:
    """Yield runs of capitalised words that nothing covers."""
    text = free.document.text
    run: list[re.Match[str]] = []
    terms = {spot for start, end in free.terms for spot in range(start, end)}
    for word in WORD.finditer(text):
        large = _name_like(word.group()) and free.at(word.start(), word.end())
        large = large and word.start() not in terms
        if run and not (_joined(free, text, run[-1].end(), word.start()) and large):
            yield from _made(free, run)
            run = []
        if large:
            run.append(word)
    if run:
        yield from _made(free, run)


def _name_like(word: str) -> bool:
    return word[0].isupper() and word[0] != word[0].lower() and len(word) > 1


def _joined(free: Free, text: str, end: int, start: int) -> bool:
    """Tell whether one name may go on over what stands between two words."""
    between = text[end:start]
    if between == " ":
        return True
    return (
        between.strip() in _joints(free.document.lang_at(end)) and "\n" not in between
    )


@cache
def _joining(lang: str, over: str) -> frozenset[str]:
    rows = knowledge.rows("candidate_words")
    return frozenset(
        row["word"] for row in rows if (row["lang"], row["role"]) == (lang, "joins")
    )


def _joints(lang: str) -> frozenset[str]:
    return _joining(lang, knowledge.overlay())


def _made(free: Free, run: list[re.Match[str]]) -> Iterator[Seen]:
    document, text = free.document, free.document.text
    first, last = run[0].start(), run[-1].end()
    lang = document.lang_at(first)
    if len(run) > LONGEST or _headline(free, first):
        return
    opened = _opens(
        document.text, document.sentences, document.sentence_at(first), first
    )
    if len(run) == 1 and last + 1 in free.after:
        return  # "Assistant" of an assistant minister
    title = _title(free, first, last)
    if opened and not title and len(run) > 1:  # its first word may be any word
        yield from _one(free, run[1:], lang, "")
    if title or len(run) > 1 or lang not in SINGLE or text[first:last].isupper():
        yield from _one(free, run, lang, title, sure=bool(title) or not opened)


def _one(
    free: Free, run: list[re.Match[str]], lang: str, title: str, sure: bool = True
) -> Iterator[Seen]:
    start, end = run[0].start(), run[-1].end()
    form = OWNER.sub("", free.document.text[start:end])
    if (start, start + len(form)) in free.open:
        return  # a surname that the tables know
    if len(run) > 1 or title or lang not in SINGLE or form.isupper():
        yield Seen(start, start + len(form), form, lang, title, sure)


def _opens(
    text: str, sentences: list[tuple[int, int]], number: int, start: int
) -> bool:
    """Tell whether a word stands where any would be written large."""
    begin = sentences[number][0] if sentences else 0
    before = text[begin:start]
    return not before.strip(OPENS) or before.rstrip(OPENS).endswith((":", "\n"))


def _headline(free: Free, start: int) -> bool:
    """Tell whether `start` is in a passage that writes most words large."""
    for passage in free.document.passages:
        if passage.start <= start < passage.end:
            words = WORD.findall(free.document.text[passage.start : passage.end])
            small = [word for word in words if word[0].islower() and len(word) > 3]
            return passage.kind != "paragraph" and len(small) * 3 < len(words)
    return False


def _title(free: Free, start: int, end: int) -> str:
    text = free.document.text
    for gap in (" ", ", "):
        if text.endswith(gap, 0, start) and start - len(gap) in free.before:
            return free.before[start - len(gap)]
    if text.startswith(", ", end):
        return free.after.get(end + 2, "")
    return ""
