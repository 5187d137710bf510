"""Which script a letter belongs to; the ranges stand in ``data/scripts.csv``."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from . import knowledge

NO_SCRIPT = "Zyyy"
JAPANESE = frozenset({"Hira", "Kana"})
OFTEN = ("Latn", "Cyrl", "Hang", "Hani", "Hira", "Kana")
CASED = ("Latn", "Cyrl")
MANY = 4  # scripts: where there are more, each letter is looked up
LOUD = 6  # letters in a row of which none is small: more than an acronym


class Run(NamedTuple):
    """A stretch of letters of one script."""

    start: int
    end: int
    script: str


class Owners(dict[str, str]):
    """The script of each letter, looked up in the ranges once."""

    def __init__(self, ranges: list[tuple[int, int, str]]) -> None:
        super().__init__()
        self.ranges = sorted(ranges)
        self.firsts = [first for first, _, _ in self.ranges]

    def __missing__(self, letter: str) -> str:
        """Find the range of `letter` and remember its script."""
        at = bisect_right(self.firsts, ord(letter)) - 1
        inside = at >= 0 and ord(letter) <= self.ranges[at][1]
        self[letter] = self.ranges[at][2] if inside else NO_SCRIPT
        return self[letter]


class Scripts:
    """All scripts of one state of the knowledge, and the patterns made of them."""

    def __init__(self) -> None:
        rows = knowledge.rows("scripts")
        self.of = Owners(
            [
                (int(row["first"], 16), int(row["last"], 16), row["script"])
                for row in rows
            ]
        )
        self.names = tuple(sorted({row["script"] for row in rows}))
        self.letters = dict.fromkeys(self.names, "")
        for first, last, script in self.of.ranges:
            self.letters[script] += f"\\U{first:08x}-\\U{last:08x}"
        every = f"[{''.join(self.letters.values())}]"
        ordered = sorted(self.names, key=lambda name: (name not in OFTEN, name))
        self.letter = re.compile(every)
        self.any = re.compile(f"(?={every})(?:{'|'.join(map(self._word, ordered))})")
        self.word = {name: re.compile(self._word(name)) for name in self.names}
        self.loud = self._loud()
        self._others: dict[tuple[str, ...], re.Pattern[str]] = {}

    def _word(self, script: str) -> str:
        own = self.letters[script]
        more = f"[{own}\u0300-\u036f\u00ad]*"
        return f"[{own}]{more}(?:['\u2019\u02bc][{own}]{more})*"

    def _loud(self) -> re.Pattern[str]:
        """Return the pattern of so many letters that none of them is small."""
        cased = (x for x in self.of.ranges if x[2] in CASED)
        every = (chr(at) for first, last, _ in cased for at in range(first, last + 1))
        large = "".join(letter for letter in every if not letter.islower())
        more = f"[{large}'\u2019\u02bc\u0300-\u036f\u00ad]"
        return re.compile(f"[{large}]{more}{{{LOUD - 1}}}")

    def others(self, *scripts: str) -> re.Pattern[str]:
        """Return the pattern of letters that belong to none of the `scripts`."""
        if scripts not in self._others:
            left = (self.letters[x] for x in self.names if x not in scripts)
            self._others[scripts] = re.compile(f"[{''.join(left)}]+")
        return self._others[scripts]

    def any_of(self, *scripts: str) -> re.Pattern[str]:
        """Return the pattern of a letter of any of the `scripts`."""
        return self.others(*(name for name in self.names if name not in scripts))

    def single(self, text: str) -> str | None:
        """Return the script of `text`, ``""`` for several, None without any."""
        begin = self.letter.search(text)
        if begin is None:
            return None
        first = self.of[begin.group()]
        if text.isascii() or not self.others(first).search(text, begin.end()):
            return first
        return ""

    def within(self, text: str) -> tuple[str, ...]:
        """Return the scripts that `text` has letters of."""
        begin = self.letter.search(text)
        found: tuple[str, ...] = ()
        while begin is not None:
            found = (*found, self.of[text[begin.start()]])
            if len(found) > MANY:
                every = dict.fromkeys(map(self.of.__getitem__, dict.fromkeys(text)))
                return tuple(name for name in every if name != NO_SCRIPT)
            rest = None if text.isascii() else self.others(*sorted(found))
            begin = rest and rest.search(text, begin.start())
        return found

    def words(
        self, text: str, within: tuple[str, ...] | None = None
    ) -> dict[str, list[str]]:
        """Return the words of `text` by script: the scripts `within`, if known."""
        names = self.within(text) if within is None else within
        found = {name: self.word[name].findall(text) for name in names}
        if within is None:
            return found
        return {name: words for name, words in found.items() if words}

    def runs(self, text: str) -> list[Run]:
        """Return the stretches of one script, words and blanks between joined."""
        of, found = self.of, list[Run]()
        start = end = 0
        last = ""
        for match in self.any.finditer(text):
            script = of[text[match.start()]]
            script = "Jpan" if script in JAPANESE else script
            if script == last:
                end = match.end()
            elif {script, last} == {"Jpan", "Hani"}:
                end, last = match.end(), "Jpan"
            else:
                if last:
                    found.append(Run(start, end, last))
                (start, end), last = match.span(), script
        return [*found, Run(start, end, last)] if last else found


@knowledge.remembered
def known() -> Scripts:
    """Return the scripts that the knowledge of today has."""
    return Scripts()


def words(text: str) -> dict[str, list[str]]:
    """
    Return the words of `text` by script, scripts with words alone.

    >>> words("Kim 위원장은 ICBM")
    {'Latn': ['Kim', 'ICBM'], 'Hang': ['위원장은']}
    """
    return known().words(text)


def single(text: str) -> str | None:
    """
    Return the one script of `text`, ``""`` where it has several, None without any.

    >>> single("Kim"), single("Kim, 김"), single("12.3.")
    ('Latn', '', None)
    """
    return known().single(text)


def runs(text: str) -> list[Run]:
    """Return the stretches of one script, words and blanks between joined."""
    return known().runs(text)


def names() -> tuple[str, ...]:
    """Return the codes of all known scripts (ISO 15924), sorted."""
    return known().names


def letters(script: str) -> str:
    """Return the inside of a character class with all letters of `script`."""
    return known().letters.get(script, "")


def word(script: str) -> re.Pattern[str]:
    """Return the pattern of a word in `script`; an apostrophe stays inside."""
    return known().word[script]


@knowledge.remembered
def pattern() -> re.Pattern[str]:
    """Return the pattern of a letter in any script; ``lastgroup`` is its script."""
    groups = (f"(?P<{name}>[{own}])" for name, own in known().letters.items())
    return re.compile("|".join(groups))


def others(*scripts: str) -> re.Pattern[str]:
    """Return the pattern of letters that belong to none of the `scripts`."""
    return known().others(*scripts)
