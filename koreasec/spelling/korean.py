"""All spellings of a Korean name, from its Hangul, Hanja and usual English form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import product

from . import _hangul
from ._name import Rows, Spelling, once
from ._rules import by_system, likeliest, ways
from ._syllables import aligned

REVISED, NORTH, MARKED = "revised", "north-korean", "mccune-reischauer"
PLAIN, PRESS, WESTERN = "mccune-reischauer-plain", "press", "western"
CYRILLIC = {"ru": "kontsevich", "uk": "ukrainian"}
MOST = 24  # ways by habit to write one name in Latin letters
MOST_CYRILLIC, MOST_SHORT, MOST_KANA, MOST_HAN = 12, 3, 4, 4
TURNED = 4  # of all, those that also stand given name first


class Korean:
    """The rules for Korean names; `rows` gives the rows of a table by its name."""

    def __init__(self, rows: Rows) -> None:
        """Make the tables ready."""
        self._rules = by_system(rows("spelling/korean_rules"))
        self._heads = rows("spelling/korean_heads")
        self._han = {row["hanja"]: row for row in rows("spelling/han_forms")}
        self._habits = {
            row["syllable"]: ways(row["written"])
            for row in rows("spelling/korean_syllables")
        }
        self._surnames: dict[tuple[str, str], dict[str, str]] = {}
        table = rows("spelling/korean_surnames")
        for row in sorted(table, key=lambda row: int(row["rank"])):
            own = self._surnames.setdefault((row["surname"], row["lang"]), {})
            own[row["written"]] = row["system"]
        self._doubles = frozenset(name for name, _ in self._surnames if len(name) > 1)

    def spellings(self, hangul: str, hanja: str, english: str) -> list[Spelling]:
        """Return the spellings of a name, each once, the plainest systems first."""
        south, north = _hangul.countries(hangul, hanja, self._heads)
        sides = {hangul: "hangul"}
        sides.setdefault(south, "south")
        sides.setdefault(north, "north")
        names = [_hangul.split(form, self._doubles) for form in sides]
        names = [(surname, given) for surname, given in names if surname and given]
        found = [Spelling("ko", form, "name", side) for form, side in sides.items()]
        found += self._latin(names, english)
        for surname, given in names:
            found += self._cyrillic(surname, given)
            found += self._kana(surname, given)
        if len(hanja) == len(hangul):
            found += self._characters(hanja)
        return once(found)

    def _latin(self, names: list[tuple[str, str]], english: str) -> list[Spelling]:
        found = [Spelling("mul", english, "name", "english")] if english else []
        for surname, given in names:
            found += self._by_system(surname, given)
        for surname, given in names:
            found += self._by_habit(surname, given, english)
        if english and all(len(given) < 2 for _, given in names):
            return found
        plain = [one for one in once(found) if one.system != MARKED]
        for one in plain[:TURNED]:
            surname, _, given = one.name.partition(" ")
            if "-" in given:
                found.append(one._replace(name=f"{given} {surname}", system=WESTERN))
        return found

    def _by_system(self, surname: str, given: str) -> Iterator[Spelling]:
        written = self._surnames.get((surname, "mul"), {})
        for system in (REVISED, NORTH, MARKED):
            rules = self._rules[system]
            own = [name for name, made in written.items() if made == system]
            family = own[0] if own else rules.write(_hangul.apart(surname))[0]
            name = _hyphened(family, rules.write(_parted(given))[0].split("-"))
            yield Spelling("mul", name, "name", system)
            if system == MARKED:
                yield Spelling("mul", _unmarked(name), "name", PLAIN)

    def _by_habit(self, surname: str, given: str, english: str) -> Iterator[Spelling]:
        families = self.surnames(surname, "mul", [REVISED, NORTH, MARKED])
        syllables = [self._ways(given, place) for place in range(len(given))]
        first, own, turned = aligned(english, families, syllables)
        if own:
            syllables = [
                tuple(dict.fromkeys((known, *others)))
                for known, others in zip(own, syllables, strict=True)
            ]
            families = list(dict.fromkeys((first, *families)))
        if len(given) == 1:  # so short that only one half may be unusual
            pairs = [(families[0], one) for one in syllables[0]]
            pairs += [(one, syllables[0][0]) for one in families]
            for family, one in dict.fromkeys(pairs):
                yield Spelling("mul", _hyphened(family, [one]), "name", PRESS)
            return
        for family, *rest in likeliest([tuple(families), *syllables], MOST):
            system = WESTERN if turned and not rest else PRESS
            yield Spelling("mul", _hyphened(family, rest), "name", system)

    def _ways(self, given: str, place: int) -> tuple[str, ...]:
        """Return the ways to write one syllable: habits, then the systems."""
        syllable, text = given[place], _parted(given)
        systems = [self._rules[one].write(text)[0] for one in (REVISED, NORTH, MARKED)]
        by_rule = [_unmarked(one).split("-")[place] for one in systems]
        return tuple(dict.fromkeys((*self._habits.get(syllable, ()), *by_rule)))

    def surnames(self, surname: str, lang: str, systems: Sequence[str]) -> list[str]:
        """Return the ways to write a surname: rows of the table, then the systems."""
        known = self._surnames.get((surname, lang), {})
        letters = _hangul.apart(surname)
        made = [self._rules[one].write(letters)[0] for one in systems if not known]
        if lang == "mul":
            made = [_unmarked(one) for one in made]
        return list(dict.fromkeys((*known, *map(_capital, made))))

    def _cyrillic(self, surname: str, given: str) -> Iterator[Spelling]:
        for lang, system in CYRILLIC.items():
            text = f"{_hangul.apart(surname)}_{_parted(given)}"
            most = MOST_CYRILLIC if len(given) > 1 else MOST_SHORT
            written = self._rules[system].write(text, most=most)
            names = [one.partition("_")[2].split("-") for one in written]
            families = self.surnames(surname, lang, [system])
            both = likeliest([tuple(families), tuple(map(" ".join, names))], most)
            for number, (family, rest) in enumerate(both):
                name = " ".join([family, *map(_capital, rest.split())])
                yield Spelling(lang, name, "name", PRESS if number else system)

    def _kana(self, surname: str, given: str) -> Iterator[Spelling]:
        sounds, kana = self._rules["kana-sounds"], self._rules["kana"]
        text = f"{_hangul.apart(surname)}_{_parted(given)}"
        heard = sounds.write(text, most=MOST_KANA)
        names = [
            one
            for sound in heard
            for one in kana.write(sound.partition("_")[2].replace("-", ""), most=2)
        ]
        family = kana.write(heard[0].partition("_")[0])[0]
        families = list(self._surnames.get((surname, "ja"), {})) or [family]
        for first, rest in product(families, dict.fromkeys(names)):
            yield Spelling("ja", f"{first}・{rest}", "name", "katakana")

    def _characters(self, hanja: str) -> Iterator[Spelling]:
        rows = [(sign, self._han.get(sign, {})) for sign in hanja]
        old = [row.get("traditional") or sign for sign, row in rows]
        new = [row.get("simplified") or sign for sign, row in rows]
        yield Spelling("zh", "".join(new), "name", "simplified")
        yield Spelling("zh", "".join(old), "name", "traditional")
        yield Spelling("zh", hanja, "name", "hanja")
        signs = [
            tuple(dict.fromkeys((row.get("japanese") or sign, sign)))
            for sign, row in rows
        ]
        for number, written in enumerate(likeliest(signs, MOST_HAN)):
            system = "hanja" if number else "japanese"
            yield Spelling("ja", "".join(written), "name", system)


def _parted(given: str) -> str:
    return "-".join(map(_hangul.apart, given))


def _hyphened(surname: str, syllables: Sequence[str]) -> str:
    first, *rest = syllables
    return f"{_capital(surname)} {'-'.join([_capital(first), *rest])}"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _unmarked(name: str) -> str:
    """Drop the marks of McCune-Reischauer."""
    parts = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in parts if sign.isascii())
