"""Text from strangers on labels and in hover boxes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreasec import plot
from koreasec.plot import _safe

from . import tables


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("북한  미사일\n발사", "북한 미사일 발사"),
        ("a\u202eb\u200bc\x00d\x1b[31m", "abcd[31m"),
        ("lone \ud800 one", "lone \ufffd one"),
        (None, "None"),
    ],
)
def test_clean(text, shown):
    assert _safe.clean(text) == shown


def test_short_counts_wide_characters_twice():
    assert _safe.short("국방위원회", 10) == "국방위원회"
    assert _safe.short("국방위원회", 8) == "국방위…"
    assert _safe.short("Ministry of Defence", 12) == "Ministry of…"


def test_wrapped_cuts_what_has_no_blanks():
    lines = _safe.wrapped("朝鮮半島" * 30, 40, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(_safe.width(line) <= 40 for line in lines)


@given(st.text(), st.integers(2, 60))
def test_never_wider_and_never_raising(text, columns):
    assert _safe.width(_safe.short(text, columns)) <= columns
    assert all(_safe.width(line) <= columns for line in _safe.wrapped(text, columns, 4))
    shown = _safe.hover(text, text, quote=text)
    tags = ("<b>", "</b>", "<br>", "<i>", "</i>")
    for tag in tags:
        shown = shown.replace(tag, "")
    assert "<" not in shown
    assert shown.isprintable() or "\u2028" not in shown


def test_hostile_text_is_only_text():
    pairs = tables.pairs(2).assign(example=tables.HOSTILE)
    labels = {"north-korea": tables.HOSTILE}
    for style in ("heatmap", "network"):
        chart = plot.pairs(pairs, style=style, labels=labels, title=tables.HOSTILE)
        _no_markup(chart)
        chart._repr_mimebundle_()


def test_hostile_timeline():
    made = tables.timeline(4).assign(
        sentence_text=tables.HOSTILE,
        surface=tables.HOSTILE,
        doc_id=tables.HOSTILE,
        basis=tables.HOSTILE,
    )
    chart = plot.timeline(made, lanes="doc_id")
    _no_markup(chart)
    chart._repr_mimebundle_()


@pytest.mark.parametrize(
    ("draw", "made", "columns"),
    [
        (plot.languages, tables.by_language_of("source", 9), ["source", "lang"]),
        (plot.languages, tables.by_variant(9), ["lang", "variant"]),
        (plot.title_body, tables.title_body(9), ["title_lang", "outcome"]),
        (plot.confidence, tables.by_confidence(9, by="lang"), ["lang", "reason"]),
        (plot.quotations, tables.quotations(9), ["speaker", "source_kind", "lang"]),
        (plot.strips, tables.passages(3), ["doc_id", "kind", "reason"]),
    ],
)
def test_hostile_languages(draw, made, columns):
    chart = draw(made.assign(**dict.fromkeys(columns, tables.HOSTILE)))
    _no_markup(chart)
    chart._repr_mimebundle_()


def _no_markup(chart):
    """No string that plotly draws holds markup but our own."""
    drawn = [chart.json["layout"]]
    shown = ("hovertext", "text", "name")
    drawn += [{key: trace.get(key) for key in shown} for trace in chart.json["data"]]
    for text in _strings(drawn):
        for tag in ("<a", "<script", "</script", "\u202e", "\x1b", "\x00"):
            assert tag not in text
        assert "<b>bold" not in text


def _strings(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in _strings(part)]
    return []
