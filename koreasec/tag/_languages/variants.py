"""Which country spells so: the telling words stand in ``data/variants.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ... import knowledge

MOST = 3  # times as many words as of any other spelling
HEAD = 2  # letters that a word with particles is looked up by
SHARED = "mul"  # only the beginning of a row


class Spelling(NamedTuple):
    """A variant of a language (``ko-KP``) and the words that show it."""

    variant: str
    words: tuple[str, ...]


NONE = Spelling("", ())


class Spellings:
    """The telling words of every language."""

    def __init__(self) -> None:
        rows = knowledge.rows("languages")
        self.glued = {row["lang"] for row in rows if row["words"] == "particle"}
        self.owners: dict[str, dict[str, str]] = {}
        for row in knowledge.rows("variants"):
            own = self.owners.setdefault(row["lang"], {})
            own[row["word"]] = row["variant"]
            if row["lang"] in self.glued:  # particles follow: look at beginnings
                own.setdefault(row["word"][:HEAD], SHARED)

    def silent(self, lang: str, lists: Iterable[list[str]]) -> bool:
        """Whether none of the words in `lists` can tell anything."""
        telling = self.owners.get(lang, {}).keys()
        return lang not in self.glued and all(map(telling.isdisjoint, lists))

    def shown(self, lang: str, words: Sequence[str]) -> Spelling:
        """Tell which country's spelling the `words` keep to."""
        owner = self.owners.get(lang)
        if not owner:
            return NONE
        if lang in self.glued:
            telling = [_longest(word, owner) for word in words if word[:HEAD] in owner]
        elif owner.keys().isdisjoint(words):
            return NONE
        else:
            telling = [word for word in words if word in owner]
        found: dict[str, list[str]] = {}
        for word in dict.fromkeys(filter(None, telling)):
            found.setdefault(owner[word], []).append(word)
        best = max(found, key=lambda name: (len(found[name]), name), default="")
        others = sum(map(len, found.values())) - len(found.get(best, ()))
        if not best or len(found[best]) < MOST * others:
            return NONE
        return Spelling(best, tuple(found[best]))


@knowledge.remembered
def spellings() -> Spellings:
    """Return the spellings that the knowledge of today has."""
    return Spellings()


def spelling(lang: str, words: Iterable[str]) -> Spelling:
    """
    Tell which country's spelling the `words` of a stretch keep to.

    Nothing is told where a stretch has both, as a Seoul paper that quotes
    Pyongyang; rows without a variant only speak against the others.

    >>> spelling("ko", ["로동신문은", "녀성들의", "투쟁을"])
    Spelling(variant='ko-KP', words=('로동신문', '녀성'))
    """
    return spellings().shown(lang, [*words])


def _longest(word: str, owner: dict[str, str]) -> str:
    """Return the longest row that `word` begins with; particles follow it."""
    for end in range(len(word), HEAD - 1, -1):
        if owner.get(word[:end], SHARED) is not SHARED:
            return word[:end]
    return ""
