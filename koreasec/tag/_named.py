"""A name in the folded text and what it means."""

from __future__ import annotations

from typing import NamedTuple

from ._lexicon import actors


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
