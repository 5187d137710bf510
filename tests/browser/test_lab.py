"""JupyterLab as an analyst sees it: a real server, a real browser, a fresh kernel."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from koreasec.report import lab

RUN_ALL = """async () => {
  const current = window.jupyterapp.shell.currentWidget;
  await window.jupyterapp.restored;
  await current.context.ready;
  await current.sessionContext.ready;
  await current.sessionContext.session.kernel.info;
  return window.jupyterapp.commands.execute('notebook:run-all-cells');
}"""
OUTPUTS = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
  .filter(cell => cell.type === 'code').flatMap(cell => cell.toJSON().outputs)"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """JupyterLab on a working copy of the notebooks; its address with the token."""
    folder = lab.copy(to=tmp_path_factory.mktemp("lab") / "copy")
    own = tmp_path_factory.mktemp("jupyter")
    news = own / "settings/@jupyterlab/apputils-extension"
    news.mkdir(parents=True)
    (news / "notification.jupyterlab-settings").write_text(
        '{"fetchNews": "false", "checkForUpdates": false}'
    )
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(own),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "IPYTHONDIR": str(own / "ipython"),
    }
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root",
        "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True",
        "--LabApp.extension_manager=readonly", "--ServerApp.terminals_enabled=False",
    ]  # fmt: skip
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_up(f"{address}/api/status?token={token}", process)
        yield address, token
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait_until_up(address, process, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "jupyter lab ended"
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("jupyter lab did not answer")


@pytest.mark.parametrize("name", ["00_start_here", "02_who_is_named_together"])
def test_runs_from_a_fresh_kernel(server, watched, name):
    address, token = server
    seen = watched(viewport={"width": 1300, "height": 1400})
    page = seen.page
    page.set_default_timeout(120_000)
    page.goto(f"{address}/lab/tree/{name}.ipynb?token={token}&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")
    assert page.evaluate(RUN_ALL) is not False
    outputs = page.evaluate(OUTPUTS)
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert not [o for o in outputs if o["output_type"] == "error"]
    assert not [o for o in outputs if o.get("name") == "stderr"]
    assert {"application/vnd.plotly.v1+json", "text/markdown", "text/html"} <= kinds
    assert page.locator(".jp-OutputArea img").count()
    assert all(url.startswith((address, "data:", "blob:")) for url in seen.asked)
