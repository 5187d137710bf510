"""All spellings of a Russian or Ukrainian name, from the name in its own letters."""

from __future__ import annotations

from collections.abc import Iterator

from . import _hangul
from ._name import Rows, Spelling, once
from ._rules import Rules, by_system, likeliest, ways

SYSTEMS = {"en": "english", "de": "german", "fr": "french", "ko": "korean"}
SYSTEMS |= {"ja": "katakana", "zh": "xinhua", "uk": "ukrainian", "ru": "russian"}
LATIN = "mul"  # where English forms stand: other languages take them over
JOINTS = {"ko": " ", "ja": "・", "zh": "·"}
MOST = 6  # ways to write one name in a language
TRADITIONAL = "traditional"


class Slavic:
    """The rules for such names; `rows` gives the rows of a table by its name."""

    def __init__(self, rows: Rows) -> None:
        """Make the tables ready."""
        self._rules = by_system(rows("spelling/slavic_rules"))
        self._given = {
            (row["of"], row["given"], row["lang"]): ways(row["written"])
            for row in rows("spelling/slavic_given")
        }

    def spellings(self, name: str, of: str) -> list[Spelling]:
        """
        Return the spellings of `name`, given name first, written as `of` writes it.

        `of` is ``ru`` or ``uk``. A name between the first and the last is left out.
        """
        pieces = name.split()
        if len(pieces) < 2:
            return []
        given, surname = pieces[0], pieces[-1]
        found = [Spelling(of, f"{given} {surname}", "name", "cyrillic")]
        for lang, system in SYSTEMS.items():
            if f"{of}-{lang}" in self._rules:
                found += self._in(lang, system, (given, surname), of)
        return once(found)

    def _in(
        self, lang: str, system: str, name: tuple[str, str], of: str
    ) -> Iterator[Spelling]:
        rules = self._rules[f"{of}-{lang}"]
        known = LATIN if lang == "en" else lang
        first = self._given.get((of, name[0], known)) or _written(rules, name[0])
        last = _written(rules, name[1])
        joint = JOINTS.get(lang, " ")
        for given, surname in likeliest([first[:3], last], MOST):
            written = joint.join((given, surname))
            yield Spelling(known, written, "name", system)
            if lang == "zh":
                old = self._rules[TRADITIONAL].write(written)[0]
                yield Spelling(known, old, "name", f"{system}-{TRADITIONAL}")


def _written(rules: Rules, word: str) -> tuple[str, ...]:
    """Return the ways to write one `word`; parts joined by a hyphen stay parts."""
    found = rules.write(word.lower(), most=MOST)
    return tuple("-".join(map(_shown, one.split("-"))) for one in found)


def _shown(word: str) -> str:
    return _hangul.closed(word[:1].upper() + word[1:])
