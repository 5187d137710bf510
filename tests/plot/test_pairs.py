"""Who is named together."""

import pytest

from koreasec import plot
from koreasec.errors import InputError
from koreasec.plot import _labels

from .tables import LABELS, pairs


def test_cells_hold_counts_and_mark_single_documents():
    made = pairs(200)
    chart = plot.pairs(made, top=6)
    cells = [cell for line in chart.traces[0]["text"] for cell in line if cell]
    assert len(cells) == len(chart.table) > 9
    single = int(chart.table["docs"].eq(1).sum())
    assert sum(cell.endswith("*") for cell in cells) == single
    assert f"({single} of {len(cells)} pairs)" in chart.caption
    assert "6 of 20 actors" in chart.caption
    assert "n = 400 units" in chart.caption


def test_order_is_by_kind_then_strength():
    chart = plot.pairs(pairs(200), top=20)
    names = [*chart.layout["xaxis"]["ticktext"], chart.layout["yaxis"]["ticktext"][-1]]
    known = _labels.actors([*{*chart.table["actor_a"], *chart.table["actor_b"]}])
    ids = {label: actor for actor, label in known.items()}
    kinds = _labels.kinds(list(ids.values()))
    order = [_labels.KINDS.index(kinds[ids[name]]) for name in names if name in ids]
    assert order == sorted(order)
    assert names[0] == "North Korea"


def test_order_of_rows_does_not_matter():
    made = pairs(60)
    other = made.sample(frac=1, random_state=3)
    for style in ("heatmap", "network"):
        assert plot.pairs(made, style=style).json == plot.pairs(other, style=style).json


def test_network_marks_single_documents():
    chart = plot.pairs(pairs(200), style="network", top=8)
    lines = [trace for trace in chart.traces if trace["mode"] == "lines"]
    assert len(lines) == len(chart.table)
    broken = sum(trace["line"]["dash"] != "solid" for trace in lines)
    assert broken == chart.table["docs"].eq(1).sum()
    widths = [trace["line"]["width"] for trace in lines]
    assert widths == sorted(widths) and widths[0] < widths[-1]


def test_hover_tells_counts_measures_and_an_example():
    chart = plot.pairs(pairs(1), unit="sentence", labels=LABELS)
    told = chart.traces[0]["hovertext"][0][0]
    assert told.startswith("<b>북한 + South Korea</b>")
    assert "110 sentences with both, in 36 documents" in told
    assert "NPMI 0.60" in told
    assert "“Die Minister treffen sich" in told


@pytest.mark.parametrize("measure", ["together", "npmi", "log_likelihood"])
def test_colour_scale_is_given_as_colours(measure):
    trace = plot.pairs(pairs(40), measure=measure).traces[0]
    assert all(code.startswith("#") for _, code in trace["colorscale"])
    assert trace["zmin"] < trace["zmax"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"style": "pie"},
            r"unknown style 'pie'; choose from \['heatmap', 'network'\]",
        ),
        ({"measure": "pmi"}, "unknown measure 'pmi'"),
        ({"top": 1}, "a pair needs two"),
    ],
)
def test_refused(options, message):
    with pytest.raises(InputError, match=message):
        plot.pairs(pairs(3), **options)


def test_another_table():
    with pytest.raises(InputError, match=r"ks\.count\.pairs"):
        plot.pairs(pairs(3).drop(columns="docs"))
