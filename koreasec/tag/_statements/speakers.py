"""Who a name, a post and nouns side by side are, and what is not known of them."""

from __future__ import annotations

from typing import NamedTuple

from ... import knowledge

STRANGER = "speaker is not in the tables"
BARE = "a post or noun without a name"
UNKNOWN = "?"


class Part(NamedTuple):
    """A name, a post or a noun; parts side by side make a speaker."""

    start: int
    end: int
    sort: str
    actor: str
    kind: str
    note: str


def who(group: list[Part]) -> tuple[str, str, str] | None:
    """Tell who speaks: an actor, the kind of source, and what is not known."""
    names = [one for one in group if one.sort == "name"]
    people = [one for one in names if one.kind == "person"]
    if people:
        return people[-1].actor, "person", ""
    posts = [one for one in group if one.sort == "post"]
    nouns = {one.kind for one in group if one.sort == "noun"}
    bodies = [one.actor for one in names if one.kind == "organisation"]
    for kind in ("anonymous", "unnamed"):
        if kind in nouns and not any(one.actor for one in posts):
            return bodies[0] if bodies and kind == "anonymous" else "", kind, ""
    return _post(posts, names, nouns) or _body(group, names, nouns)


def _post(
    posts: list[Part], names: list[Part], nouns: set[str]
) -> tuple[str, str, str] | None:
    held = [one.note for one in posts if one.note not in ("", UNKNOWN)]
    if held:
        return held[0], "person", ""
    if any(one.note == UNKNOWN for one in posts):
        return "", "person", STRANGER
    owners = [one.actor for one in posts if one.actor]
    if owners:
        return owners[0], "organisation", ""
    unclear = [one.note for one in names if not one.actor]
    if unclear:
        return "", "person", unclear[0] or STRANGER
    if posts or "person" in nouns:
        return "", "person", BARE
    return None


def _body(
    group: list[Part], names: list[Part], nouns: set[str]
) -> tuple[str, str, str] | None:
    for one in names:
        if one.kind == "organisation":
            return one.actor, "agency" if one.actor in outlets() else one.kind, ""
    states = [one.actor for one in group if one.kind == "state" and one.actor]
    if "state" in nouns:
        known = states[0] if states else ""
        return known, "state", "" if known else STRANGER
    if "organisation" in nouns:
        return "", "organisation", STRANGER
    if names:
        return names[0].actor, "state", ""
    if "report" in nouns:
        return "", "unnamed", ""
    for kind in ("pronoun", "thing"):
        if kind in nouns:
            return "", kind, ""
    return None


@knowledge.remembered
def outlets() -> frozenset[str]:
    """Return the agencies, newspapers and broadcasters among the actors."""
    return frozenset(row["outlet"] for row in knowledge.rows("outlets"))
