"""Cells that are not what was needed are told before anything is counted."""

import pandas as pd
import pytest

import koreasec as ks
from koreasec.errors import InputError

TEXT = "Kim Jong Un said on 3 May 2021 that the USA lied."


def texts(**cells):
    given = {"doc_id": ["a"], "text": [TEXT], **cells}
    return pd.DataFrame(
        {name: pd.Series(of, dtype=object) for name, of in given.items()}
    )


@pytest.fixture(scope="module")
def tables():
    return ks.tag.everything(texts())


@pytest.mark.parametrize("given", [None, float("nan"), pd.NA, 5, "\ud800"])
def test_a_text_without_a_name_is_told(given):
    with pytest.raises(InputError, match=r"'doc_id' .* must hold text; row 0 holds"):
        ks.tag.everything(texts(doc_id=[given]))


@pytest.mark.parametrize("given", [5, b"Kim"])
def test_a_text_that_is_none_is_told(given):
    with pytest.raises(InputError, match=r"'text' .* must hold text; row 0 holds"):
        ks.tag.everything(texts(text=[given]))


@pytest.mark.parametrize("given", [None, float("nan"), pd.NA])
def test_a_text_may_be_missing(given):
    assert len(ks.tag.everything(texts(text=[given])).mentions) == 0


def test_two_texts_of_one_name_are_told():
    with pytest.raises(InputError, match="doc_id 'a' more than once"):
        ks.tag.actors(pd.concat([texts(), texts()]))


@pytest.mark.parametrize(
    ("column", "given"),
    [("start", None), ("start", "0"), ("lang", None), ("actor", 5), ("lang", "\ud800")],
)
def test_a_broken_cell_of_mentions_is_told(tables, column, given):
    broken = tables.mentions.astype({column: object})
    broken[column] = pd.Series([given] * len(broken), dtype=object)
    with pytest.raises(InputError, match=f"'{column}' of the table 'mentions'"):
        ks.count.by_actor(broken)


def test_rows_that_are_no_list_are_told(tables):
    counted = ks.count.by_month(tables.docs).assign(rows=5)
    with pytest.raises(InputError, match="must hold lists or tuples; row 0 holds 5"):
        ks.plot.months(counted)


def test_times_as_text_are_told_with_the_remedy(tables):
    given = tables.docs.assign(published_from="2021-05-03")
    with pytest.raises(InputError, match="must hold times"):
        ks.count.by_month(given)


@pytest.mark.parametrize("name", ["mentions", "topics"])
def test_a_wrong_second_table_is_told(tables, name):
    with pytest.raises(InputError, match=f"needs the table '{name}'"):
        ks.count.timeline(tables.dates, docs=tables.docs, **{name: tables.docs})


@pytest.mark.parametrize("name", ["passages", "mentions", "dates", "topics"])
def test_glance_tells_a_wrong_table(tables, name):
    with pytest.raises(InputError, match=f"needs the table '{name}'"):
        ks.count.glance(tables.docs, **{name: "x"})


@pytest.mark.parametrize(
    "call",
    [
        lambda t: ks.count.by_actor(t.mentions, kinds=5),
        lambda t: ks.count.by_actor(t.mentions, kinds="person"),
        lambda t: ks.tag.candidates(t.docs, least="x"),
        lambda t: ks.tag.candidates(t.docs, top=None),
        lambda t: ks.explain(t.docs, "a", "x", "y"),
        lambda t: ks.knowledge.parity(actors=5),
        lambda t: ks.knowledge.unnamed(langs="de"),
        lambda t: ks.knowledge.use(5),
        lambda t: ks.knowledge.spellings(5),
        lambda t: ks.knowledge.spellings("김" * 5000),
        lambda t: ks.plot.languages(ks.count.by_language(t.docs), top="x"),
        lambda t: ks.plot.languages(ks.count.by_language(t.docs), title=5),
        lambda t: ks.count.by_language(t.docs, by=["source"]),
    ],
)
def test_a_broken_argument_is_told(tables, call):
    with pytest.raises(InputError):
        call(tables)
