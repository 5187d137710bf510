"""What a detector should see of a text: letters as they are read, and words alone."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

# What each sign may begin, and whether it may stand inside a word.
ADDRESSES = (
    ("http", re.compile(r"https?://\S+"), True),
    ("www.", re.compile(r"www\.\S+"), True),
    ("@", re.compile(r"@\w+"), False),
    ("#", re.compile(r"#[A-Za-z]\w*"), False),
    ("$", re.compile(r"\$[A-Z]{1,6}\b"), False),
)
HOST = re.compile(r"@[\w-]{1,255}\.[\w.]{1,255}")
NAME = 64  # characters before the sign of a mail address
UNSEEN = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF])
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
WIDE_OR_UNSEEN = UNSEEN | WIDE
ODD = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\uff21-\uff3a\uff41-\uff5a]")
MIXED = re.compile("[A-Za-z][\u0400-\u045f]|[\u0400-\u045f][A-Za-z]")
LATIN_RUN, CYRILLIC_RUN = re.compile("[A-Za-z]+"), re.compile("[\u0400-\u045f]")
JOINED = re.compile("[A-Za-z\u0400-\u045f]+")
LATIN, CYRILLIC = "ABCEHIJKMOPSTXYaceijopsxy", "АВСЕНІЈКМОРЅТХУасеіјорѕху"
TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
TO_LATIN = str.maketrans(CYRILLIC, LATIN)
SHOUT, LONG = 3, 6  # words in capitals, and letters of one: more than acronyms


def blanked(text: str) -> str:
    """Blank web and mail addresses, handles, tags and tickers; offsets stay."""
    spans: list[tuple[int, int]] = []
    for sign, pattern, inside in ADDRESSES:
        if sign in text:
            found = pattern.finditer(text)
            spans += [x.span() for x in found if inside or _begins(text, x.start())]
    for host in HOST.finditer(text) if "@" in text else ():
        start = host.start()
        floor = max(start - NAME, 0)
        while start > floor and (
            text[start - 1].isalnum() or text[start - 1] in "_.+-"
        ):
            start -= 1
        if start < host.start():
            spans.append((start, host.end()))
    plain, done = "", 0
    for start, end in sorted(spans):
        plain += text[done:start] + " " * (end - max(start, done))
        done = max(done, end)
    return plain + text[done:] if spans else text


def _begins(text: str, at: int) -> bool:
    return not (text[at - 1 : at].isalnum() or text[at - 1 : at] == "_")


def is_readable(text: str, *, alone: bool) -> bool:
    """Whether `readable` would leave `text`, in one script `alone`, as it is."""
    if text.isascii():
        return True
    if not unicodedata.is_normalized("NFC", text) or ODD.search(text):
        return False
    return alone or not _mixed(text)


def _mixed(text: str) -> bool:
    """Whether Latin and Cyrillic letters touch anywhere."""
    if CYRILLIC_RUN.search(text) is None:
        return False
    return any(
        MIXED.search(text, max(match.start() - 1, 0), match.end() + 1)
        for match in LATIN_RUN.finditer(text)
    )


def readable(text: str) -> str:
    """
    Compose letters, drop unseen characters, undo wide and look-alike letters.

    >>> readable("Ро\\u00adcсия, ＮＡＴＯ")
    'Россия, NATO'
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if ODD.search(text):
        text = text.translate(WIDE_OR_UNSEEN)
    return JOINED.sub(_of_one_script, text) if MIXED.search(text) else text


def _of_one_script(match: re.Match[str]) -> str:
    """Write a word in the alphabet that has all its letters, or lets it be."""
    word = match.group()
    latin = [letter for letter in word if letter.isascii()]
    if not latin or len(latin) == len(word):
        return word
    cyrillic = [letter for letter in word if not letter.isascii()]
    for strange, table in sorted(
        [(latin, TO_CYRILLIC), (cyrillic, TO_LATIN)], key=lambda pair: len(pair[0])
    ):
        if all(ord(letter) in table for letter in strange):
            return word.translate(table)
    return word


def unshouted(words: list[str]) -> list[str]:
    """
    Write the words of a phrase in capitals as names; acronyms stay.

    >>> unshouted(["EILT", "NORDKOREA", "TESTET", "Atombombe"])
    ['Eilt', 'Nordkorea', 'Testet', 'Atombombe']
    """
    if sum(map(str.isupper, words)) < SHOUT:
        return words
    found: list[str] = []
    for loud, group in groupby(words, str.isupper):
        run = list(group)
        if loud and len(run) >= SHOUT and max(map(len, run)) >= LONG:
            run = [word.capitalize() for word in run]
        found.extend(run)
    return found
