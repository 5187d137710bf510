"""JupyterLab on a copy of the notebooks that points at one's own corpus."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from ..errors import InputError
from ..load import load
from ._run import notebooks, seeds


def copy(source: str | Path | None = None, *, to: str | Path) -> Path:
    """
    Copy the curated notebooks to a folder, their ``corpus`` set to `source`.

    A notebook that stands there already is kept as it is: it may hold work.

    Parameters
    ----------
    source
        Folder, file or glob of texts; the three seed texts if absent.
    to
        Folder of the copy; made if it is not there.

    Returns
    -------
    Path
        The folder of the copy.

    Raises
    ------
    InputError
        Nothing at `source`, or `to` is a file.
    """
    corpus = Path(source) if source is not None else seeds()
    load(corpus)  # a wrong path is told before anything is copied
    folder = Path(to).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"{str(to)!r} cannot hold the notebooks: {error.strerror}."
        raise InputError(msg) from error
    for path in notebooks():
        place = folder / path.name
        if not place.exists():
            place.write_text(_pointed(path, corpus.resolve()), "utf-8")
    shelf = notebooks()[0].parent / "README.md"
    if shelf.is_file() and not (folder / shelf.name).exists():
        shutil.copy(shelf, folder / shelf.name)
    return folder


def _pointed(path: Path, corpus: Path) -> str:
    """Return the notebook at `path`, unrun, with its parameter set to `corpus`."""
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        if "parameters" in cell["metadata"].get("tags", []):
            cell["source"] = [f"corpus = {str(corpus)!r}"]
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def start(folder: Path, *, browser: bool = True) -> int:
    """Run JupyterLab in `folder` until it is stopped; return its exit code."""
    first = min((path.name for path in folder.glob("[0-9]*.ipynb")), default="")
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{first}",
        *([] if browser else ["--no-browser"]),
    ]
    return subprocess.run(command, check=False).returncode  # noqa: S603
