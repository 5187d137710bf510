"""All tables in one pass are the tables that the single taggers make."""

import pandas as pd
import pytest

import koreasec as ks

SINGLE = {
    "passages": ks.tag.passages,
    "mentions": ks.tag.actors,
    "dates": ks.tag.dates,
    "dating_evidence": ks.tag.dating_evidence,
    "topics": ks.tag.topics,
    "statements": ks.tag.statements,
    "relays": ks.tag.relays,
    "translation_hints": ks.tag.translation_hints,
}
TABLES = list(SINGLE)


@pytest.fixture(scope="module")
def docs(seeds):
    return ks.load(seeds)


@pytest.fixture(scope="module")
def tables(docs):
    return ks.tag.everything(docs)


@pytest.mark.parametrize("name", TABLES)
def test_same_as_the_single_tagger(docs, tables, name):
    pd.testing.assert_frame_equal(getattr(tables, name), SINGLE[name](docs))


def test_docs_have_languages_and_days(docs, tables):
    single = docs.pipe(ks.tag.languages).pipe(ks.tag.published)
    pd.testing.assert_frame_equal(tables.docs, single)


@pytest.mark.parametrize("name", TABLES)
def test_a_text_is_tagged_by_itself(docs, tables, name):
    parts = [getattr(ks.tag.everything(docs.iloc[[n]]), name) for n in range(len(docs))]
    together = pd.concat(parts, ignore_index=True)
    pd.testing.assert_frame_equal(together, getattr(tables, name))


@pytest.mark.parametrize("name", [name for name in TABLES if name != "passages"])
def test_every_span_holds_its_surface(docs, tables, name):
    texts = docs.set_index("doc_id")["text"]
    for row in getattr(tables, name).itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.surface


def test_no_texts_give_empty_tables():
    tables = ks.tag.everything(ks.schema.table("docs"))
    assert all(len(table) == 0 for table in tables)


def test_leaves_its_input_alone(docs):
    before = docs.copy()
    ks.tag.everything(docs)
    pd.testing.assert_frame_equal(docs, before)
