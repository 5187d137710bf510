"""A real Chromium for what a browser shows; without one these tests are skipped."""

import shutil

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    """Chromium of the machine, driven by Playwright."""
    sync_api = pytest.importorskip("playwright.sync_api")
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


class Watched:
    """A page, and all that it logged, asked for or ran without being told to."""

    def __init__(self, browser, **options):
        """Open an empty page with the `options` of a browser context."""
        self.errors, self.asked, self.dialogs = [], [], []
        self.page = browser.new_context(**options).new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("console", self._console)

    def _console(self, message):
        if message.type == "error":
            self.errors.append(message.text)

    def _dialog(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def watched(browser):
    """Open watched pages; they are closed after the test."""
    opened = []

    def watch(**options):
        opened.append(Watched(browser, **options))
        return opened[-1]

    yield watch
    for each in opened:
        each.page.context.close()
