"""The pages, one script and one font in a folder that needs no network."""

from __future__ import annotations

import html
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

from ._page import Page, make_page
from ._run import Done

MARK = '<meta name="generator" content="koreasec">'
ASSETS = files("koreasec") / "data" / "site"
POLICY = (  # the browser itself refuses what is not ours
    "default-src 'none'; img-src 'self' data: blob:; font-src 'self'; "
    "style-src 'self' 'unsafe-inline'; script-src 'self'"
)


def write_site(done: dict[str, Done], folder: Path, corpus: str) -> Path:
    """Write the site for the notebooks `done` into `folder`, whole or not at all."""
    pages = [make_page(name, each.notebook) for name, each in done.items()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=f".{folder.name}-", dir=folder.parent
    ) as building:
        new = Path(building) / "site"
        _write_assets(new / "assets")
        for page in pages:
            text = _frame(page.title, page.body, _menu(pages, page.name))
            (new / f"{page.name}.html").write_text(text, "utf-8")
        index = _frame(f"koreasec: {corpus}", _index(pages, corpus), _menu(pages, ""))
        (new / "index.html").write_text(index, "utf-8")
        if folder.is_dir():
            shutil.rmtree(folder)
        shutil.move(new, folder)
    return folder / "index.html"


def _write_assets(folder: Path) -> None:
    import plotly

    folder.mkdir(parents=True)
    script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    shutil.copy(script, folder / "plotly.min.js")
    for asset in ASSETS.iterdir():
        (folder / asset.name).write_bytes(asset.read_bytes())
    for font in sorted((files("koreasec") / "data" / "fonts").iterdir(), key=str):
        if font.name.endswith((".woff2", ".txt")):
            (folder / font.name).write_bytes(font.read_bytes())


def _menu(pages: list[Page], here: str) -> str:
    links = [("index", "Overview"), *((page.name, page.title) for page in pages)]
    items = "".join(
        f'<li><a href="{html.escape(name)}.html"'
        f"{' aria-current=page' if name == (here or 'index') else ''}>"
        f"{html.escape(title)}</a></li>"
        for name, title in links
    )
    return f'<nav aria-label="Pages"><ol>{items}</ol></nav>'


def _index(pages: list[Page], corpus: str) -> str:
    rows = "".join(
        f'<li><a href="{html.escape(page.name)}.html">{html.escape(page.title)}</a>'
        f"<p>{html.escape(page.answer)}</p></li>"
        for page in pages
    )
    return f"<h1>What do the texts in {html.escape(corpus)} say?</h1><ol>{rows}</ol>"


def _frame(title: str, body: str, menu: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{MARK}\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n"
        '<link rel="stylesheet" href="assets/site.css">\n</head>\n<body>\n'
        f"{menu}\n<main>\n{body}\n</main>\n"
        '<script src="assets/plotly.min.js"></script>\n'
        '<script src="assets/site.js"></script>\n</body>\n</html>\n'
    )
