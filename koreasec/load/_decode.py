"""Bytes to text: UTF-8 first, then byte order marks, then detection."""

from __future__ import annotations

import codecs
import logging

MARKS = [  # the longer marks first: UTF-32 LE begins like UTF-16 LE
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
SAMPLE = 200_000  # bytes that detection looks at
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b\x85")


def decode(data: bytes) -> tuple[str, str, str]:
    """
    Return ``(text, encoding, problem)``; the text is empty where `data` is none.

    >>> decode("Пхеньян заявил".encode("cp1251"))[0]
    'Пхеньян заявил'
    """
    if not data:
        return "", "", "empty"
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(data, encoding)
    try:
        return _sound(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _nearly(data, error.start) or _detected(data)


def _nearly(data: bytes, first: int) -> tuple[str, str, str] | None:
    """Return UTF-8 with a few broken bytes as such: no other encoding looks so."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text[:SAMPLE]) - broken
    if whole < max(8, 20 * broken):
        return None
    told = f"byte {first} is not utf-8; {broken} replaced"
    return (text, "utf-8", told) if _sound(text, "")[0] else None


def _detected(data: bytes) -> tuple[str, str, str]:
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return "", "", "binary or in an unknown encoding"
    text, encoding, problem = _checked(data, best.encoding)
    return text, f"{encoding} (guessed)" if encoding else "", problem


def _checked(data: bytes, encoding: str) -> tuple[str, str, str]:
    try:
        return _sound(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return text, encoding, f"byte {error.start} is not {encoding}; replaced"


def _sound(text: str, encoding: str) -> tuple[str, str, str]:
    """Refuse text that is mostly control characters: it was no text."""
    controls = sum(map(text.count, CONTROLS))
    if controls > max(2, len(text) // 100):
        return "", "", "binary"
    return text, encoding, ""
