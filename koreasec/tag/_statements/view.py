"""A text with its quotations, cues and speakers, as the finders look at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .._fold import Reading
from .cues import HIDDEN, Cue
from .frames import Frame, folded
from .quotes import Quote
from .sources import Source

MANY = 100  # cues of a sentence, so that none takes long
FIRST = 4  # passages among which titles stand
WORDS = re.compile(r"[^\W_]+")
SHOWN = re.compile(rf"[^\W_{HIDDEN}]")
DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


class Said(NamedTuple):
    """A statement in folded offsets; ``source`` is None where none is told."""

    start: int
    end: int
    mode: str
    cue: Cue | None
    source: Source | None
    relay: Source | None = None
    problem: str = ""


@dataclass(frozen=True)
class View:
    """What the finders share; all offsets are those of the folded text."""

    reading: Reading
    masked: str
    frames: Sequence[Frame]
    cues: Sequence[Cue]
    sources: Sequence[Source]
    inserts: Mapping[Quote, Said]
    _cue_starts: list[int] = field(default_factory=list)
    _source_starts: list[int] = field(default_factory=list)

    @cached_property
    def days(self) -> dict[int, int]:
        """Return where each time expression ends, by where it begins."""
        reading = self.reading
        return {
            folded(reading, one.start): folded(reading, one.end)
            for one in reading.document.written
        }

    @property
    def low(self) -> str:
        """The folded text."""
        return self.reading.low

    def lang(self, frame: Frame) -> str:
        """Return the language of a frame outside its quotations."""
        word = SHOWN.search(self.masked, frame.start, frame.end)
        return self.reading.lang(word.start() if word else frame.start)

    def cues_of(self, frame: Frame) -> Sequence[Cue]:
        """Return the cues of a frame, of one without end only the first."""
        return self.cues_in(frame.start, frame.end)[:MANY]

    def cues_in(self, start: int, end: int) -> Sequence[Cue]:
        """Return the cues that begin in a stretch."""
        if not self._cue_starts:
            self._cue_starts.extend(cue.start for cue in self.cues)
        starts = self._cue_starts
        return self.cues[bisect_left(starts, start) : bisect_left(starts, end)]

    def sources_in(self, start: int, end: int) -> Sequence[Source]:
        """Return the speakers that begin in a stretch."""
        if not self._source_starts:
            self._source_starts.extend(one.start for one in self.sources)
        starts = self._source_starts
        return self.sources[bisect_left(starts, start) : bisect_left(starts, end)]

    def title(self, frame: Frame) -> bool:
        """Tell whether a frame is a headline: a title, or a first line."""
        if not frame.line:
            return "\n" in self.low or frame.end >= len(self.low.rstrip()) - 1
        document = self.reading.document
        at = self.reading.span(frame.start, frame.start + 1)[0]
        return any(
            passage.start <= at < passage.end
            for passage in document.passages[:FIRST]
            if passage.kind == "title"
        )

    def words(self, start: int, end: int) -> int:
        """Return the number of words in a stretch; two Han letters are one."""
        part = self.low[start:end]
        dense = len(DENSE.findall(part))
        return dense // 2 if dense else len(WORDS.findall(part))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Take blanks and stops off the edges of a stretch."""
        while start < end and self.masked[start] in " \n\t,.:;-—–·、。，：；":
            start += 1
        while end > start and self.masked[end - 1] in " \n\t,.:;-—–、。，：；":
            end -= 1
        return start, end

    def told(
        self,
        start: int,
        end: int,
        quotes: Sequence[Quote],
        cue: Cue | None,
        source: Source | None,
    ) -> Said | None:
        """Make a statement of a stretch: direct where it is one quotation."""
        start, end = self.trimmed(start, end)
        if start >= end:
            return None
        inside = [q for q in quotes if q.start >= start and q.end <= end]
        for quote in inside:
            if (quote.end - quote.start) * 10 >= (end - start) * 9:
                return Said(quote.start, quote.end, "direct", cue, source)
        if self.words(start, end) < 2:
            return None
        mode = "mixed" if HIDDEN in self.masked[start:end] else "indirect"
        return Said(start, end, mode, cue, source)
