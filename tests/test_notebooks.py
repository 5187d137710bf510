"""What the curated notebooks must keep to, beside what nbval compares."""

import json
import re

import pytest

from .conftest import ROOT

FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("[0-9]*.ipynb"))
PATH = re.compile(
    r"(?<![\w.])/(?:home|root|tmp|usr|opt|var|work|Users)/\w|[A-Z]:\\\\\w"
)
CHANGES = re.compile(r"0x[0-9a-f]{6,}|ipykernel_\d+")


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def cells(request):
    return json.loads(request.param.read_text("utf-8"))["cells"]


def code(cells):
    return [cell for cell in cells if cell["cell_type"] == "code"]


def source(cell):
    return "".join(cell["source"])


def outputs(cells):
    return [output for cell in code(cells) for output in cell["outputs"]]


def test_the_shelf_is_there():
    assert [path.name[:2] for path in NOTEBOOKS] == [
        f"{n:02}" for n in range(len(NOTEBOOKS))
    ]
    assert len(NOTEBOOKS) >= 5


def test_every_cell_ran_in_order(cells):
    """Nbval compares nothing in a cell that never ran."""
    counts = [cell["execution_count"] for cell in code(cells)]
    assert counts == list(range(1, len(counts) + 1))


def test_nothing_is_stored_that_changes_or_tells_of_a_machine(cells):
    for output in outputs(cells):
        assert output.get("name") != "stderr"
        assert output["output_type"] != "error"
        kept = {k: v for k, v in output.get("data", {}).items() if k != "image/png"}
        text = json.dumps([kept, output.get("text", "")], ensure_ascii=False)
        assert not PATH.search(text)
        assert not CHANGES.search(text)
        assert "image/svg+xml" not in kept


def test_no_cell_ends_in_a_semicolon(cells):
    """Nbval shows the value all the same and fails."""
    assert not [c for c in code(cells) if source(c).rstrip().endswith(";")]


def test_notebooks_tell_and_the_package_works(cells):
    lines = [source(cell).splitlines() for cell in code(cells)]
    assert len(cells) <= 30
    assert sum(map(len, lines)) <= 60
    assert max(map(len, lines)) <= 7
    text = "\n".join(source(cell) for cell in code(cells))
    assert not re.search(r"^\s*(def|class|for|while|import re)\b", text, re.MULTILINE)


def test_a_question_first_and_its_limits_last(cells):
    prose = [source(cell) for cell in cells if cell["cell_type"] == "markdown"]
    assert re.match(r"# .+\?", prose[0])
    headings = re.findall(r"^## (.+)", "\n".join(prose), re.MULTILINE)
    assert headings[-2:] == ["What this does not show", "Next"]


def test_the_corpus_is_a_parameter(cells):
    tagged = [c for c in cells if "parameters" in c["metadata"].get("tags", [])]
    assert [source(cell).split("=")[0].strip() for cell in tagged] == ["corpus"]


def test_the_answer_is_computed(cells):
    markdown = [o for o in outputs(cells) if "text/markdown" in o.get("data", {})]
    assert markdown


def test_every_chart_has_three_readings_and_a_table_above(cells):
    for before, cell in zip(code(cells), code(cells)[1:], strict=False):
        for output in cell["outputs"]:
            data = output.get("data", {})
            if "application/vnd.plotly.v1+json" in data:
                assert {"image/png", "text/plain"} <= set(data)
                assert output["metadata"]["image/png"]["alt"]
                assert before["outputs"], "a counted table stands above each chart"


def test_the_shelf_lists_each_notebook():
    shelf = (FOLDER / "README.md").read_text("utf-8")
    for path in NOTEBOOKS:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        question = source(cells[0]).splitlines()[0].removeprefix("# ")
        assert f"[{question}]({path.name})" in shelf
