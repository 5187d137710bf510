"""Surnames that stand alone: which of the full names in the tables yield one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ... import knowledge

HANGUL, HAN, KANA, SPACED = "hangul", "han", "kana", "spaced"
WESTERN = "western"  # a Korean name with its surname last
USUAL = ("", "english")  # systems of names that somebody typed
Row = Mapping[str, str]
Surname = tuple[str, str]  # language, name


def script_of(text: str) -> str:
    """Return the script of the first letter: spaced, hangul, han or kana."""
    first = text[:1]
    if "가" <= first <= "힣":
        return HANGUL
    if "\u3040" <= first <= "\u30ff":
        return KANA
    return HAN if "\u3400" <= first <= "\u9fff" or first >= "\uf900" else SPACED


def bare_surnames(
    rows: Iterable[Row], known: Mapping[str, dict[str, str]]
) -> dict[Surname, dict[str, None]]:
    """
    Return the surnames that may stand alone, with those who bear them.

    A Latin form of a Korean surname that no usual name has (*Back*, *You*) is found
    only as a part of full names: alone it is an everyday word too often.
    """
    found: dict[Surname, dict[str, None]] = {}
    made: list[tuple[Surname, str]] = []
    for row in rows:
        actor = known[row["actor"]]
        if row["how"] == "surname":
            found.setdefault((row["lang"], row["name"]), {})[row["actor"]] = None
        elif row["how"] == "name" and row["system"] != WESTERN:
            surname = row["lang"], surname_of(row["name"], actor)
            korean = row["lang"] == "mul" and actor["order"] == "family-first"
            if surname[1] and (row["system"] in USUAL or not korean):
                found.setdefault(surname, {})[row["actor"]] = None
            elif surname[1]:
                made.append((surname, row["actor"]))
    for surname, who in made:
        if surname in found:
            found[surname][who] = None
    return found


def surname_of(name: str, actor: dict[str, str]) -> str:
    """Return the surname in the full `name` of a person, "" where it cannot be told."""
    if actor["kind"] != "person" or not actor["order"]:
        return ""
    pieces = [
        piece for piece in name.replace("·", " ").replace("・", " ").split() if piece
    ]
    if len(pieces) > 1:
        return pieces[0] if actor["order"] == "family-first" else pieces[-1]
    if script_of(name) in (HANGUL, HAN) and actor["order"] == "family-first":
        return _first_syllables(name)
    return ""


def _first_syllables(name: str) -> str:
    double = knowledge.grammar("actors", "mul").get("double_surnames", [])
    size = 2 if name[:2] in double else 1
    return name[:size] if len(name) > size else ""
