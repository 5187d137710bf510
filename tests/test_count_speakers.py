"""Who speaks how often, and on whose word a statement rests."""

import pandas as pd

from koreasec import schema
from koreasec.count import by_speaker, sources


def row(doc_id, start, words, mode, speaker, kind, relay="", lang="de"):
    span = (0, start, start + len(words), words)
    who = (None, None, "", kind, relay)
    return (doc_id, *span, mode, "sagte", speaker, *who, lang, "")


TOLD = schema.table(
    "statements",
    [
        row("b", 5, "„Die Raketen sind bereit“", "direct", "", "anonymous", "reuters"),
        row("a", 0, '"Die Raketen sind bereit"', "direct", "", "anonymous", "reuters"),
        row("a", 40, "Kim komme", "indirect", "kim-jong-un", "person", "kcna"),
        row("c", 0, "Ким приедет", "mixed", "kim-jong-un", "person", "", "ru"),
        row("c", 30, "wie man hört", "indirect", "", ""),
    ],
)


def test_statements_by_speaker():
    made = by_speaker(TOLD)
    kim = made[made["speaker"].eq("kim-jong-un")].iloc[0]
    assert kim["label"] == "Kim Jong Un"
    counted = kim[["statements", "direct", "indirect", "mixed", "relayed"]]
    assert counted.tolist() == [2, 0, 1, 1, 1]
    assert kim["langs"] == ("de", "ru")
    assert kim["rows"] == ("a:40-49", "c:0-11")


def test_unknown_speakers_are_counted_by_their_kind():
    made = by_speaker(TOLD)
    unknown = made[made["speaker"].eq("")]
    assert unknown["label"].tolist() == ["anonymous (not known)", "nobody (not known)"]
    assert unknown["statements"].tolist() == [2, 1]


def test_every_statement_is_counted_once():
    made = by_speaker(TOLD)
    assert made["statements"].sum() == len(TOLD)
    assert sum(map(len, made["rows"])) == len(TOLD)


def test_copies_of_one_anonymous_source_are_one_origin():
    first = sources(TOLD).iloc[0]
    assert first["documents"] == 2
    assert first["origin"] == ("anonymous via reuters",)
    assert first["origins"] == 1
    assert first["anonymous"]


def test_a_column_group_puts_near_copies_together():
    given = TOLD.assign(group=["x", "x", "x", "y", "y"])
    made = sources(given).set_index("group")
    assert made.loc["x", "origin"] == ("anonymous via reuters", "kim-jong-un")
    assert made.loc["x", "origins"] == 2
    assert not made.loc["x", "anonymous"]
    assert made.loc["x", "relays"] == ("kcna", "reuters")


def test_order_does_not_matter():
    pd.testing.assert_frame_equal(by_speaker(TOLD), by_speaker(TOLD[::-1]))
    pd.testing.assert_frame_equal(sources(TOLD), sources(TOLD[::-1]))


def test_no_statements_give_no_rows():
    empty = schema.table("statements")
    assert len(by_speaker(empty)) == len(sources(empty)) == 0
