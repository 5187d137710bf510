"""The report as a reader sees it: from a file, offline, also on hostile texts."""

import pytest

from koreasec.report import report

HOSTILE = """<script>alert(1)</script> Kim Jong Un </title><img src=x onerror=alert(2)>

Kim Jong Un <script>alert(3)</script> met Sergei Shoigu in Pyongyang on 21 March 2025
</script><img src=x onerror=alert(4)> **bold** $x$ [Putin](javascript:alert(5))
\x1b[31m \u202e Vladimir Putin.

=cmd|' /C calc'!A0 Kim Jong Un and Vladimir Putin said on 4 June 2025
<a href="javascript:alert(6)">x</a>.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return report(to=tmp_path_factory.mktemp("report") / "site")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.txt").write_text(HOSTILE, "utf-8")
    (folder / "b.txt").write_text(
        HOSTILE.replace("Kim Jong Un", "Lee Jae-myung"), "utf-8"
    )
    return report(folder, to=tmp_path_factory.mktemp("report") / "site")


def pages(index):
    return sorted(index.parent.rglob("*.html"))


def test_every_page_opens_without_errors_or_outside_requests(site, watched):
    for path in pages(site):
        seen = watched()
        seen.page.goto(path.as_uri(), wait_until="load")
        seen.page.wait_for_timeout(300)
        assert seen.errors == []
        assert all(url.startswith(("file:", "data:", "blob:")) for url in seen.asked)


def test_charts_turn_interactive(site, watched):
    seen = watched()
    seen.page.goto((site.parent / "02_who_is_named_together.html").as_uri())
    charts = seen.page.locator("figure.chart").count()
    assert charts
    seen.page.wait_for_function(
        "n => document.querySelectorAll('figure.live .js-plotly-plot').length === n",
        arg=charts,
    )
    assert seen.page.locator("figure.live img:visible").count() == 0


def test_without_scripts_the_pictures_stay(site, watched):
    seen = watched(java_script_enabled=False)
    seen.page.goto((site.parent / "02_who_is_named_together.html").as_uri())
    pictures = seen.page.locator("figure.chart img")
    assert pictures.count()
    assert pictures.first.is_visible()
    assert pictures.first.get_attribute("alt")


def test_a_phone_does_not_scroll_sideways(site, watched):
    for path in pages(site):
        seen = watched(viewport={"width": 390, "height": 800})
        seen.page.goto(path.as_uri())
        seen.page.wait_for_timeout(500)
        wide = seen.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 392, path.name


def test_links_of_the_site_lead_somewhere(site, watched):
    for path in pages(site):
        seen = watched(java_script_enabled=False)
        seen.page.goto(path.as_uri())
        links = seen.page.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
        for link in links:
            target = link.split("#")[0].removeprefix("file://")
            assert link.startswith("file:") and (path.parent / target).exists(), link


def test_hostile_texts_run_nothing(hostile_site, watched):
    for path in pages(hostile_site):
        seen = watched()
        seen.page.goto(path.as_uri(), wait_until="load")
        seen.page.wait_for_timeout(500)
        assert seen.dialogs == []
        assert seen.errors == []
        assert (
            seen.page.locator("main img[onerror], main a[href^='javascript']").count()
            == 0
        )
        assert all(url.startswith(("file:", "data:", "blob:")) for url in seen.asked)


def test_the_site_is_small(site):
    size = sum(path.stat().st_size for path in site.parent.rglob("*") if path.is_file())
    assert size < 15 * 2**20


FIRST_BAR = """() => {
  const chart = document.querySelector('figure.live .js-plotly-plot');
  chart.scrollIntoView({block: 'center'});
  const box = chart.getBoundingClientRect(), layout = chart._fullLayout;
  const bar = chart.data.find(trace => trace.type === 'bar' && trace.x.length);
  return [
    box.left + layout.xaxis._offset + layout.xaxis.d2p(bar.x[0]) / 2,
    box.top + layout.yaxis._offset + layout.yaxis.d2p(bar.y[0]),
  ];
}"""


def test_a_click_lists_the_passages_and_their_link_opens_the_place(site, watched):
    seen = watched(viewport={"width": 1300, "height": 900})
    seen.page.goto((site.parent / "00_start_here.html").as_uri())
    seen.page.wait_for_selector("figure.live .js-plotly-plot")
    x, y = seen.page.evaluate(FIRST_BAR)
    seen.page.mouse.move(x - 3, y)
    seen.page.mouse.move(x, y)
    seen.page.wait_for_selector("figure.live .hoverlayer .hovertext")
    seen.page.mouse.click(x, y)
    links = seen.page.locator("figure.live ul.behind a")
    links.first.wait_for()
    told = seen.page.locator("figure.live p.behind").inner_text()
    assert told.startswith("Behind this point: ")
    assert links.count() == int(told.split()[3])
    place = links.first.get_attribute("href").split("#")[1]
    links.first.click()
    seen.page.wait_for_url(f"**/text-*.html#{place}")
    mark = seen.page.locator(f"#{place} + span")
    assert mark.inner_text()
    top = mark.bounding_box()["y"]
    assert 0 <= top <= 900
    assert seen.errors == []
