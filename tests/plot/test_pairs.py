"""Who is named together."""

from itertools import groupby

import pandas as pd
import pytest

from koreasec import count, plot
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


def groups(made):
    return count.communities(made)


def test_communities_stand_side_by_side_under_arcs():
    made = pairs(60)
    west = {"north-korea", "russia", "ukraine", "kim-jong-un", "vladimir-putin"}
    sides = zip(made["actor_a"].isin(west), made["actor_b"].isin(west), strict=True)
    made = made.assign(log_likelihood=[9.0 if a == b else -9.0 for a, b in sides])
    found = groups(made)
    chart = plot.pairs(made, style="network", communities=found, top=12)
    number = dict(zip(found["actor"], found["community"], strict=True))
    names = [number.get(actor) for actor in chart.traces[-1]["customdata"]]
    met = [one for one, _ in groupby(names)]
    assert len(met) == len(set(met)) > 1
    several = sum(names.count(one) > 1 for one in set(names) if one)
    arcs = [trace for trace in chart.traces if trace.get("hoverinfo") == "skip"]
    assert len(arcs) == several > 0
    assert f"{several} of {found['community'].max()} with two actors" in chart.caption
    heads = chart.traces[-1]["hovertext"]
    assert sum("community" in head for head in heads) == sum(map(bool, names))


def test_communities_fit_every_size_and_order():
    made = pairs(40)
    for top in (2, 3, 20):
        chart = plot.pairs(made, style="network", communities=groups(made), top=top)
        assert chart.axes().get_xlim() == (-1.9, 1.9)
    turned = made.sample(frac=1, random_state=2)
    again = plot.pairs(turned, style="network", communities=groups(turned), top=20)
    assert again.json == chart.json


def test_another_table_of_communities():
    with pytest.raises(InputError, match=r"ks\.count\.communities\(pairs\)"):
        plot.pairs(pairs(3), communities=pairs(3))


def test_the_caption_says_who_could_not_be_found():
    row = {"actor_a": "kremlin-test", "actor_b": "russia", "together": 1, "docs": 1}
    made = pd.DataFrame([{**row, "rows": ("a:0-1",)}])
    told = plot.pairs(made, langs=["ko", "de"]).caption
    assert "No name is known of kremlin-test in " in told
    assert "No name" not in plot.pairs(pairs(3), langs=["ko"]).caption


def test_below_zero_has_a_colour_of_its_own():
    made = pairs(12).assign(log_likelihood=[-5.0] + [7.0] * 11)
    trace = plot.pairs(made, measure="log_likelihood").traces[0]
    assert (trace["zmin"], trace["zmax"]) == (-7, 7)
    lines = plot.pairs(made, measure="log_likelihood", style="network").traces
    assert min(line["line"]["width"] for line in lines[:-1]) == 1


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
