"""Where a sentence ends: one line at a time, by the rules of one language."""

from __future__ import annotations

import re

from . import _scripts
from ._dense_sentences import dense_cuts
from ._lines import blocks
from ._sentence_rules import Rules, rules, script_of

OPEN = "\"'“„«‘‚‹»(\\[「『【〈《—–\\-"
CLOSE = "\"'”“’»«›‹)\\]」』】〉》"
NEXT = rf"\s+[{OPEN}\s]*(?P<first>\w)(?P<rest>[^\W\d_]*)(?P<dot>\.?)"
STOP = re.compile(
    rf"[.!?…](?<![.!?…]{{2}})[.!?…]*+(?:[{CLOSE}]|[^\S\n]»){{0,4}}(?={NEXT})"
)
EDGE = re.compile(rf"[{OPEN}/]")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
ROMAN = re.compile(r"[IVX]+\Z")
DAY = re.compile(r"\d{4}\.\d{1,2}\.\d{1,2}\Z")
NUMBER = "#"
HANGUL = re.compile("[가-힣]")
LOOK_BACK = 40
QUOTATION = 600  # characters in which a quotation must open and close
FEW = 6  # words: "В 2014 г.", "По словам министра, в 2014 г." go on
HEAD = 80  # characters that a place and a date take at most
MIXED = 4  # letters of another script, of so many characters, leave a line as it is


def spans(text: str, lang: str) -> list[tuple[int, int]]:
    """Return ``(start, end)`` of the sentences of `text`."""
    known = rules(lang)
    mixed = not text.isascii() or known.script != "Latn"
    mixed = mixed and known.strange.search(text) is not None
    found: list[tuple[int, int]] = []
    for start, last in blocks(text):
        line, begin = text[start:last], start
        its = _rules_for(line, lang, known) if mixed else known
        for end in cuts(line, its):
            found.append((begin, start + end))
            begin = start + end
            while begin < last and text[begin].isspace():
                begin += 1
        if begin < last:
            found.append((begin, last))
    return found


def cuts(line: str, known: Rules) -> list[int]:
    """Return where sentences inside `line` end."""
    if known.script in ("Jpan", "Hani"):
        return dense_cuts(line, known)
    found: list[int] = []
    floor = -1
    for match in STOP.finditer(line):
        at = match.start()
        if floor < 0:
            head = known.opening.match(line) if at < HEAD else None
            floor = len(head.group().rstrip()) if head else 0
        if match.end() < floor or not _ends(line, match, known, found):
            continue
        if known.script != "Hang" or not _spoken(line, at, found[-1:]):
            found.append(match.end())
    if known.glued:
        stops = (match.end() for match in known.glued.finditer(line))
        more = [end for end in stops if not _spoken(line, end - 1, [])]
        return sorted({*found, *more}) if more else found
    return found


def _ends(line: str, stop: re.Match[str], known: Rules, cut: list[int]) -> bool:
    """Whether the stop ends a sentence, by the words around it."""
    first, rest, dot = stop.groups()
    word = first + rest
    if first.islower() or word in known.continues:
        return False
    at, mark = stop.start(), stop.group()
    if mark[0] != "." or mark[:2] == "..":
        asked = known.says is not None and mark[-1] in CLOSE
        return not (asked and known.says and known.says.match(line, stop.end()))
    token = line[line.rfind(" ", 0, at) + 1 : at]
    if len(token) > 1 and token.isalpha() and token[0] not in "IVX":
        how = known.abbreviations.get(token.lower(), "")
    else:
        token = _before(line, at)
        how = _how(line, token, at - len(token), known)
    if how in ("", "last"):
        return True
    if how in ("before", "inside"):
        return False
    starts = word in known.starts and not (len(word) == 1 and bool(dot))
    if how in ("unit", "year"):
        since = line[cut[-1] if cut else 0 : at - len(token)]
        return not first.isdigit() and _counted(since, known, how, starts)
    return starts


def _before(line: str, at: int) -> str:
    """Return the word that the stop at `at` stands behind."""
    words = line[at - LOOK_BACK if at > LOOK_BACK else 0 : at]
    if not words or words[-1].isspace():
        return ""
    token = words.rsplit(None, 1)[-1]
    return EDGE.split(token)[-1] if EDGE.search(token) else token


def _counted(since: str, known: Rules, how: str, starts: bool) -> bool:
    """Whether "г." or "км." behind a number ends what was said `since`."""
    words = since.split()
    if not any(word[-1:].isdigit() for word in words[-2:]):
        return False
    short = how == "year" and len(words) <= FEW and words[0] not in known.subjects
    return starts or not short


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
    how = known.abbreviations.get(token.lower(), "")
    if len(token) == 1:
        how = _joined(line, token, at, known) or how
    elif not how and token[:1].isdigit() and DAY.match(token):
        how = known.abbreviations.get(NUMBER * 4, "")
    if how or (len(token) > 1 and "." not in token) or not INITIALS.match(token):
        return how
    return "initials" if token[-1:].isupper() or "." in token else "before"


def _joined(line: str, token: str, at: int, known: Rules) -> str:
    """Look up an abbreviation whose parts stand apart: "z. B.", "и т. д."."""
    parts = "".join(line[max(at - 6, 0) : at].split()) + token
    if parts[-2:-1] != ".":
        return ""
    known_as = known.abbreviations.get
    return known_as(parts[-5:].lower(), "") or known_as(parts[-3:].lower(), "")


def _rules_for(line: str, lang: str, known: Rules) -> Rules:
    """Return the rules of `lang`, or of the script that most of the line is in."""
    strange = known.strange.findall(line)
    if not strange or sum(map(len, strange)) * MIXED <= len(line):
        return known
    sizes: dict[str, int] = {}
    for script, found in _scripts.words(line).items():
        name = "Jpan" if script in _scripts.JAPANESE else script
        sizes[name] = sizes.get(name, 0) + sum(map(len, found))
    if {"Jpan", "Hang"} & set(sizes):
        sizes.pop("Hani", None)
    own = script_of().get(lang, "")
    main = min(sizes, key=lambda name: (-sizes[name], name), default=own)
    fits = main == own or {main, own} <= {"Jpan", "Hani"}
    return known if fits else rules(main)
