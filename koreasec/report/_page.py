"""One notebook that ran -> one page: charts as figures, code folded away."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

PLOTLY = "application/vnd.plotly.v1+json"
PARAMETERS = {"parameters", "injected-parameters"}


@dataclass(frozen=True)
class Page:
    """What the index needs of a page, and its body."""

    name: str
    title: str
    answer: str
    body: str


def make_page(name: str, notebook: Any) -> Page:
    """Render the `notebook`; nothing in its outputs can run as a script."""
    from nbconvert import HTMLExporter

    title = _title(notebook) or name
    answer = _first_answer(notebook)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            _chart_as_figure(output.get("data", {}), output.get("metadata", {}))
    notebook.cells = [
        cell
        for cell in notebook.cells
        if not PARAMETERS & set(cell.metadata.get("tags", []))
    ]
    exporter = HTMLExporter(
        template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True
    )
    body, _ = exporter.from_notebook_node(notebook)
    return Page(name, title, answer, _fold_code(_linked(body)))


def _linked(body: str) -> str:
    """Lead from notebook to notebook as from page to page."""
    return re.sub(r'(<a href="[\w.-]+)\.ipynb([#"])', r"\1.html\2", body)


def _title(notebook: Any) -> str:
    for cell in notebook.cells:
        match = re.match(r"#\s+(.+)", cell.source)
        if cell.cell_type == "markdown" and match:
            return match[1].strip()
    return ""


def _first_answer(notebook: Any) -> str:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "text/markdown" in output.get("data", {}):
                return str(output["data"]["text/plain"])
    return ""


def _chart_as_figure(data: dict[str, Any], metadata: dict[str, Any]) -> None:
    """Replace a chart's bundle by a figure: picture, numbers, interactive data."""
    if PLOTLY not in data or "image/png" not in data:
        return
    spec = json.dumps(data.pop(PLOTLY), ensure_ascii=False, separators=(",", ":"))
    spec = spec.replace("<", "\\u003c").replace("\u2028", "\\u2028")
    picture = data.pop("image/png").replace("\n", "")
    alt = metadata.get("image/png", {}).get("alt", "")
    data["text/html"] = (
        f'<figure class="chart"><img alt="{html.escape(alt)}" '
        f'src="data:image/png;base64,{picture}">'
        f"<details><summary>Numbers</summary><pre>{html.escape(data['text/plain'])}"
        f'</pre></details><script type="application/json">{spec}</script></figure>'
    )


def _fold_code(body: str) -> str:
    folded = '<details class="code"><summary>Code</summary>\\1</details>'
    pattern = r'(<div class="highlight hl-ipython3">.*?</pre></div>)'
    return re.sub(pattern, folded, body, flags=re.DOTALL)
