"""The spellings of one name, for those who ask: all that its row would make."""

from __future__ import annotations

import re

import pandas as pd

from . import _laid, knowledge
from .errors import InputError

LONGEST = 8  # syllables of a name; ways of writing grow with each

COLUMNS = ["name", "lang", "system"]
CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґ'-]+( [А-Яа-яЁёІіЇїЄєҐґ'-]+)+")


def spellings(
    hangul: str = "",
    *,
    hanja: str = "",
    english: str = "",
    russian: str = "",
    ukrainian: str = "",
) -> pd.DataFrame:
    """
    Show how a name is written in eight languages, and by which rules.

    Parameters
    ----------
    hangul
        Name of a Korean, surname first, in the spelling of the South or
        the North.
    hanja
        The same in Chinese characters; without them Chinese and Japanese
        characters are left out.
    english
        Usual English form, with the syllables parted if possible.
    russian, ukrainian
        Name of a Russian or a Ukrainian, as his own language writes it,
        given name first.

    Returns
    -------
    DataFrame
        One row per spelling: ``name``, ``lang`` (``mul`` stands for German,
        English and French) and ``system``, the rules that make it, plainest
        first. In Korean names a hyphen stands for a hyphen, a blank or
        nothing, with the next letter large or small.

    Raises
    ------
    InputError
        If there is no name, or one in other letters.

    Examples
    --------
    >>> found = spellings("최선희", hanja="崔善姬", english="Choe Son Hui")
    >>> found.loc[found["system"].isin(["kontsevich", "japanese"]), "name"].tolist()
    ['Чхве Сон Хи', '崔善姫']
    >>> found = spellings(russian="Сергей Шойгу")
    >>> found.loc[found["lang"].isin(["ko", "ja"]), "name"].tolist()
    ['세르게이 쇼이구', 'セルゲイ・ショイグ']
    """
    given = (hangul, hanja, english, russian, ukrainian)
    if wrong := [one for one in given if not isinstance(one, str)]:
        raise InputError(f"spellings needs names as text; got {wrong[0]!r:.60}.")
    speller = _laid.speller(knowledge.overlay())
    if hangul:
        if not 2 <= len(hangul) <= LONGEST or not all(
            "가" <= sign <= "힣" for sign in hangul
        ):
            msg = f"{hangul!r} is no Korean name in Hangul, surname first, no blanks."
            raise InputError(msg)
        found = speller.korean(hangul, hanja, english)
    else:
        for name in (russian, ukrainian):
            if name and not CYRILLIC.fullmatch(name):
                raise InputError(f"{name!r} is no full name in Cyrillic letters.")
        found = speller.slavic(russian, ukrainian)
    if not found:
        raise InputError("spellings needs a name: hangul, russian or ukrainian.")
    rows = [(one.name, one.lang, one.system) for one in found]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=str)
