"""Where texts lie: files, folders, globs, zips; every one gives its records."""

from __future__ import annotations

import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from glob import glob
from pathlib import Path, PurePosixPath

from ..errors import InputError
from ._decode import decode
from ._record import Record
from ._tables import TABLES, read_table

TEXTS = {".txt", ".text", ".md"}
PAGES = {".html", ".htm"}
NO_TEXTS = {"readme", "license", "licence", "metadata"}
BROKEN = (  # what Python's zipfile may raise on a damaged or encrypted member
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)
LARGEST = 64 * 2**20  # bytes of one file in a zip: more is taken for a zip bomb


@dataclass(frozen=True)
class Source:
    """One file, opened only when its records are asked for."""

    name: str  # path below the folder, glob or zip that was given
    path: str  # what the user can find again
    read: Callable[[], bytes]
    named: bool = False  # given by name, so that a fault in it is an error

    def records(self) -> Iterator[Record]:
        """Yield the texts of this file; a fault is a record with a problem."""
        suffix = PurePosixPath(self.name).suffix.lower()
        stem = str(PurePosixPath(self.name).with_suffix(""))
        blank = Record(PurePosixPath(stem).name, long_id=stem, path=self.path)
        try:
            data = self.read()
            if suffix in TABLES:
                yield from read_table(data, suffix, blank)
            elif suffix == ".zip":
                yield from _zipped(data, self.path)
            elif suffix in PAGES:
                yield _page(data, blank)
            elif suffix in TEXTS or self.named:
                text, encoding, problem = decode(data)
                yield _with(blank, text=text, encoding=encoding, problem=problem)
            else:
                yield _with(blank, problem=f"{suffix or 'no suffix'}: not read")
        except OSError as error:
            yield _with(blank, problem=f"unreadable: {error.strerror or error}")
        except InputError as error:
            if self.named:
                raise
            yield _with(blank, problem=str(error))


def find_sources(
    source: str | Path | Iterable[str | Path],
) -> tuple[list[Source], list[Path]]:
    """Return the files behind `source` and the folders whose metadata count."""
    if isinstance(source, (str, os.PathLike)):
        return _one(source)
    if not isinstance(source, Iterable) or isinstance(source, bytes):
        msg = f"load needs a path, a folder, a glob or a list of these; got {source!r}."
        raise InputError(msg)
    found: list[Source] = []
    roots: list[Path] = []
    for item in source:
        sources, folders = _one(item)
        seen = {one.path for one in found}  # a file asked for twice is one text
        found += [one for one in sources if one.path not in seen]
        roots += [folder for folder in folders if folder not in roots]
    if not found:
        msg = "the list of paths is empty; load needs at least one."
        raise InputError(msg)
    return found, roots


def _one(item: str | Path) -> tuple[list[Source], list[Path]]:
    if not isinstance(item, (str, os.PathLike)) or not str(item):
        msg = f"load needs a path, a folder, a glob or a list of these; got {item!r}."
        raise InputError(msg)
    path = Path(item)
    try:
        if path.is_dir():
            found = [_file(below, path) for below in sorted(_walk(path))]
            if not found:
                msg = f"{str(path)!r} holds no texts; put .txt files there."
                raise InputError(msg)
            return found, [path]
        if path.exists():
            return [_file(path, path.parent, named=True)], [path.parent]
    except (ValueError, OSError) as error:  # a NUL in the path, too long a path
        msg = f"{str(item)[:200]!r} is no path: {error.args[-1]}."
        raise InputError(msg) from error
    matched = sorted(map(Path, glob(str(item), recursive=True)))
    below = [match for match in matched if match.is_file() and _is_text(match)]
    if not below:
        msg = f"nothing at {str(item)!r}; give a file, a folder or a glob pattern."
        raise InputError(msg)
    root = Path(os.path.commonpath([match.parent for match in below]))
    folders = list(dict.fromkeys(match.parent for match in below))
    return [_file(match, root) for match in below], folders


def _walk(folder: Path) -> Iterator[Path]:
    for at, below, names in os.walk(folder):  # links to folders are not followed
        below[:] = sorted(name for name in below if not name.startswith((".", "__")))
        yield from (Path(at, name) for name in names if _is_text(Path(at, name)))


def _is_text(path: Path | PurePosixPath) -> bool:
    return not path.name.startswith(".") and path.stem.lower() not in NO_TEXTS


def _file(path: Path, root: Path, *, named: bool = False) -> Source:
    name = path.relative_to(root).as_posix()

    def read() -> bytes:
        if path.exists() and not path.is_file():  # a pipe would never end
            msg = "no regular file"
            raise OSError(msg)
        return path.read_bytes()

    return Source(name, path.as_posix(), read, named)


def _zipped(data: bytes, path: str) -> Iterator[Record]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        msg = f"{path} is no zip file: {error}."
        raise InputError(msg) from error
    with archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            inner = PurePosixPath(info.filename)
            parts = [part for part in inner.parts if part != ".."]
            hidden = any(part.startswith((".", "__")) for part in parts)
            if info.is_dir() or hidden or not _is_text(inner):
                continue
            name = f"{PurePosixPath(path).name}/{inner}"
            if inner.suffix.lower() == ".zip":
                yield Record(
                    inner.stem, str(inner), path=name, problem="a zip in a zip"
                )
                continue
            yield from Source(str(inner), name, _member(archive, info)).records()


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(info) as member:
                data = member.read(LARGEST + 1)
        except BROKEN as error:
            raise OSError(str(error)) from error
        if len(data) > LARGEST:
            msg = f"larger than {LARGEST} bytes inside a zip"
            raise OSError(msg)
        return data

    return read


def _page(data: bytes, blank: Record) -> Record:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return _with(blank, problem="HTML is read by pip install 'koreasec[html]'")
    page, encoding, problem = decode(data)
    found = bare_extraction(page, with_metadata=True) if page else None
    if found is None:
        return _with(blank, encoding=encoding, problem=problem or "no text in the page")
    return _with(
        blank,
        text=found.text or "",
        title=found.title or "",
        source=found.sitename or "",
        url=found.url or "",
        encoding=encoding,
        problem=problem,
    )


def _with(record: Record, **changes: str) -> Record:
    return replace(record, **changes)  # type: ignore[arg-type]
