"""When things last changed, by the commits: the same on any day and any machine."""

import os
import shutil
import subprocess
from datetime import date

import pytest

from macros.figures import FigureKey
from macros.handbook import load_handbook
from macros.history import history
from macros.rendering.page_facts import page_facts, printed_in
from macros.rendering.recent import recent_changes
from macros.sources.cache import kept_pieces

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
          "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
          "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}  # fmt: skip
VALUES = "data/2023/figures.yml"
GIVEN, GAP = FigureKey("局党组会", 2023), FigureKey("集体约谈", 2023)
REGULATION = "docs/regulations/talks/2020-01-01.md"


def git(root, *arguments, day="2024-01-05"):
    dates = {f"GIT_{who}_DATE": f"{day}T10:00:00+0800" for who in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True,
                   env={**os.environ, **NOBODY, **dates})  # fmt: skip


def commit(root, day):
    git(root, "add", "-A", day=day)
    git(root, "commit", "-m", "x", day=day)


@pytest.fixture
def changed(project):
    """A project of 5 January 2024 in which one value and one page changed later."""
    root = project({REGULATION: "---\ntitle: 约谈办法\n类型: 制度\n归口科室: 办公室\n"
                                "施行日期: 2020-01-01\n下次清理: 2025-01-01\n---\n# 约谈办法\n",
                    "docs/b.md": "# 乙\n"})  # fmt: skip
    git(root, "init", "-b", "main")
    commit(root, "2024-01-05")
    values = (root / VALUES).read_text("utf-8")
    (root / VALUES).write_text(values.replace("30", "31"), encoding="utf-8")
    commit(root, "2024-02-06")
    (root / "docs/b.md").write_text("# 乙\n\n改了。\n", encoding="utf-8")
    commit(root, "2024-03-07")
    return root


class TestHistory:
    def test_files(self, changed):
        """Each file has the day of the last commit that changed it."""
        known = history(load_handbook(changed)).files

        assert date(2024, 3, 7) == known["docs/b.md"]
        assert date(2024, 1, 5) == known["docs/index.md"]

    def test_figures_line_by_line(self, changed):
        """A value that changed does not make its neighbours look new."""
        known = history(load_handbook(changed)).figures

        assert {GIVEN: date(2024, 2, 6), GAP: date(2024, 1, 5)} == known

    def test_figure_counted_from_a_ledger(self, changed):
        """What is counted changes with its ledger."""
        ledger = changed / "data/2023/ledgers/talks.csv"
        ledger.parent.mkdir()
        ledger.write_text("编号,日期,类别\n", encoding="utf-8")
        commit(changed, "2024-05-01")
        loaded = load_handbook(changed)

        assert date(2024, 5, 1) == history(loaded).figure(loaded, GAP)
        assert date(2024, 2, 6) == history(loaded).figure(loaded, GIVEN)

    def test_definition(self, changed):
        """What a figure means is part of it: a new 口径 is a change of that figure alone."""
        file = changed / "data/figures.yml"
        text = file.read_text("utf-8")
        head, _, rest = text.partition("局党组会:")
        file.write_text(f"{head}局党组会:{rest.replace('口径: ', '口径: 重新说：', 1)}", "utf-8")
        commit(changed, "2024-06-03")
        loaded = load_handbook(changed)

        assert date(2024, 6, 3) == history(loaded).figure(loaded, GIVEN)
        assert date(2024, 1, 5) == history(loaded).figure(loaded, GAP)

    def test_kept_for_the_next_run(self, changed):
        """What was found out once is found again, and not after another commit."""
        with kept_pieces(changed) as cache:
            before = history(load_handbook(changed, cache=cache)).figures
        values = (changed / VALUES).read_text("utf-8")
        (changed / VALUES).write_text(values.replace("31", "33"), encoding="utf-8")
        commit(changed, "2024-08-09")
        with kept_pieces(changed) as cache:
            after = history(load_handbook(changed, cache=cache)).figures

        assert date(2024, 2, 6) == before[GIVEN]
        assert {**before, GIVEN: date(2024, 8, 9)} == after

    def test_what_is_not_committed(self, changed):
        """A change nobody has committed has no day yet."""
        values = (changed / VALUES).read_text("utf-8")
        (changed / VALUES).write_text(values.replace("31", "32"), encoding="utf-8")

        assert date(2024, 1, 5) == history(load_handbook(changed)).figures[GIVEN]

    def test_without_git(self, project):
        """Without git nothing is told, and nothing is invented."""
        known = history(load_handbook(project()))

        assert ({}, {}) == (known.files, known.figures)

    def test_shallow_clone(self, changed, tmp_path_factory):
        """The commit a clone is cut off at seems to have changed everything: it tells nothing."""
        clone = tmp_path_factory.mktemp("clone") / "c"
        git(changed, "clone", "--depth", "1", changed.as_uri(), str(clone))

        assert {} == history(load_handbook(clone)).files
        shutil.rmtree(clone)

    def test_project_within_a_repository(self, changed):
        """Paths are those of the project, wherever it lies in its repository."""
        inner = changed / "inner"
        inner.mkdir()
        for name in ("mkdocs.yml", "data", "docs"):
            shutil.move(changed / name, inner / name)
        commit(changed, "2024-06-01")

        assert date(2024, 6, 1) == history(load_handbook(inner)).files["docs/b.md"]


class TestFoot:
    def test_page_with_figures(self, changed):
        """The page itself, and what changed last of the data it shows."""
        loaded = load_handbook(changed)

        assert [("本页更新", "2024年1月5日"), ("所用数据更新", "2024年2月6日")] == list(
            page_facts(loaded, loaded.pages["index.md"])
        )

    def test_regulation(self, changed):
        """Who keeps it, and when it is due to be looked at."""
        loaded = load_handbook(changed)
        facts = list(page_facts(loaded, loaded.pages["regulations/talks/2020-01-01.md"]))

        assert [("归口科室", "办公室"), ("本页更新", "2024年1月5日"),
                ("下次清理", "2025年1月1日")] == facts  # fmt: skip

    def test_made_page(self, changed):
        """A page nobody wrote is as old as its data."""
        loaded = load_handbook(changed)
        page = loaded.pages[loaded.figure_paths["局党组会"]]

        assert {"所用数据更新": "2024年2月6日"} == dict(page_facts(loaded, page))

    def test_without_git(self, handbook):
        """Nothing to say is nothing said."""
        loaded = handbook()

        assert [] == list(page_facts(loaded, loaded.pages["index.md"]))

    def test_printed_books(self, handbook):
        """A page in a printed book leads to it."""
        book = "- 代号: all\n  标题: 全书\n  版式: 书\n  页面: [a/b.md]\n"
        loaded = handbook({"data/books.yml": book, "docs/a/b.md": "# 乙\n"})

        assert [("全书", "../books/all.pdf")] == list(printed_in(loaded, loaded.pages["a/b.md"]))
        assert [] == list(printed_in(loaded, loaded.pages["index.md"]))


class TestRecentChanges:
    def test_newest_first(self, changed):
        """Pages, figures and regulations, each with its day; the home page is no news."""
        assert [
            (date(2024, 3, 7), "页面", "乙", "b.md"),
            (date(2024, 2, 6), "数", "局党组会（2023年）", "data/figures/ju-dang-zu-hui.md"),
            (date(2024, 1, 5), "制度", "约谈办法", "regulations/talks/2020-01-01.md"),
            (date(2024, 1, 5), "数", "集体约谈（2023年）", "data/figures/ji-ti-yue-tan.md"),
        ] == recent_changes(load_handbook(changed))

    def test_one_line_for_all_versions(self, changed):
        """A regulation with several versions is one thing that changed."""
        text = (changed / REGULATION).read_text("utf-8")
        (changed / REGULATION).with_name("2024-01-01.md").write_text(text, encoding="utf-8")
        commit(changed, "2024-05-01")

        assert [date(2024, 5, 1)] == [
            one.day for one in recent_changes(load_handbook(changed)) if one.kind == "制度"
        ]

    def test_without_git(self, handbook):
        """Where git knows nothing, nothing is told."""
        assert [] == recent_changes(handbook())
