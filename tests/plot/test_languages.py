"""Which languages, and where they stand."""

import pandas as pd
import pytest

from koreasec import plot
from koreasec.errors import InputError
from koreasec.plot import _colours
from koreasec.plot.confidence import INKS
from koreasec.plot.quotations import UNNAMED

from . import tables
from .tables import by_language, passages, table


def test_each_bar_is_a_hundred_per_cent_of_what_stands_beside_it():
    made = by_language(4)
    chart = plot.languages(made)
    ends = {}
    for trace in chart.traces:
        for row, base, length in zip(
            trace["y"], trace["base"], trace["x"], strict=True
        ):
            assert base == pytest.approx(ends.get(row, 0))
            ends[row] = base + length
    assert list(ends.values()) == pytest.approx([100, 100, 100])
    total = made["documents"].sum()
    assert chart.layout["yaxis"]["ticktext"][0] == f"documents ({total:,})"


def test_rest_and_undetermined():
    chart = plot.languages(by_language(13), top=4)
    names = [trace["name"].partition(" (")[0] for trace in chart.traces]
    assert names[-2:] == ["8 other languages", "undetermined"]
    assert "Undetermined: 10 of" in chart.caption
    assert chart.traces[-1]["marker"]["pattern"]["shape"] == "/"


def test_without_passages():
    chart = plot.languages(by_language(3).drop(columns="passages"))
    assert len(chart.layout["yaxis"]["ticktext"]) == 2


def test_little_is_not_nothing():
    made = by_language(2).assign(documents=[999, 1], characters=[99_999, 1])
    shown = [text for trace in plot.languages(made).traces for text in trace["text"]]
    assert "&gt; 99 %" in shown


def test_strips_follow_the_characters():
    made = passages(3)
    chart = plot.strips(made)
    drawn = {
        (row, start, start + length)
        for trace in chart.traces
        for row, start, length in zip(
            trace["y"], trace["base"], trace["x"], strict=True
        )
    }
    names = chart.layout["yaxis"]["ticktext"]
    spans = zip(made["doc_id"], made["start"], made["end"], strict=True)
    assert drawn == {(names.index(doc), start, end) for doc, start, end in spans}


def test_undetermined_makes_no_text_mixed():
    row = ("a", 0, "title", 0, 9, "ko", "", 0.9, "", "Kore", 9)
    credit = ("a", 1, "credit", 10, 15, "und", "", 0.0, "too short", "Latn", 5)
    made = table("passages", [row, credit])
    assert "0 in more than one language" in plot.strips(made).caption


def test_strips_tell_the_variant_and_keep_the_colour():
    row = ("a", 0, "title", 0, 9, "ko", "ko-KP", 0.9, "", "Kore", 9)
    (trace,) = plot.strips(table("passages", [row])).traces
    assert trace["name"] == "Korean"
    assert trace["hovertext"][0].startswith("<b>Korean of the North, confidence 0.90")


def test_mixed_texts_first_when_not_all_fit():
    chart = plot.strips(passages(40), top=6)
    assert "6 of 40 documents (those in most languages)" in chart.caption
    assert "6 in more than one language" in chart.caption


def bars(chart):
    """Return of each bar its label and its parts: name, length, hatched or not."""
    labels, found = chart.layout["yaxis"]["ticktext"], {}
    for trace in chart.traces:
        hatched = "pattern" in trace["marker"]
        for row, length in zip(trace["y"], trace["x"], strict=True):
            part = (trace["name"].partition(" (")[0], pytest.approx(length), hatched)
            found.setdefault(labels[row], []).append(part)
    return found


def of(by, rows):
    columns = [by, "when", "lang", "documents", "characters"]
    made = pd.DataFrame(rows, columns=columns)
    made = made.drop(columns="when") if by != "month" else made
    ids = [(f"{lang}{at}:0-9",) for at, lang in enumerate(made["lang"])]
    return made.assign(rows=ids)


def test_a_bar_a_source_each_with_its_denominator():
    rows = [("APA", "", "de", 3, 30), ("APA", "", "uk", 1, 30), ("", "", "und", 1, 9)]
    drawn = bars(plot.languages(of("source", rows), measure="characters"))
    assert drawn == {
        "APA (60)": [("German", 50, False), ("Ukrainian", 50, False)],
        "no source given (9)": [("undetermined", 100, True)],
    }


def test_sources_beyond_what_fits_are_told():
    rows = [(f"s{at:02}", "", "ko", 1, 100 - at) for at in range(40)]
    chart = plot.languages(of("source", rows), measure="characters")
    assert len(bars(chart)) == 36
    assert "Shown: 36 of 40, those with most characters." in chart.caption


def test_months_part_certain_from_possible_and_keep_the_undated():
    first, third = pd.Timestamp("2025-01-01"), pd.Timestamp("2025-03-01")
    rows = [(first, "certain", "ko", 3, 9), (first, "possible", "ko", 1, 9)]
    rows += [(third, "possible", "de", 1, 9), (pd.NaT, "undated", "de", 2, 9)]
    chart = plot.languages(of("month", rows))
    assert bars(chart) == {
        "2025-01 (4)": [("Korean", 75, False), ("Korean, possible", 25, True)],
        "2025-03 (1)": [("German, possible", 100, True)],
        "undated (2)": [("German", 100, False)],
    }
    assert chart.layout["yaxis"]["ticktext"][1] == "2025-02 (0)"
    assert "undated: 1 of 4" in chart.caption


def test_variants_stand_beside_their_language_in_shades_of_its_colour():
    made = pd.DataFrame(
        [("ko", "ko-KP", 1), ("de", "", 5), ("ko", "", 2), ("ko", "ko-KR", 3)],
        columns=["lang", "variant", "documents"],
    )
    made = made.assign(characters=1, rows=[(f"a:{at}-9",) for at in range(4)])
    names = [trace["name"].partition(" (")[0] for trace in plot.languages(made).traces]
    assert names[0:3] == ["Korean of the South", "Korean", "Korean of the North"]
    shades = {_colours.colour("lang", code) for code in ("ko", "ko-KP", "ko-KR")}
    assert len(shades) == 3


def test_a_click_on_documents_leads_to_the_texts():
    made = by_language(1).assign(rows=[("a:0-9", "a:10-19")], texts=[("a:0-19",)])
    (trace,) = plot.languages(made).traces
    assert trace["customdata"] == [
        ["a:0-19"],
        ["a:0-9", "a:10-19"],
        ["a:0-9", "a:10-19"],
    ]


def test_a_measure_that_is_not_there_is_refused():
    with pytest.raises(InputError, match="unknown measure 'sentences'"):
        plot.languages(by_language(2), measure="sentences")


def cells(chart):
    trace = chart.traces[0]
    rows = chart.layout["yaxis"]["ticktext"]
    columns = chart.layout["xaxis"]["ticktext"]
    return {
        (row, column): (text, trace["z"][y][x], trace["customdata"][y][x])
        for y, row in enumerate(rows)
        for x, column in enumerate(columns)
        if (text := trace["text"][y][x])
    }


def pairs_of_languages():
    rows = [("de", "de", "same", 9), ("ru", "de", "different", 1)]
    rows += [("", "ko", "no title", 1), ("und", "de", "cannot be told", 2)]
    made = pd.DataFrame(
        rows, columns=["title_lang", "body_lang", "outcome", "documents"]
    )
    return made.assign(rows=[(f"a:{at}-9",) for at in range(4)])


def test_titles_in_another_language_have_the_other_colour():
    drawn = cells(plot.title_body(pairs_of_languages()))
    assert drawn["German (9)", "German (12)"][:2] == ("9", 1)
    text, value, ids = drawn["Russian (1)", "German (12)"]
    assert (text, ids) == ("1", ["a:1-9"])
    assert -1 < value < -0.3
    assert drawn["no title (1)", "Korean (1)"][1] == 0
    assert drawn["undetermined (2)", "German (12)"][1] == 0


def test_titles_and_bodies_stand_in_one_order():
    layout = plot.title_body(pairs_of_languages()).layout
    sides = [
        [name.partition(" (")[0] for name in layout[axis]["ticktext"]]
        for axis in ("xaxis", "yaxis")
    ]
    assert sides[0] == ["German", "Korean", "Russian"]
    assert sides[1] == [*sides[0], "undetermined", "no title"]


def test_titles_caption_counts_all():
    chart = plot.title_body(pairs_of_languages(), top=1)
    assert "in one language: 9 of 10 (90 %); in two: 1." in chart.caption
    assert "Not shown: 2 documents." in chart.caption


def test_reasons_are_hatched_and_told_apart():
    made = tables.by_confidence(20)
    chart = plot.confidence(made)
    looks = {
        trace["name"]: trace["marker"].get("pattern", {}).get("fgcolor")
        for trace in chart.traces
    }
    reasons = {name for name in looks if name.startswith("undetermined: ")}
    assert len(reasons) == 4
    assert len({looks[name] for name in reasons}) == 4
    assert all(looks[name] is None for name in looks.keys() - reasons)
    assert set(looks) - reasons <= set(INKS)
    assert "Undetermined: 0 of 20 (0 %) documents, 20 of 60 (33 %)" in chart.caption


def test_confidence_by_language_leaves_the_undetermined_for_last():
    rows = list(bars(plot.confidence(tables.by_confidence(20, by="lang"))))
    assert rows[-1] == "undetermined (20)"
    assert len(rows) == 21


def test_every_outcome_that_is_counted_has_its_ink():
    from koreasec.count.by_confidence import OUTCOMES

    named = {"given": "given with the text"}
    wanted = {named.get(one, f"confidence {one}") for one in OUTCOMES[:-1]}
    assert wanted == set(INKS)


def test_quotations_in_full_colour_and_other_words_in_light():
    chart = plot.quotations(tables.quotations(60), top=3)
    rows = chart.layout["yaxis"]["ticktext"]
    unnamed = set(UNNAMED.values())
    assert [name in unnamed for name in rows[:4]] == [False, False, False, True]
    assert "Not shown: 13 speakers." in chart.caption
    inks = {trace["name"]: trace["marker"].get("color") for trace in chart.traces}
    for name, ink in inks.items():
        if name.endswith(", in other words"):
            whole = inks.get(name.replace(", in other words", ", quoted"))
            assert whole is None or ink != whole


def test_captions_say_where_nothing_is_tagged():
    made = of("source", [("APA", "", "de", 3, 30), ("EFE", "", "es", 1, 30)])
    told = "actors, dates and topics in Spanish (1 of 4 texts)"
    assert told in plot.languages(made).caption
    chart = plot.quotations(tables.quotations(9), langs=["de", "es"])
    assert "statements in Spanish (1 of 2 texts)" in chart.caption
    assert "Not tagged" not in plot.quotations(tables.quotations(9)).caption


def test_speakers_add_up_to_their_statements():
    made = tables.quotations(60)
    drawn = bars(plot.quotations(made, top=99))
    assert sum(part[1].expected for row in drawn.values() for part in row) == 60


def test_refused():
    with pytest.raises(InputError, match=r"ks\.count\.by_language"):
        plot.languages(passages(1))
    with pytest.raises(InputError, match=r"ks\.tag\.passages"):
        plot.strips(by_language(1))
    with pytest.raises(InputError, match=r"ks\.count\.title_body"):
        plot.title_body(by_language(1))
    with pytest.raises(InputError, match=r"ks\.count\.by_confidence"):
        plot.confidence(by_language(1))
    with pytest.raises(InputError, match=r"ks\.count\.quotations"):
        plot.quotations(by_language(1))
    with pytest.raises(InputError, match="at least one language"):
        plot.title_body(pairs_of_languages(), top=0)
    with pytest.raises(InputError, match="at least one speaker"):
        plot.quotations(tables.quotations(3), top=0)
