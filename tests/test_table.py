"""Tables and computed prose: readable, the same each time, safe."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreasec.answer import answer, escape_markdown, said
from koreasec.errors import InputError
from koreasec.table import table


def test_shows_the_first_rows_and_says_how_many_there_are():
    shown = table(pd.DataFrame({"n": range(20)}), rows=2)
    assert repr(shown) == "n\n0\n1\n2 of 20 rows"
    assert "2 of 20 rows" in shown._repr_html_()


def test_cells_are_read_as_one_reads():
    frame = pd.DataFrame(
        {
            "day": [pd.Timestamp("2025-02-09"), pd.NaT],
            "share": [0.123456, float("nan")],
            "actors": [("a", "b"), ()],
            "text": ["line\nbreak", None],
        }
    )
    assert repr(table(frame)) == (
        "day\tshare\tactors\ttext\n2025-02-09\t0.123\ta, b\tline break\n\t\t\t"
    )


def test_numbers_right_text_left_days_unbroken():
    page = table(pd.DataFrame({"n": [1], "t": ["x"], "d": [pd.Timestamp(0)]}))
    html = page._repr_html_()
    assert '<td style="text-align:right">1</td>' in html
    assert '<td style="text-align:left">x</td>' in html
    assert "white-space:nowrap" in html


def test_an_unknown_column_is_an_error():
    with pytest.raises(InputError, match=r"with the columns \['z'\]"):
        table(pd.DataFrame({"a": [1]}), columns=["z"])


@given(st.text(max_size=40))
def test_no_cell_is_read_as_html(text):
    html = table(pd.DataFrame({"t": [text.encode("utf-8", "replace").decode()]}))
    body = html._repr_html_().split("<tbody>")[1].replace("</tbody>", "")
    assert body.count("<") == 2 + 2 + 1
    assert "\u202e" not in body


def test_an_answer_says_lists_days_and_numbers():
    made = answer(
        "{n} of {all}: {who}, {when}",
        n=1234,
        all=2.5,
        who=["Kim", "Putin"],
        when=pd.Timestamp("2025-02-09"),
    )
    assert repr(made) == "1,234 of 2.5: Kim and Putin, 9 February 2025"


@pytest.mark.parametrize("value", [float("nan"), pd.NaT])
def test_what_is_missing_is_unknown(value):
    assert said(value) == "unknown"


def test_values_are_never_markdown():
    made = answer("**{who}**", who="<b>*x*</b> $y$ [z](javascript:1)")
    shown = made._repr_markdown_()
    assert shown.startswith("**&#60;b&#62;&#42;x&#42;")
    assert not set("$[]()") & set(shown)


@given(st.text(max_size=40))
def test_escaped_markdown_keeps_its_words(text):
    import html

    assert html.unescape(escape_markdown(text)) == text


def test_a_value_that_is_missing_is_an_error():
    with pytest.raises(InputError, match="needs 'n', given are"):
        answer("{n}", m=1)


@pytest.mark.parametrize(
    ("n", "told"), [(0, "0 texts are"), (1, "1 text is"), (2000, "2,000 texts are")]
)
def test_an_answer_agrees_with_its_number(n, told):
    assert repr(answer("**{n:text}** {n:is|are}", n=n)) == told


def test_an_answer_knows_plurals_in_y():
    assert repr(answer("{n:country}, {n:day}", n=2)) == "2 countries, 2 days"


def test_an_empty_table_says_so_and_little_is_not_nothing():
    assert repr(table(pd.DataFrame({"n": []}))) == "n\nno rows"
    assert repr(table(pd.DataFrame({"n": [0.0001, 0.0]}))) == "n\n< 0.001\n0"
