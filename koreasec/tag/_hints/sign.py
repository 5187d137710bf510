"""A sign of translation, and the stretches of a text where signs are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ... import knowledge
from .._documents import Document

RUNNING = ("title", "kicker", "caption", "paragraph")  # kinds made of phrases
SHELTER = re.compile(
    r"\([^()\n]{0,300}\)|（[^（）\n]{0,300}）|\[[^\[\]\n]{0,300}\]|【[^【】\n]{0,300}】"
    r"|«[^«»\n]{0,300}»|»[^«»\n]{0,300}«|„[^„“”\n]{0,300}[“”]|“[^“”\n]{0,300}”"
    r"|\"[^\"\n]{0,300}\"|「[^「」\n]{0,300}」|『[^『』\n]{0,300}』|《[^《》\n]{0,300}》"
    r"|〈[^〈〉\n]{0,300}〉|‹[^‹›\n]{0,300}›|‘[^‘’\n]{0,300}’|‚[^‚‘\n]{0,300}‘"
)
OPENING = frozenset(":;,—–=(/（：，、；・·-«„“\"'‘「")


class Sign(NamedTuple):
    """A span, what kind of hint it is, the languages it tells of, and why."""

    start: int
    end: int
    hint: str
    tells_of: str
    note: str


class Stretch(NamedTuple):
    """A running passage in a language that has rules."""

    start: int
    end: int
    lang: str


def stretches(document: Document) -> Iterator[Stretch]:
    """Yield the passages made of phrases, with their languages."""
    full = supported()
    for passage in document.passages:
        lang = document.lang if passage.lang == "und" else passage.lang
        part = lang != document.lang and not whole_line(document.text, *passage[2:4])
        if passage.kind in RUNNING and lang in full and not part:
            yield Stretch(passage.start, passage.end, lang)


def whole_line(text: str, start: int, end: int) -> bool:
    """Tell whether nothing stands on the line beside a span."""
    below = text.find("\n", end)
    after = text[end : below if below >= 0 else len(text)]
    return not (text[text.rfind("\n", 0, start) + 1 : start].strip() or after.strip())


@knowledge.remembered
def supported() -> frozenset[str]:
    """Return the languages with full support."""
    rows = knowledge.rows("languages")
    return frozenset(row["lang"] for row in rows if row["support"] == "full")


def sheltered(text: str, stretch: Stretch, start: int, end: int) -> bool:
    """Tell whether a span stands in brackets or quotation marks, or is introduced."""
    before = text[stretch.start : start].rstrip()[-1:]
    if before in OPENING and before:
        return True
    return any(
        match.start() < start and end < match.end()
        for match in SHELTER.finditer(text, stretch.start, stretch.end)
    )


def listed(langs: frozenset[str] | set[str] | tuple[str, ...]) -> str:
    """Write languages as ``tells_of`` does; three or more tell nothing."""
    return " ".join(sorted(langs)) if len(langs) < 3 else ""
