"""What actors, languages and topics are called on a chart."""

from __future__ import annotations

from collections.abc import Mapping

from .. import knowledge

KINDS = ("state", "organisation", "person", "weapon", "place", "")
NO_LANGUAGE = "undetermined"


def actors(ids: list[str], own: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what each actor is called, the caller's `own` names first."""
    known = {row["actor"]: row["label"] for row in knowledge.rows("actors")}
    known.update(own or {})
    return {name: known.get(name, name) for name in ids}


def kinds(ids: list[str]) -> dict[str, str]:
    """Return the kind of each actor, ``""`` of an unknown one."""
    known = {row["actor"]: row["kind"] for row in knowledge.rows("actors")}
    return {name: known.get(name, "") for name in ids}


def languages(ids: list[str]) -> dict[str, str]:
    """Return what each language, or variant of one, is called."""
    known = {row["lang"]: row["label"] for row in knowledge.rows("languages")}
    known |= {row["variant"]: row["label"] for row in knowledge.rows("variant_names")}
    return {name: {"und": NO_LANGUAGE, **known}.get(name, name) for name in ids}


def topics(ids: list[str]) -> dict[str, str]:
    """Return what each topic is called."""
    known = {row["topic"]: row["label"] for row in knowledge.rows("topics")}
    return {name: known.get(name, name) for name in ids}
