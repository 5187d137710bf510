"""What stands in another language or alphabet than the passage around it."""

from __future__ import annotations

import re

from ... import _scripts, knowledge
from .detect import DENSE_SCRIPTS, UNKNOWN, Reading, Span, Verdict
from .layout import Piece

QUOTED = re.compile(
    r"“[^“”\n]{4,}[”“]|„[^„“”\n]{4,}[“”]|«[^«»\n]{4,}»|»[^«»\n]{4,}«"
    r"|\"[^\"\n]{4,}\"|「[^「」\n]{4,}」|『[^『』\n]{4,}』|‘[^‘’\n]{8,}’"
)
MARKS = frozenset("'\u2019\u02bc\u00ad\u0301")
CASED = ("Latn", "Cyrl")
FEW = 4  # words that make more than a name
FEW_DENSE = 8  # syllables or characters that make more than a name
ENOUGH_QUOTED = 0.97  # below this confidence a quotation stays in its paragraph
SHOWN = 3


QUOTES = re.compile('["“„«»「『‘]')


def quotations(reading: Reading, span: Span) -> list[Span]:
    """Return what stands in quotation marks in `span` and is more than a name."""
    return [
        match.span()
        for match in QUOTED.finditer(reading.text, *span)
        if match.span() != span and _long(reading, match.span())
    ]


def foreign_parts(
    reading: Reading, piece: Piece, quoted: list[Span]
) -> list[tuple[Piece, Verdict]]:
    """Tell the language of a passage; cut quotations in another language out."""
    whole = piece.start, piece.end
    if not quoted:
        return [(piece, reading.judge(whole))]
    rest = around(whole, quoted)
    enough = _long(reading, *rest)
    verdict = reading.judge(*(rest if enough else [whole]))
    found: list[tuple[Piece, Verdict]] = []
    at = piece.start
    for start, end in quoted:
        other = reading.judge((start, end))
        if _differs(other, verdict):
            found.append((Piece(piece.kind, at, start), verdict))
            found.append((Piece("quotation", start, end), other))
            at = end
    if not found:
        return [(piece, reading.judge(whole))]
    found.append((Piece(piece.kind, at, piece.end), verdict))
    return _tidy(reading, found)


def around(whole: Span, quoted: list[Span]) -> list[Span]:
    """Return what is left of `whole` without the `quoted` spans."""
    edges = [whole[0], *(edge for span in quoted for edge in span), whole[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _long(reading: Reading, *spans: Span) -> bool:
    """Whether there is more than a name in the `spans`."""
    words = reading.words(*spans)
    if len(words) == 1 and not words.keys().isdisjoint(CASED):
        (found,) = words.values()
        said = [word for word in found if word[0].islower()]
        return len(found) >= FEW and 2 * len(said) >= len(found)
    dense = sum(len(word) for name in DENSE_SCRIPTS for word in words.get(name, ()))
    spaced = [w for name, found in words.items() if name in CASED for w in found]
    small = sum(word[0].islower() for word in spaced)
    name = 2 * small < len(spaced) and not dense  # "Crash Landing on You"
    many = sum(map(len, words.values())) >= FEW
    return (many and not name) or dense >= FEW_DENSE


def _differs(other: Verdict, verdict: Verdict) -> bool:
    if UNKNOWN in (other.lang, verdict.lang) or other.lang == verdict.lang:
        return False
    return other.confidence >= ENOUGH_QUOTED


def _tidy(
    reading: Reading, found: list[tuple[Piece, Verdict]]
) -> list[tuple[Piece, Verdict]]:
    """Cut blanks off; a rest without letters joins what stands before, or behind."""
    tidy: list[tuple[Piece, Verdict]] = []
    floor = -1
    for piece, verdict in found:
        kind, start, end = piece
        words = reading.text[start:end]
        if not words.strip():
            continue
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if reading.words((start, end)):
            tidy.append((Piece(kind, start if floor < 0 else floor, end), verdict))
            floor = -1
        elif tidy:
            last, its = tidy[-1]
            tidy[-1] = last._replace(end=end), its
        elif floor < 0:
            floor = start
    return tidy


def has_foreign_letters(reading: Reading, lang: str) -> bool:
    """Whether a text has letters that the alphabet of `lang` has not."""
    odd = _odd_letter(lang)
    return odd is not None and odd.search(reading.plain) is not None


def foreign_letters(reading: Reading, span: Span, lang: str) -> str:
    """
    Say which words have letters that the alphabet of `lang` has not.

    Such as a Ukrainian name in a Russian headline: ``letters of uk: Кім``.
    """
    odd = _odd_letter(lang)
    strange: dict[str, list[str]] = {}
    if odd and odd.search(reading.plain, *span):
        for match in reading.finditer("Cyrl", span):
            if odd.search(match.group()):
                words = strange.setdefault(_owner(match.group()), [])
                if match.group() not in words:
                    words.append(match.group())
    return "; ".join(
        f"letters of {owner}: {', '.join(words[:SHOWN])}"
        for owner, words in sorted(strange.items())
    )


def _owner(word: str) -> str:
    """Return the language that has all letters of `word`, full support first."""
    letters = frozenset(word.lower()) - MARKS
    fitting = [lang for lang, own in _alphabets().items() if letters <= own]
    return fitting[0] if fitting else "no one language"


@knowledge.remembered
def _odd_letter(lang: str) -> re.Pattern[str] | None:
    """Return the pattern of a Cyrillic letter that is not in the alphabet of `lang`."""
    own = _alphabets().get(lang)
    if not own:
        return None
    both = own | {letter.upper() for letter in own}
    ranges = [x for x in _scripts.known().of.ranges if x[2] == "Cyrl"]
    every = (chr(code) for first, last, _ in ranges for code in range(first, last + 1))
    return re.compile(f"[{''.join(letter for letter in every if letter not in both)}]")


@knowledge.remembered
def _alphabets() -> dict[str, frozenset[str]]:
    full = {row["lang"]: row["support"] for row in knowledge.rows("languages")}
    rows = sorted(
        knowledge.rows("alphabets"),
        key=lambda row: (full[row["lang"]] != "full", row["lang"]),
    )
    return {row["lang"]: frozenset(row["letters"]) for row in rows}
