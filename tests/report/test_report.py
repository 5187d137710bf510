"""Notebooks and a corpus in, a site out; whole or not at all."""

import pandas as pd
import pytest

from koreasec import report as module
from koreasec.errors import InputError
from koreasec.report import lab, notebooks, report, seeds
from koreasec.report._documents import published
from koreasec.report._page import _chart_as_figure, make_page
from koreasec.report._run import Done


@pytest.fixture
def quick(monkeypatch):
    """Leave out the kernels: what is tested here is the site."""
    import nbformat

    def run(paths, corpus, *, tell):
        done = {}
        for path in paths:
            tell(f"running {path.name}")
            done[path.stem] = Done(nbformat.read(path, 4))
        return done

    monkeypatch.setattr(module, "run", run)


def test_writes_a_page_a_notebook_a_page_a_text_and_an_index(quick, tmp_path):
    index = report(to=tmp_path / "site")
    pages = {path.stem for path in index.parent.glob("*.html")}
    assert {path.stem for path in notebooks()} < pages
    assert len([page for page in pages if page.startswith("text-")]) == 3
    text = index.read_text("utf-8")
    assert "What is in this corpus?" in text
    assert "http" not in text.replace('http-equiv="', "")


def test_an_older_report_is_replaced(quick, tmp_path):
    report(to=tmp_path / "site")
    (tmp_path / "site" / "left-over.html").write_text("x")
    report(to=tmp_path / "site")
    assert not (tmp_path / "site" / "left-over.html").exists()


def test_other_files_are_never_touched(quick, tmp_path):
    (tmp_path / "thesis.docx").write_text("x")
    with pytest.raises(InputError, match="holds other files; give a new or empty"):
        report(to=tmp_path)
    with pytest.raises(InputError, match="is a file; the report needs a folder"):
        report(to=tmp_path / "thesis.docx")
    assert (tmp_path / "thesis.docx").read_text() == "x"


def test_a_wrong_path_is_told_before_anything_runs(tmp_path):
    with pytest.raises(InputError, match="nothing at"):
        report(tmp_path / "nothing", to=tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_notebook_that_fails_is_told(quick, tmp_path, monkeypatch):
    before = module.run

    def failing(paths, corpus, *, tell):
        done = before(paths, corpus, tell=tell)
        first = next(iter(done))
        return {**done, first: Done(done[first].notebook, "KeyError: 'lang'")}

    monkeypatch.setattr(module, "run", failing)
    with pytest.raises(InputError, match="00_start_here failed: KeyError"):
        report(to=tmp_path / "site")


def test_a_corpus_without_any_finding_has_a_report(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Lorem ipsum dolor sit amet.")
    (tmp_path / "texts" / "b.txt").write_text("")
    index = report(tmp_path / "texts", to=tmp_path / "site")
    assert "empty" in index.read_text("utf-8")


def test_chart_data_cannot_end_its_script():
    data = {
        "application/vnd.plotly.v1+json": {"data": [{"text": "</script><b>"}]},
        "image/png": "eA==",
        "text/plain": "<b>numbers</b>",
    }
    _chart_as_figure(data, {"image/png": {"alt": '"><script>'}})
    made = data["text/html"]
    assert made.count("</script>") == 1
    assert "<b>" not in made
    assert "&quot;&gt;&lt;script&gt;" in made


def test_the_answer_of_a_page_is_its_first_computed_sentence():
    import nbformat

    page = make_page("00", nbformat.read(notebooks()[0], 4))
    assert page.title == "What is in this corpus?"
    assert page.answer.startswith("3 texts")


def test_a_lab_copy_points_at_the_corpus_and_keeps_work(tmp_path):
    (tmp_path / "it's.txt").write_text("Nordkorea droht.")
    folder = lab.copy(tmp_path / "it's.txt", to=tmp_path / "copy")
    names = {path.name for path in notebooks()}
    assert names <= {path.name for path in folder.iterdir()}
    first = folder / "00_start_here.ipynb"
    assert "it's.txt" in first.read_text("utf-8")
    first.write_text("my work")
    lab.copy(tmp_path / "it's.txt", to=tmp_path / "copy")
    assert first.read_text() == "my work"


def test_the_shipped_notebooks_are_not_changed_by_a_copy(tmp_path):
    before = [path.read_bytes() for path in notebooks()]
    lab.copy(to=tmp_path / "copy")
    assert [path.read_bytes() for path in notebooks()] == before


def test_the_seeds_ship():
    assert len(list(seeds().glob("*.txt"))) == 3


def test_pages_lead_to_pages_not_to_notebooks(quick, tmp_path):
    index = report(to=tmp_path / "site")
    first = (index.parent / "00_start_here.html").read_text("utf-8")
    assert 'href="01_which_languages.html"' in first
    assert '.ipynb"' not in first


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2025-02-09", "2025-02-14", "2025-02-09 to 2025-02-14"),
        ("2025-02-09", "2025-02-09", "2025-02-09"),
        ("2025-02-09", None, "not before 2025-02-09"),
        (None, "2025-02-14", "not after 2025-02-14"),
        (None, None, "unknown"),
    ],
)
def test_an_open_end_is_said_in_words(first, last, told):
    ends = {"published_from": pd.Timestamp(first), "published_to": pd.Timestamp(last)}
    assert published(ends) == told
