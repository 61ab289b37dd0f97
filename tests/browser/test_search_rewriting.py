"""What readers type finds what they mean: the scripts of the search box in Chromium."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from macros.handbook import load_handbook
from macros.rendering.site import render_site
from macros.search.text import shard_of, tokens
from tests.conftest import FILES
from tests.search.bare_site import write_bare_site

pytestmark = pytest.mark.browser

LEAVE = """第一条　为了规范请假，制定本制度。

第二条　请假一天以内的，由科室负责人批准。

第三条　请假三天以上的，须经局长批准。

第四条　连续旷工十五个工作日的，予以辞退。
"""
TALKS = """第一条　本办法所称约谈，是指廉政约谈。

第二条　约谈对象应当在约谈后十个工作日内书面反馈。
"""
DECISIONS = """第一条　大额资金使用是指五十万元以上的支出。

第二条　会议由支部委员会组织。主要负责人末位表态。
"""
MINING = """第一条　禁止越界开采。

第二条　矿业权到期前三十日内申请延续登记。
"""


HARD_TO_CUT = (
    "云自然资党发〔2021〕3号",
    "1,000元、１２３ｋｍ",
    "百分之五十九点八",
    "一点五",
    "第十二条之一",
    "一万二千三百",
    "五百万",
    "3.5亿",
    "二〇二四年两会",
    "ABC公司a1b2",
    "《办法》（试行）",
    "万一",
)


LONG = "".join(
    f"\n## 钻孔{number}号\n\n岩芯{'保管，' * 60}柜{number}。\n" for number in range(1, 91)
)
"""So long that its page has several files."""


def rule(title: str, number: str, start: str, text: str, end: str = "null") -> str:
    """Return a page of a regulation."""
    head = f"类别: 管理\n文号: {number}\n施行日期: {start}\n废止日期: {end}\n"
    return f"---\n{head}---\n\n# {title}\n\n## 第一章 总则\n\n{text}"


CORPUS = {
    "docs/handbook/cores.md": f"# 岩芯\n{LONG}",
    "docs/regulations/leave/2023-01-01.md": rule(
        "请销假制度", "云自然资发〔2023〕5号", "2023-01-01", LEAVE),
    "docs/regulations/talks/2015-01-01.md": rule(
        "廉政约谈制度", "云自然资发〔2015〕9号", "2015-01-01", TALKS, "2020-12-31"),
    "docs/regulations/talks/2021-01-01.md": rule(
        "廉政约谈制度", "云自然资发〔2021〕9号", "2021-01-01", TALKS),
    "docs/regulations/decisions/2022-01-01.md": rule(
        "三重一大事项决策制度", "云自然资发〔2022〕3号", "2022-01-01", DECISIONS),
    "docs/regulations/mining/2022-01-01.md": rule(
        "矿业权管理规定", "云自然资发〔2022〕8号", "2022-01-01", MINING),
    "docs/regulations/land/2020-01-01.md": rule(
        "中华人民共和国土地法", "null", "2020-01-01", "第一条　保护土地。"),
    "docs/regulations/land-rules/2021-01-01.md": rule(
        "土地法实施条例", "null", "2021-01-01", "第一条　根据《土地法》第一条，保护土地。"),
    "docs/handbook/seals.md": "---\n类型: 手册\n---\n\n# 印章管理\n\n## 外带\n\n印章不得外带。\n",
    "data/terms.yml": FILES["data/terms.yml"] + (
        "术语:\n  - 词: 印章管理\n    释义: 印章的保管和使用。\n    同义: [公章, 盖章]\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def search(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """A function that looks a query up, optionally filtered, and returns hits."""
    root, folder = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("site")
    for name, content in {"mkdocs.yml": "site_name: x\n", **FILES, **CORPUS}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")
    handbook = load_handbook(root, day=date(2024, 6, 1))
    assert () == handbook.problems
    page = chromium.new_page()
    page.goto(write_bare_site(render_site(handbook), folder))

    def find(query: str, **facets: str) -> list[dict]:
        script = """([query, facets]) => handbookSearch.find(query, page =>
          Object.keys(facets).every(name => page[name] === facets[name]))"""
        return page.evaluate(script, [query, facets])

    find.page = page
    return find


def first(hits: list[dict]) -> tuple[str, str]:
    """Return the page and the first article of the first hit."""
    return hits[0]["address"].split("/")[1], hits[0]["sections"][0]["anchor"]


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("请销假制度", "leave"),
        ("约谈制度", "talks"),
        ("云自然资发〔2023〕5号", "leave"),
        ("云自然资发2023年第5号文", "leave"),
        ("2022年8号文件", "mining"),
        ("sanzhongyida", "decisions"),
        ("szyd", "decisions"),
        ("san zhong yi da", "decisions"),
        ("qxj", "leave"),
        ("kuangyequan", "mining"),
        ("san chong yi da", "decisions"),
        ("lianzheng yuetan", "talks"),
        ("lian'zheng yue'tan", "talks"),
        ("qingjiakuanggong", "leave"),
        ("kuangyequanban", "mining"),
        ("公章", "seals.html"),
        ("请消假", "leave"),
        ("矿业全", "mining"),
        ("三重一达事项", "decisions"),
        ("廉政药谈", "talks"),
        ("廉政約談", "talks"),
        ("礦業權", "mining"),
        ("三重一大事項", "decisions"),
        ("业权管", "mining"),
        ("矿权", "mining"),
        ("三众一大", "decisions"),
        ("请5天假谁批", "leave"),
    ],
)
def test_page_is_found(search, query: str, page: str):
    """The right page comes first for every way to name it."""
    assert page == first(search(query))[0]


@pytest.mark.parametrize(
    ("query", "article"),
    [
        ("请销假第四条", "第四条"),
        ("请销假 第2条", "第二条"),
        ("请销假制度四条", "第四条"),
        ("矿业权延续时限", "第二条"),
        ("请假几天要局长批", "第三条"),
        ("旷工多少天会被辞退", "第四条"),
        ("旷工15个工作日", "第四条"),
        ("50万元以上", "第一条"),
        ("怎么延续矿业权", "第二条"),
        ("末位表", "第二条"),
        ("什么不能越界", "第一条"),
    ],
)
def test_article_is_found(search, query: str, article: str):
    """The article that answers is the first link."""
    assert article == first(search(query))[1]


@pytest.mark.parametrize("number", [1, 2, 30, 31, 60, 61, 90])
def test_article_of_a_long_page_is_found(search, number: int):
    """Whichever file of a page an article is in, its own text is shown."""
    article = search(f"钻孔{number}号")[0]["sections"][0]

    assert f"钻孔{number}号" == article["heading"]
    assert article["text"].endswith(f"柜{number}。")


def test_named_stands_above(search):
    """Whoever types the whole title of a regulation means it, and not one with a longer title."""
    pages = [hit["address"].split("/")[1] for hit in search("土地法第一条")]

    assert ["land", "land-rules"] == pages[:2]


def test_repealed_stands_below(search):
    """Of two versions with the same words the one in force comes first; both say what they are."""
    hits = [hit for hit in search("廉政约谈制度") if "talks" in hit["address"]]

    assert ["现行有效", "已废止"] == [hit["facets"]["status"] for hit in hits]


def test_filters(search):
    """A filter leaves only pages with that value, and nothing if there is none."""
    assert {"已废止"} == {hit["facets"]["status"] for hit in search("约谈", status="已废止")}
    assert {"2022"} == {hit["facets"]["year"] for hit in search("第二条", year="2022")}
    assert {"手册"} == {hit["facets"]["category"] for hit in search("印章", category="手册")}
    assert [] == search("印章", year="1999")


@pytest.mark.parametrize(
    "query", ["", "   ", "，。！", "zzzzqqq", "魑魅魍魉", "\\", "<b>", "*" * 500]
)
def test_nothing_to_find(search, query: str):
    """A query without an answer gives no hit and no error."""
    assert [] == search(query)


def test_scripts_cut_as_the_index_does(search):
    """Python and JavaScript agree on every token and on the file it is in."""
    texts = [*CORPUS.values(), *HARD_TO_CUT]
    page: Page = search.page
    expected = [sorted(set(tokens(text))) for text in texts]
    cut = page.evaluate("texts => texts.map(text => handbookSearch.tokens(text))", texts)
    words = sorted({token for some in expected for token in some})
    shards = page.evaluate("words => words.map(word => handbookSearch.shardOf(word, 64))", words)

    assert expected == [sorted(some) for some in cut]
    assert [shard_of(word, 64) for word in words] == shards
