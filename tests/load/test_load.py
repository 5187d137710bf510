"""Files in, ``docs`` out: encodings, titles, metadata, tables, zips, broken input."""

import json
import os
import sys
import zipfile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreasec import schema
from koreasec.errors import InputError
from koreasec.load import load
from koreasec.load._record import Record, first_line, interval

DE = "Nordkoreas Führung äußerte sich nicht zu den jüngsten Raketentests vor der Küste."
RU = "Министр обороны России прибыл в Пхеньян с официальным визитом, сообщает ТАСС."
UK = "Міністр оборони заявив, що їхня позиція щодо війни в Україні є незмінною."
KO = "북한이 지난 3일 동해상으로 탄도미사일을 발사했다고 합동참모본부가 밝혔다."
JA = "北朝鮮は４日午前、日本海に向けて弾道ミサイルを発射した。防衛省が発表した。"
ZH = "朝鲜中央通讯社报道，朝鲜最高领导人视察了新型导弹发射装置的生产情况。"
ENCODED = [
    (DE, "utf-8"),
    (DE, "cp1252"),
    (RU, "cp1251"),
    (RU, "koi8-r"),
    (UK, "cp1251"),
    (KO, "utf-8-sig"),
    (KO, "euc-kr"),
    (KO, "utf-16"),
    (KO, "utf-16-le"),
    (KO, "utf-32"),
    (JA, "shift-jis"),
    (ZH, "gb18030"),
]


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_decodes(tmp_path, text, encoding):
    docs = load(write(tmp_path, a__txt=text.encode(encoding)))
    assert docs.text[0] == text
    assert docs.problem[0] == ""
    assert docs.encoding[0].split()[0].replace("_", "-")


def test_says_that_an_encoding_was_guessed(tmp_path):
    docs = load(write(tmp_path, a__txt=RU.encode("cp1251")))
    assert docs.encoding[0].endswith("(guessed)")


def test_has_the_columns_of_the_schema(tmp_path):
    docs = load(write(tmp_path, a__txt=DE))
    assert dict(docs.dtypes.astype(str)) == schema.TABLES["docs"]


def test_normalises_once(tmp_path):
    docs = load(write(tmp_path, a__txt="김\r\n\r\n북한".encode()))
    assert docs.text[0] == "김\n\n북한"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kim droht\n\nDer Text.\n", "Kim droht"),
        ("Erster Absatz.\nZweiter Absatz.", ""),
        ("Nur eine Zeile", ""),
        ("\n\n  Kim droht \n \nDer Text.", "Kim droht"),
        (
            "Ausland\n\nNordkorea testet erneut eine Rakete\n\nText.",
            "Nordkorea testet erneut eine Rakete",
        ),
        ("Der erste Satz. Der zweite Satz steht daneben.\n\nText.", ""),
        ("x" * 201 + "\n\nText.", ""),
        ("한 줄 제목\n\n본문이다.", "한 줄 제목"),
        ("Zwei\nZeilen\n\nText", ""),
    ],
)
def test_titles(text, title):
    assert first_line(text) == title


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02-09", "2025-02-09", "2025-02-09"),
        ("2025-02-09T23:10:00+09:00", "2025-02-09", "2025-02-09"),
    ],
)
def test_intervals(published, first, last):
    assert interval(published) == (pd.Timestamp(first), pd.Timestamp(last))


@pytest.mark.parametrize("published", ["", "09.02.2025", "2025-2-9", "2025-13", "0000"])
def test_no_interval_from_anything_else(published):
    assert interval(published) is None


def test_metadata_are_joined(tmp_path):
    write(
        tmp_path,
        a__txt=DE,
        b__txt=KO,
        metadata__csv="doc_id,published,lang,desk\nb,2025-02,ko,Seoul\n",
    )
    docs = load(tmp_path).set_index("doc_id")
    assert docs.loc["b", "published_to"] == pd.Timestamp("2025-02-28")
    assert docs.loc["b", ["lang", "published_basis", "desk"]].tolist() == [
        "ko",
        "given",
        "Seoul",
    ]
    assert docs.loc["a", ["lang", "published_basis"]].isna().all()


def test_a_title_from_the_metadata_is_part_of_the_text(tmp_path):
    write(tmp_path, a__txt=DE, metadata__csv="doc_id,title\na,Kim droht\n")
    docs = load(tmp_path)
    assert docs.text[0] == f"Kim droht\n\n{DE}"
    assert docs.title[0] == "Kim droht"


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ("doc_id,lang\nz,de\n", "line 2: no text has the doc_id 'z'"),
        ("doc_id,lang\na,de\na,de\n", "line 3: doc_id 'a' stands in line 2 too"),
        ("doc_id,published\na,9.2.2025\n", "line 2: published is '9.2.2025'; write"),
        ("doc_id,lang\na,deutsch\n", "line 2: lang is 'deutsch'; write a code"),
        ("id,lang\na,de\n", "needs a header with doc_id"),
        ("doc_id,lang\na\n", "line 2: has not the 2 cells"),
    ],
)
def test_broken_metadata_name_the_row(tmp_path, metadata, message):
    write(tmp_path, a__txt=DE, metadata__csv=metadata)
    with pytest.raises(InputError, match=message):
        load(tmp_path)


def test_one_file_takes_its_row_of_the_metadata_alone(tmp_path):
    write(tmp_path, a__txt=DE, b__txt=KO, metadata__csv="doc_id,lang\na,de\nb,ko\n")
    assert load(tmp_path / "b.txt").lang.tolist() == ["ko"]


def test_nothing_is_dropped_in_silence(tmp_path):
    write(
        tmp_path,
        README__md="no text",
        binary__txt=bytes(range(256)) * 4,
        empty__txt="",
        scan__pdf=b"%PDF-1.7",
        text__txt=DE,
    )
    docs = load(tmp_path).set_index("doc_id")
    assert docs.problem.to_dict() == {
        "binary": docs.problem["binary"],
        "empty": "empty",
        "scan": ".pdf: not read",
        "text": "",
    }
    assert docs.problem["binary"].startswith("binary")
    assert docs.loc["binary", "text"] == ""


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_dead_link_and_a_loop_of_links_keep_their_rows(tmp_path):
    write(tmp_path, a__txt=DE)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    docs = load(tmp_path).set_index("doc_id")
    assert docs.problem["dead"].startswith("unreadable")
    assert list(docs.index) == ["a", "dead"]


def test_stems_that_come_twice_are_told_apart(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, a__txt=DE)
    assert load(tmp_path).doc_id.tolist() == ["x/a", "y/a"]


def test_globs_and_lists(tmp_path):
    write(tmp_path, a__txt=DE, b__txt=KO, c__md=RU)
    assert load(str(tmp_path / "*.txt")).doc_id.tolist() == ["a", "b"]
    paths = [tmp_path / "c.md", tmp_path / "a.txt"]
    assert load(paths).doc_id.tolist() == ["c", "a"]


@pytest.mark.parametrize("suffix", ["csv", "tsv", "jsonl", "parquet"])
def test_tables(tmp_path, suffix):
    table = pd.DataFrame(
        {
            "id": ["x", "y"],
            "headline": ["Kim droht", ""],
            "text": [DE, KO],
            "date": ["2025-02-09", "2025"],
            "desk": ["A", "B"],
        }
    )
    path = tmp_path / f"texts.{suffix}"
    if suffix == "parquet":
        table.to_parquet(path)
    elif suffix == "jsonl":
        path.write_text(
            "\n".join(json.dumps(row) for row in table.to_dict("records")), "utf-8"
        )
    else:
        table.to_csv(path, index=False, sep="\t" if suffix == "tsv" else ",")
    docs = load(path)
    assert docs.doc_id.tolist() == ["x", "y"]
    assert docs.text.tolist() == [f"Kim droht\n\n{DE}", KO]
    assert docs.published_to.dt.strftime("%F").tolist() == ["2025-02-09", "2025-12-31"]
    assert docs.desk.tolist() == ["A", "B"]


def test_a_table_without_ids_numbers_its_rows(tmp_path):
    write(tmp_path, t__csv="text\neins\nzwei\n")
    assert load(tmp_path / "t.csv").doc_id.tolist() == ["t-1", "t-2"]


def test_a_date_of_another_shape_is_left_out_and_said(tmp_path):
    write(tmp_path, t__csv="text,published\neins,9.2.2025\n")
    docs = load(tmp_path / "t.csv")
    assert "9.2.2025" in docs.problem[0]
    assert docs.published_from.isna().all()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"a,b\n1,2\n", "no text column"),
        ("t.csv", b"text,b\n1\n", "row 1"),
        ("t.csv", b'text\n"open', "broken CSV"),
        ("t.jsonl", b'{"text": "a"}\n{"text"', "line 2: no JSON"),
        ("t.jsonl", b"[1]\n", "line 1: needs an object"),
        ("t.parquet", b"PAR1 no", "no readable Parquet"),
        ("t.zip", b"PK no", "no zip file"),
    ],
)
def test_a_broken_table_given_by_name_is_an_error(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message):
        load(tmp_path / name)


def test_a_broken_table_in_a_folder_keeps_a_row(tmp_path):
    write(tmp_path, a__txt=DE, t__csv="a,b\n1,2\n")
    docs = load(tmp_path).set_index("doc_id")
    assert "no text column" in docs.problem["t"]
    assert docs.text["a"] == DE


def test_broken_characters_of_a_table_are_replaced_and_said(tmp_path):
    write(tmp_path, t__jsonl='{"text": "a\\ud800b"}')
    docs = load(tmp_path / "t.jsonl")
    assert docs.text[0] == "a\ufffdb"
    assert "U+FFFD" in docs.problem[0]


def test_zips(tmp_path):
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("de/a.txt", DE)
        archive.writestr("../../escape.txt", KO)
        archive.writestr("__MACOSX/de/._a.txt", "x")
        archive.writestr("t.csv", "text\neins\n")
    docs = load(tmp_path / "c.zip")
    assert docs.doc_id.tolist() == ["escape", "a", "t-1"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["c.zip"]


def test_a_zip_bomb_is_a_row_with_a_problem(tmp_path):
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bytes(65 * 2**20))
    docs = load(tmp_path / "c.zip")
    assert "larger than" in docs.problem[0]


@pytest.mark.parametrize("source", ["nothing/here", "*.nothing", [], 7, "\0", b"seeds"])
def test_nothing_there_is_an_error(source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        load(source)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(InputError, match="holds no texts"):
        load(tmp_path)


def test_two_texts_with_one_id_are_an_error(tmp_path):
    write(tmp_path, t__csv="doc_id,text\nx,eins\nx,zwei\n")
    with pytest.raises(InputError, match="two texts have the doc_id 'x'"):
        load(tmp_path / "t.csv")


def test_a_long_load_shows_a_bar_and_a_short_one_does_not(
    tmp_path, capsys, monkeypatch
):
    write(tmp_path, a__txt=DE)
    load(tmp_path)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.modules["koreasec.load"], "LONG", 1)
    load(tmp_path)
    assert "load" in capsys.readouterr().err


def test_the_seeds_are_as_given(seeds):
    docs = load(seeds)
    assert docs.problem.eq("").all()
    assert docs.title.str[:10].tolist() == ["", "Кім Чен Ин", "Nordkoreas"]
    for row in docs.itertuples():
        assert (seeds / f"{row.doc_id}.txt").read_text("utf-8") == row.text


@given(data=st.binary(max_size=300))
def test_any_bytes_give_one_row(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("bytes")
    docs = load(write(folder, a__txt=data))
    assert len(docs) == 1
    assert docs.text[0].strip() or docs.problem[0]


@given(text=st.text(max_size=60), title=st.text(max_size=20))
def test_any_record_gives_a_row_that_the_table_takes(text, title):
    table = schema.table("docs", [Record("a", text=text, title=title).row()])
    assert isinstance(table.text[0], str)


def test_a_column_of_koreasecs_is_never_overwritten(tmp_path):
    write(tmp_path, a__txt=DE, metadata__csv="doc_id,text,problem\na,x,y\n")
    docs = load(tmp_path)
    assert docs.loc[0, ["text", "problem"]].tolist() == [DE, ""]
    assert docs.loc[0, ["text_given", "problem_given"]].tolist() == ["x", "y"]


@pytest.mark.parametrize(
    "metadata",
    ["doc_id;source\na;APA\n", "doc_id, source\na, APA\n", "doc_id\tsource\na\tAPA\n"],
)
def test_metadata_as_spreadsheets_write_them(tmp_path, metadata):
    assert load(write(tmp_path, a__txt=DE, metadata__csv=metadata)).source[0] == "APA"


def test_metadata_with_one_column_twice_are_refused(tmp_path):
    write(tmp_path, a__txt=DE, metadata__csv="doc_id,title,title\na,x,y\n")
    with pytest.raises(InputError, match="'title' stands twice"):
        load(tmp_path)


def test_metadata_that_could_mean_two_texts_are_refused(tmp_path):
    for name in "st":
        write_to = tmp_path / name
        write_to.mkdir()
        write(write_to, a__txt=DE)
    write(tmp_path, metadata__csv="doc_id,source\na,APA\n")
    with pytest.raises(InputError, match="could be"):
        load(tmp_path)


def test_names_written_apart_meet_their_metadata(tmp_path):
    (tmp_path / "\u1112\u1161\u11ab.txt").write_text(KO, "utf-8")
    write(tmp_path, metadata__csv="doc_id,source\n한,연합뉴스\n")
    assert load(tmp_path).loc[0, ["doc_id", "source"]].tolist() == ["한", "연합뉴스"]


def test_a_text_keeps_its_stem_beside_a_file_that_is_none(tmp_path):
    docs = load(write(tmp_path, a__txt=DE, a__pdf="%PDF-1.4"))
    assert docs.doc_id.tolist() == ["a.pdf", "a"]


def test_two_texts_of_one_stem_have_longer_ids(tmp_path):
    assert load(write(tmp_path, a__txt=DE, a__md=KO)).doc_id.tolist() == [
        "a.md",
        "a.txt",
    ]


def test_a_file_asked_for_twice_is_one_text(tmp_path):
    write(tmp_path, a__txt=DE)
    assert len(load([tmp_path, tmp_path / "a.txt"])) == 1


@pytest.mark.parametrize("text", [DE * 9, RU * 3, KO * 3])
def test_one_broken_byte_in_utf8_loses_one_character(tmp_path, text):
    docs = load(write(tmp_path, a__txt=text.encode() + b"\xff end"))
    assert docs.text[0] == f"{text}\ufffd end"
    assert docs.problem[0] == f"byte {len(text.encode())} is not utf-8; 1 replaced"


def test_broken_characters_in_ids_and_extra_columns_are_replaced(tmp_path):
    row = '{"id": "\\ud800", "text": "x", "source": "\\ud801", "desk": "\\ud802"}\n'
    docs = load(write(tmp_path, t__jsonl=row))
    assert docs.loc[0, ["doc_id", "source", "desk"]].tolist() == ["\ufffd"] * 3


@pytest.mark.parametrize("source", ["", [5], [None], "x" * 5000])
def test_what_is_no_path_is_told(source):
    with pytest.raises(InputError):
        load(source)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "f.txt")
    docs = load(write(tmp_path, a__txt=DE))
    assert docs.problem.tolist() == ["", "unreadable: no regular file"]


def test_damaged_bytes_in_a_zip_keep_the_row(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", DE * 20)
    data = bytearray((tmp_path / "z.zip").read_bytes())
    for start in range(35, 80, 7):
        broken = data.copy()
        broken[start : start + 5] = b"\xff" * 5
        (tmp_path / "z.zip").write_bytes(broken)
        assert load(tmp_path / "z.zip").problem.str.startswith("unreadable").all()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "北 미사일 발사\n\n북한이 14일 미사일을 쐈다고 군이 밝혔다.\n\n끝.",
            "北 미사일 발사",
        ),
        (
            "Лавров в Вонсане\n\nГлава МИД РФ прибыл в КНДР.\n\nКонец.",
            "Лавров в Вонсане",
        ),
        ("SEOUL - The North fired a missile.\n\nMore followed.", ""),
        ("North Korea criticises the U.S.\n\nMore.", "North Korea criticises the U.S."),
        ("Kim droht wieder ...\n\nText.", "Kim droht wieder ..."),
    ],
)
def test_a_paragraph_is_no_title(text, title):
    assert first_line(text) == title
