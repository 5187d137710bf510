"""Which organisation is which body of which state, and whose capital a city is."""

from __future__ import annotations

from functools import cache

from ... import knowledge
from .lexicon import actors

FORCES = "armed-forces"


def body_of(actor: str) -> tuple[str, str]:
    """Return the state and the body that an organisation is, "" where it is none."""
    return _bodies(knowledge.overlay()).get(actor, ("", ""))


def owned(state: str, body: str) -> str:
    """Return the organisation that is the `body` of a `state`, "" if unknown."""
    return _owned(knowledge.overlay()).get((state, body), "")


def state_of(actor: str) -> str:
    """Return the state itself, or the state whose capital the place is."""
    if actors().get(actor, {}).get("kind") == "state":
        return actor
    return _capitals(knowledge.overlay()).get(actor, "")


def army_of(actor: str) -> str:
    """Return the state whose armed forces the organisation is, "" if none's."""
    return _forces(knowledge.overlay()).get(actor, "")


def ministry_of(actor: str) -> str:
    """Return the state whose ministry the organisation is, "" if none's."""
    return _ministries(knowledge.overlay()).get(actor, "")


@cache
def _owned(over: str) -> dict[tuple[str, str], str]:
    return {
        (row["state"], row["body"]): row["actor"] for row in knowledge.rows("bodies")
    }


@cache
def _bodies(over: str) -> dict[str, tuple[str, str]]:
    return {actor: of for of, actor in _owned(over).items()}


@cache
def _forces(over: str) -> dict[str, str]:
    """Return the state of each army."""
    owned_by = _owned(over).items()
    return {actor: state for (state, body), actor in owned_by if body == FORCES}


@cache
def _ministries(over: str) -> dict[str, str]:
    """Return the state of each ministry."""
    owned_by = _owned(over).items()
    return {
        actor: state
        for (state, body), actor in owned_by
        if body.startswith("ministry-of")
    }


@cache
def _capitals(over: str) -> dict[str, str]:
    return {row["place"]: row["state"] for row in knowledge.rows("capitals")}
