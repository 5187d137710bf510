"""Names made from rows of the tables, as a folder of one's own corrects them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ... import knowledge
from ...errors import KnowledgeError

if TYPE_CHECKING:
    from .lexicon import Entry

OTHERS = ("decoy", "body", "role", "back")  # sorts that name no actor
Name = tuple[str, str, str]


def allowed(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the `entries` as a folder of one's own corrects their names."""
    named = [one for one in entries if one.sort not in OTHERS]
    made = ((who, one.lang, one.name) for one in named for who in one.owner.split())
    now = _owners(made)
    for one in entries:
        if now and one.sort not in OTHERS:
            whose = [now.get((o, one.lang, one.name), o) for o in one.owner.split()]
            one = one._replace(owner=" ".join(dict.fromkeys(filter(None, whose))))
        if one.owner or one.sort in OTHERS:
            yield one


def _owners(made: Iterable[Name]) -> dict[Name, str]:
    """
    Return who owns each of the names that were `made`, "" where it is forbidden.

    Refuses corrections of names that nobody has.
    """
    asked = knowledge.corrections()
    if not (asked.moved or asked.forbidden):
        return {}
    listed = {
        (row["actor"], row["lang"], row["name"])
        for row in knowledge.rows("actor_names")
    }
    found, unmet = {}, dict(asked.unmet)
    for actor, lang, name in dict.fromkeys(made):
        for said in _ways(actor, lang, name):
            unmet.pop(said, None)
        if (actor, lang, name) not in listed:
            now = asked.now(actor, lang, name)
            if now != actor:
                found[actor, lang, name] = now
    for (actor, lang, name), where in unmet.items():
        whose, of = actor or "any actor", lang or "any language"
        msg = f"{where}: {name!r} is no name of {whose} in {of}"
        raise KnowledgeError(f"{msg}; leave lang empty for every language.")
    return found


def _ways(actor: str, lang: str, name: str) -> Iterator[Name]:
    become = knowledge.corrections().become
    whose = [actor, "", *(old for old, new in become.items() if new == actor)]
    for who in whose:
        yield who, lang, name
        yield who, "", name
