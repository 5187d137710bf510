"""States written as one letter: 북미, 日米韓, 北 at the head of a line."""

from __future__ import annotations

from collections.abc import Sequence

from ._choose import Choice
from ._fold import Reading
from ._match import Hit
from ._resolve import Named


def find(
    reading: Reading,
    hits: Sequence[Hit],
    named: Sequence[Named],
    bodies: Sequence[Choice],
    roles: Sequence[Choice],
) -> list[Named]:
    """Return the states written as one letter outside what is `named`."""
    return []
