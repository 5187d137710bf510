"""Tables to files: whole files, safe cells."""

import sys

import pandas as pd
import pytest

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
