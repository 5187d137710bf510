"""
Run the curated notebooks top to bottom and store their outputs, byte for byte alike.

    python tools/notebooks.py [--check] [NOTEBOOK ...]

Each runs in a fresh kernel. Metadata, timings and ids are normalised, so that a second
run changes nothing. ``--check`` writes nothing and says which notebooks would change:
also in their pictures, which nbval does not compare. Exit 1 if any would.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

FOLDER = Path(__file__).parents[1] / "notebooks"
SAME_EVERYWHERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "COLUMNS": "120"}
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}


def run(path: Path) -> str:
    """Return the notebook at `path` as it stands after a run from a fresh kernel."""
    notebook = nbformat.read(path, 4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        store_widget_state=False,
        config=Config(KernelManager={"transport_encryption": "auto"}),
    ).execute(env={**os.environ, **SAME_EVERYWHERE})
    return nbformat.writes(clean(notebook, path)) + "\n"


def clean(notebook: Any, path: Path) -> Any:
    """Drop what changes from run to run; refuse what must not be stored."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
        kept = {key: value for key, value in cell.metadata.items() if key == "tags"}
        cell.metadata = nbformat.from_dict({k: v for k, v in kept.items() if v})
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                raise SystemExit(f"{path.name}, cell {number} wrote: {output.text}")
    return notebook


def main() -> int:
    """Run the notebooks named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("notebooks", nargs="*", type=Path)
    given = parser.parse_args()
    paths = given.notebooks or sorted(FOLDER.glob("[0-9]*.ipynb"))
    changed = 0
    with ThreadPoolExecutor(2) as pool:
        for path, new in zip(paths, pool.map(run, paths), strict=True):
            same = path.read_text("utf-8") == new
            changed += not same
            if not same and not given.check:
                path.write_text(new, "utf-8")
            print("same   " if same else "changed", path.name)
    return 1 if changed and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
