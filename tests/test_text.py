"""
Cases are rows of ``tests/cases/sentences.csv``: add a row to add a test.

A ``|`` stands where the next sentence begins, ``\\n`` is a line end.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import _scripts, knowledge, text

FILE = Path(__file__).parent / "cases" / "sentences.csv"
with FILE.open(encoding="utf-8", newline="") as lines:
    CASES = [
        (row["lang"], row["text"].replace("\\n", "\n")) for row in csv.DictReader(lines)
    ]
LANGS = ["de", "en", "fr", "ja", "ko", "ru", "uk", "zh", "und", ""]


@pytest.mark.parametrize(("lang", "marked"), CASES)
def test_sentences(lang, marked):
    plain = marked.replace("|", "")
    found = [plain[start:end] for start, end in text.sentences(plain, lang)]
    assert found == [one.strip() for one in marked.split("|")]


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=60, deadline=None)
@given(words=st.text(alphabet='aB1 .!?…。「」"“”\n\t\u3000다г(з)', max_size=60))
def test_sentences_hold_every_letter_once(lang, words):
    spans = text.sentences(words, lang)
    assert [end for _, end in spans] == sorted({end for _, end in spans})
    kept = "".join(words[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(words.split())
    for start, end in spans:
        assert words[start:end].strip() == words[start:end] != ""
        assert "\n\n" not in words[start:end]


@settings(max_examples=150, deadline=None)
@given(words=st.text(max_size=200), lang=st.sampled_from(LANGS))
def test_sentences_of_any_text_stand_in_order(words, lang):
    spans = text.sentences(words, lang)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert text.sentences(words, lang) == spans


def test_lines_that_are_no_wrapped_text_stay_apart():
    lines = ("Seoul setzt Abkommen aus", "und erlaubt wieder Übungen", "an der Grenze")
    assert len(text.sentences("\n".join(lines), "de")) == 3
    listed = "Vereinbart wurden am Dienstag in Seoul diese drei Punkte:\n"
    listed += "\n".join(f"{sign} mehr Treffen der Minister in Seoul" for sign in "-*•")
    assert len(text.sentences(listed, "de")) == 4


def test_hostile_lines_end():
    pieces = (
        ". ",
        "「",
        "a.",
        "»",
        "1. ",
        "다.",
        "И. ",
        "(",
        "。」",
        "...",
        '"다. ',
        ".)",
        "ab\n",
        "ab. Cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh ij kl\n",
    )
    for piece in pieces:
        for lang in ("de", "ja", "ko"):
            assert text.sentences(piece * 20_000, lang)


def test_normalise_twice_is_once():
    raw = "\ufeffCafe\u0301\r\n김\r"
    assert text.normalise(raw) == "Café\n김\n" == text.normalise(text.normalise(raw))


def test_script_runs():
    assert text.script_runs("") == []
    words = "Kim이 말한 「対話」 и всё"
    names = [name for _, _, name in text.script_runs(words)]
    assert names == ["Latn", "Hang", "Hani", "Cyrl"]
    assert [words[start:end] for start, end, _ in text.script_runs(words)][
        1
    ] == "이 말한"


def test_words_stand_under_their_script_however_many_there_are():
    assert _scripts.words("12.3.") == {}
    assert _scripts.words("Kim, Ким и Kim’s") == {
        "Latn": ["Kim", "Kim’s"],
        "Cyrl": ["Ким", "и"],
    }
    scripts = _scripts.known()
    letters = [chr(first) for first, _, _ in scripts.of.ranges]
    found = _scripts.words(" ".join(letters))
    assert set(found) == set(_scripts.names())
    assert sorted("".join(map("".join, found.values()))) == sorted(letters)


def test_abbreviations_are_written_with_their_stop():
    for row in knowledge.rows("abbreviations"):
        short = row["abbreviation"]
        assert short.endswith(".") or short.strip("#") == "", short


def test_a_folder_laid_over_is_heard(tmp_path):
    words = "Das sagte Obergefr. Meier am Montag."
    assert len(text.sentences(words, "de")) == 2
    table = "lang,abbreviation,how,note\nde,Obergefr.,before,\n"
    (tmp_path / "abbreviations.csv").write_text(table, "utf-8")
    knowledge.use(tmp_path)
    try:
        assert len(text.sentences(words, "de")) == 1
    finally:
        knowledge.use(None)
    assert len(text.sentences(words, "de")) == 2
