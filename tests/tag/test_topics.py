"""Cases are rows of ``tests/cases/topics.csv``: add a row to add a test."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreasec import knowledge, schema
from koreasec.errors import KnowledgeError
from koreasec.tag._terms import Term, compile_terms
from koreasec.tag.topics import topics

CASES = Path(__file__).parents[1] / "cases"
ROWS = pd.read_csv(CASES / "topics.csv", keep_default_na=False)
FIRST = ("de", "en", "ru", "uk", "ko")


def texts(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[["lang", "text"]].assign(doc_id=[str(row) for row in rows.index])


@pytest.mark.parametrize(("lang", "text", "found", "absent"), ROWS.values.tolist())
def test_cases(lang, text, found, absent):
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": [lang]})
    told = set(topics(docs)["topic"])
    assert set(found.split()) <= told
    assert not set(absent.split()) & told


def test_each_hit_holds_its_words():
    docs = texts(ROWS)
    text_of = dict(zip(docs["doc_id"], docs["text"], strict=True))
    found = topics(docs)
    assert list(found.dtypes) == list(schema.table("topics").dtypes)
    for row in found.itertuples():
        assert text_of[row.doc_id][row.start : row.end] == row.surface


def test_one_text_at_a_time_gives_the_same_as_all_at_once():
    docs = texts(ROWS)
    parts = pd.concat([topics(docs[::2]), topics(docs[1::2])])
    pd.testing.assert_frame_equal(
        parts.sort_values(["doc_id", "start", "topic"], ignore_index=True),
        topics(docs).sort_values(["doc_id", "start", "topic"], ignore_index=True),
    )


@pytest.mark.parametrize(
    ("name", "least"), [("topic_events", 0.9), ("topic_events_unseen", 0.7)]
)
def test_the_upper_topic_of_short_event_descriptions(name, least):
    """No term was chosen by the unseen ones: their figure is the honest one."""
    events = pd.read_csv(CASES / f"{name}.csv", keep_default_na=False)
    upper = {row["topic"]: row["parent"] or row["topic"] for row in topic_rows()}
    found = topics(texts(events))
    hits = found.groupby("doc_id")["topic"].agg(
        lambda one: Counter(map(upper.get, one))
    )
    told = [_only(hits.get(str(row), Counter())) for row in events.index]
    pairs = list(zip(events["upper"], told, strict=True))
    f1 = [
        2
        * pairs.count((name, name))
        / (told.count(name) + sum(events["upper"] == name))
        for name in sorted(set(events["upper"]))
    ]
    assert sum(f1) / len(f1) >= least


def _only(counts: Counter) -> str:
    """Return the topic with the most hits, nothing where two have as many."""
    best = [name for name, count in counts.items() if count == max(counts.values())]
    return best[0] if len(best) == 1 else ""


def topic_rows() -> list[dict[str, str]]:
    return knowledge.rows("topics")


def test_parents_are_topics_of_the_upper_level():
    parent_of = {row["topic"]: row["parent"] for row in topic_rows()}
    assert all(parent_of[name] == "" for name in parent_of.values() if name)


def test_every_topic_has_enough_terms_in_the_first_five_languages():
    counts = Counter(
        (row["topic"], row["lang"]) for row in knowledge.rows("topic_terms")
    )
    names = [row["topic"] for row in topic_rows()]
    few = [(name, lang) for name in names for lang in FIRST if counts[name, lang] < 12]
    assert few == []


def test_every_term_finds_itself():
    rows = knowledge.rows("topic_terms")
    for row in rows:
        term = Term(row["topic"], row["lang"], row["term"])
        bare = term.folded.replace("*", "").replace(" … ", " x ")
        assert [*compile_terms([term]).find(bare)][-1][:2] == (0, len(bare)), row


@pytest.mark.parametrize(
    ("lang", "term", "text", "words"),
    [
        ("de", "*rakete*", "Die Interkontinentalraketen!", ["interkontinentalraketen"]),
        ("de", "rakete*", "Die Interkontinentalraketen!", []),
        ("en", "test fire*", "They test-fired it.", ["test-fired"]),
        ("en", "ally", "Totally an ally.", ["ally"]),
        ("ko", "핵 위협", "핵위협과 핵 위협", ["핵위협", "핵 위협"]),
        ("zh", "导弹", "发射导弹。", ["导弹"]),
        ("en", "sent … arms", "sent the North new arms", ["sent the north new arms"]),
        ("en", "sent … arms", "sent a. New arms", []),
        ("ru", "ракет*-носител*", "пуск ракеты-носителя", ["ракеты-носителя"]),
    ],
)
def test_the_marks_of_a_term(lang, term, text, words):
    found = compile_terms([Term("x", lang, term)]).find(text.lower())
    assert [text.lower()[start:end] for start, end, _ in found] == words


def test_a_term_without_letters_is_refused():
    with pytest.raises(KnowledgeError, match="no letters to begin with"):
        compile_terms([Term("x", "de", "*")])


def test_unknown_language_is_searched_in_all_and_others_in_none():
    docs = pd.DataFrame(
        {"doc_id": ["a", "b"], "text": ["ICBM"] * 2, "lang": ["und", "tl"]}
    )
    assert topics(docs)["doc_id"].unique().tolist() == ["a"]


@given(st.text())
def test_no_text_breaks_it(text):
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": ["de"]})
    for row in topics(docs).itertuples():
        assert text[row.start : row.end] == row.surface


def test_words_without_end_do_not_stop_it():
    found = compile_terms([Term("x", "de", "*rakete*"), Term("x", "de", "rakete … x")])
    assert [*found.find("rakete" * 20_000)] != []
