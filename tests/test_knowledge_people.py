"""What must hold for the people, organisations and weapons of the tables."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from koreasec import knowledge
from koreasec.tag.actors import actors

CASES = Path(__file__).parent / "cases" / "known_names.csv"
KINDS = ("person", "organisation", "weapon")
LATIN = ("de", "en", "fr", "mul")
HANGUL = re.compile(r"[가-힣]+\Z")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+\Z")
LETTERS = {
    "ru": re.compile("[А-яЁё]"),
    "uk": re.compile("[А-яІіЇїЄєҐґ]"),
    "ko": re.compile("[가-힣]"),
}
RUSSIAN_ONLY = re.compile("[ЁёЪъЫыЭэ]")
UKRAINIAN_ONLY = re.compile("[ІіЇїЄєҐґ]")


def known():
    return {row["actor"]: row for row in knowledge.rows("actors")}


def names():
    found = defaultdict(lambda: defaultdict(dict))
    for row in knowledge.rows("actor_names"):
        found[row["actor"]][row["lang"]][row["name"]] = row["how"]
    return found


def found_by_terms():
    """Bodies of states may be found by the terms of their kind alone."""
    return {row["actor"] for row in knowledge.rows("bodies")}


def cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        return [tuple(row.values()) for row in csv.DictReader(lines)]


def test_enough_people_organisations_and_weapons():
    rows = list(known().values())
    counts = pd.Series([row["kind"] for row in rows]).value_counts()
    assert counts["person"] >= 500
    assert counts["organisation"] >= 220
    assert counts["weapon"] >= 140


def test_each_has_a_name_in_the_five_main_languages():
    written = names()
    lacking = [
        (actor, lang)
        for actor, row in known().items()
        if row["kind"] in KINDS and actor not in found_by_terms()
        for lang in ("de", "en", "ru", "uk", "ko")
        if not written[actor][lang] and not (lang in LATIN and written[actor]["mul"])
    ]
    assert lacking == []


def test_korean_people_have_hangul():
    for actor, row in known().items():
        if row["kind"] != "person":
            assert (row["hangul"], row["hanja"]) == ("", ""), actor
        elif row["hangul"]:
            assert HANGUL.match(row["hangul"]), actor
            assert row["order"] == "family-first", actor
        else:
            assert row["hanja"] == "", actor
        if row["hanja"]:
            assert HAN.match(row["hanja"]), actor
            assert len(row["hanja"]) == len(row["hangul"]), actor


@pytest.mark.parametrize("office", ["north-korea/", "south-korea/"])
def test_who_held_korean_offices_is_korean(office):
    people = known()
    holders = {
        row["holder"]
        for row in knowledge.rows("offices")
        if row["office"].startswith(office)
    }
    assert [actor for actor in sorted(holders) if not people[actor]["hangul"]] == []


def test_people_have_an_order_of_names():
    for actor, row in known().items():
        assert bool(row["order"]) == (row["kind"] == "person"), actor


def test_dates_of_weapons_rest_on_a_source():
    for actor, row in known().items():
        if row["kind"] == "weapon" and (row["since"] or row["until"]):
            assert row["source"], actor


def test_nothing_ends_before_it_begins():
    for actor, row in known().items():
        if row["since"] and row["until"]:
            assert row["since"] <= row["until"], actor


def test_weapons_of_a_series_come_one_after_the_other():
    since = {actor: row["since"] for actor, row in known().items()}
    series = [f"hwasong-{number}" for number in (12, 14, 15, 17, 18, 19, 20)]
    assert sorted(series, key=since.__getitem__) == [
        "hwasong-12", "hwasong-14", "hwasong-15", "hwasong-17", "hwasong-18",
        "hwasong-19", "hwasong-20",
    ]  # fmt: skip
    assert all(since[actor] for actor in series)


def test_cyrillic_names_use_the_letters_of_their_language():
    for row in knowledge.rows("actor_names"):
        if known()[row["actor"]]["kind"] == "person":
            where = (row["actor"], row["lang"], row["name"])
            if row["lang"] in LETTERS:
                assert LETTERS[row["lang"]].search(row["name"]), where
            if row["lang"] == "ru":
                assert not UKRAINIAN_ONLY.search(row["name"]), where
            if row["lang"] == "uk":
                assert not RUSSIAN_ONLY.search(row["name"]), where


def test_no_full_name_is_owned_twice():
    owners = defaultdict(set)
    kinds = known()
    for row in knowledge.rows("actor_names"):
        if row["how"] in ("name", "code") and kinds[row["actor"]]["kind"] in KINDS:
            owners[row["lang"], row["name"].casefold()].add(row["actor"])
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_names_of_people_are_long_enough():
    for actor, langs in names().items():
        if known()[actor]["kind"] == "person":
            for lang, written in langs.items():
                for name, how in written.items():
                    if how == "name":
                        assert len(name) > 1, (actor, lang, name)


@pytest.mark.parametrize(("lang", "text", "surface", "actor"), cases())
def test_a_name_is_found(lang, text, surface, actor):
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": [lang]})
    found = actors(docs)
    hits = list(zip(found["surface"], found["actor"], strict=True))
    if surface:
        assert (surface, actor) in hits
    else:
        assert actor not in [who for _, who in hits]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Im Chon Il kam nach Moskau. Im Osten wurde weiter gekämpft."),
        ("en", "No Kwang Chol spoke. No deal was signed on Tuesday."),
        ("en", "An Gyu-baek agreed. An envoy will follow in a week."),
        ("ru", "Им Чхон Ир уехал. Им сообщили о сделке."),
        ("uk", "Но Кван Чхоль приїхав. Но угоди немає."),
    ],
)
def test_a_word_at_the_head_of_a_sentence_is_no_surname(lang, text):
    found = actors(pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": [lang]}))
    assert "surname" not in list(found["via"])
