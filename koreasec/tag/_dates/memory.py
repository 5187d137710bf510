"""What a text said before an expression: the last day it named, the last year."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .._documents import Expression
from . import calendar
from . import value as meaning

YEARS = ("UNDEF-last-year", "UNDEF-next-year")
NOW = ("UNDEF-last", "UNDEF-this", "UNDEF-next", "XXXX-WXX")  # said from today
CLOSE = 90  # characters between a date and the year told beside it
OPENING = 12  # characters into a sentence that a year may stand to govern it
OLD = 2  # years before publication that make a text look back


@dataclass
class Memory:
    """The days and years that later expressions of a document may lean on."""

    published: calendar.Interval | None
    looks_back: bool = False
    sentences: Sequence[tuple[int, int]] = ()
    told: list[Expression] = field(default_factory=list)
    last: calendar.Interval | None = None
    day: calendar.Interval | None = None
    news: calendar.Interval | None = None
    day_sentence: int = -1
    year: int | None = None
    year_at: tuple[int, int] = (-1, -1)

    def keep(self, e: Expression) -> None:
        """Remember what `e` resolved to."""
        if e.date_from is None or e.date_to is None or e.problem:
            return
        self.last = e.date_from.date(), e.date_to.date()
        if e.precision in ("day", "time"):
            self.day, self.day_sentence = self.last, e.sentence
            if e.basis == "published" and not _aside(e):
                self.news = self.last
        if e.basis in ("stated", "text") and e.precision not in ("decade", "century"):
            self.year, self.year_at = e.date_from.year, (e.sentence, e.start)

    def referred(
        self, body: str, sentence: int, towards: str = ""
    ) -> calendar.Interval | None:
        """Give the days that `body` points back to, ``None`` where too far."""
        if body.startswith("XXXX"):
            return self.day if sentence - self.day_sentence <= 1 else None
        if body.startswith("UNDEF-NEWS"):
            return self.news
        if body.startswith("UNDEF-REF-day"):
            return self.news if self._planned(sentence, towards) else self.day
        return self.last

    def _planned(self, sentence: int, towards: str) -> bool:
        """Tell whether the last day is a plan told before what is no plan itself."""
        if towards == "future" or self.day is None:
            return False
        if self.published is None or self.news is None:
            return False
        return self.day[0] > self.published[1] and sentence != self.day_sentence

    def year_for(self, body: str, e: Expression) -> int | None:
        """Give the year that the text states for an expression without one."""
        if not body.startswith("XXXX-") or body.startswith(("XXXX-XX", "XXXX-W")):
            return None
        if beside := self._beside(e):
            return beside
        if self.year is None or e.direction == "future":
            return None
        sentence, start = self.year_at
        if self.looks_back and self.published:
            return self.year
        if e.direction != "past":
            return None
        if self.looks_back and e.sentence - sentence <= 1:
            return self.year
        opens = start - self._first(sentence, start) <= OPENING
        return self.year if sentence == e.sentence and opens else None

    def _first(self, sentence: int, start: int) -> int:
        known = sentence < len(self.sentences)
        return self.sentences[sentence][0] if known else start

    def _beside(self, e: Expression) -> int | None:
        """Give the year of ``last year`` where that stands close by in the sentence."""
        if not self.published:
            return None
        at = bisect_right(self.told, e.start, key=lambda other: other.start)
        for other in self.told[max(at - 1, 0) : at + 1]:
            away = max(other.start - e.end, e.start - other.end)
            if other.sentence == e.sentence and away <= CLOSE:
                days = self.published
                found = {meaning.value_on(other.written, "", day, "") for day in days}
                return int(found.pop()) if len(found) == 1 else None
        return None


def _aside(e: Expression) -> bool:
    """Tell a day that a report looks back or ahead to from the day it is about."""
    return e.direction == "future" or e.written.startswith("UNDEF-last")


def begin(
    every: Iterable[Expression],
    published: calendar.Interval | None,
    sentences: Sequence[tuple[int, int]],
) -> Memory:
    """Make the memory with which the reading of a document begins."""
    every = list(every)
    return Memory(
        published,
        looks_back=_looks_back(every, published),
        sentences=sentences,
        told=[e for e in every if e.written in YEARS],
    )


def _looks_back(
    every: Sequence[Expression], published: calendar.Interval | None
) -> bool:
    """Tell a history from news: most years it states are long gone."""
    years = [e.date_from.year for e in every if e.basis == "stated" and e.date_from]
    if published is None:
        return len(years) >= 5
    old = sum(year <= published[0].year - OLD for year in years)
    here = sum(e.written.startswith(NOW) for e in every)
    return old >= 5 and old * 5 >= len(years) * 4 and here * 10 <= old
