"""The last look at a built site."""

import pytest

from macros.publishing.acceptance import faults, lost_pages

FIGURE = '<span class="figure" data-figure="局党组会@2023">30次</span>'


def page(body):
    return f"<html><head><title>页</title></head><body><h1>页</h1>{body}</body></html>"


@pytest.fixture
def found(handbook, tmp_path_factory):
    """Return a function that gives the facts found in a site with these pages in it."""

    def look(files, secrets=()):
        site, loaded = tmp_path_factory.mktemp("site"), handbook()
        built = {f"{path.removesuffix('.md')}.html": page(FIGURE) for path in loaded.pages}
        for name, text in {**built, "404.html": page(""), **files}.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_text(text, "utf-8")
        return [one.fact for one in faults(site, loaded, secrets)]

    return look


def test_sound_site(found):
    """A site with its pages, links within and to other hosts, and code is accepted."""
    links = (
        '<a href="#甲">甲</a><p id="甲"></p><a href="../index.html#">首页</a><a href="/">首页</a>'
        '<a href="https://example.cn/x.html">外站</a><a href="#%E7%94%B2">甲</a>'
        "<code>{{ None }}</code><script>undefined</script>"
    )

    assert [] == found({"a/b.html": page(links)})


WORDS = ["None次", "{{ 数 }}", "undefined次", "Traceback (most recent call last):"]


@pytest.mark.parametrize("text", WORDS)
def test_words_of_programs(found, text):
    """What a program prints where a value should be is found, with what stands around it."""
    facts = found({"a.html": page(f"召开{text}")})

    assert facts
    assert all("程序的字样" in fact and "召开" in fact for fact in facts)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ('<a href="missing.html">x</a>', "链接“missing.html”没有去处"),
        ('<a href="index.html#none">x</a>', "链接“index.html#none”指的位置不存在"),
        ('<img src="a/photo.png">', "链接“a/photo.png”没有去处"),
        ('<script src="https://example.cn/x.js"></script>', "要从外站取"),
        (FIGURE.replace("30次", "31次"), "“局党组会”印成了“31次”，数据里是“30次”"),
        (FIGURE.replace("局党组会@", "无此数@"), "没有这个数"),
    ],
)
def test_faults_of_the_build(found, body, fact):
    """Dead links, files of other hosts and figures other than the data's are found."""
    facts = found({"a.html": page(body)})

    assert 1 == len(facts)
    assert fact in facts[0]


def test_missing_and_empty_pages(found):
    """A page that was not built, or came out without a heading, is found."""
    assert ["没有生成这一页"] == found({"404.html": None})
    assert ["没有生成这一页"] == [one for one in found({"index.html": None}) if "生成" in one]
    assert ["这一页没有标题，内容可能不全"] == found({"index.html": "<title>x</title><p>甲</p>"})


def test_internal_names(found):
    """An internal name is found in any file, also in the index, and not told in full."""
    facts = found({"search/p0.js": 'handbookSearch.receive("甲乙丙")'}, secrets={"甲乙丙"})

    assert 1 == len(facts)
    assert "甲……" in facts[0]
    assert "甲乙丙" not in facts[0]


def test_lost_pages():
    """Pages and books of the release before must be there or have moved; other files may go."""
    before = dict.fromkeys(["a.html", "b.html", "c.html", "books/x.pdf", "assets/old.js"], "")

    lost = list(lost_pages(before, ["a.html"], ["b.html"]))

    assert ["site/books/x.pdf", "site/c.html"] == [one.where.file for one in lost]
    assert all("data/redirects.yml" in one.hint for one in lost)
