"""Counts over small tables whose figures can be worked out by hand."""

import math

import pandas as pd
import pytest

from koreasec import count, errors, schema
from koreasec.count._association import log_likelihood, npmi
from koreasec.count.contrast import log_odds

KIND = {"seoul": "place", "kim-jong-un": "person"}


def docs(**texts: str) -> pd.DataFrame:
    made = schema.table("docs").assign(doc_id=list(texts), text=list(texts.values()))
    return made.astype(schema.TABLES["docs"])


def cut(rows: list[tuple]) -> pd.DataFrame:
    names = ["doc_id", "passage", "kind", "start", "end", "lang", "script", "n_chars"]
    made = pd.DataFrame(rows, columns=names)
    columns = schema.TABLES["passages"]
    return made.reindex(columns=list(columns)).astype(columns)


def mentions(*told: str) -> pd.DataFrame:
    """Make mentions from ``doc sentence start actor``."""
    rows = []
    for one in told:
        doc_id, sentence, start, actor = one.split()
        kind = KIND.get(actor, "state")
        span = (doc_id, int(sentence), int(start), int(start) + 2, "xx")
        rows.append((*span, actor.strip("-"), kind, "name", "de", ""))
    return schema.table("mentions", rows)


NAMED = mentions(
    "a 0 0 russia", "a 0 4 china", "a 0 8 russia", "a 1 20 china", "a 1 24 japan",
    "b 0 0 russia", "b 0 4 china", "b 0 8 seoul", "b 1 20 -",
)  # fmt: skip


def test_pairs_counts_units_once():
    first = count.pairs(NAMED).iloc[0]
    told = first[["actor_a", "actor_b", "together", "alone_a", "alone_b", "units"]]
    assert told.tolist() == ["china", "russia", 2, 1, 0, 3]
    assert first["docs"] == 2


def test_pairs_keeps_the_mentions_behind_in_reading_order():
    rows = count.pairs(NAMED)["rows"].iloc[0]
    assert rows == ("a:0-2", "a:4-6", "a:8-10", "b:0-2", "b:4-6")


def test_pairs_measures_association_as_the_papers_do():
    first = count.pairs(NAMED).iloc[0]
    assert first["npmi"] == pytest.approx(math.log(3 * 2 / (3 * 2)) / -math.log(2 / 3))
    second = count.pairs(mentions("a 0 0 x", "a 0 4 y", "a 1 9 z")).iloc[0]
    assert second["npmi"] == pytest.approx(1)
    assert second["log_likelihood"] == pytest.approx(4 * math.log(2))


def hand_made(together: int, a: int, b: int, units: int) -> list[list[int]]:
    return [[together, a - together], [b - together, units - a - b + together]]


@pytest.mark.parametrize(
    ("together", "a", "b", "units"),
    [
        (2, 3, 2, 9),
        (1, 40, 50, 100),
        (20, 40, 50, 100),
        (7, 7, 7, 500),
        (1, 2, 900, 1000),
    ],
)
def test_association_is_what_scipy_says(together, a, b, units):
    stats = pytest.importorskip("scipy.stats")
    table = hand_made(together, a, b, units)
    g2 = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    sign = 1 if together > a * b / units else -1
    assert log_likelihood(together, a, b, units) == pytest.approx(sign * g2.statistic)
    p_ab, p_a, p_b = together / units, a / units, b / units
    by_hand = math.log2(p_ab / (p_a * p_b)) / -math.log2(p_ab)
    assert npmi(together, a, b, units) == pytest.approx(by_hand)


def test_log_likelihood_is_below_zero_where_two_avoid_each_other():
    """1 together where chance has 20: 2 * sum(seen * ln(seen / expected))."""
    cells = [(1, 20), (39, 20), (49, 30), (11, 30)]
    by_hand = 2 * sum(seen * math.log(seen / chance) for seen, chance in cells)
    assert log_likelihood(1, 40, 50, 100) == pytest.approx(-by_hand)


def test_a_pair_of_one_document_is_marked():
    found = count.pairs(NAMED).set_index(["actor_a", "actor_b"])["one_document"]
    assert found.to_dict() == {("china", "russia"): False, ("china", "japan"): True}


CLIQUES = mentions(*[
    f"d{text} {text} {at * 3} {actor}"
    for text, group in enumerate(["abc", "abc", "ab", "xyz", "xyz", "yz", "cx"])
    for at, actor in enumerate(group)
])  # fmt: skip


def test_communities_find_two_cliques_and_who_joins_them():
    pairs = count.pairs(CLIQUES)
    found = count.communities(pairs)
    groups = found.groupby("community")["actor"].agg("".join).to_dict()
    assert groups == {1: "abc", 2: "xyz"}
    told = found.set_index("actor")
    assert told.loc["a", "inside"] == 1
    assert told.loc["a", "partners"] == 2
    assert set(told["size"]) == {3}
    assert {row[:2] for row in told.loc["b", "rows"]} == {"d0", "d1", "d2"}
    networkx = pytest.importorskip("networkx")
    graph = networkx.Graph()
    for row in pairs[pairs["log_likelihood"] > 0].to_dict("records"):
        ends = row["actor_a"], row["actor_b"]
        graph.add_edge(*ends, weight=row["log_likelihood"])
    by_hand = networkx.community.modularity(graph, [set("abc"), set("xyz")])
    assert told["modularity"].unique() == pytest.approx([by_hand])


def test_communities_never_depend_on_the_order_of_rows():
    pairs = count.pairs(CLIQUES)
    again = count.communities(pairs.sample(frac=1, random_state=1))
    columns = ["actor", "community", "size", "partners", "inside"]
    pd.testing.assert_frame_equal(count.communities(pairs)[columns], again[columns])


def test_an_actor_that_chance_explains_is_in_no_community():
    assert set(count.communities(count.pairs(NAMED))["community"]) == {0}
    assert count.communities(count.pairs(schema.table("mentions"))).empty


def test_association_cannot_be_told_where_all_units_hold_both():
    only = count.pairs(mentions("a 0 0 x", "a 0 4 y")).iloc[0]
    assert math.isnan(only["npmi"])
    assert only["log_likelihood"] == 0


def test_pairs_leaves_out_places_and_the_unresolved():
    found = count.pairs(NAMED, within="document")
    assert "seoul" not in {*found["actor_a"], *found["actor_b"]}
    assert "" not in {*found["actor_a"], *found["actor_b"]}
    assert "seoul" in set(count.pairs(NAMED, kinds={"place", "state"})["actor_b"])


def test_the_order_of_rows_never_matters():
    pd.testing.assert_frame_equal(count.pairs(NAMED), count.pairs(NAMED[::-1]))


def test_pairs_within_passages_and_documents():
    rows = [("a", 0, "paragraph", 0, 40, "de", "Latn", 40)]
    rows += [("b", 0, "title", 0, 3, "de", "Latn", 3)]
    rows += [("b", 1, "paragraph", 4, 40, "de", "Latn", 36)]
    passages = cut(rows)
    found = count.pairs(NAMED, within="passage", passages=passages)
    assert found["together"].tolist() == [1, 1, 1]
    assert found["units"].unique().tolist() == [3]
    assert count.pairs(NAMED, within="document")["together"].tolist() == [2, 1, 1]


def test_windows_put_sentence_passage_and_text_below_each_other():
    rows = [("a", 0, "paragraph", 0, 40, "de", "Latn", 40)]
    rows += [("b", 0, "paragraph", 0, 40, "de", "Latn", 40)]
    passages = cut(rows)
    found = count.windows(NAMED, passages=passages)
    assert found.groupby("within", sort=False)["together"].agg(list).to_dict() == {
        "sentence": [2, 1], "passage": [2, 1, 1], "document": [2, 1, 1],
    }  # fmt: skip
    assert found["pairs"].unique().tolist() == [2, 3]
    alone = count.pairs(NAMED, within="passage", passages=passages)
    kept = found[found["within"] == "passage"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept[alone.columns], alone)


def test_pairs_shows_the_first_sentence_behind():
    texts = docs(a="xx  xx  xx. \nyy", b="zz")
    assert count.pairs(NAMED, docs=texts)["example"].iloc[0] == "xx  xx  xx."


def test_pairs_of_nothing_is_an_empty_table_of_the_same_shape():
    empty = count.pairs(schema.table("mentions"))
    assert empty.empty
    assert list(empty.dtypes) == list(count.pairs(NAMED).dtypes)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"within": "page"}, "unknown unit 'page'"),
        ({"within": "passage"}, r"needs passages"),
        ({"kinds": {"planet"}}, "unknown kind of actor 'planet'"),
    ],
)
def test_pairs_refuses_what_it_does_not_know(options, why):
    with pytest.raises(errors.InputError, match=why):
        count.pairs(NAMED, **options)


def dated(start: int, type: str, value: str, low=None, high=None, problem=""):
    when = [None if day is None else pd.Timestamp(day) for day in (low, high)]
    span = ("a", 0, start, start + 2, "xx", type, value, value, *when)
    return (*span, "day", "", "", "", "given", problem)


DATES = schema.table(
    "dates",
    [
        dated(0, "DATE", "2025-03", "2025-03-01", "2025-03-31"),
        dated(3, "DATE", "2025-02-08", "2025-02-08", "2025-02-08"),
        dated(6, "DATE", "PRESENT_REF", "2025-02-08", "2025-02-08"),
        dated(9, "DURATION", "P3Y", "2022-02-08", "2025-02-08"),
        dated(12, "DATE", "XXXX-12", problem="no year"),
        dated(15, "TIME", "2025-02-08TMO", "2025-02-08", "2025-02-08"),
    ],
)


def test_timeline_is_in_order_of_time_and_keeps_the_undatable_last():
    found = count.timeline(DATES, docs=docs(a="x" * 30))
    assert found["start"].tolist() == [3, 15, 0, 12]
    assert found["date_from"].isna().tolist() == [False] * 3 + [True]
    assert found["problem"].iloc[-1] == "no year"


def test_timeline_tells_who_and_what_stands_in_the_sentence():
    topics = schema.table("topics", [("a", 0, 20, 22, "xx", "missiles", "x*")])
    texts, named = docs(a="x" * 30), NAMED[NAMED["doc_id"] == "a"]
    found = count.timeline(DATES, docs=texts, mentions=named, topics=topics).iloc[0]
    assert found["actors"] == ("russia", "china")
    assert found["topics"] == ("missiles",)
    assert found["rows"] == ("a:3-5", "a:0-2", "a:4-6", "a:8-10", "a:20-22")
    assert found["sentence_text"] == "x" * 30


def test_timeline_of_nothing_has_all_columns():
    empty = count.timeline(schema.table("dates"), docs=docs())
    full = count.timeline(DATES, docs=docs(a="x" * 30))
    assert list(empty.dtypes) == list(full.dtypes)


def test_by_language_counts_passages_apart_from_texts():
    rows = [("a", 0, "title", 0, 4, "ru", "Cyrl", 4)]
    rows += [("a", 1, "paragraph", 5, 15, "de", "Latn", 10)]
    texts = docs(a="x" * 15, b="").assign(lang=["de", None])
    plain = count.by_language(texts).set_index("lang")
    assert plain["documents"].to_dict() == {"de": 1, "und": 1}
    assert plain.loc["de", "rows"] == ("a:0-15",)
    full = count.by_language(texts, passages=cut(rows))
    full = full.set_index("lang")
    assert full.loc["ru", ["documents", "found_in", "characters"]].tolist() == [0, 1, 4]
    assert full["character_share"].sum() == pytest.approx(1)


def test_by_language_says_what_to_run_first():
    with pytest.raises(errors.InputError, match=r"ks\.tag\.languages\(docs\)"):
        count.by_language(docs(a="x"))


def test_by_month_parts_certain_from_possible():
    texts = docs(a="x", b="x", c="x")
    texts["published_from"] = pd.to_datetime(["2025-01-31", "2025-03-05", None])
    texts["published_to"] = pd.to_datetime(["2025-02-02", "2025-03-05", "2025-03-05"])
    found = count.by_month(texts)
    assert found["certain"].tolist() == [0, 0, 1, 0]
    assert found["possible"].tolist() == [1, 1, 1, 1]
    assert found["month"].isna().tolist() == [False, False, False, True]
    assert found["rows"].iloc[-1] == ("c:0-1",)


def test_by_month_counts_zero_between():
    texts = docs(a="x", b="x").assign(lang=["de", "ko"])
    texts["published_from"] = pd.to_datetime(["2024-12-01", "2025-02-05"])
    texts["published_to"] = texts["published_from"]
    assert count.by_month(texts)["possible"].tolist() == [1, 0, 1]
    assert count.by_month(texts, by="lang")["certain"].tolist() == [1, 0, 0, 0, 0, 1]


TOPICS = schema.table(
    "topics",
    [
        ("a", 0, 0, 2, "xx", "missiles", "x*"),
        ("a", 0, 4, 6, "xx", "missiles", "x*"),
        ("b", 3, 0, 2, "xx", "cyber", "x*"),
        ("b", 4, 9, 11, "xx", "missiles", "x*"),
    ],
)


def test_by_topic_counts_hits_sentences_and_texts():
    found = count.by_topic(TOPICS).set_index("topic")
    told = ["documents", "sentences", "hits"]
    assert found.loc["missiles", told].tolist() == [2, 2, 3]
    assert found.loc["cyber", "rows"] == ("b:0-2",)


def test_by_topic_by_language_and_month():
    texts = docs(a="x", b="x").assign(lang=["de", "ko"])
    texts["published_from"] = pd.to_datetime(["2024-12-01", "2025-02-05"])
    texts["published_to"] = pd.to_datetime(["2024-12-04", "2025-03-05"])
    by_lang = count.by_topic(TOPICS, docs=texts, by="lang")
    assert by_lang[["lang", "topic"]].values.tolist() == [
        ["de", "missiles"], ["ko", "cyber"], ["ko", "missiles"],
    ]  # fmt: skip
    by_month = count.by_topic(TOPICS, docs=texts, by="month")
    assert by_month["month"].isna().tolist() == [False, True, True]
    with pytest.raises(errors.InputError, match="needs docs"):
        count.by_topic(TOPICS, by="lang")


def test_contrast_needs_more_than_a_few_hits():
    many = [("a", i, 0, 2, "xx", "cyber", "x") for i in range(20)]
    many += [("b", i, 0, 2, "xx", "naval", "x") for i in range(20)]
    many += [("a", 90, 0, 2, "xx", "space", "x"), ("c", 0, 0, 2, "xx", "food", "x")]
    texts = docs(a="x", b="x", c="x").assign(lang=["de", "ko", "fr"])
    topics = schema.table("topics", many)
    found = count.contrast(
        topics, docs=texts, by="lang", between=("de", "ko"), column="topic"
    ).set_index("value")
    assert found.index.tolist() == ["cyber", "space", "naval"]
    assert found["more_in"].tolist() == ["de", "de", "ko"]
    assert found.loc["cyber", "z"] > 1 > found.loc["space", "z"] > 0
    assert len(found.loc["naval", "rows"]) == 20


def test_contrast_by_hand():
    """Monroe et al. (2008), equations 15, 16, 20 and 22, with few figures."""
    odds, z = log_odds(3, 1, 10, 10, 4, 20)
    by_hand = math.log(7 / 23) - math.log(5 / 25)
    assert odds == pytest.approx(by_hand)
    assert z == pytest.approx(by_hand / math.sqrt(1 / 7 + 1 / 5))
    assert log_odds(3, 1, 3, 1, 4, 4) == (0, 0)


def test_contrast_refuses_a_group_without_texts():
    texts = docs(a="x", b="x").assign(lang=["de", "ko"])
    more = {"docs": texts, "by": "lang", "column": "topic"}
    with pytest.raises(errors.InputError, match=r"no text has lang 'fr'"):
        count.contrast(TOPICS, between=("de", "fr"), **more)


def test_glance_tells_only_what_is_given():
    texts = docs(a="eins", b="  ").assign(lang=["de", "und"])
    few = dict(count.glance(texts).values.tolist())
    assert few["readable texts"] == "1"
    assert few["languages of the texts"] == "de 1, und 1"
    assert "actors" not in few
    tagged = {"mentions": NAMED, "dates": DATES, "topics": TOPICS}
    all_told = dict(count.glance(texts, **tagged).values.tolist())
    assert all_told["actors"] == "3"
    assert all_told["they reach"] == "2022-02-08 to 2025-03-31"


@pytest.mark.parametrize("name", ["pairs", "timeline", "by_topic", "by_month"])
def test_inputs_stay_as_they_are(name):
    given = {"pairs": NAMED, "timeline": DATES, "by_topic": TOPICS}.get(name)
    given = docs(a="x") if given is None else given
    before = given.copy(deep=True)
    more = {"docs": docs(a="x" * 30)} if name == "timeline" else {}
    getattr(count, name)(given, **more)
    pd.testing.assert_frame_equal(given, before)


def test_nothing_in_nothing_out():
    none = {name: schema.table(name) for name in schema.TABLES}
    assert count.by_language(none["docs"], passages=none["passages"]).empty
    assert count.by_month(none["docs"], by="lang").empty
    options = {"docs": none["docs"], "by": "month", "level": "parent"}
    nothing, some = count.by_topic(none["topics"], **options), count.by_topic(TOPICS)
    assert nothing.empty
    assert set(some.dtypes.items()) <= set(nothing.dtypes.items())
    told = {name: none[name] for name in ("passages", "mentions", "dates", "topics")}
    assert count.glance(none["docs"], **told)["value"].isin(["0", "none"]).all()


def test_a_wrong_table_is_refused_with_its_maker():
    with pytest.raises(errors.InputError, match=r"ks\.tag\.actors\(docs\)"):
        count.pairs(DATES)
