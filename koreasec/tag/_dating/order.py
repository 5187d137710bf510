"""Reasons from the order of weekdays: a Saturday is reported on it or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ... import knowledge
from .._documents import Document, Expression
from . import days as _days
from .constraints import Constraint
from .known import Link, weekday_of
from .stated import in_dateline
from .words import weekday


def reasons(document: Document, linked: Sequence[Link]) -> Iterator[Constraint]:
    """Yield that publication is on or after the weekday an agency reported on."""
    reported = list(_reported(document))
    for link in linked:
        day = weekday_of(link.expression)
        if not day or link.expression.direction != "past":
            continue
        for expression, agency in reported:
            other = weekday_of(expression)
            if other == day or expression.direction == "future":
                continue
            yield _after(link, day, expression, other, agency)


def _after(
    link: Link, day: int, expression: Expression, other: int, agency: str
) -> Constraint:
    later = (other - day) % 7
    days = _days.join(_days.between(low + later, low + 6) for low, _ in link.meant)
    note = (
        f"{agency} reported on {weekday(other)} what was of {weekday(day)}; "
        f"by the next {weekday(day)} the days would be named otherwise."
    )
    span = expression.start, expression.end
    return Constraint(*span, "weekday-order", days, note, "hard", link.anchor.yearly)


def _reported(document: Document) -> Iterator[tuple[Expression, str]]:
    """Yield the weekdays of sentences that name an agency as their source."""
    agencies = {row["agency"]: row["label"] for row in knowledge.rows("news_agencies")}
    sources = {
        mention.sentence: agencies[mention.actor]
        for mention in reversed(document.mentions)
        if mention.actor in agencies and not in_dateline(document, mention.start)
    }
    for expression in document.written:
        if expression.sentence in sources and weekday_of(expression):
            yield expression, sources[expression.sentence]
