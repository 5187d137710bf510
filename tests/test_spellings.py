"""Names are made by rules: the right ones, the same each time, found in texts."""

import csv
import importlib.util
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import koreasec as ks
from koreasec import errors, knowledge

ROOT = Path(__file__).parents[1]
GIVEN = ("hangul", "hanja", "english", "russian", "ukrainian")
with (ROOT / "tests" / "cases" / "spellings.csv").open(encoding="utf-8") as lines:
    CASES = list(csv.DictReader(lines))
SENTENCES = {
    "de": "Am Montag traf {} in Genf ein.",
    "en": "On Monday {} arrived in Geneva.",
    "fr": "Lundi, {} est arrivé à Genève.",
    "ru": "В понедельник {} прибыл в Женеву.",
    "uk": "У понеділок {} прибув до Женеви.",
    "ko": "월요일 {}은 제네바에 도착했다.",
    "ja": "月曜日、{}はジュネーブに到着した。",
    "zh": "星期一，{}抵达日内瓦。",
}
OVERLAY = """\
actor,kind,label,hangul,hanja,russian,ukrainian
hwang-test,person,Hwang Pil Ryong,황필룡,黃弼龍,,
testov,person,Yuri Shchukarev,,,Юрий Щукарев,
testenko,person,Taras Hychenko,,,,Тарас Гиченко
"""


@cache
def made(*name: str) -> pd.DataFrame:
    return knowledge.spellings(**dict(zip(GIVEN, name, strict=True)))


def found_in(lang: str, names: list[str]) -> list[list[tuple[str, str]]]:
    """Return surface and actor of what is found in a sentence about each name."""
    texts = [SENTENCES[lang].format(name) for name in names]
    ids = [f"{number:05}" for number in range(len(texts))]
    docs = pd.DataFrame({"doc_id": ids, "text": texts, "lang": lang})
    mentions = ks.tag.actors(docs)
    found: dict[str, list[tuple[str, str]]] = {one: [] for one in ids}
    for row in mentions.itertuples():
        found[row.doc_id].append((row.surface, row.actor))
    return list(found.values())


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['lang']} {row['form']}")
def test_a_form_is_made_by_its_system(row):
    table = made(*(row[key] for key in GIVEN))
    ways = set(zip(table["lang"], table["name"], table["system"], strict=True))
    assert (row["lang"], row["form"], row["system"]) in ways


def test_the_file_of_made_names_is_what_the_tool_makes():
    place = ROOT / "tools" / "make_names.py"
    spec = importlib.util.spec_from_file_location("make_names", place)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.FILE.read_text("utf-8") == tool.made()


def test_no_made_name_is_owned_twice_or_a_decoy():
    rows = knowledge.rows("actor_names")
    owners = Counter((row["lang"], row["name"]) for row in rows if row["how"] == "name")
    decoys = {(row["lang"], row["text"]) for row in knowledge.rows("decoys")}
    for row in rows:
        if row["system"]:
            key = row["lang"], row["name"]
            assert owners[key] == 1
            assert key not in decoys


def test_made_names_are_composed_and_plain():
    for row in knowledge.rows("made_names"):
        name = row["name"]
        assert name == unicodedata.normalize("NFC", name).strip()
        assert "  " not in name
        assert len(name) > 1


@pytest.mark.parametrize("lang", ["de", "en", "fr", "ru", "uk", "ko", "ja", "zh"])
def test_made_names_are_found_in_a_sentence(lang):
    own = {lang, "mul"} if lang in ("de", "en", "fr") else {lang}
    rows = [row for row in knowledge.rows("made_names") if row["lang"] in own]
    some = rows[:: max(1, len(rows) // 150)]
    found = found_in(lang, [row["name"] for row in some])
    for row, mentions in zip(some, found, strict=True):
        assert (row["name"], row["actor"]) in mentions, row


@pytest.mark.parametrize(
    "name",
    [
        "Kim Yo-jong", "Kim Yo Jong", "Kim Yo-Jong", "Kim Yojong", "KIM YO JONG",
        "Kim Yŏ-jŏng", "Kim Yeo-jeong", "Kim Yeojeong", "Yeo-jeong Kim", "Yeojeong Kim",
    ],
)  # fmt: skip
def test_breaks_and_capitals_do_not_matter(name):
    assert (name, "kim-yo-jong") in found_in("en", [name])[0]


@pytest.fixture
def overlay(tmp_path):
    (tmp_path / "actors.csv").write_text(OVERLAY, encoding="utf-8")
    knowledge.use(tmp_path)
    yield tmp_path
    knowledge.use(None)


@pytest.mark.parametrize(
    ("lang", "name", "actor"),
    [
        ("en", "Hwang Pil-ryong", "hwang-test"),
        ("de", "Hwang P'il-lyong", "hwang-test"),
        ("ru", "Хван Пхиль Рён", "hwang-test"),
        ("uk", "Хван Пхіль Рьон", "hwang-test"),
        ("ko", "황필룡", "hwang-test"),
        ("ja", "黄弼竜", "hwang-test"),
        ("ja", "ファン・ピルリョン", "hwang-test"),
        ("zh", "黄弼龙", "hwang-test"),
        ("de", "Juri Schtschukarew", "testov"),
        ("fr", "Iouri Chtchoukarev", "testov"),
        ("ko", "유리 슈카레프", "testov"),
        ("zh", "尤里·休卡列夫", "testov"),
        ("de", "Taras Hytschenko", "testenko"),
        ("ru", "Тарас Гиченко", "testenko"),
    ],
)
def test_a_row_of_ones_own_brings_all_spellings(overlay, lang, name, actor):
    assert (name, actor) in found_in(lang, [name])[0]


def test_rows_of_ones_own_yield_to_names_that_somebody_typed(overlay):
    (overlay / "actors.csv").write_text(
        "actor,kind,label,hangul\nother-kim,person,Kim Jong Un,김정은\n",
        encoding="utf-8",
    )
    knowledge.use(None)
    knowledge.use(overlay)
    assert ("김정은", "kim-jong-un") in found_in("ko", ["김정은"])[0]


SYLLABLE = st.integers(0xAC00, 0xD7A3).map(chr)


@settings(max_examples=60, deadline=None)
@given(st.lists(SYLLABLE, min_size=2, max_size=4).map("".join), st.text(max_size=12))
def test_any_hangul_can_be_spelled_the_same_each_time(hangul, english):
    one = knowledge.spellings(hangul, english=english)
    two = knowledge.spellings(hangul, english=english)
    pd.testing.assert_frame_equal(one, two)
    assert {"ko", "mul", "ru", "uk", "ja"} <= set(one["lang"])
    assert not one.duplicated(["lang", "name"]).any()


@pytest.mark.parametrize(
    "given", [{}, {"hangul": "Kim"}, {"hangul": "김"}, {"russian": "Shoigu"}]
)
def test_refuses_what_is_no_name(given):
    with pytest.raises(errors.InputError):
        knowledge.spellings(**given)
