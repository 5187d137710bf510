"""Hints at a translation: cases, spans, and how rare they are on original copy."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import koreasec as ks
from koreasec import knowledge, schema
from koreasec.score._gold import read
from koreasec.tag import translation_hints
from koreasec.tag._documents import Document
from koreasec.tag.translation_hints import KINDS, find

ROOT = Path(__file__).parents[2]
FULL = ("de", "en", "fr", "ja", "ko", "ru", "uk", "zh")
CASES = ROOT / "tests" / "cases" / "translation_hints.csv"
ROWS = list(csv.DictReader(CASES.open(encoding="utf-8", newline="")))
TELLING = [row for row in ROWS if row["hints"]]
RARE = 0.3  # hints in a thousand words of original copy


def one(text, lang=None):
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text]})
    return translation_hints(docs if lang is None else docs.assign(lang=lang))


def told(found):
    cells = found[["hint", "surface", "tells_of"]].itertuples(index=False)
    return " || ".join("|".join(row) for row in cells)


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['lang']}: {row['text'][:40]}"
)
def test_cases(row):
    assert told(one(row["text"], row["lang"])) == row["hints"]


@pytest.mark.parametrize("lang", FULL)
def test_each_language_has_ten_cases_and_ten_decoys(lang):
    of = [row for row in ROWS if row["lang"] == lang]
    assert sum(bool(row["hints"]) for row in of) >= 10
    assert sum(not row["hints"] for row in of) >= 10


def test_hints_are_rare_in_texts_written_as_originals():
    docs = read(ROOT / "tests" / "gold" / "own").docs
    dense = docs["gold_lang"].isin(["ja", "zh"])
    words = (
        docs["text"]
        .map(lambda text: len(re.findall(r"\w+", text)))
        .mask(dense, docs["text"].str.len() // 2)
    )
    assert len(translation_hints(docs)) / words.sum() * 1000 <= RARE


def test_machine_translated_texts_have_several(seeds):
    docs = ks.load(seeds)
    found = translation_hints(docs).groupby("doc_id")
    kinds = {doc_id: set(rows["hint"]) for doc_id, rows in found}
    texts = {doc_id[:3]: (len(rows), kinds[doc_id]) for doc_id, rows in found}
    assert texts["000"][0] >= 5
    assert texts["001"][0] >= 8
    assert {"title", "spelling", "agency", "phrase"} <= texts["001"][1]
    assert "002" not in texts  # written by an agency


def test_what_lies_behind_the_second_seed(seeds):
    docs = ks.load(seeds).iloc[[1]]
    found = translation_hints(docs).set_index("surface")["tells_of"]
    assert found["CTAC"] == "ru uk"
    assert found["Кім Чен Ин"] == "uk"
    assert set(found["Sergej Shoigu"]) == {"en"}


def test_columns_and_kinds():
    found = one("Das meldete die Agentur TACC früher diese Woche.", "de")
    columns = schema.TABLES["translation_hints"]
    assert found.dtypes.astype(str).to_dict() == columns
    assert not {"translated", "probability", "score"} & set(columns)
    assert set(found["hint"]) <= set(KINDS)
    assert found["note"].str.endswith(".").all()


def test_every_kind_has_a_case():
    kinds = {
        hint.split("|")[0] for row in TELLING for hint in row["hints"].split(" || ")
    }
    assert kinds == set(KINDS)


def test_two_spellings_side_by_side_are_told():
    found = one("Kim empfing Sergej Schoigu. Sergei Shoigu lobte die Truppen.", "de")
    assert found["surface"].tolist() == ["Sergei Shoigu"]
    assert "Sergej Schoigu stands in the text too" in found["note"][0]


def test_a_foreign_quotation_is_no_hint():
    text = (
        "Der Sprecher antwortete auf Russisch: «Мы готовы к любому развитию событий на "
        "полуострове». Mehr wollte er am Dienstag in Genf nicht sagen."
    )
    assert one(text).empty


def test_a_credit_is_no_hint():
    text = "Kim bei der Inspektion eines Werks im Januar\n© АПА 로동신문\n\n"
    assert one(text + "Nordkorea hat nach eigenen Angaben ein Werk eröffnet.").empty


def test_documents_do_not_touch_each_other():
    docs = pd.DataFrame(
        [(str(at), row["text"], row["lang"]) for at, row in enumerate(TELLING[::7])],
        columns=["doc_id", "text", "lang"],
    )
    alone = [translation_hints(docs.iloc[[at]]) for at in range(len(docs))]
    together = translation_hints(docs)
    pd.testing.assert_frame_equal(together, pd.concat(alone, ignore_index=True))


def test_the_tables_are_sound():
    codes = {row["lang"] for row in knowledge.rows("languages")}
    for name in ("translation_terms", "translation_patterns"):
        for row in knowledge.rows(name):
            assert {*row["tells_of"].split()} <= codes - {row["lang"]}, row
            assert row["note"].endswith("."), row
            assert row["tells_of"].split() == list(
                dict.fromkeys(row["tells_of"].split())
            )


@pytest.mark.parametrize(
    "row",
    knowledge.rows("translation_patterns"),
    ids=lambda row: f"{row['lang']}: {row['example']}",
)
def test_the_example_of_a_pattern_is_found(row):
    example = row["example"] + (f"\n\n{row['needs']}" if row["needs"] else "")
    assert re.search(row["pattern"], example)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    pieces=st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from([row["text"] for row in ROWS]),
            st.sampled_from(["\n\n", "\n", " — ", "«", "»", "„", "(", "\0", "\ud800"]),
        ),
        max_size=6,
    ),
    lang=st.sampled_from([None, *FULL, "es", "und"]),
)
def test_any_text_gives_exact_spans(pieces, lang):
    text = "".join(pieces)
    found = find(Document("a", text, given_lang=lang or ""))
    for sign in found:
        surface = text[sign.start : sign.end]
        assert surface.strip() == surface != ""
    others = [sign for sign in found if sign.hint != "title"]
    assert all(one.end <= two.start for one, two in pairwise(others))


def test_rows_laid_over_ours_are_heard(tmp_path):
    text = "Der Satellit wurde auf die Umlaufbahn herausgeführt."
    assert one(text, "de").empty
    (tmp_path / "translation_terms.csv").write_text(
        "lang,hint,term,tells_of,note\n"
        "de,phrase,Umlaufbahn herausgeführt,ru,Reads like вывести на орбиту.\n",
        "utf-8",
    )
    knowledge.use(tmp_path)
    assert told(one(text, "de")) == "phrase|Umlaufbahn herausgeführt|ru"


def test_a_broken_pattern_is_named(tmp_path):
    (tmp_path / "translation_patterns.csv").write_text(
        "lang,hint,pattern,tells_of,needs,example,note\nde,phrase,(,,,x,Broken.\n",
        "utf-8",
    )
    knowledge.use(tmp_path)
    with pytest.raises(ks.errors.KnowledgeError, match="broken"):
        one("Ein Satz.", "de")


@pytest.mark.parametrize(
    "text",
    [
        "Según la agencia TACC, el misil de la KNDR cayó al mar el martes.",
        "Według agencji TACC rakieta KNDR spadła do morza we wtorek rano.",
    ],
)
def test_other_languages_have_no_rules(text):
    assert one(text).empty


def test_long_texts_end():
    row = " ".join(row["text"] for row in ROWS if row["lang"] == "de")
    text = (row + "\n") * 20 + "«" * 5000 + "(" * 5000 + "Aufmerksamkeit wurde " * 2000
    assert len(find(Document("a", text, given_lang="de"))) > 100
