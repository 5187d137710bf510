"""Names of people and places spelt by the habit of another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ... import _scripts, knowledge
from .._actors.inflect import tail
from .._actors.lexicon import Entry, lexicon
from .._documents import Document, Mention
from .._languages.han import sets_of
from .habits import SPACES, bare, borrowed, by_habit, last_words, loose
from .sign import Sign, Stretch, listed, sheltered, supported

BESIDE = re.compile(r"[A-Za-z0-9@'’]")
EVERYWHERE, ENGLISH = "mul", "en"  # names of all languages are the English ones
HAN = ("Hani",)
SETS = {"ja": {"Jpan"}, "zh": {"Hans", "Hant"}}  # everyday sets of a language
KINDS, BY_NAME = ("person", "place"), ("name", "surname")


def spellings(document: Document, where: list[Stretch]) -> Iterator[Sign]:
    """Yield people and places spelt as the language of the text does not do it."""
    named = [one for one in document.mentions if one.kind in KINDS and one.actor]
    named = [one for one in named if one.via in BY_NAME]
    beside: dict[str, set[str]] = {}
    for mention in named:
        beside.setdefault(mention.actor, set()).add(mention.surface)
    for mention in named:
        stretch = _within(mention, where)
        if stretch is None:
            continue
        if _script(mention.surface) not in _scripts_of(stretch.lang):
            yield from _left(document, stretch, mention)
        else:
            yield from _foreign(stretch.lang, mention, beside[mention.actor])


def _foreign(lang: str, mention: Mention, beside: set[str]) -> Iterator[Sign]:
    entries, own = _entries().get(mention.actor, ()), _own(lang, mention)
    if not own or any(_fits(entry, mention.surface) for entry in own):
        return
    fitting = [e for e in entries if e not in own and _fits(e, mention.surface)]
    langs = {ENGLISH if e.lang == EVERYWHERE else e.lang for e in fitting} - {lang}
    if langs and _differs(lang, langs, mention, own):
        names = " or ".join(knowledge.label(sorted(langs)))
        note = f"Spelt as in {names}, not as in {knowledge.label(lang)}"
        usual = [name for name in sorted(beside) if any(_fits(e, name) for e in own)]
        note += f"; {usual[0]} stands in the text too." if usual else "."
        yield Sign(mention.start, mention.end, "spelling", listed(langs), note)


def _own(lang: str, mention: Mention) -> list[Entry]:
    """Return the names that a language has of its own in the script of a mention."""
    ours = (lang, EVERYWHERE) if lang == ENGLISH else (lang,)
    script, entries = _script(mention.surface), _entries().get(mention.actor, ())
    own = [e for e in entries if e.lang in ours and _script(e.name) == script]
    if any(_fits(entry, mention.surface) for entry in own):
        plain = [e for e in own if not borrowed(lang, mention.actor, e.name)]
        return plain or own
    return own


def _differs(lang: str, langs: set[str], mention: Mention, own: list[Entry]) -> bool:
    """Tell whether a name shows the habit of a language, not just another form."""
    script, names = _script(mention.surface), [entry.name for entry in own]
    if script in HAN:
        letters = [one for one in mention.surface if sets_of(one)]
        return lang in SETS and any(not sets_of(one) & SETS[lang] for one in letters)
    if script != "Latn":
        return True
    written = {each: by_habit(each).get(mention.actor, frozenset()) for each in langs}
    if by_habit(lang).get(mention.actor, frozenset()).isdisjoint(last_words(names)):
        return False  # in its own language, too, the name is written in Latin letters
    known = {loose(word) for name in names for word in SPACES.split(name)}
    said = {loose(word) for word in SPACES.split(mention.surface)} - known
    return any(not said.isdisjoint(words) for words in written.values())


def _left(document: Document, stretch: Stretch, mention: Mention) -> Iterator[Sign]:
    """Yield a person left in Latin letters where the text has letters for it."""
    text, start, end = document.text, mention.start, mention.end
    entries = _entries().get(mention.actor, ())
    latin = mention.kind == "person" and _script(mention.surface) == "Latn"
    if not latin or not any(entry.lang == stretch.lang for entry in entries):
        return
    beside = text[max(start - 2, 0) : start].strip() + text[end : end + 2].strip()
    if not BESIDE.search(beside) and not sheltered(text, stretch, start, end):
        note = f"A Latin name stands in the text; {knowledge.label(stretch.lang)}"
        yield Sign(start, end, "untranslated", "", f"{note} has its own form of it.")


def _within(mention: Mention, where: Iterable[Stretch]) -> Stretch | None:
    inside = (one for one in where if one.start <= mention.start < one.end)
    return next(inside, None)


@lru_cache(maxsize=4096)
def _script(name: str) -> str:
    found = _scripts.words(name)
    return next(iter(found), "")


@knowledge.remembered
def _scripts_of(lang: str) -> frozenset[str]:
    """Return the scripts that names in `lang` may be written in."""
    east = {"Kore": ("Hang", "Hani"), "Jpan": ("Hani", "Hira", "Kana")}
    for row in knowledge.rows("languages"):
        if row["lang"] == lang:
            return frozenset(east.get(row["script"], (row["script"],)))
    return frozenset()


@knowledge.remembered
def _entries() -> dict[str, tuple[Entry, ...]]:
    """Return the names of each person and place, as they are looked for."""
    found: dict[str, dict[Entry, None]] = {}
    full = {*supported(), EVERYWHERE}
    for entries in lexicon().entries:
        for entry in entries:
            if entry.kind in KINDS and entry.sort in BY_NAME and entry.lang in full:
                for owner in entry.owner.split():
                    found.setdefault(owner, {})[entry] = None
    return {owner: tuple(sorted(entries)) for owner, entries in found.items()}


@lru_cache(maxsize=65536)
def _fits(entry: Entry, surface: str) -> bool:
    """Tell whether `surface` is a form of the name, marks and hyphens aside."""
    return bool(_shape(entry).fullmatch(bare(surface)))


@lru_cache(maxsize=65536)
def _shape(entry: Entry) -> re.Pattern[str]:
    words = []
    for word in entry.words:
        ends = tail(word.forms).pattern.partition("(?!")[0]
        words.append(re.escape(bare(word.stem)) + ends)
    return re.compile("[ ·=-]?".join(words) + "(?:'?s|')?")
