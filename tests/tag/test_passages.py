"""
Cases are rows of ``tests/cases/passages.csv``: add a row to add a test.

A ``¦`` in the text stands where a passage begins; a text without any is not asked
where its passages begin. An expected kind without a language may have any.
"""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import errors, knowledge, schema
from koreasec.tag.passages import passages

FILE = Path(__file__).parents[1] / "cases" / "passages.csv"
with FILE.open(encoding="utf-8", newline="") as lines:
    CASES = [
        [cell.replace("\\n", "\n") for cell in row.values()]
        for row in csv.DictReader(lines)
    ]
RULES = knowledge.rows("passage_rules")


def cut(text: str, title: str = "") -> pd.DataFrame:
    return passages(pd.DataFrame({"doc_id": ["d"], "text": [text], "title": [title]}))


def tiles(text: str, table: pd.DataFrame) -> bool:
    covered = [0] * len(text)
    for start, end in zip(table["start"], table["end"], strict=True):
        assert text[start:end] == text[start:end].strip() != ""
        for at in range(start, end):
            covered[at] += 1
    return all(
        count == 1 or (count == 0 and not letter.strip())
        for count, letter in zip(covered, text, strict=True)
    )


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [case[1:] for case in CASES],
    ids=[c[0] for c in CASES],
)
def test_cases(title, text, expected):
    plain = text.replace("¦", "")
    table = cut(plain, title)
    wanted = expected.split()
    told = zip(table["kind"], table["lang"], strict=True)
    found = [f"{kind}:{lang}" for kind, lang in told]
    assert [
        name if ":" in want else name.split(":")[0]
        for name, want in zip(found, wanted + found[len(wanted) :], strict=False)
    ] == wanted
    assert tiles(plain, table)
    if "¦" in text:
        begins, at = [], 0
        for part in text.split("¦"):
            begins.append(at + len(part) - len(part.lstrip()))
            at += len(part)
        assert table["start"].tolist() == begins


@pytest.mark.parametrize("row", RULES, ids=[row["example"] for row in RULES])
def test_every_rule_fits_its_example(row):
    matches = {
        "line": re.fullmatch,
        "long": re.fullmatch,
        "mail": re.fullmatch,
        "start": re.match,
        "end": lambda pattern, words: re.search(f"(?:{pattern})\\Z", words),
    }
    assert matches[row["where"]](row["pattern"], row["example"])


def test_letters_of_another_alphabet_are_named():
    table = cut(
        "Кім Чен Ын провел переговоры с президентом России\n\nText der Meldung."
    )
    assert table["lang"].iloc[0] == "ru"
    assert table["reason"].iloc[0] == "letters of uk: Кім"


def test_script_of_each_passage():
    table = cut("Корабль вышел из порта\n\n朝鲜试射导弹\n\n北韓試射飛彈\n\n한국어 제목")
    assert table["script"].tolist() == ["Cyrl", "Hans", "Hant", "Kore"]


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet='aB.„“"«» \n\t\u3000©:한국语кІ/()[]1-–=', max_size=80),
    st.text(max_size=5),
)
def test_passages_tile_any_text(text, title):
    table = cut(text, title)
    assert tiles(text, table)
    assert table["start"].is_monotonic_increasing
    assert list(table.columns) == list(schema.TABLES["passages"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("로동신문은 력사적인 행사를 소개하였다.", "ko-KP"),
        ("량국 외교부 부상들이 평양에서 회담하였다.", "ko-KP"),
        ("합참은 북한의 미사일 발사를 포착했다.", "ko-KR"),
        ("북한 로동신문이 보도했다.", ""),
        ("조미료 값이 올랐다.", ""),
        ("Die Ministerin reiste Ende Jänner ab.", "de-AT"),
        ("Die Ministerin reiste Ende Januar ab.", ""),
        ("Der Bundesrat beschliesst neue Massnahmen gegen Pjöngjang.", "de-CH"),
        ("DER BUNDESRAT BESCHLIESST NEUE MASSNAHMEN GEGEN PJÖNGJANG", ""),
        ("Das Schiff liegt noch in der Straße von Dover.", ""),
        ("He criticised the programme of the neighbouring state.", "en-GB"),
        ("The two neighbors traveled to the talks on defense.", "en-US"),
        ("The Labour leader met the ministry of health.", ""),
        ("O governo da Coreia do Sul anunciou um plano econômico.", "pt-BR"),
        ("朝鲜试射导弹", "zh-Hans"),
        ("北韓試射飛彈", "zh-Hant"),
        ("北朝鮮がミサイルを発射", ""),
    ],
)
def test_variant_where_the_words_show_it(text, expected):
    table = cut(text)
    assert table["variant"].tolist() == [expected]
    assert not table["reason"].str.contains("spelling").any()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(max_size=20))
def test_passages_of_any_unicode_tile_it_and_are_the_same_twice(text, title):
    table = cut(text, title)
    assert tiles(text, table)
    pd.testing.assert_frame_equal(cut(text, title), table)


WORDS = "Die Regierung Kim Лавров прибыл 韓国 会議で 북한이 발사했다 The « » „ “ ( ) ."


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), max_size=60))
def test_passages_of_mixed_words_tile_them(words):
    text = " ".join(words)
    table = cut(text)
    assert tiles(text, table)
    assert table["start"].is_monotonic_increasing


def test_hostile_lines_end():
    for piece in ("a@", "@a.", "( ", "« ", "가=", "Ab ", "1. ", "사진=", "\n-", "ж a "):
        assert tiles(piece * 5_000, cut(piece * 5_000))


def test_a_change_without_a_headline_is_found():
    german = "Die Regierung in Seoul hat am Montag eine Erklärung abgegeben. " * 6
    french = "Le gouvernement de Séoul a publié une déclaration ce lundi matin. " * 6
    assert cut(german + french)["lang"].tolist() == ["de", "fr"]
    assert cut(german.strip())["lang"].tolist() == ["de"]


def test_a_broken_pattern_is_named(tmp_path):
    table = "kind,lang,where,pattern,example,note\ncredit,de,line,(Foto,Foto: APA,\n"
    (tmp_path / "passage_rules.csv").write_text(table, "utf-8")
    knowledge.use(tmp_path)
    try:
        with pytest.raises(errors.KnowledgeError, match="'\\(Foto' is broken"):
            cut("Text.")
    finally:
        knowledge.use(None)
