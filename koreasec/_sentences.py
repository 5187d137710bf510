"""Where a sentence ends: one line at a time, by the rules of one language."""

from __future__ import annotations

import re

from . import _scripts
from ._sentence_rules import Rules, rules, script_of

OPEN = "\"'“„«‘‚‹»(\\[「『【〈《—–\\-"
CLOSE = "\"'”“’»«›‹)\\]」』】〉》"
STOP = re.compile(rf"(?<![.!?…])[.!?…]++(?:[{CLOSE}]|[^\S\n]»){{0,4}}(?=\s)")
NEXT = re.compile(rf"\s+[{OPEN}\s]*(?P<first>\w)(?P<rest>[^\W\d_]*)(?P<dot>\.?)")
BEFORE = re.compile(rf"[^\s{OPEN}/]*\Z")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
ROMAN = re.compile(r"[IVX]+\Z")
DENSE = re.compile(r"[。！？!?．…]+|[「『“（(《〈【]|[」』”）)》〉】]")
PAIRS = dict(zip("「『“（(《〈【", "」』”）)》〉】", strict=True))
STOPS = "。！？!?．"
NUMBER = "#"
HANGUL = re.compile("[가-힣]")
LOOK_BACK = 40
QUOTATION = 600  # characters in which a quotation must open and close
FEW = 6  # words: "В 2014 г.", "По словам министра, в 2014 г." go on


def cuts(line: str, lang: str) -> list[int]:
    """Return where sentences inside `line` end."""
    known = rules(_rules_for(line, lang))
    dense = known.script in ("Jpan", "Hani")
    return _dense_cuts(line, known) if dense else _spaced_cuts(line, known)


def _spaced_cuts(line: str, known: Rules) -> list[int]:
    found: list[int] = []
    for match in STOP.finditer(line):
        if _ends(line, match, known, found[-1] if found else 0) and not (
            known.script == "Hang" and _spoken(line, match.start(), found[-1:])
        ):
            found.append(match.end())
    if known.glued:
        stops = (match.end() for match in known.glued.finditer(line))
        found = sorted({*found, *(x for x in stops if not _spoken(line, x - 1, []))})
    return found


def _ends(line: str, stop: re.Match[str], known: Rules, since: int) -> bool:
    """Whether the stop ends the sentence begun at `since`, by the words around it."""
    after = NEXT.match(line, stop.end())
    if after is None:
        return False
    first, word = after["first"], after["first"] + after["rest"]
    if first.islower() or word in known.continues:
        return False
    if stop.group()[0] != "." or stop.group()[:2] == "..":
        asked = known.says is not None and stop.group()[-1] in CLOSE
        return not (asked and known.says and known.says.match(line, stop.end()))
    starts = word in known.starts and not (len(word) == 1 and after["dot"])
    begin = max(stop.start() - LOOK_BACK, 0)
    before = BEFORE.search(line, begin, stop.start())
    token = before.group() if before else ""
    at = before.start() if before else begin
    how = _how(line, token, at, known)
    if how in ("end", "initials"):
        return starts
    if how in ("unit", "year"):
        number = any(word[-1:].isdigit() for word in line[begin:at].split()[-2:])
        short = len(line[max(since, begin) : at].split()) <= FEW and how == "year"
        return number and not first.isdigit() and (starts or not short)
    return how in ("", "last")


def _spoken(line: str, at: int, last: list[int]) -> bool:
    """Whether `at` lies in a quotation that a particle ties to its sentence."""
    low, high = max([at - QUOTATION, *last]), at + QUOTATION
    low = max(low, 0)
    opened = max(line.rfind("“", low, at), line.rfind("‘", low, at))
    if opened > max(line.rfind("”", low, at), line.rfind("’", low, at)):
        marks = "”’"
    elif line.count('"', low, at) % 2:
        marks = '"'
    else:
        return False
    ends = [end for mark in marks if (end := line.find(mark, at, high)) >= 0]
    return bool(ends) and HANGUL.match(line, min(ends) + 1) is not None


def _how(line: str, token: str, at: int, known: Rules) -> str:
    """Say what a word with a stop is: an abbreviation of which sort, or none."""
    if token.isdigit() or ROMAN.match(token):
        if token.isdigit() and at < LOOK_BACK and not line[:at].strip():
            return "before"  # the number of a list
        if len(token) <= 3 or not token.isdigit():
            how = known.abbreviations.get(NUMBER, "")
            return "initials" if how == "before" else how
        return known.abbreviations.get(NUMBER * 4, "")
    how = _joined(line, token, at, known) or known.abbreviations.get(token.lower(), "")
    if how or not INITIALS.match(token):
        return how
    return "initials" if token[-1:].isupper() or "." in token else "before"


def _joined(line: str, token: str, at: int, known: Rules) -> str:
    """Look up an abbreviation whose parts stand apart: "z. B.", "и т. д."."""
    if len(token) != 1:
        return ""
    parts = "".join(line[max(at - 6, 0) : at].split()) + token
    if parts[-2:-1] != ".":
        return ""
    known_as = known.abbreviations.get
    return known_as(parts[-5:].lower(), "") or known_as(parts[-3:].lower(), "")


def _dense_cuts(line: str, known: Rules) -> list[int]:
    """Cut at full stops outside brackets; a quotation with its stop goes on."""
    found: list[int] = []
    opened: list[int] = []
    for match in DENSE.finditer(line):
        token, end, last = match.group(), match.end(), found[-1] if found else 0
        if token in PAIRS:
            opened.append(match.start())
        elif token in PAIRS.values():
            begun = opened[0] if len(opened) == 1 else -1
            opened = opened[:-1]
            inside = line[match.start() - 1 : match.start()] in tuple(STOPS)
            if begun >= 0 and inside and _done(line, begun, last, end, known):
                found.append(end)
        elif _is_stop(line, token, end):
            if opened and line.find(PAIRS[line[opened[0]]], end, end + QUOTATION) < 0:
                opened = []  # a bracket that nothing closes
            if not opened:
                found.append(end)
    return found


def _is_stop(line: str, token: str, end: int) -> bool:
    """Whether a mark is a full stop; dots are only where a blank follows."""
    return token[0] in STOPS or (token[0] == "…" and line[end : end + 1].isspace())


def _done(line: str, begun: int, last: int, end: int, known: Rules) -> bool:
    """Whether a quotation that ends with a stop ends the sentence around it."""
    if any(line.startswith(word, end) for word in known.continues):
        return False
    if known.script == "Jpan" or line[end : end + 1] in (*PAIRS, " ", "\u3000"):
        return True
    return bool(line[last:begun].strip())


def _rules_for(line: str, lang: str) -> str:
    """Return `lang`, or the script of the line where that is another one."""
    own = script_of().get(lang, "")
    own_scripts = ("Hira", "Kana", "Hani") if own == "Jpan" else (own,)
    if own and not _scripts.others(*own_scripts).search(line):
        return lang
    sizes: dict[str, int] = {}
    for script, found in _scripts.words(line).items():
        name = "Jpan" if script in _scripts.JAPANESE else script
        sizes[name] = sizes.get(name, 0) + sum(map(len, found))
    if {"Jpan", "Hang"} & set(sizes):
        sizes.pop("Hani", None)
    main = min(sizes, key=lambda name: (-sizes[name], name), default=own)
    fits = main == own or {main, own} <= {"Jpan", "Hani"} or not main
    return lang if fits else main
