"""Tables to files: whole files, safe cells."""

import sys

import pandas as pd
import pytest

from koreasec import count, schema
from koreasec.errors import InputError
from koreasec.export import export


def test_both_files_hold_the_table(tmp_path):
    table = pd.DataFrame(
        {
            "doc_id": ["a"],
            "day": [pd.Timestamp("2025-02-09")],
            "rows": [("a:0-1", "a:3-4")],
        }
    )
    export({"pairs": table}, to=tmp_path / "new" / "folder")
    read = pd.read_parquet(tmp_path / "new" / "folder" / "pairs.parquet")
    assert read["rows"].iloc[0].tolist() == ["a:0-1", "a:3-4"]
    assert read["day"].tolist() == [pd.Timestamp("2025-02-09")]
    text = (tmp_path / "new" / "folder" / "pairs.csv").read_text("utf-8-sig")
    assert text == 'doc_id,day,rows\na,2025-02-09,"[""a:0-1"", ""a:3-4""]"\n'


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(tmp_path, cell):
    export({"t": pd.DataFrame({"surface": [cell]})}, to=tmp_path)
    read = pd.read_csv(tmp_path / "t.csv", encoding="utf-8-sig")
    assert read["surface"].iloc[0].startswith("'")
    assert pd.read_parquet(tmp_path / "t.parquet")["surface"].iloc[0] == cell


def test_numbers_stay_numbers(tmp_path):
    export({"t": pd.DataFrame({"npmi": [-0.5]})}, to=tmp_path)
    assert (tmp_path / "t.csv").read_text("utf-8-sig") == "npmi\n-0.5\n"


def test_nothing_half_written_is_left(tmp_path, monkeypatch):
    export({"t": pd.DataFrame({"a": [1]})}, to=tmp_path)

    def breaks(table, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.modules["koreasec.export"], "_parquet", breaks)
    with pytest.raises(InputError, match="No space left"):
        export({"t": pd.DataFrame({"a": [2]})}, to=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.csv", "t.parquet"]
    assert pd.read_parquet(tmp_path / "t.parquet")["a"].tolist() == [1]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "f").write_text("x")
    with pytest.raises(InputError, match="cannot write to"):
        export({}, to=tmp_path / "f")


def test_an_empty_table_is_written(tmp_path):
    export({"t": pd.DataFrame({"rows": pd.Series([], dtype=object)})}, to=tmp_path)
    assert len(pd.read_parquet(tmp_path / "t.parquet")) == 0


NAMED = schema.table(
    "mentions",
    [
        ("a", 0, 0, 2, "xx", "russia", "state", "name", "de", ""),
        ("a", 0, 4, 6, "xx", "china", "state", "name", "de", ""),
        ("a", 1, 8, 9, "xx", "russia", "state", "name", "de", ""),
        ("b", 0, 0, 2, "xx", "russia", "state", "name", "de", ""),
        ("b", 0, 4, 6, "xx", "kim-jong-un", "person", "name", "de", ""),
    ],
)


def tables():
    pairs = count.pairs(NAMED)
    return {
        "pairs": pairs,
        "mentions": NAMED,
        "communities": count.communities(pairs),
    }


@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_a_network_opens_with_all_it_says(tmp_path, format):
    networkx = pytest.importorskip("networkx")
    made = tables()
    written = export(made, to=tmp_path, formats=[format])
    assert [path.name for path in written] == [f"pairs.{format}"]
    found = getattr(networkx, f"read_{format}")(written[0])
    assert sorted(found.nodes) == ["china", "kim-jong-un", "russia"]
    node = found.nodes["russia"]
    told = {key: node[key] for key in ("label", "kind", "mentions", "documents")}
    assert told == {"label": "Russia", "kind": "state", "mentions": 3, "documents": 2}
    groups = made["communities"].set_index("actor")["community"]
    assert node["community"] == groups["russia"]
    assert node["colour"] == "#C44E2B"
    pair = made["pairs"].set_index(["actor_a", "actor_b"]).loc[("china", "russia")]
    edge = found.edges["china", "russia"]
    assert edge["weight"] == pair["together"] == 1
    assert edge["npmi"] == pytest.approx(pair["npmi"])
    assert edge["g2"] == pytest.approx(pair["log_likelihood"])
    assert (edge["documents"], edge["rows"]) == (1, "a:0-2; a:4-6")


def test_a_gexf_has_colours_that_gephi_shows_and_no_clock(tmp_path):
    (path,) = export(tables(), to=tmp_path, formats=["gexf"])
    text = path.read_text("utf-8")
    assert 'r="196" g="78" b="43"' in text
    assert "lastmodifieddate" not in text
    (again,) = export(tables(), to=tmp_path / "again", formats=["gexf"])
    assert again.read_bytes() == path.read_bytes()


def test_a_network_of_a_hostile_name_can_be_read(tmp_path):
    networkx = pytest.importorskip("networkx")
    row = {"actor_a": "a\x00<b>", "actor_b": "c", "together": 1, "docs": 1}
    made = pd.DataFrame([{**row, "npmi": float("nan"), "rows": ("d:0-1",)}])
    (path,) = export({"pairs": made}, to=tmp_path, formats=["graphml"])
    found = networkx.read_graphml(path)
    assert sorted(found.nodes) == ["a\ufffd<b>", "c"]
    assert "npmi" not in found.edges["a\ufffd<b>", "c"]
    assert found.nodes["c"]["documents"] == 1


def test_wrong_formats_are_told(tmp_path):
    with pytest.raises(InputError, match="unknown format 'xls'"):
        export(tables(), to=tmp_path, formats=["xls"])
    with pytest.raises(InputError, match=r"needs a table of pairs.*ks\.count\.pairs"):
        export({"mentions": NAMED}, to=tmp_path, formats=["gexf"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "tables",
    [
        pd.DataFrame({"a": [1]}),
        {"../escaped": pd.DataFrame({"a": [1]})},
        {"a/b": pd.DataFrame({"a": [1]})},
        {"": pd.DataFrame({"a": [1]})},
        {"a": [1, 2]},
    ],
)
def test_what_is_no_plain_name_with_a_table_is_refused(tables, tmp_path):
    with pytest.raises(InputError, match=r"ks\.export"):
        export(tables, to=tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_formats_are_a_list(tmp_path):
    with pytest.raises(InputError, match="give a list"):
        export({"a": pd.DataFrame({"a": [1]})}, to=tmp_path, formats="csv")


def test_a_missing_cell_is_an_empty_one(tmp_path):
    table = pd.DataFrame({"a": ["x", pd.NA, None, float("nan")]}, dtype="object")
    (path,) = export({"t": table}, to=tmp_path, formats=["csv"])
    assert path.read_text("utf-8-sig").splitlines() == ["a", "x", '""', '""', '""']
