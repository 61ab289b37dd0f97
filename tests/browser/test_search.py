"""The search box on the built site: served with the strict policy, and opened from its folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

PAGE = "regulations/integrity-talks/draft.html"
LIST = ".md-search-result__list"
WIDTHS = (1280, 390)


@pytest.fixture(params=["server", "folder"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site, with a slash at its end."""
    is_served = request.param == "server"
    return request.getfixturevalue("server") if is_served else site.as_uri() + "/"


@pytest.fixture
def opened(base: str, visit: Visit) -> Visit:
    """A page of the site with the search box open; breaches show when the test ends."""
    visit.open(base + PAGE)
    visit.page.keyboard.press("/")
    yield visit
    assert visit.requests_outside(base) == []
    assert visit.complaints == []


def find(visit: Visit, text: str) -> list[str]:
    """Type a query and return the titles of the hits."""
    visit.page.locator(".md-search__input").fill(text)
    expect(visit.page.locator(LIST)).to_have_attribute("data-query", text)
    return visit.page.locator(f"{LIST} h1").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("约谈办法", "党风廉政约谈"),
        ("约谈办法第十八条", "党风廉政约谈"),
        ("shyk", "三会一课"),
        ("zhongdashixiang", "重大事项"),
        ("三會一課", "三会一课"),
        ("警示交育制度", "警示教育"),
    ],
)
def test_finds(opened: Visit, query: str, title: str):
    """Words, article numbers, initials, pinyin, traditional characters and typos find a page."""
    assert title in find(opened, query)[0]


def test_enter_opens_the_article_with_the_words_marked(opened: Visit):
    """Enter leads to the article that answers, and marks there what was looked for."""
    find(opened, "约谈办法第十八条")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**h=*#*")
    opened.page.wait_for_load_state("networkidle")

    article = opened.page.locator("[id='第十八条']")
    assert "第十八条" in article.inner_text()
    assert article.is_visible()
    assert opened.page.locator(".md-content__inner mark").count() > 0
    assert opened.page.evaluate("decodeURIComponent(location.hash)") == "#第十八条"


def test_enter_waits_for_the_answer(opened: Visit):
    """Enter right after the last key opens what was typed, not what was found before."""
    find(opened, "约谈")
    opened.page.locator(".md-search__input").fill("警示教育制度")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/warning-education/**")
    opened.page.wait_for_load_state("networkidle")


def test_keyboard(opened: Visit):
    """Arrows walk through box and links, letters go back to the box, Escape closes."""
    find(opened, "约谈")
    links = opened.page.locator(f"{LIST} a")
    active = "element => element === document.activeElement"
    keyboard = opened.page.keyboard

    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    assert links.nth(1).evaluate(active)
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    assert opened.page.locator(".md-search__input").evaluate(active)
    keyboard.press("ArrowUp")
    assert links.last.evaluate(active)
    keyboard.press("Escape")
    assert not opened.page.locator("#__search").is_checked()


def test_filters(opened: Visit):
    """A filter is named, holds only values there are, and narrows the hits."""
    find(opened, "约谈")
    category = opened.page.get_by_label("类别")
    values = category.locator("option").all_inner_texts()
    category.select_option("手册")
    facts = opened.page.locator(".search-facts")

    expect(facts.filter(has_not_text="手册")).to_have_count(0)
    assert facts.count() > 0
    assert values[0] == "全部"
    assert "管理制度" in values
    assert opened.page.get_by_label("年份").locator("option").count() > 1
    assert opened.page.get_by_label("效力").locator("option").count() > 1


def test_nothing_found(opened: Visit):
    """A query without an answer says so where screen readers hear it, and what to try."""
    find(opened, "魑魅魍魉")
    status = opened.page.locator(".md-search-result__meta")
    expect(status).to_contain_text("试试短一点的词")
    expect(status).to_have_attribute("role", "status")
    opened.page.get_by_label("效力").select_option("草案")
    expect(status).to_contain_text("放宽")

    assert opened.page.locator(f"{LIST} li").count() == 0


def test_status_is_said(opened: Visit):
    """Each version of a regulation shows its status and what tells it from the others."""
    find(opened, "党风廉政约谈办法")
    facts = opened.page.locator(".search-facts").all_inner_texts()

    assert any("草案" in text and "第二稿" in text for text in facts[:2])
    assert any("旧稿" in text and "第一稿" in text for text in facts)


@pytest.mark.parametrize("width", WIDTHS)
def test_fits(base: str, visit: Visit, width: int):
    """Wide and narrow, the open list needs no scrolling sideways."""
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.open(base + PAGE)
    visit.page.locator(".md-search__input").evaluate("input => input.focus()")
    find(visit, "约谈")
    box = visit.page.locator(".md-search__scrollwrap")

    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert visit.width_needed(width) <= width


def test_address_with_query(base: str, visit: Visit):
    """An address that ends in ?q=… opens with its hits."""
    visit.open(base + "index.html?q=shyk")
    visit.page.locator(f"{LIST} h1").first.wait_for()

    assert "三会一课" in visit.page.locator(f"{LIST} h1").first.inner_text()
    assert visit.complaints == []


def test_only_what_a_query_needs_is_loaded(base: str, visit: Visit):
    """Nothing of the index is loaded before somebody searches."""
    visit.open(base + PAGE)

    assert [url for url in visit.requests if "/search/" in url and "/assets/" not in url] == []
    assert not [url for url in visit.requests if "search_index" in url]


def hold(visit: Visit, pattern: str) -> list[Route]:
    """Keep back what the page asks for under an address, until the test lets it go."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    visit.page.route(pattern, keep)
    return held


def test_typed_before_the_scripts_are_there(server: str, visit: Visit):
    """On a slow machine readers type at once; they are answered when the scripts come."""
    held = hold(visit, "**/assets/search/panel.js")
    with visit.page.expect_request("**/assets/search/panel.js"):
        visit.page.goto(server + PAGE, wait_until="commit")
    visit.page.locator(".md-search__input").fill("shyk")
    held[0].continue_()

    first = visit.page.locator(f"{LIST} h1").first
    expect(first).to_contain_text("三会一课")
    expect(first).to_be_visible()


def test_slow_answer_is_announced(server: str, visit: Visit):
    """While files are on their way the box says so; the answer to the last query wins."""
    visit.open(server + PAGE)
    held = hold(visit, "**/search/s*.js")
    visit.page.locator(".md-search__input").fill("约谈")
    status = visit.page.locator(".md-search-result__meta")
    expect(status).to_have_text("正在查找……")
    visit.page.locator(".md-search__input").fill("警示教育")
    visit.page.wait_for_timeout(300)
    visit.page.route("**/search/s*.js", lambda route: route.continue_())
    for route in held:
        route.continue_()

    expect(visit.page.locator(LIST)).to_have_attribute("data-query", "警示教育")
    expect(visit.page.locator(f"{LIST} h1").first).to_contain_text("警示教育")


@pytest.mark.parametrize("answer", [{"status": 404}, {"body": "<!doctype html>"}, {"body": ""}])
def test_broken_file_is_told_and_asked_for_again(server: str, visit: Visit, answer: dict):
    """A file that fails is never taken for an empty one, and the next query tries it again."""
    visit.open(server + PAGE)
    visit.page.route("**/search/s*.js", lambda route: route.fulfill(**answer))
    visit.page.locator(".md-search__input").fill("约谈")
    expect(visit.page.locator(".md-search-result__meta")).to_contain_text("打不开")
    visit.page.unroute("**/search/s*.js")

    assert "约谈" in find(visit, "约谈办法")[0]


@pytest.mark.parametrize("path", ["no.html", "no/such/deep/page.html"])
def test_missing_page(server: str, visit: Visit, path: str):
    """Whoever follows a dead link finds on from there, however deep the address is."""
    visit.open(server + path)
    visit.page.keyboard.press("/")
    assert "三会一课" in find(visit, "shyk")[0]
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/*.html?h=*")
    visit.page.wait_for_load_state("networkidle")

    assert visit.page.locator(".md-content__inner mark").count() > 0
    assert visit.requests_outside(server) == []
    assert [text for text in visit.complaints if "404" not in text] == []
