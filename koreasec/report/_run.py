"""Run the curated notebooks on a corpus, each in a kernel of its own."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOGETHER = 2  # notebooks that run at once
CELL_SECONDS = 24 * 3600  # a corpus may be large


@dataclass(frozen=True)
class Done:
    """A notebook that ran, and the error that stopped it, if any."""

    notebook: Any
    error: str = ""


def notebooks() -> list[Path]:
    """Return the curated notebooks: of the checkout, else of the installed package."""
    return sorted(_shipped("notebooks").glob("[0-9]*.ipynb"))


def seeds() -> Path:
    """Return the folder of the seed texts."""
    return _shipped("seeds")


def _shipped(name: str) -> Path:
    package = Path(__file__).parents[1]
    installed = package / f"_{name}"
    return installed if installed.is_dir() else package.parent / name


def run(
    paths: Iterable[Path], corpus: Path, *, tell: Callable[[str], None]
) -> dict[str, Done]:
    """Run the notebooks `paths` with ``corpus`` set; `tell` what is going on."""
    from papermill.iorw import local_file_io_cwd  # before the threads start

    logging.getLogger("papermill").setLevel(logging.ERROR)
    parameters = {"corpus": str(corpus.resolve())}
    ordered = list(paths)

    def one(path: Path, folder: Path) -> Done:
        tell(f"running {path.name}")
        return _execute(path, folder / path.name, parameters)

    # papermill keeps one working folder for all threads: it is set back here
    with (
        _elsewhere() as folder,
        local_file_io_cwd(),
        ThreadPoolExecutor(TOGETHER) as pool,
    ):
        done = pool.map(lambda path: one(path, folder), ordered)
        return dict(zip((path.stem for path in ordered), done, strict=True))


@contextmanager
def _elsewhere() -> Iterator[Path]:
    """Stand in an empty folder, so that no file of the user's hides a package."""
    with tempfile.TemporaryDirectory(prefix="koreasec-") as folder, chdir(folder):
        yield Path(folder)


def _execute(path: Path, out: Path, parameters: dict[str, str]) -> Done:
    import nbformat
    from papermill import PapermillExecutionError, execute_notebook
    from traitlets.config import Config

    error = ""
    try:
        execute_notebook(
            str(path),
            str(out),
            parameters=parameters,
            progress_bar=False,
            log_output=False,
            request_save_on_cell_execute=False,
            execution_timeout=CELL_SECONDS,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=50"],  # no words on being ended
            config=Config(KernelManager={"transport_encryption": "auto"}),
        )
    except PapermillExecutionError as problem:
        error = f"{problem.ename}: {problem.evalue}"
    return Done(nbformat.reads(out.read_text("utf-8"), 4), error)
