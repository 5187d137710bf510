"""Scores, measured on small annotated texts with taggers whose errors are known."""

import json

import pandas as pd
import pytest

from koreasec import __main__, errors, schema, score, tag
from koreasec.score import _match

TEXT = (
    '<doc id="one" lang="en" dct="2025-02-09" dct_from="2025-02-09"'
    ' dct_to="2025-02-14"><a id="kim-jong-un" via="name">Kim Jong Un</a> met &lt;<a'
    ' id="russia" via="demonym">Russian</a>&gt; guests in <l id="pyongyang">Pyongyang'
    '</l> on <t type="DATE" value="2025-02-08">Saturday</t>.</doc>'
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one.xml").write_text(TEXT, "utf-8")
    return tmp_path


def mentions(docs):
    rows = [
        ("one", 0, 0, 3, "Kim", "kim-jong-un", "person", "name", "en", ""),
        ("one", 0, 17, 24, "Russian", "belarus", "state", "demonym", "en", ""),
        ("one", 0, 36, 45, "Pyongyang", "pyongyang", "place", "name", "en", ""),
        ("one", 0, 26, 32, "guests", "guests", "person", "name", "en", ""),
    ]
    return schema.table("mentions", rows)


def dates(docs):
    given = docs["published_from"].iloc[0]
    value = "2025-02-08" if given == pd.Timestamp("2025-02-09") else "XXXX"
    row = ("one", 0, 49, 57, "Saturday", "DATE", "XXXX-WXX-6", value)
    return schema.table("dates", [(*row, None, None, "day", "", "", "", "", "")])


def published(docs):
    assert docs["published_from"].isna().all(), "the answer was given away"
    low, high = pd.Timestamp("2025-02-01"), pd.Timestamp("2025-02-14")
    return docs.assign(
        published_from=low, published_to=high, published_basis="inferred"
    )


@pytest.fixture
def taggers(monkeypatch):
    for tagger in (mentions, dates, published):
        name = "actors" if tagger is mentions else tagger.__name__
        monkeypatch.setattr(tag, name, tagger, raising=False)


def test_read_strips_tags_to_text_and_offsets(folder):
    gold = score.read(folder)
    text = gold.docs["text"].iloc[0]
    assert text == "Kim Jong Un met <Russian> guests in Pyongyang on Saturday."
    for table in (gold.mentions, gold.dates):
        for row in table.itertuples():
            assert text[row.start : row.end] == row.surface


def test_a_month_of_publication_is_an_interval(tmp_path):
    (tmp_path / "m.xml").write_text('<doc id="m" lang="de" dct="2024-02">Ja</doc>')
    row = score.read(tmp_path).docs.iloc[0]
    assert str(row["published_to"].date()) == "2024-02-29"
    assert row["published_basis"] == "given"


def test_actors_need_overlap_and_the_same_id(folder, taggers):
    table = score.score(folder).actors.set_index(["what", "by"])
    assert list(table.loc[("actors", "all"), ["gold", "found", "right"]]) == [2, 3, 1]
    assert table.loc[("actors", "all"), "recall"] == 0.5
    assert table.loc[("places", "all"), "f1"] == 1


def test_dates_are_resolved_against_the_given_day(folder, taggers):
    assert score.score(folder).dates["value_f1"].tolist() == [1, 1]


def test_published_is_inferred_without_the_answer(folder, taggers):
    row = score.score(folder).published.iloc[0]
    assert (row["inside"], row["equal"], row["days"]) == (True, False, 14)


def test_misses_join_the_wrong_id_to_its_gold(folder, taggers):
    listed = score.misses(folder)
    told = listed[["what", "error", "gold", "found"]].values.tolist()
    assert told == [
        ["actors", "other", "russia", "belarus"],
        ["actors", "false", "", "guests"],
        ["published", "other", "2025-02-09..2025-02-14", "2025-02-01..2025-02-14"],
    ]
    assert "<[Russian]>" in listed["context"].iloc[0]


def test_what_is_not_there_is_skipped_with_a_note(folder, monkeypatch):
    for name in ("actors", "dates", "published"):
        monkeypatch.setattr(tag, name, None, raising=False)
    scores = score.score(folder)
    assert len(scores.skipped) == 3
    assert "koreasec.tag.dates is not there" in score.show(scores)
    assert score.misses(folder).empty


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (
            "<doc id='x' lang='de'>\n<a id='russia'>Ru</doc>",
            "bad.xml, line 2: mismatch",
        ),
        ("<doc id='x' lang='de'>\n<a id='r'><l id='y'>R</l></a></doc>", "line 2: <l> "),
        ("<doc lang='de'>R</doc>", "<doc> lacks id"),
        ("<doc id='x' lang='de'><b>R</b></doc>", "<b> has no place here"),
        ("<doc id='x' lang='de'><a id='r'></a></doc>", "<a> holds no text"),
        ("<doc id='x' lang='de' dct='2025-13'>R</doc>", "dct is '2025-13'"),
        (
            "<!DOCTYPE doc [<!ENTITY a 'b'>]>\n<doc id='x' lang='de'>&a;</doc>",
            "DOCTYPE",
        ),
        ("", "bad.xml, line 1: no element found"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path, xml, why):
    (tmp_path / "bad.xml").write_text(xml, "utf-8")
    with pytest.raises(errors.InputError, match=r"bad\.xml, line \d") as caught:
        score.read(tmp_path)
    assert why in str(caught.value)


def test_two_texts_may_not_share_an_id(folder):
    (folder / "again.xml").write_text(TEXT, "utf-8")
    with pytest.raises(errors.InputError, match="both have the id 'one'"):
        score.read(folder)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(errors.InputError, match=r"no \.xml file"):
        score.read(tmp_path)


def test_nothing_is_paired_twice():
    gold = pd.DataFrame({"doc_id": ["a", "a"], "start": [0, 4], "end": [3, 9]})
    found = pd.DataFrame({"doc_id": ["a"], "start": [0], "end": [9]})
    pairs = _match.pair(gold, found)
    assert [(true["start"], row["start"]) for true, row in pairs] == [(4, 0)]


def test_the_command_prints_a_table_and_json(folder, taggers, capsys):
    assert __main__.main(["score", str(folder), "--misses"]) == 0
    assert "belarus" in capsys.readouterr().out
    assert __main__.main(["score", str(folder), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["published"][0]["dct_from"].startswith("2025-02-09")


def test_the_command_names_what_is_wrong(tmp_path, capsys):
    assert __main__.main(["score", str(tmp_path)]) == 2
    assert "no .xml file" in capsys.readouterr().err
