"""A name in the folded text and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import actors


class Named(NamedTuple):
    """A name and the actor it means, ``""`` with a `problem` where none is known."""

    start: int
    end: int
    actor: str
    via: str
    sort: str
    problem: str = ""

    @property
    def kind(self) -> str:
        """The kind of the actor."""
        return actors().get(self.actor, {}).get("kind", "")


def could_be(possible: Sequence[str]) -> str:
    """Say between whom the text leaves open, the first three by name."""
    more = f" and {len(possible) - 3} more" if len(possible) > 3 else ""
    return f"could be: {', '.join(possible[:3])}{more}"
