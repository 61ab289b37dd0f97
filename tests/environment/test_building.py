"""`handbook build` with the real MkDocs."""

import os
import re

import pytest
from filelock import FileLock

from macros.books.printing import write_whole
from macros.environment.building import LOCK, site_to_add_to
from macros.rendering.navigation import MOST_IN_FOLDER
from tests.conftest import SMALL_MKDOCS

pytestmark = pytest.mark.slow

TALKS = "编号,日期,类别,人数\r\n2023-001,2023-03-20,集体约谈,12\r\n"
PAGE = '# 约谈\n\n召开集体约谈{{ 数("集体约谈", 2023) }}。\n\n`{{ 示例 }}`\n'


def text_of(path):
    article = re.search(r"<article.*?</article>", path.read_text("utf-8"), re.DOTALL)[0]
    return re.sub(r"<[^>]+>", "", article)


class TestBuild:
    def test_figures_reach_the_page(self, buildable, run):
        """
        The built page shows the counted figure, and examples in code as they are typed.
        """
        root = buildable({"docs/a.md": PAGE, "data/2023/ledgers/talks.csv": TALKS})

        code, output = run(root, "build")

        assert 0 == code, output
        assert "召开集体约谈1次。" in text_of(root / "site/a.html")
        assert "{{ 示例 }}" in text_of(root / "site/a.html")

    def test_gap_is_visible(self, buildable, run):
        """
        A missing figure shows 【待填】 exactly where it stands.
        """
        root = buildable({"docs/a.md": PAGE})

        run(root, "build")

        assert 1 == text_of(root / "site/a.html").count("【待填】")

    def test_failed_build_leaves_the_old_site(self, buildable, run):
        """
        After a refused build, every file of the site is as it was.
        """
        root = buildable()
        run(root, "build")
        before = {path: path.read_bytes() for path in (root / "site").rglob("*.html")}
        (root / "docs/bad.md").write_text("# 坏\n\n{% for x in y %}\n", "utf-8")

        code, output = run(root, "build")

        assert 1 == code
        assert "docs/bad.md:3: 错误" in output
        assert before == {path: path.read_bytes() for path in (root / "site").rglob("*.html")}
        assert [] == [*root.glob(".site-*")]

    def test_release_refuses_gaps(self, buildable, run):
        """
        With a gap, a release builds nothing at all.
        """
        root = buildable()

        code, _ = run(root, "build", "--release")

        assert 1 == code
        assert not (root / "site").exists()

    def test_foreign_folder_is_not_replaced(self, buildable, run):
        """
        A `site` folder that holds something else is never deleted.
        """
        root = buildable({"site/precious.txt": "x"})

        code, output = run(root, "build")

        assert 1 == code
        assert "不是本手册生成的内容" in output
        assert "x" == (root / "site/precious.txt").read_text()

    def test_missing_part(self, buildable, run):
        """
        A file of the theme that somebody deleted is named.
        """
        root = buildable()
        (root / "overrides/assets/missing-page.js").unlink()

        code, output = run(root, "build")

        assert 1 == code
        assert "overrides/assets/missing-page.js:1: 错误 没有这个文件" in output

    def test_large_folder(self, buildable, run):
        """
        A page of a folder too large for the menu leads to its index and its neighbors only.
        """
        pages = {f"docs/a/p{number:03}.md": f"# 页{number}\n" for number in range(MOST_IN_FOLDER)}
        settings = SMALL_MKDOCS + "  - 甲: a/\n"
        root = buildable({"docs/a/index.md": "# 一览\n", "mkdocs.yml": settings, **pages})

        code, output = run(root, "build")
        page = (root / "site/a/p007.html").read_text("utf-8")
        links = re.findall('href="([0-9a-z]+.html)"', page)

        assert 0 == code, output
        assert {"index.html", "p006.html", "p008.html"} == set(links)

    def test_one_at_a_time(self, buildable, run):
        """
        While a build is running, a second one, and one of the books, say so and touch nothing.
        """
        root = buildable()
        with FileLock(root / LOCK):
            refused = [run(root, command) for command in ("build", "pdf")]
            made = (root / "site").exists()

        assert [1, 1] == [code for code, _ in refused]
        assert all("另一次生成正在进行" in output for _, output in refused)
        assert not made
        assert 0 == run(root, "build")[0]

    def test_readable_whatever_the_umask(self, buildable, run):
        """
        A web server of another user can read pages, files and books, after an edit as well.
        """
        root = buildable({"docs/a.md": "# 甲\n", "docs/files/a.csv": "x,y\r\n"})
        (root / "docs/files/a.csv").chmod(0o600)
        given = os.umask(0o077)
        try:
            for number in range(3):
                (root / "docs/a.md").write_text(f"# 甲\n\n{number}。\n", "utf-8")
                run(root, "build")
            with site_to_add_to(root) as site:
                write_whole(site / "books/a.pdf", b"x")
        finally:
            os.umask(given)

        for path in (site, *site.rglob("*")):
            assert (0o755 if path.is_dir() else 0o644) == path.stat().st_mode & 0o777

    def test_only_what_pages_load(self, buildable, run):
        """
        The theme's own search and the maps to its source stay out; the pages work without.
        """
        root = buildable()
        run(root, "build")
        assets = [path.relative_to(root / "site/assets").as_posix()
                  for path in (root / "site/assets").rglob("*") if path.is_file()]  # fmt: skip

        assert [] == [name for name in assets if name.endswith(".map") or "lunr" in name]
        assert [] != [name for name in assets if name.endswith(".min.js")]

    def test_same_bytes_twice(self, buildable, run, monkeypatch):
        """
        Two builds of the same files differ in no byte.
        """
        root = buildable()
        run(root, "build")
        first = {path.name: path.read_bytes() for path in (root / "site").rglob("*.*")
                 if path.is_file()}  # fmt: skip
        monkeypatch.setenv("TZ", "Asia/Shanghai")

        run(root, "build", "--no-cache")

        assert first == {path.name: path.read_bytes() for path in (root / "site").rglob("*.*")
                         if path.is_file()}  # fmt: skip
