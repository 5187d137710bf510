"""Cases are rows of ``tests/cases/statements.csv``: add a row to add a test."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import knowledge, schema
from koreasec.tag import statements
from koreasec.tag._documents import Document
from koreasec.tag.statements import find
from tests.tag import statement_cases as cases

ROWS = cases.rows("statements")
LANGS = ("de", "en", "fr", "ja", "ko", "ru", "uk", "zh")


@pytest.mark.parametrize(
    ("lang", "text"),
    [pytest.param(row["lang"], row["text"], id=row["case"]) for row in ROWS],
)
def test_cases(lang, text):
    plain, marked = cases.read(text)
    for one, other in cases.matched(marked, cases.statements(lang, plain)):
        assert one, f"found beside what is marked: {other.surface}"
        assert other, f"not found: {plain[one.start : one.end]}"
        assert other.speaker == one.speaker
        assert other.source_kind == one.kind
        assert other.relayed_by == one.relay
        assert other.cue.lower() in one.cue.lower() or one.cue.lower() in (
            other.cue.lower()
        )


def test_texts_that_no_rule_was_made_for():
    """At first sight F1 was 0.97 (direct) and 0.90, speakers right 0.82 and 0.97."""
    counts = {"direct": Counter(), "indirect": Counter()}
    for (_, mode), count in cases.figures("statements_unseen").items():
        counts[mode].update(count)
    assert cases.f1(counts["direct"]) >= 0.95
    assert cases.f1(counts["indirect"]) >= 0.85
    for count in counts.values():
        assert count["speaker"] >= 0.85 * count["hit"]


def table(rows: list[dict[str, str]]) -> pd.DataFrame:
    texts = [(str(n), r["lang"], cases.read(r["text"])[0]) for n, r in enumerate(rows)]
    return pd.DataFrame(texts, columns=["doc_id", "lang", "text"])


def test_each_statement_and_speaker_holds_its_words():
    docs = table(ROWS)
    text_of = dict(zip(docs["doc_id"], docs["text"], strict=True))
    found = statements(docs)
    assert list(found.dtypes) == list(schema.table("statements").dtypes)
    for row in found.itertuples():
        text = text_of[row.doc_id]
        assert text[row.start : row.end] == row.surface
        if not pd.isna(row.speaker_start):
            span = slice(row.speaker_start, row.speaker_end)
            assert text[span] == row.speaker_surface
        assert row.speaker or row.problem or row.source_kind in ("anonymous", "unnamed")


def test_a_text_is_tagged_by_itself():
    docs = table(ROWS[::9])
    parts = [statements(docs.iloc[[n]]) for n in range(len(docs))]
    together = pd.concat(parts, ignore_index=True)
    pd.testing.assert_frame_equal(together, statements(docs))


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_cases_of_every_mode(lang):
    modes = Counter(
        one.mode
        for row in ROWS
        if row["lang"] == lang
        for one in cases.read(row["text"])[1]
    )
    assert min(modes["direct"], modes["indirect"]) >= 8
    assert modes["mixed"] >= 1


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ('"Nein, „niemals“ sagte er", erklärte Kim.', '"Nein, „niemals“ sagte er"'),
        ("»Wir »warten« noch«, sagte Kim.", "»Wir »warten« noch«"),
        ("„Wir warten noch“, sagte Kim.", "„Wir warten noch“"),
        ("„Wir warten noch”, sagte Kim.", "„Wir warten noch”"),
        ("«Wir warten noch», sagte Kim.", "«Wir warten noch»"),
        ('"Wir warten, sagte Kim am Montag.', '"Wir warten,'),
        ('"Eins.\n\n"Zwei und drei", sagte Kim.', '"Eins.\n\n"Zwei und drei"'),
    ],
)
def test_marks_nested_unbalanced_and_opened_again(text, surface):
    found = [one.surface for one in cases.statements("de", text)]
    assert found == [surface]


def test_the_language_is_that_of_the_words_themselves():
    text = (
        "Der Sprecher des Verteidigungsministeriums in Moskau zitierte Wladimir Putin "
        "auf Russisch: «Мы всегда будем помогать нашим корейским друзьям и товарищам». "
        "Danach verließ die ganze Delegation den Saal und sprach nicht mehr darüber."
    )
    assert [one.lang for one in cases.statements("de", text)] == ["ru"]


def test_datelines_and_credits_say_nothing():
    text = "SEOUL, May 20 (Yonhap) -- The army said it was ready.\n\n© AFP"
    (one,) = cases.statements("en", text)
    assert one.surface == "it was ready"
    assert one.source_kind == "organisation"


@settings(max_examples=60, deadline=None)
@given(st.text(), st.sampled_from(LANGS))
def test_no_text_breaks_it(text, lang):
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": [lang]})
    for row in statements(docs).itertuples():
        assert text[row.start : row.end] == row.surface


MARKS = "\"„“”«»「」'\n\ud800"
WORDS = [". ", ", ", ": ", " - ", "Kim Jong Un", "sagte", "said", "заявил", "что", "а"]
DENSE = ["은 ", "말했다", "と述べた", "说"]
PIECES = st.sampled_from([*MARKS, *WORDS, *DENSE])


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(LANGS))
def test_no_mixture_of_marks_and_cues_breaks_it(text, lang):
    for one in find(Document("a", text, given_lang=lang)):
        assert text[one.start : one.end] == one.surface


def test_many_marks_and_cues_do_not_stop_it():
    text = '"«„' * 3000 + "sagte Kim, " * 3000
    assert len(cases.statements("de", text)) > 0


def test_each_cue_is_found_in_a_text():
    known = {row["lang"] for row in knowledge.rows("statement_cues")}
    assert known == set(LANGS)
