"""
Terms with marks for inflection, found in running text.

``sanction*`` is a word that begins so, ``*rakete*`` a word that holds it; a blank
is a blank or a hyphen, and ``…`` between blanks up to three words. Where words do
not stand apart (Japanese, Chinese), or endings hang on them (Korean), a term is
found wherever its letters stand, blanks or not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from .. import knowledge
from ..errors import KnowledgeError
from ._fold import fold, show

LONGEST = 40  # letters that a star may stand for, so that no search explodes
GAP = "…"
WORD, INSIDE, ANYWHERE = "word", "inside", "anywhere"
WORDLY = re.compile(r"\w")


@dataclass(frozen=True)
class Term:
    """One row of a table of terms."""

    topic: str
    lang: str
    text: str

    @cached_property
    def capitals(self) -> str:
        """The first letters if capitals matter: ``NIS`` is no ``nis``, else ``""``."""
        first = re.split("[* ]", show(self.text))[0]
        return first if first.isupper() and len(first) > 1 else ""

    @cached_property
    def folded(self) -> str:
        """The term as texts are folded."""
        return fold(self.text)


class Rule(NamedTuple):
    """How a term is checked once its first letters are found."""

    term: Term
    left: str
    rest: str  # what follows the first letters, compiled when first needed
    apart: bool


@dataclass(frozen=True)
class Lexicon:
    """Terms by the letters with which their matches begin."""

    literals: list[str]
    rules: list[list[Rule]]

    @cached_property
    def langs(self) -> frozenset[str]:
        """The languages that have terms."""
        return frozenset(rule.term.lang for rules in self.rules for rule in rules)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self.literals)

    def find(self, low: str) -> Iterator[tuple[int, int, Term]]:
        """Yield ``(start, end, term)`` for every match in a folded text."""
        if not self.literals:
            return
        spots = self._automaton.find_matches_as_indexes(low, overlapping=True)
        for number, start, end in spots:
            for rule in self.rules[number]:
                begin = _begin(low, start, rule.left)
                if begin < 0:
                    continue
                match = _pattern(rule.rest, rule.apart).match(low, end)
                if match:
                    yield begin, match.end(), rule.term


def compile_terms(terms: Iterable[Term]) -> Lexicon:
    """Make a lexicon of `terms`; a term without letters to begin with is refused."""
    languages = knowledge.rows("languages")
    spaced = {row["lang"] for row in languages if row["words"] == "space"}
    by_literal: dict[str, list[Rule]] = defaultdict(list)
    for term in terms:
        bare = term.folded.lstrip("*")
        literal = re.split("[* ]", bare)[0]
        if not literal:
            msg = f"the term {term.text!r} ({term.lang}) has no letters to begin with."
            raise KnowledgeError(msg)
        apart = term.lang in spaced
        left = ANYWHERE if not apart else INSIDE if bare != term.folded else WORD
        rest = bare[len(literal) :]
        by_literal[literal].append(Rule(term, left, rest, apart))
    literals = sorted(by_literal)
    return Lexicon(literals, [by_literal[literal] for literal in literals])


def _begin(low: str, start: int, left: str) -> int:
    """Return where the match begins, -1 where no word does."""
    if left == ANYWHERE:
        return start
    begin = start
    while begin > 0 and start - begin <= LONGEST and WORDLY.match(low[begin - 1]):
        begin -= 1
    return begin if left == INSIDE or begin == start else -1


@cache
def _pattern(rest: str, apart: bool) -> re.Pattern[str]:
    """Compile what follows the first letters of a term."""
    blank = "[ -]{1,3}" if apart else "[ -]{0,3}"
    marks = {"*": rf"\w{{0,{LONGEST}}}", " ": blank}
    rest = rest.replace(f" {GAP} ", GAP)
    marks[GAP] = rf"(?:[ -]{{1,3}}\w{{1,{LONGEST}}}){{0,3}}[ -]{{1,3}}"
    made = "".join(marks.get(sign, re.escape(sign)) for sign in rest)
    return re.compile(made + (r"(?!\w)" if apart else ""))
