"""Everyone can use every type of page: no fault that axe finds, everything by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
SIZES = ((1280, 900), (390, 800))
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One browser page for all: axe itself takes long enough."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """Return the grave faults of what is shown, as rule and element."""
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.fixture
def everywhere(page: Page) -> Callable[..., dict[str, list[str]]]:
    """Return a function: address, what to do there → scheme and width → grave faults."""

    def look(address: str, act: Callable[[Page], object] = lambda _: None) -> dict:
        found = {}
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                page.goto(address)
                act(page)
                found[f"{scheme} {width}"] = faults(page)
        return {where: some for where, some in found.items() if some}

    return look


def test_axe_finds_faults(page: Page):
    """The tool works: a picture without words and grey on grey are found."""
    page.set_content('<main><img src="x.png"><p style="color:#999">灰字</p></main>')

    assert {"image-alt", "color-contrast"} <= {fault.split(":")[0] for fault in faults(page)}


@pytest.mark.parametrize("path", PAGES)
def test_page(path: str, site: Path, everywhere):
    """No serious or critical fault, at either width, in light and dark."""
    assert {} == everywhere((site / path).as_uri())


def test_card_of_a_figure(site: Path, everywhere):
    """The card of a number has none either."""

    def open_card(page: Page) -> None:
        page.locator("a.figure").first.focus()
        page.wait_for_selector(".figure-card")

    assert {} == everywhere((site / "reports/2023.html").as_uri(), open_card)


def test_search_with_results(site: Path, everywhere):
    """The search box with its results has none either."""

    def search(page: Page) -> None:
        page.keyboard.press("/")
        page.locator(".md-search__input").fill("约谈")
        page.wait_for_selector(".md-search-result__item")

    assert {} == everywhere((site / "index.html").as_uri(), search)


FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element)
  const label = element.matches(".md-option") && element.nextElementSibling
  const shown = label ? getComputedStyle(label) : style
  const box = (label || element).getBoundingClientRect()
  return {
    what: element.outerHTML.slice(0, 80),
    isMarked: shown.outlineStyle !== "none" && parseFloat(shown.outlineWidth) > 0,
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}"""


@pytest.mark.parametrize("path", ["index.html", "reports/2023.html", "data/gaps.html"])
def test_keyboard(path: str, site: Path, page: Page):
    """Tab reaches one thing after another, each in view and marked; first the way past the menu."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / path).as_uri())
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["what"].startswith("<body"):
            break  # behind its last stop the focus leaves the page
        stops.append(stop)

    assert "md-skip" in stops[0]["what"]
    assert [] == [stop["what"] for stop in stops if not (stop["isMarked"] and stop["isInView"])]
    assert len(stops) > 20


def test_print(site: Path, page: Page):
    """On paper stand the text and the foot, not the menus; the button asks for the print."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / "reports/2023.html").as_uri())
    page.evaluate("window.print = () => { window.asked = true }")
    page.locator(".print-page").click()
    page.emulate_media(media="print")
    shown = {
        name: page.locator(name).first.is_visible()
        for name in (".md-header", ".md-tabs", ".md-footer", ".print-page", "h1", ".page-foot")
    }
    page.emulate_media(media="screen")

    assert page.evaluate("window.asked")
    assert ["h1"] == [name for name, visible in shown.items() if visible and name != ".page-foot"]
