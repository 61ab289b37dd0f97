"""What is known of a number is told where it stands: to a mouse, a keyboard and a finger."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

REPORT = "reports/2023.html"
GIVEN = 'a.figure[data-figure="局党组会@2023"]'
GAP = 'a.figure[data-figure="集体约谈@2023"]'


@pytest.fixture(params=["http", "file"])
def report(request, server: str, site: Path, visit: Visit) -> Visit:
    """The report, opened from a server and from a folder."""
    visit.open(server + REPORT if request.param == "http" else (site / REPORT).as_uri())
    return visit


def test_pointing(report: Visit):
    """The card comes with the mouse, stays while the mouse is on it, and goes with it."""
    number, card = report.page.locator(GIVEN).first, report.page.locator(".figure-card")
    number.hover()
    expect(card).to_contain_text("局党组会（2023年）：30次")
    expect(card).to_contain_text("手工填报")
    card.hover()
    report.page.wait_for_timeout(300)
    expect(card).to_be_visible()
    report.page.mouse.move(5, 5)
    expect(card).to_be_hidden()

    assert report.complaints == []


def test_keyboard(report: Visit):
    """The focus shows the card and names it for screen readers; Escape takes it away."""
    number, card = report.page.locator(GAP).first, report.page.locator(".figure-card")
    number.focus()
    expect(card).to_contain_text("2023年度报告第五部分此处数字空缺")
    expect(card).to_contain_text("责任科室【待填】")
    expect(number).to_have_attribute("aria-describedby", "figure-card")
    report.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    report.page.keyboard.press("Enter")
    report.page.wait_for_url("**/data/figures/ji-ti-yue-tan.html*")

    assert "集体约谈" == report.page.locator("h1").inner_text().rstrip("¶")


def test_finger(chromium: Browser, server: str):
    """The first tap shows the card, the second opens the page of the figure."""
    context = chromium.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(server + REPORT)
    number, card = page.locator(GIVEN).first, page.locator(".figure-card")
    number.tap()
    expect(card).to_contain_text("局党组会（2023年）：30次")
    left, width = card.evaluate("e => [e.getBoundingClientRect().left, e.offsetWidth]")
    assert 0 <= left
    assert left + width <= 390
    number.tap()
    page.wait_for_url("**/data/figures/ju-dang-zu-hui.html*")
    context.close()


def test_without_scripts(chromium: Browser, site: Path):
    """Without scripts a number still leads to what is known of it."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / REPORT).as_uri())
    page.locator(GAP).first.click()

    expect(page.locator("body")).to_contain_text("2023年度报告第五部分此处数字空缺")
    context.close()


def test_way_back_to_the_sentence(report: Visit):
    """The page of a figure leads to the very sentence, however long the page is."""
    page = report.page
    page.locator(GAP).first.evaluate("link => { location = link.href }")
    page.wait_for_url("**/data/figures/ji-ti-yue-tan.html*")
    page.locator(".uses a", has_text="集体约谈").last.click()
    page.wait_for_url("**/reports/2023.html*")

    expect(page.locator(GAP).first).to_be_in_viewport()
    assert page.evaluate("pageYOffset") > 0
