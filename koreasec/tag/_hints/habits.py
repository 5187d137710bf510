"""How letters of one alphabet are written in another, by the habit of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from ... import _cache, knowledge
from .._fold import fold

NONE = "-"
LATIN, RUSSIAN = "Latn", "ru"
MARKED = re.compile("([a-z])[\u0300-\u036f]+")
DOUBLED = re.compile(r"(.)\1")
WEAK = re.compile("[jiy'-]|e$|s$")
NAMES = ("name", "surname")
UMLAUT = re.compile("([aou])e")
SPACES = re.compile("[ -]+")

Words = dict[str, frozenset[str]]
Habit = tuple[str, str, str]  # of a language, in a script, by a language of it


class Writer:
    """Writes folded names letter by letter, the longest groups of letters first."""

    def __init__(self, letters: dict[str, str]) -> None:
        self.letters = letters
        longest = sorted(letters, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, longest)))

    def write(self, name: str) -> str:
        """
        Write `name`, what has no row as it is.

        >>> Writer({"n": "н", "g": "г", "ng": "нг", "o": "о"}).write("gong n")
        'гонг н'
        """
        return self.pattern.sub(lambda found: self.letters[found.group()], name)


@knowledge.remembered
def habits() -> dict[Habit, Writer]:
    """Return how names are written, by habit."""
    made: dict[Habit, dict[str, str]] = {}
    for row in knowledge.rows("letter_habits"):
        system = made.setdefault((row["of"], row["script"], row["habit"]), {})
        system[row["letters"]] = "" if row["written"] == NONE else row["written"]
    return {habit: Writer(letters) for habit, letters in made.items()}


@knowledge.remembered
def westerners(*, places: bool = False) -> frozenset[str]:
    """Return the people whose given name stands first, no Koreans among them."""
    return frozenset(
        row["actor"]
        for row in knowledge.rows("actors")
        if (row["order"] == "given-first" and not row["hangul"])
        or (places and row["kind"] == "place")
    )


def bare(name: str) -> str:
    """
    Fold a name and take the marks off its Latin letters.

    >>> bare("Choïgou"), bare("Чойгу")
    ('choigou', 'чойгу')
    """
    apart = unicodedata.normalize("NFD", fold(name))
    return unicodedata.normalize("NFC", MARKED.sub(r"\1", apart))


@lru_cache(maxsize=65536)
def loose(word: str) -> str:
    """
    Leave out what writers of one habit differ in: j, i, y, umlauts, doubles.

    >>> loose("Selenskyj") == loose("Selenski"), loose("Lawrow") == loose("Lavrov")
    (True, False)
    """
    plain = UMLAUT.sub(r"\1", bare(word).replace("ks", "x"))
    return DOUBLED.sub(r"\1", WEAK.sub("", plain))


def last_words(names: Iterable[str]) -> set[str]:
    """Return the last word of each name, loosely."""
    return {loose(SPACES.split(name)[-1]) for name in names}


@knowledge.remembered
def by_habit(lang: str, source: str = "") -> Words:
    """Return, for each actor, the words that `lang` would make of a Cyrillic name."""
    return kept(f"habit-{lang}-{source}", lambda: _by_habit(lang, source))


def kept(name: str, make: Callable[[], Words]) -> Words:
    """Return what `make` returns, from the last time if the tables are the same."""
    return _cache.kept_sets(name, make, knowledge.overlay())


def _by_habit(lang: str, source: str) -> Words:
    made: dict[str, set[str]] = {}
    for (of, _, by), writer in habits().items():
        if by == lang and source in ("", of):
            for actor, words in _named(of):
                made.setdefault(actor, set()).update(
                    loose(writer.write(word)) for word in words
                )
    return {actor: frozenset(words) for actor, words in made.items()}


@knowledge.remembered
def _named(of: str) -> list[tuple[str, list[str]]]:
    """Return the people and places with a name in a language, and its words."""
    named, found = westerners(places=True), []
    for line in knowledge.lines("actor_names"):
        row = line.row
        if row["lang"] == of and row["actor"] in named and row["how"] in NAMES:
            name = row["name"].lower()
            words = SPACES.split(f"{name} {name.replace('ё', 'е')}")
            found.append((row["actor"], [*dict.fromkeys(words)]))
    return found


def borrowed(lang: str, actor: str, name: str) -> bool:
    """Tell whether a name that `lang` has too shows another language's habit."""
    last = loose(SPACES.split(name)[-1])
    if last in by_habit(lang).get(actor, ()):
        return False
    others = {by for _, script, by in habits() if script == LATIN} - {lang}
    return any(last in by_habit(by, RUSSIAN).get(actor, ()) for by in others)
