"""The pages, one script and one font in a folder that needs no network."""

from __future__ import annotations

import html
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..table import plain
from ._documents import MOST, as_script, document_pages, language, published
from ._page import Page, make_page
from ._run import Done

MARK = '<meta name="generator" content="koreasec">'
ASSETS = files("koreasec") / "data" / "site"
POLICY = (  # the browser itself refuses what is not ours
    "default-src 'none'; img-src 'self' data: blob:; font-src 'self'; "
    "style-src 'self' 'unsafe-inline'; script-src 'self'"
)


def write_site(done: dict[str, Done], tables: Any, folder: Path, corpus: str) -> Path:
    """Write the site into `folder`, whole or not at all; return its index."""
    pages = [make_page(name, each.notebook) for name, each in done.items()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=f".{folder.name}-", dir=folder.parent
    ) as building:
        new = Path(building) / "site"
        _write_assets(new / "assets")
        (new / "assets" / "documents.js").write_text(as_script(tables), "utf-8")
        for page in pages:
            _write(new, page.name, page.title, page.body, pages)
        texts = document_pages(tables)
        for name, (title, body) in texts.items():
            _write(new, name, title, body, pages)
        listed = {name: title for name, (title, _) in texts.items()}
        heading = f"<h1>What do the texts in {html.escape(corpus)} say?</h1>"
        overview = heading + _index(pages, listed, tables)
        _write(new, "index", f"koreasec: {corpus}", overview, pages)
        if folder.is_dir():
            shutil.rmtree(folder)
        shutil.move(new, folder)
    return folder / "index.html"


def _write(folder: Path, name: str, title: str, body: str, pages: list[Page]) -> None:
    text = _frame(title, body, _menu(pages, name))
    (folder / f"{name}.html").write_text(text, "utf-8")


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
        f"{' aria-current=page' if name == here else ''}>"
        f"{html.escape(title)}</a></li>"
        for name, title in links
    )
    return f'<nav aria-label="Pages"><ol>{items}</ol></nav>'


def _index(pages: list[Page], texts: dict[str, str], tables: Any) -> str:
    questions = "".join(
        f'<li><a href="{html.escape(page.name)}.html">{html.escape(page.title)}</a>'
        f"<p>{html.escape(page.answer)}</p></li>"
        for page in pages
    )
    docs = tables.docs.head(MOST)
    listed = "".join(
        f'<tr><td><a href="{name}.html">{html.escape(title)}</a></td>'
        f"<td>{html.escape(language(row['lang']))}</td>"
        f"<td>{published(row)}</td><td>{html.escape(plain(row['problem']))}</td></tr>"
        for (name, title), row in zip(
            texts.items(), docs.to_dict("records"), strict=True
        )
    )
    left = len(tables.docs) - MOST
    note = f"<p>{left:,} more texts have no page of their own.</p>" if left > 0 else ""
    return (
        f"<ol>{questions}</ol><h2>The texts</h2><table><thead><tr><th>text</th>"
        f"<th>language</th><th>published</th><th>problem</th></tr></thead><tbody>{listed}</tbody></table>"
        f"{note}"
    )


def _frame(title: str, body: str, menu: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{MARK}\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n"
        '<link rel="stylesheet" href="assets/site.css">\n</head>\n<body>\n'
        f"{menu}\n<main>\n{body}\n</main>\n"
        '<script src="assets/documents.js"></script>\n'
        '<script src="assets/plotly.min.js"></script>\n'
        '<script src="assets/site.js"></script>\n</body>\n</html>\n'
    )
