"""
Notebooks and a corpus in, a site out that anybody can read without Python.

``_run`` runs the curated notebooks on the corpus, ``_page`` turns each into a
page, ``_site`` lays the pages, the script and the fonts into one folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .. import tag
from ..errors import InputError
from ..load import load
from ._run import notebooks, run, seeds
from ._site import MARK, write_site

__all__ = ["notebooks", "report", "seeds"]


def report(source: str | Path | None = None, *, to: str | Path) -> Path:
    """
    Run the curated notebooks on a corpus and write them as a site.

    The site needs no network and no server: open ``index.html``. Every
    chart is a picture that turns interactive where scripts run. The folder
    appears only when it is whole.

    Parameters
    ----------
    source
        What ``ks.load`` takes as one path; the three seed texts if absent.
    to
        Folder for the site: new, empty, or an older report, which is
        replaced.

    Returns
    -------
    Path
        The ``index.html`` of the site.

    Raises
    ------
    InputError
        Nothing at `source`; `to` holds something else; a notebook failed
        (its page shows where).
    """
    folder = Path(to).resolve()
    _refuse_what_is_not_ours(folder)
    corpus = Path(source).resolve() if source is not None else seeds()
    tables = tag.everything(load(corpus))
    done = run(notebooks(), corpus, tell=_tell)
    index = write_site(done, tables, folder, corpus.name)
    failed = [name for name, page in done.items() if page.error]
    if failed:
        msg = f"{', '.join(failed)} failed: {done[failed[0]].error}"
        raise InputError(f"{msg}. The pages in {folder} show where.")
    return index


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")  # in one piece: notebooks run side by side


def _refuse_what_is_not_ours(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        msg = f"{str(folder)!r} is a file; the report needs a folder."
        raise InputError(msg)
    if folder.is_dir() and any(folder.iterdir()):
        index = folder / "index.html"
        if not index.is_file() or MARK not in index.read_text("utf-8")[:2000]:
            msg = f"{str(folder)!r} holds other files; give a new or empty folder."
            raise InputError(msg)
