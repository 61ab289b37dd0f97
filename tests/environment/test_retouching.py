"""A page saved in the preview is shown ahead of the rest, as the whole site will show it."""

from pathlib import Path

import pytest

from macros.environment.building import run_mkdocs
from macros.environment.content import Content
from macros.environment.retouching import retouch
from macros.handbook import load_handbook
from macros.rendering.site import render_site
from macros.sources.site_files import SiteFiles

pytestmark = pytest.mark.slow

RULE = "---\ntitle: 用车办法\n类别: 管理\n施行日期: 2020-01-01\n---\n\n# 用车办法\n\n"
MEETINGS = '局党组会{{ 数("局党组会", 2023) }}。\n'
GUIDE, CARS = "docs/guide.md", "docs/regulations/cars/2020-01-01.md"
FILES = {
    CARS: f"{RULE}第一条 用车先登记。\n\n第二条 本办法第一条从严。\n",
    GUIDE: f"# 说明\n\n按《用车办法》第一条办，{MEETINGS}",
}
EDITS = {
    GUIDE: f"---\ntitle: 新说明\n---\n\n# 新说明\n\n按《用车办法》第二条办，{MEETINGS}",
    CARS: f"{RULE}第一条 用车先批准。\n\n第二条 先登记，再用车。\n",
    "docs/index.md": "# 首页\n\n## 一节\n\n见[说明](guide.md)。\n",
}


def built(root: Path, folder: Path) -> Content:
    content = Content(render_site(load_handbook(root)), SiteFiles(folder))
    run_mkdocs(root, content)
    return content


@pytest.mark.parametrize("name", EDITS)
def test_as_the_whole_site_shows_it(buildable, tmp_path, name):
    """
    The article of the page is byte for byte the one of the site made anew; no other page has
    changed, nor has the same file of an older site.
    """
    root = buildable(FILES)
    content = built(root, tmp_path / "shown")
    page = name.removeprefix("docs/").replace(".md", ".html")
    older = tmp_path / "older.html"
    older.hardlink_to(tmp_path / "shown" / page)
    before = {path: path.read_bytes() for path in (tmp_path / "shown").rglob("*.html")}
    (root / name).write_text(EDITS[name], "utf-8")

    assert retouch(content, {root / name, root / "docs/.gone.swp"}, tmp_path / "shown")
    built(root, tmp_path / "whole")

    shown = tmp_path / "shown" / page
    assert article(tmp_path / "whole" / page) == article(shown)
    assert before[shown] == older.read_bytes()
    others = {path: path.read_bytes() for path in before if path != shown}
    assert {path: text for path, text in before.items() if path != shown} == others


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (GUIDE, "# 说明\n\n{% if x %}\n"),
        (GUIDE, "# 说明\n\n{{ 数(\"没有的数\", 2023) }}\n"),
        ("docs/new.md", "# 新页\n"),
        ("data/2023/figures.yml", "局党组会:\n  数值: 31\n  来源: 报告\n"),
        ("overrides/main.html", "{% extends \"base.html\" %}\n"),
    ],
)
def test_left_to_the_whole_site(buildable, tmp_path, name, text):
    """A mistake, a new page, data and templates change more than one page."""
    root = buildable(FILES)
    content = built(root, tmp_path / "shown")
    (root / name).write_text(text, "utf-8")

    assert not retouch(content, {root / name}, tmp_path / "shown")


def article(path: Path) -> str:
    text = path.read_text("utf-8")
    return text[text.index("<article") : text.index("</article>")]
