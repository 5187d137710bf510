"""The curated tables agree with each other, with CLDR and with their own rules."""

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

import koreasec as ks
from koreasec import knowledge

LANGUAGES = ["de", "en", "fr", "ja", "ko", "ru", "uk", "zh"]
TABLES = [
    name for name in knowledge.shapes() if (knowledge.DATA / f"{name}.csv").is_file()
]
# One name, several actors: the text tells who is meant.
SHARED = [
    {"north-korea", "south-korea"},
    {"democratic-republic-of-the-congo", "republic-of-the-congo"},
]
# Names in CLDR that are an everyday word or a first name in that language.
EVERYDAY = {
    "fr": ["dominica", "grenada", "mauritius"],
    "ko": ["gabon", "ghana", "guinea", "mali", "oman", "sudan"],
    "zh": ["dominica"],
}
# States whose adjective is no word of its own in that language.
NO_ADJECTIVE = {"en": ["new-zealand"], "ru": ["equatorial-guinea"]}
NO_ADJECTIVE["uk"] = NO_ADJECTIVE["ru"]
CASES = Path(__file__).parent / "cases" / "states.csv"
with CASES.open(encoding="utf-8", newline="") as lines:
    STATES = list(csv.DictReader(lines))
MARKED = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")


def column(table: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in knowledge.rows(table)}


def names_by_actor() -> dict[tuple[str, str], set[str]]:
    found = defaultdict(set)
    for row in knowledge.rows("actor_names"):
        found[row["actor"], row["lang"]].add(row["name"])
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_by_its_key_or_from_left_to_right(name):
    key, rows = knowledge.shapes()[name]["key"], knowledge.rows(name)
    by_key = [tuple(row[column] for column in key) for row in rows]
    by_row = [tuple(row.values()) for row in rows]
    assert by_key == sorted(by_key) or by_row == sorted(by_row)


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_composed_and_hold_no_unseen_characters(name):
    for row in knowledge.rows(name):
        for cell in row.values():
            assert cell == unicodedata.normalize("NFC", cell)
            assert not [sign for sign in cell if unicodedata.category(sign) == "Cf"]
            assert "  " not in cell


def test_a_name_means_one_actor_unless_a_rule_shares_it():
    kinds, owners = column("actors", "actor", "kind"), defaultdict(set)
    for row in knowledge.rows("actor_names"):
        if row["how"] != "surname" and kinds[row["actor"]] != "person":
            owners[row["lang"], row["name"]].add(row["actor"])
    doubled = {name: found for name, found in owners.items() if len(found) > 1}
    assert {name: found for name, found in doubled.items() if found not in SHARED} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_name_in(lang):
    names = names_by_actor()
    states = [r["actor"] for r in knowledge.rows("actors") if r["kind"] == "state"]
    assert len(states) > 195
    assert [state for state in states if not names[state, lang]] == []


@pytest.mark.parametrize("lang", ["de", "en", "fr", "ru", "uk"])
def test_states_with_bodies_have_adjectives_in(lang):
    found = {
        row["actor"]
        for row in knowledge.rows("actor_names")
        if row["lang"] == lang and row["how"] == "demonym"
    }
    states = {row["state"] for row in knowledge.rows("bodies")}
    assert sorted(states - found) == NO_ADJECTIVE.get(lang, [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_of_states_are_those_of_cldr(lang):
    babel = pytest.importorskip("babel")
    english = {bare(name): code for code, name in territories(babel, "en").items()}
    here, names = territories(babel, lang), names_by_actor()
    checked, missing = 0, []
    for row in knowledge.rows("actors"):
        state = row["actor"]
        known = {bare(name) for name in names[state, "en"]}
        codes = [english[name] for name in known if name in english]
        if row["kind"] != "state" or not codes or state in EVERYDAY.get(lang, []):
            continue
        checked += 1
        if not {bare(name) for name in names[state, lang]} & {bare(here[codes[0]])}:
            missing.append((state, here[codes[0]]))
    assert checked > 180
    assert missing == []


def territories(babel, lang: str) -> dict[str, str]:
    names = babel.Locale.parse("zh_Hans" if lang == "zh" else lang).territories
    return {
        code: name for code, name in names.items() if re.fullmatch("[A-Z]{2}", code)
    }


def bare(name: str) -> str:
    """Write a name of CLDR as a newspaper does: no brackets, plain signs."""
    name = unicodedata.normalize("NFC", name).replace("о-ва", "острова")
    name = re.sub("[’ʼ]", "'", re.sub(r"\s*[(（][^)）]*[)）]", "", name))
    return re.sub(r"\s*[–—-]\s*", "-", name).strip()


def test_a_capital_is_a_place_and_acts_for_a_state():
    kinds = column("actors", "actor", "kind")
    for row in knowledge.rows("capitals"):
        assert (kinds[row["place"]], kinds[row["state"]]) == ("place", "state")


def test_a_body_is_an_organisation_of_a_state():
    kinds = column("actors", "actor", "kind")
    for row in knowledge.rows("bodies"):
        assert (kinds[row["state"]], kinds[row["actor"]]) == ("state", "organisation")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_body_can_be_named_in(lang):
    terms = {row["body"] for row in knowledge.rows("body_terms") if row["lang"] == lang}
    assert {row["body"] for row in knowledge.rows("bodies")} == terms


def test_no_decoy_forbids_a_name():
    names = {(row["lang"], row["name"]) for row in knowledge.rows("actor_names")}
    decoys = {(row["lang"], row["text"]) for row in knowledge.rows("decoys")}
    assert decoys & names == set()


@pytest.mark.parametrize("row", STATES, ids=lambda row: row["text"][:40])
def test_states_places_and_bodies(row):
    text, wanted = MARKED.sub(r"\1", row["text"]), MARKED.findall(row["text"])
    docs = pd.DataFrame({"doc_id": ["d"], "text": [text], "lang": [row["lang"]]})
    found = ks.tag.actors(docs)
    assert list(zip(found["surface"], found["actor"], strict=True)) == wanted


def test_the_shelf_names_every_table():
    shelf = (knowledge.DATA / "README.md").read_text("utf-8")
    told = set(re.findall(r"`([\w/]+)`", shelf))
    unnamed = [
        n for n in knowledge.shapes() if n not in told and f"{n}.csv" not in shelf
    ]
    assert unnamed == []
