"""
What is derived from our tables alone, kept in a folder of the user for next time.

A file is named by what it holds and by a hash of all it was made from: our code,
our tables and those laid over. It is numbers and plain text, no code. One that is
broken is made anew; where nothing can be written all works as without a cache.
``KOREASEC_CACHE`` names another folder, ``off`` asks for none.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from . import _laid

PLACE = "KOREASEC_CACHE"
OFF = ("off", "0")
TEXT = "text"  # the array that holds what is no array
MOST = 4  # files of one name that are kept
TABLES = (".csv", ".toml")
BROKEN = (OSError, ValueError, LookupError, TypeError, EOFError, zipfile.BadZipFile)
Arrays = dict[str, np.ndarray]
Sets = dict[str, frozenset[str]]
T = TypeVar("T")


def kept(
    name: str,
    make: Callable[[], T],
    pack: Callable[[T], tuple[Any, Arrays]],
    unpack: Callable[[Any, Arrays], T],
    *made_from: str,
) -> T:
    """
    Return what `make` returns, from the last time if nothing has changed.

    `pack` says it as what JSON can say and arrays by name, `unpack` makes it again
    of these. `made_from` tells what it depends on: :func:`state` of the tables,
    :func:`code` or a version.
    """
    place = folder()
    if place is None:
        return make()
    key = blake2b("\0".join(made_from).encode(), digest_size=12)
    file = place / f"{name}-{key.hexdigest()}.npz"
    try:
        return unpack(*_read(file))
    except BROKEN:
        made = make()
        _write(file, *pack(made))
        return made


def kept_sets(name: str, make: Callable[[], Sets], over: str) -> Sets:
    """Return sets of words that `make` makes of the tables alone."""
    return kept(name, make, _listed, _as_sets, state(over))


def _listed(found: Sets) -> tuple[dict[str, list[str]], Arrays]:
    return {key: sorted(words) for key, words in found.items()}, {}


def _as_sets(said: dict[str, list[str]], _: Arrays) -> Sets:
    return {key: frozenset(words) for key, words in said.items()}


def folder() -> Path | None:
    """Return the folder of the cache, None where there is to be none."""
    given = os.environ.get(PLACE, "")
    if given.lower() in OFF:
        return None
    if given:
        return Path(given)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "koreasec"
    own = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    return Path(os.environ.get(own) or home / ".cache") / "koreasec"


@cache
def state(over: str) -> str:
    """Return a hash of our code, our tables and those laid over."""
    inside = [one.name for one in _laid.DATA.iterdir() if one.is_dir()]
    places = [(_laid.DATA, inside)]
    return code() + _hash(
        [*places, *((place, inside) for place in _laid.folders(over))]
    )


@cache
def code() -> str:
    """Return a hash of our code."""
    rooms = Path(__file__).parent
    files = sorted(rooms.rglob("*.py"))
    found = blake2b(digest_size=16)
    for file in files:
        found.update(f"{file.relative_to(rooms)}\0".encode())
        found.update(blake2b(file.read_bytes()).digest())
    return found.hexdigest() + sys.byteorder


def _hash(places: Iterable[tuple[Any, list[str]]]) -> str:
    """Hash the tables of each place and of its folders of those names."""
    found = blake2b(digest_size=16)
    for place, inside in places:
        for where in (place, *(place / name for name in sorted(inside))):
            found.update(b"folder\0")
            for file in _files(where):
                found.update(f"{file.name}\0".encode("utf-8", "replace"))
                found.update(blake2b(file.read_bytes()).digest())
    return found.hexdigest()


def _files(place: Any) -> list[Any]:
    if not place.is_dir():
        return []
    found = [one for one in place.iterdir() if one.name.endswith(TABLES)]
    return sorted((one for one in found if one.is_file()), key=lambda one: one.name)


def _read(file: Path) -> tuple[Any, Arrays]:
    with np.load(file, allow_pickle=False) as found:
        arrays = {name: found[name] for name in found.files}
    return json.loads(arrays.pop(TEXT).tobytes()), arrays


def _write(file: Path, said: Any, arrays: Arrays) -> None:
    """Write beside `file` and move it there, so that it is never half there."""
    text = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, beside = tempfile.mkstemp(dir=file.parent, suffix=".part")
        try:
            with os.fdopen(number, "wb") as out:
                np.savez(out, text=np.frombuffer(text, np.uint8), **arrays)  # type: ignore[arg-type]
            Path(beside).replace(file)
        finally:
            Path(beside).unlink(missing_ok=True)
        _forget(file)
    except OSError:
        return  # as without a cache


def _forget(file: Path) -> None:
    """Delete the oldest files of the same name."""
    name = file.name.rpartition("-")[0]
    found = [(one.stat().st_mtime, one) for one in file.parent.glob(f"{name}-*.npz")]
    for _, one in sorted(found, reverse=True)[MOST:]:
        one.unlink(missing_ok=True)
