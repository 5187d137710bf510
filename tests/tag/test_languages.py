"""Cases are rows of ``tests/cases/languages.csv``: add a row to add a test."""

import csv
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import knowledge, text
from koreasec.tag._documents import Document
from koreasec.tag._languages import detect as _detect
from koreasec.tag._languages import groups as _groups
from koreasec.tag._languages import models as _models
from koreasec.tag.languages import languages

FILE = Path(__file__).parents[1] / "cases" / "languages.csv"
with FILE.open(encoding="utf-8", newline="") as lines:
    CASES = [tuple(row.values()) for row in csv.DictReader(lines)]
MAIN = [case for case in CASES if case[0] != "und"]


def docs(*texts: str, **columns: list) -> pd.DataFrame:
    ids = [f"d{number}" for number in range(len(texts))]
    return pd.DataFrame({"doc_id": ids, "text": list(texts), **columns})


def told(words: str) -> tuple[str, str]:
    row = languages(docs(words)).iloc[0]
    return row["lang"], row["lang_reason"]


@pytest.mark.parametrize(("lang", "reason", "words"), CASES)
def test_cases(lang, reason, words):
    found, why = told(words)
    assert found == lang
    assert why == (reason if lang == "und" else "")


@pytest.mark.parametrize(("lang", "reason", "words"), MAIN)
def test_capitals_and_decomposed_letters_change_nothing(lang, reason, words):
    assert told(words.upper())[0] == lang
    loaded = text.normalise(unicodedata.normalize("NFD", words))
    assert told(loaded) == told(words)


def test_order_and_company_change_nothing():
    words = [case[2] for case in CASES]
    forward = languages(docs(*words))["lang_confidence"].tolist()
    backward = languages(docs(*words[::-1]))["lang_confidence"].tolist()
    alone = [languages(docs(one))["lang_confidence"].iloc[0] for one in words]
    assert forward == backward[::-1] == alone


def test_a_full_memory_of_words_changes_nothing(monkeypatch):
    memory = _models.Memory("Cyrl")
    words = ["слово", "ракета", "Кім", "слово"]
    before = memory.rows(words)
    monkeypatch.setattr(_models, "ROOM", 0)
    assert np.array_equal(memory.rows(["ещё", *words])[1:], before)
    assert "ещё" in memory.known


def test_a_given_language_stays():
    table = languages(docs("북한", "북한", lang=["en", None]))
    assert table["lang"].tolist() == ["en", "ko"]
    assert table["lang_reason"].tolist() == ["given", ""]


def test_variant_of_most_characters():
    kcna = "로동신문은 녀성들의 투쟁을 소개하였다.\n\n량국의 련대를 강화하였다."
    table = languages(docs(kcna, "북한", "北京", lang=["", "ko", "zh"]))
    assert table["lang_variant"].tolist() == ["ko-KP", "ko-KR", ""]
    assert languages(docs("朝鲜试射导弹"))["lang_variant"].tolist() == ["zh-Hans"]


def test_twice_is_once():
    once = languages(docs("북한이 쐈다.", "© APA", "Kim besucht die Front im Osten"))
    pd.testing.assert_frame_equal(languages(once), once)


def test_leaves_its_input_alone():
    given = docs("北京")
    before = given.copy()
    languages(given)
    pd.testing.assert_frame_equal(given, before)


def test_no_documents():
    assert languages(docs()).empty


def test_most_characters_win():
    body = "Die Außenminister trafen sich am Montag in Genf zu Gesprächen. " * 3
    assert told(f"Лавров прибыл в Женеву\n\n{body}")[0] == "de"


@pytest.mark.parametrize("words", ["\ud800", "\x00\x00", "\ufffd", "ё\u0301" * 900])
def test_never_raises(words):
    for whole in (words, f"Kim {words} besucht die Front im Osten, {words}abc"):
        assert Document("d", whole).identified[0]


def test_threads_learn_the_same():
    memory = _models.Memory("Cyrl")
    words = [[f"слово{n}а{m}" for n in range(400)] for m in range(8)] * 2
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(memory.rows, words))
    alone = _models.Memory("Cyrl")
    for rows, group in zip(found, words, strict=True):
        assert np.array_equal(rows, alone.rows(group))


def test_memory_grows():
    memory = _models.Memory("Deva")
    words = [f"शब्द{number}" for number in range(5000)]
    whole = memory.rows(words)
    assert np.array_equal(whole[-9:], _models.Memory("Deva").rows(words[-9:]))


@pytest.mark.parametrize("script", ["Arab", "Cyrl", "Deva", "Latn"])
def test_both_detectors_know_the_languages_of_a_script(script):
    memory = _models.memory(script)
    assert len(memory.langs) > 1
    assert set(memory.langs) == set(_detect._langs_of()[script])
    assert memory.profiles.table.std(axis=0).all()
    assert memory.bytes.table.std(axis=0).all()


def test_every_alphabet_is_sorted_knowledge():
    alphabets = {row["lang"]: row["letters"] for row in knowledge.rows("alphabets")}
    for letters in alphabets.values():
        assert len(set(letters)) == len(letters)
        assert letters == letters.lower()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ru", "Rоссия и Pоccия договорились о поставках"),
        ("uk", "Рocія знову обстріляла Харків"),
        ("de", "Nord\u200bko\u00adrea testet er\u200bneut Ra\u00adkete"),
        ("en", "\uff2b\uff29\uff2d visits the plant in the east"),
        ("de", "EILT +++ NORDKOREA TESTET RAKETE +++ Minister reist ab"),
        ("de", "#NorthKorea feuert Rakete ab @StateDept $LMT"),
        ("ko", "🚀 북한 발사 #NorthKorea #missile @StateDept"),
        ("fr", "Voir https://example.com/the-north-fires-again la Corée tire encore"),
    ],
)
def test_what_stands_in_the_way_of_words(lang, words):
    assert told(words)[0] == lang
    assert told(unicodedata.normalize("NFD", words))[0] == lang


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(MAIN), st.data())
def test_unseen_characters_and_twins_change_nothing(case, data):
    lang, _, words = case
    places = data.draw(st.lists(st.integers(0, len(words)), max_size=4))
    for place in sorted(places, reverse=True):
        words = f"{words[:place]}\u200b{words[place:]}"
    assert told(words)[0] == lang


def test_passages_keep_to_a_given_language_unless_words_say_otherwise():
    headline = "Учение на НАТО в Балтика"
    for lang in ("ru", "bg"):
        document = Document("d", headline, given_lang=lang)
        assert {passage.lang for passage in document.passages} == {lang}
    clear = Document("d", "Північна Корея запустила ракету", given_lang="ru")
    assert clear.lang == "ru"
    assert [passage.lang for passage in clear.passages] == ["uk"]


def test_threads_and_order_give_the_same_answers(monkeypatch):
    words = [case[2] for case in CASES] * 2
    alone = languages(docs(*words))
    fresh = {script: _models.Memory(script) for script in ("Latn", "Cyrl")}
    monkeypatch.setattr(_models, "memory", fresh.__getitem__)
    parts = [docs(*words[first::4]) for first in range(4)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(languages, [part[::-1] for part in parts]))
    for first, part in enumerate(found):
        told = part[::-1][["lang", "lang_confidence"]].to_numpy().tolist()
        expected = alone[["lang", "lang_confidence"]].to_numpy().tolist()[first::4]
        assert told == expected
    assert all(len(memory.known) > 1 for memory in fresh.values())


def test_every_group_of_letters_has_a_price_in_every_language():
    groups = _groups.Groups(("bg", "mk", "ru"))
    assert all(group[1:] in groups.row_of for group in groups.row_of if group[1:])
    assert groups.table.max() <= 0
    assert groups.table.min() > -_groups.STEP * _groups.EMPTY
    word = groups.table[groups.features("президентът")].sum(axis=0)
    assert word.argmax() == 0


def test_a_language_without_groups_says_nothing():
    groups = _groups.Groups(("bg", "ru", "xx"))
    mean = groups.table[:, :2].mean(axis=1)
    assert np.allclose(groups.table[:, 2], mean)
    assert _groups.Groups(("xx",)).features("ракета") == []
