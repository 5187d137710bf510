"""Text from strangers made fit for a label, a hover box or an attribute."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "…"
LONGEST = 4000  # more of one text never fits a chart


def clean(text: object) -> str:
    """Return `text` on one line without control, direction and broken characters."""
    line = " ".join(str(text)[:LONGEST].split())
    return "".join(filter(None, map(_kept, line)))


def _kept(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Cs":
        return UNREADABLE
    return "" if category in ("Cc", "Cf") else character


def width(text: str) -> int:
    """Count the columns of `text`; a Hangul syllable or a Han character takes two."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def short(text: object, columns: int) -> str:
    """Return `text` cleaned, cut with an ellipsis where it is wider than `columns`."""
    line = clean(text)
    if width(line) <= columns:
        return line
    kept, used = [], 1
    for character in line:
        used += _columns(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept).rstrip(" ,;:-") + ELLIPSIS


def wrapped(text: object, columns: int, lines: int = 99) -> list[str]:
    """Break `text` into at most `lines` lines, an ellipsis where something is cut."""
    made, line = [], ""
    for word in _words(clean(text), columns):
        grown = f"{line} {word}" if line else word
        if line and width(grown) > columns:
            made.append(line)
            grown = word
        line = grown
    made.append(line)
    if len(made) > lines:
        made = [*made[: lines - 1], short(" ".join(made[lines - 1 :]), columns)]
    return made


def _words(line: str, columns: int) -> Iterator[str]:
    """Split at blanks; a word wider than a line (Chinese, a web address) is cut."""
    for word in line.split(" "):
        while width(word) > columns:
            size = max(1, columns // 2 if width(word) > len(word) else columns)
            yield word[:size]
            word = word[size:]
        yield word


def markup(text: object) -> str:
    """Return `text` so that plotly, which reads some HTML, shows it as written."""
    line = clean(text)
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def hover(head: object, *lines: object, quote: object = "") -> str:
    """Make the text of a hover box: a bold `head`, short `lines`, a `quote`."""
    made = [f"<b>{markup(short(head, 90))}</b>"]
    for line in filter(None, lines):
        made += [markup(part) for part in wrapped(line, 80, 3)]
    if quote:
        made += [
            f"<i>{markup(part)}</i>" for part in wrapped(f"“{clean(quote)}”", 72, 5)
        ]
    return "<br>".join(made)
