"""How letters of one alphabet are written in another, by the habit of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ... import _scripts, knowledge
from .._fold import fold

NONE = "-"
MARKED = re.compile("([a-z])[\u0300-\u036f]+")
DOUBLED = re.compile(r"(.)\1")
WEAK = re.compile("[jiy'-]|e$|s$")
NAMES = ("name", "surname")
UMLAUT = re.compile("([aou])e")
SPACES = re.compile("[ -]+")

Habit = tuple[str, str, str]  # of a language, in a script, by a language of it


@knowledge.remembered
def habits() -> dict[Habit, dict[str, str]]:
    """Return how each group of letters is written, by habit."""
    made: dict[Habit, dict[str, str]] = {}
    for row in knowledge.rows("letter_habits"):
        system = made.setdefault((row["of"], row["script"], row["habit"]), {})
        system[row["letters"]] = "" if row["written"] == NONE else row["written"]
    return made


def written(name: str, letters: dict[str, str]) -> str:
    """
    Write a folded name letter by letter, the longest groups of letters first.

    >>> written("kim jong", {"k": "к", "i": "и", "m": "м", "j": "дж", "ng": "нг"})
    'ким джoнг'
    """
    pattern = "|".join(map(re.escape, sorted(letters, key=len, reverse=True)))
    return re.sub(pattern, lambda found: letters[found.group()], name)


def bare(name: str) -> str:
    """
    Fold a name and take the marks off its Latin letters.

    >>> bare("Choïgou"), bare("Чойгу")
    ('choigou', 'чойгу')
    """
    apart = unicodedata.normalize("NFD", fold(name))
    return unicodedata.normalize("NFC", MARKED.sub(r"\1", apart))


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
def by_habit(lang: str) -> dict[str, frozenset[str]]:
    """Return, for each actor, the words that `lang` would make of a Cyrillic name."""
    made: dict[str, set[str]] = {}
    systems = {of: system for (of, _, by), system in habits().items() if by == lang}
    for row in knowledge.rows("actor_names"):
        system, name = systems.get(row["lang"]), row["name"].lower()
        if system and row["how"] in NAMES and _scripts.single(name) == "Cyrl":
            for word in SPACES.split(f"{name} {name.replace('ё', 'е')}"):
                made.setdefault(row["actor"], set()).add(loose(written(word, system)))
    return {actor: frozenset(words) for actor, words in made.items()}
