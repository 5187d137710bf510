"""Letters and words of another alphabet, script or language, left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import _scripts, knowledge
from .._documents import Document
from .._languages.foreign import _odd_letter as odd_letter
from .._languages.foreign import _owner as owner_of
from .._languages.han import writing
from .sign import OPENING, Sign, Stretch, listed, sheltered, supported

KANA = ("Hira", "Kana")
STRANGE = {  # scripts that words of a text in another script are left in
    "Latn": ("Cyrl", "Hang", "Hani", *KANA),
    "Cyrl": ("Hang", "Hani", *KANA),
    "Kore": ("Cyrl", *KANA),
    "Jpan": ("Cyrl", "Hang"),
    "Hani": ("Cyrl", "Hang", *KANA),
}
WORD = re.compile(r"[^\W\d_]+")
MIXED = re.compile("[A-Za-z][\u0400-\u045f]|[\u0400-\u045f][A-Za-z]")
TWINS = frozenset("aceiopxyABCEHIKMOPSTXYсеаіорхуАВСЕНІКМОРЅТХУ")
ROMAN = frozenset("IVXLCDMІХСМ")
STOPS = frozenset('.!?…。！？»”“"」')  # what ends a sentence
SURE = 0.99
ENGLISH = re.compile("(?<![A-Za-z-])[a-z]+(?: [A-Za-z]+)+")


def mixed(document: Document, stretch: Stretch) -> Iterator[Sign]:
    """Yield words of Latin and Cyrillic letters that look alike."""
    text = document.text
    if not MIXED.search(text, stretch.start, stretch.end):
        return
    for match in WORD.finditer(text, stretch.start, stretch.end):
        word = match.group()
        if len(word) < 3 or not MIXED.search(word) or ROMAN.issuperset(word):
            continue
        latin = {letter for letter in word if letter.isascii()}
        if latin <= TWINS or {*word} - latin <= TWINS:
            note = "Latin and Cyrillic letters that look alike stand in one word."
            yield Sign(*match.span(), "letters", "", note)


def odd(document: Document, stretch: Stretch) -> Iterator[Sign]:
    """Yield words with letters that the alphabet of the passage does not have."""
    text, pattern = document.text, odd_letter(stretch.lang)
    if pattern is None or not pattern.search(text, stretch.start, stretch.end):
        return
    for match in WORD.finditer(text, stretch.start, stretch.end):
        word = match.group()
        if ROMAN.issuperset(word) or MIXED.search(word) or not pattern.search(word):
            continue
        lang = owner_of(word)
        if lang in supported() and not sheltered(text, stretch, *match.span()):
            names = knowledge.label(lang), knowledge.label(stretch.lang)
            note = f"A word with {names[0]} letters stands in a {names[1]} text."
            yield Sign(*match.span(), "letters", lang, note)


def untranslated(document: Document, stretch: Stretch) -> Iterator[Sign]:
    """Yield words of another script that no bracket or quotation mark sets apart."""
    text, found = document.text, _strange().get(stretch.lang)
    for match in found.finditer(text, stretch.start, stretch.end) if found else ():
        start, end = match.span()
        whole = (start, end) == (stretch.start, stretch.end)
        if whole or sheltered(text, stretch, start, end):
            continue
        note = "Words in another script stand in the text, not set apart."
        yield Sign(start, end, "untranslated", _tells(match.group()), note)


def pieces(document: Document) -> Iterator[Sign]:
    """Yield stretches in another script in the middle of a line, not set apart."""
    text, ours = document.text, _script(document.lang)
    for passage in document.passages:
        _, kind, start, end, lang, *_ = passage
        before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
        if kind != "paragraph" or _script(lang) in ("", ours) or not before:
            continue
        line = Stretch(start - len(before) - 1, len(text), lang)
        apart = before[-1] in OPENING or sheltered(text, line, start, end)
        if passage.confidence >= SURE and before[-1] not in STOPS and not apart:
            note = f"Words in {knowledge.label(lang)} stand in the middle of a line."
            yield Sign(start, end, "untranslated", lang, note)


def english(document: Document, stretch: Stretch) -> Iterator[Sign]:
    """Yield English words in small letters in a text of another script."""
    if stretch.lang not in _not_latin():
        return
    for match in ENGLISH.finditer(document.text, stretch.start, stretch.end):
        words = match.group().split()
        small = [word for word in words if word[0].islower()]
        told = len(small) * 2 > len(words) and not _common().isdisjoint(small)
        if told and not sheltered(document.text, stretch, *match.span()):
            note = "English words were left as they were."
            yield Sign(*match.span(), "untranslated", "en", note)


@knowledge.remembered
def _script(lang: str) -> str:
    rows = knowledge.rows("languages")
    return next((row["script"] for row in rows if row["lang"] == lang), "")


def _tells(words: str) -> str:
    """Say which languages the `words` may be of."""
    found = _scripts.words(words)
    if "Hang" in found:
        return "ko"
    if any(kana in found for kana in KANA):
        return "ja"
    if "Hani" in found:
        fitting = writing("".join(found["Hani"]))
        return "ja" if fitting == ("Jpan",) else "ja zh" if "Jpan" in fitting else "zh"
    fits = {lang for lang in ("ru", "uk") if not _pattern(lang).search(words)}
    return listed(fits)


def _pattern(lang: str) -> re.Pattern[str]:
    return odd_letter(lang) or re.compile("(?!)")


@knowledge.remembered
def _strange() -> dict[str, re.Pattern[str]]:
    made = {}
    for row in knowledge.rows("languages"):
        if row["lang"] in supported() and row["script"] in STRANGE:
            one = "".join(map(_scripts.letters, STRANGE[row["script"]]))
            made[row["lang"]] = re.compile(f"[{one}][{one}\u30fb]+(?: [{one}]+)*")
    return made


@knowledge.remembered
def _not_latin() -> frozenset[str]:
    rows = knowledge.rows("languages")
    return frozenset(row["lang"] for row in rows if row["script"] != "Latn")


@knowledge.remembered
def _common() -> frozenset[str]:
    rows = knowledge.rows("common_words")
    return frozenset(row["word"] for row in rows if row["lang"] == "en")
