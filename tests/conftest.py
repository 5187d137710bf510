"""Fixtures of all tests."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the three seed texts."""
    return ROOT / "seeds"


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    """Keep what tests derive from the tables out of the cache of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KOREASEC_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def no_overlay(monkeypatch):
    """Keep a knowledge overlay of the machine out of the tests."""
    from koreasec import knowledge

    monkeypatch.setenv("KOREASEC_KNOWLEDGE", "")  # what a test sets is taken back
    yield
    knowledge.use(None)
