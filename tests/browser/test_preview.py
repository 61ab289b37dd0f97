"""What `handbook serve` says of a mistake, in the page that is being edited."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import faults
from tests.browser.visit import Visit
from tests.environment.previews import Preview, running

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOX = "#preview-problems"
GOOD = '# 首页\n\n开会{{ 数("局党组会", 2023) }}。\n'
BAD = GOOD + '\n约谈{{ 数("集体约谈次", 2023) }}。\n'


@pytest.fixture
def preview(buildable) -> Iterator[Preview]:
    """A preview of the small project, in which one figure is a gap."""
    with running(buildable({"docs/index.md": GOOD})) as found:
        yield found


def test_mistake_is_told_until_it_is_mended(preview: Preview, visit: Visit):
    """
    It is told in Chinese with what to do, ahead of what only reminds; the page stays readable to
    its end, whatever the width and scheme; the box goes when the mistake does.
    """
    page = visit.page
    page.goto(f"{preview.base}/index.html")
    alert, reminders = page.locator(f"{BOX} [role=alert]"), page.locator(f"{BOX} details")
    expect(reminders.locator("summary")).to_contain_text("提醒")
    expect(reminders.locator("li").first).to_be_hidden()

    preview.write("docs/index.md", BAD)
    expect(alert).to_contain_text("docs/index.md:5: 错误")
    expect(alert).to_contain_text("怎么改：")
    expect(page.locator("article")).to_contain_text("开会30次")
    for scheme in ("light", "dark"):
        for width in (1280, 390):
            page.emulate_media(color_scheme=scheme)
            assert visit.width_needed(width) <= width
            assert [] == faults(page)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot, box = (page.locator(name).bounding_box() for name in (".md-footer", BOX))
    assert foot["y"] + foot["height"] <= box["y"] + 1

    reminders.locator("summary").click()
    expect(reminders.locator("li").first).to_be_visible()

    preview.write("docs/index.md", GOOD)
    expect(alert).to_be_hidden()
    assert [] == visit.complaints


def test_fault_of_this_page_stands_first(preview: Preview, visit: Visit):
    """Whoever edits a page is told of it before other pages, whatever their names are."""
    preview.write("docs/about.md", "# 关于\n\n[甲](nowhere.md)\n")
    preview.write("docs/index.md", BAD)
    visit.page.goto(f"{preview.base}/index.html")

    expect(visit.page.locator(f"{BOX} [role=alert] li")).to_have_count(2)
    expect(visit.page.locator(f"{BOX} [role=alert] li").first).to_contain_text("docs/index.md")
