"""Korean names as letters: syllables taken apart, North and South spelling."""

from __future__ import annotations

import unicodedata

from ._name import Row

LEADING = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CLOSING = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def apart(text: str) -> str:
    """
    Write the syllables of `text` as letters, a closing one behind a stop.

    >>> apart("김_정은")
    'ㄱㅣ.ㅁ_ㅈㅓ.ㅇㅇㅡ.ㄴ'
    """
    return "".join(_letters(sign) for sign in text)


def _letters(sign: str) -> str:
    if not "가" <= sign <= "힣":
        return sign
    found = [ord(part) for part in unicodedata.normalize("NFD", sign)]
    lead, vowel = LEADING[found[0] - 0x1100], VOWELS[found[1] - 0x1161]
    close = f".{CLOSING[found[2] - 0x11A8]}" if len(found) > 2 else ""
    return f"{lead}{vowel}{close}"


def closed(word: str) -> str:
    """
    Put each closing letter that stands alone under the open syllable before it.

    >>> closed("라브로프"), closed("비ㄱ토르")
    ('라브로프', '빅토르')
    """
    found = ""
    for sign in word:
        open_before = "가" <= found[-1:] <= "힣" and (ord(found[-1]) - 0xAC00) % 28 == 0
        if sign in CLOSING and open_before:
            found = found[:-1] + chr(ord(found[-1]) + 1 + CLOSING.index(sign))
        elif sign not in CLOSING:
            found += sign
    return found


def split(hangul: str, doubles: frozenset[str]) -> tuple[str, str]:
    """Return surname and given name; `doubles` are surnames of two syllables."""
    size = 2 if hangul[:2] in doubles else 1
    return hangul[:size], hangul[size:]


def countries(hangul: str, hanja: str, readings: list[Row]) -> tuple[str, str]:
    """
    Return a name as the South and as the North spells it.

    In the South ㄹ and ㄴ fall or change at the head of a surname or a given name.
    `readings` tell from the hanja, or for some surnames always, what was there.
    """
    softer = {row["north"]: row["south"] for row in readings}
    by_hanja = {row["hanja"]: row["north"] for row in readings if row["hanja"]}
    always = {row["south"]: row["north"] for row in readings if not row["hanja"]}
    characters = hanja if len(hanja) == len(hangul) else " " * len(hangul)
    south, north = "", ""
    for place, (syllable, character) in enumerate(zip(hangul, characters, strict=True)):
        head = place == 0 or (place == 1 and len(hangul) > 2)
        soft = softer.get(syllable, syllable) if head else syllable
        full = by_hanja.get(character, syllable)
        if place == 0 and full == syllable and character in (" ", "?"):
            full = always.get(syllable, syllable)
        south += soft
        north += full if full == syllable or softer.get(full) == soft else syllable
    return south, north
