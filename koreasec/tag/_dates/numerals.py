"""Numbers written in the numerals of a language: 一九九七, 二十三."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .shape import NUMERIC
from .words import fail


class Numerals(NamedTuple):
    """The letters of the numbers from zero to nine, and the one for ten."""

    digits: str
    zero: str
    ten: str

    def plain(self, word: str) -> str:
        """Write `word` in digits: each letter a place, or counted with ten."""
        places = word.translate(
            {ord(letter): str(at) for at, letter in enumerate(self.digits)}
            | {ord(letter): "0" for letter in self.zero}
        )
        if self.ten not in places:
            return places
        tens, _, ones = places.partition(self.ten)
        return str(10 * int(tens or 1) + int(ones or 0))


def numerals(lang: str, given: Mapping[str, Any]) -> Numerals | None:
    """Read the section ``numerals``, ``None`` where a language has none."""
    section = given.get("numerals")
    if section is None:
        return None
    made = Numerals(*(str(section.get(key, "")) for key in Numerals._fields))
    if len(made.digits) != 10 or len(made.ten) != 1 or set(section) - set(made._fields):
        raise fail(lang, "numerals", "needs ten digits, other zeros and a ten")
    return made


def groups(known: Numerals) -> dict[str, str]:
    """Return the numeric slots with what the numerals add to them."""
    digit = f"[{known.digits}{known.zero}]"
    one, two, three = list(known.digits[1:4])
    nine, ten = f"[{known.digits[1:]}]", known.ten
    to_nineteen = f"{ten}{nine}?|{nine}"
    own = {
        "year": f"[{one}{two}]{digit}{{3}}",
        "two": f"{digit}{{2}}",
        "day": f"{three}{ten}{one}?|{two}{ten}{nine}?|{to_nineteen}",
        "mon": f"{ten}[{one}{two}]?|{nine}",
        "hour": f"{two}{ten}[{known.digits[1:5]}]?|{to_nineteen}",
        "min": f"{nine}?{ten}{nine}?|{nine}",
        "century": f"{two}{ten}{one}?|{to_nineteen}",
    }
    edge = f"(?![{known.digits}{known.zero}{ten}])"
    return {
        name: "(?:"
        + "|".join(filter(None, (NUMERIC.get(name), f"(?:{way}){edge}")))
        + ")"
        for name, way in own.items()
    }
