"""Why a surname, a capital or a post means whom it means, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from ... import knowledge
from .._documents import Document, Mention
from .._fold import Reading
from . import holders, places, surnames
from .choose import Choice
from .named import Named
from .resolve import _Titles as Titles
from .roles import Phrase

FEW = 3  # actors that a note lists
Verdict = tuple[str, str]  # a rule and what it found, as the end of a sentence


def labelled(ids: Sequence[str]) -> str:
    """Return a few actors by their labels, and how many more there are."""
    known = [knowledge.label(one) for one in ids[:FEW]]
    more = f" and {len(ids) - FEW} more" if len(ids) > FEW else ""
    return f"{', '.join(known)}{more}"


def surname(
    reading: Reading, choice: Choice, titles: Sequence[Choice], mention: Mention | None
) -> Verdict:
    """Say whom a surname means, or why it means nobody."""
    name, owners = choice.entries[0].name, choice.owners()
    beside = Titles(reading, titles)
    roles, near = beside.roles(choice), beside.near(choice)
    some = f"is the surname of {labelled(owners)}"
    if mention is not None and mention.actor:
        return _bearer(reading.document, mention, roles, some)
    if surnames.one_letter(choice) and not near:
        return (
            "one syllable",
            f"{some}; a surname of one letter counts only beside a title",
        )
    if surnames._common_noun(reading, choice):
        return (
            "common noun",
            f"{some}, but a common noun here: an article stands before",
        )
    if surnames._strange(reading, choice, owners):
        return "stranger", f"{some}, but part of a full name that the tables lack"
    if mention is not None and mention.problem != surnames.NO_FULL_NAME:
        return "several bearers", f"{some}: {mention.problem}"
    nobody = f"but no {name} of the tables is named in full in this text"
    if near:
        post = ", nor does the post beside it tell" if roles else ""
        return "no full name", f"{some} and stands beside a title, {nobody}{post}"
    return "no full name", f"{some}, {nobody}, and no title or post stands beside it"


def _bearer(
    document: Document, mention: Mention, roles: Sequence[str], some: str
) -> Verdict:
    """Say what tells whom a surname means."""
    who = knowledge.label(mention.actor)
    full = [
        one
        for one in document.mentions
        if one.actor == mention.actor and one.via == "name"
    ]
    terms = [one for one in holders.of_roles(roles) if one.holder == mention.actor]
    held = holders.in_time(terms, document, surnames.JUST_LEFT)
    if full:
        where = f"named in full at {full[0].start}-{full[0].end} ({full[0].surface!r})"
        return "full name", f"{some}; here it means {who}, {where}"
    if held:
        term = held[0]
        when = f"{_term(term)}"
        return "post", f"{some}; it means {who}, by the post {term.office} ({when})"
    return "well known", f"{some}; {who} is so well known that it is enough"


def capital(
    reading: Reading, one: Named, before: Sequence[Named], acts: bool
) -> Verdict:
    """Say why the place `one` stands for its state, or is a place."""
    here, rule, note = _capital(reading, one, before)
    if here != acts:  # a later rule had the last word
        return "context", "is taken so because of the names around it"
    return rule, note


def _capital(
    reading: Reading, one: Named, before: Sequence[Named]
) -> tuple[bool, str, str]:
    rules = places._rules(reading.lang(one.start), knowledge.overlay())
    low, after = reading.low, reading.low[one.end : one.end + 40]
    palace = one.actor in places._palaces()
    follows = {key: rules[key].match(after) for key in ("state_after", "place_after")}
    if places._dateline(reading, one):
        return False, "dateline", "opens the line as the place of the report"
    if follows["state_after"]:
        return True, "state after", f"has {_said(follows['state_after'])} after it"
    if rules["acts_before"] is not None and not palace:
        match = rules["acts_before"].match(after)
        if match:
            return True, "particle", f"has the particle of a doer, {_said(match)}"
        return False, "particle", "has no particle of a doer after it"
    if palace and rules["palace_after"].match(after):
        return False, "place after", "is a building here, by the word after it"
    if not palace and follows["place_after"]:
        return False, "place after", f"has {_said(follows['place_after'])} after it"
    like = places._like_before(reading, one, before, rules)
    if like is not None:
        as_what = "acts" if like else "is a place"
        beside = low[before[-1].start : before[-1].end]
        return like, "beside", f"is joined to {beside!r}, which {as_what}"
    return _by_words(low[max(0, one.start - 60) : one.start], after, rules)


def _by_words(before: str, after: str, rules: dict) -> tuple[bool, str, str]:
    acts = places._by_words_before(before, after, rules)
    clause = rules["article"].sub("", before.rpartition("\n")[2])
    if rules["say_link"].search(clause) and rules["say_after"].match(after):
        return acts, "saying", "stands before a verb of saying"
    for rule in ("seat", "place_before", "apposition"):
        match = rules[rule].search(clause)
        if match:
            how = "as the seat of a leadership" if rule == "seat" else "as a place"
            return acts, rule.replace("_", " "), f"stands {how}, after {_said(match)}"
    if acts:
        return acts, "no place", "has no word beside it that would make it a place"
    return acts, "motion", "stands with a word of movement"


def _said(match: object) -> str:
    return repr(match.group().strip())  # type: ignore[attr-defined]


def post(document: Document, phrase: Phrase, mention: Mention | None) -> Verdict:
    """Say whom a post means, or why it is no mention of its own."""
    if mention is not None and mention.actor:
        return _holder(document, phrase, mention)
    if phrase.person == "?":
        return "beside", "is the post of the person beside it, whom the tables lack"
    if phrase.person:
        who = knowledge.label(phrase.person)
        return "beside", f"is the post of {who}, who is named beside it"
    if mention is not None:
        held = f"is the post {phrase.office}; the text was written {written(document)}"
        return (
            "several holders",
            f"{held}, so it {mention.problem.replace('could be:', 'could be')}",
        )
    if phrase.qualifier == "several":
        return "several", "is the post of several states"
    if phrase.qualifier:
        return "qualified", f"is a {phrase.qualifier} post, which points at nobody now"
    if not phrase.owner:
        return "no owner", "is a post, and nothing says whose"
    known = holders.holders(phrase.office)
    if not known:
        return "no holder", f"is the post {phrase.office}, of which no holder is known"
    if not holders.in_time(known, document):
        when = written(document)
        return "tenure", f"is the post {phrase.office}: nobody known held it {when}"
    return "not one person", "is a post that names no one person here"


def _holder(document: Document, phrase: Phrase, mention: Mention) -> Verdict:
    who = knowledge.label(mention.actor)
    terms = [
        one for one in holders.holders(phrase.office) if one.holder == mention.actor
    ]
    terms = holders.in_time(terms, document) if terms else []
    if not terms:
        return "named before", f"is the post of {who}, as the text says elsewhere"
    when = f"{_term(terms[-1])}"
    what = f"is the post {phrase.office}, which {who} held from {when}"
    return "office", f"{what}; the text was written {written(document)}"


def _term(term: holders.Term) -> str:
    until = "today" if term.last.startswith("9999") else term.last
    return f"{term.first} to {until}"


def written(document: Document) -> str:
    """Say when the text was written, as far as it is known."""
    first, last = document.published_from, document.published_to
    if first is None and last is None:
        return "at a time that is not known"
    days = [day.strftime("%Y-%m-%d") for day in (first, last) if day is not None]
    if len(set(days)) == 1 and len(days) == 2:
        return f"on {days[0]}"
    if first is None or last is None:
        return f"{'until' if first is None else 'from'} {days[0]}"
    return f"between {days[0]} and {days[1]}"


def decoy(lang: str, text: str) -> str:
    """Say what a decoy is."""
    rows = knowledge.rows("decoys")
    notes = {(row["lang"], row["text"]): row["note"] for row in rows}
    return notes.get((lang, text)) or "it is listed as a decoy"
