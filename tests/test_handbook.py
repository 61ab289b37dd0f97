"""The whole handbook: everything loaded once, each problem kept, nothing behind links."""

from dataclasses import FrozenInstanceError

import pytest

from macros.handbook import load_handbook
from macros.problems import as_text
from macros.sources.cache import Cache


def written(loaded):
    """Return the paths of the pages that somebody wrote, in order."""
    return [path for path, page in loaded.pages.items() if page.figure is None]


class TestLoading:
    def test_small_project(self, handbook):
        """Definitions, values and pages are there, without a problem."""
        loaded = handbook()

        assert () == loaded.problems
        assert ["局党组会", "集体约谈", "约谈人次"] == list(loaded.definitions)
        assert 30 == loaded.years[2023].values["局党组会"].value
        assert ["index.md"] == written(loaded)

    def test_immutable(self, handbook):
        """What was loaded cannot be changed."""
        with pytest.raises(FrozenInstanceError):
            handbook().definitions = {}

    def test_empty_project(self, tmp_path):
        """A folder with nothing in it loads as nothing."""
        loaded = load_handbook(tmp_path)

        assert ({}, {}, {}, ()) == (
            loaded.definitions, loaded.years, loaded.pages, loaded.problems
        )  # fmt: skip

    def test_problems_of_all_files_at_once(self, handbook):
        """One run names the mistakes of every file and loads what is good."""
        loaded = handbook(
            {
                "data/figures.yml": "局党组会:\n  单位: 次\n",
                "data/2023/figures.yml": "局党组会:\n  数值: 三十\n",
                "docs/x.md": "# 甲\n\n{% x %}\n",
                "docs/y.md": "---\n标题: 甲\n---\n# 甲\n",
            }
        )

        assert ["data/2023/figures.yml:2", "data/figures.yml:1", "docs/x.md:3", "docs/y.md:2"] == [
            line.split(": 错误")[0] for line in as_text(loaded.problems)[::2]
        ]
        assert ["index.md", "x.md"] == list(loaded.pages)


class TestYears:
    def test_missing_state(self, handbook):
        """A year without its state is named, with what to write."""
        loaded = handbook({"data/2024/figures.yml": "局党组会:\n  数值: 3\n"})

        assert ["data/2024/year.yml:1: 错误 没有这个文件 [missing-file]",
                "    怎么改：新建这个文件，写 年份: 2024、状态: 编制中、截至: null。",
                ] == as_text(loaded.problems)  # fmt: skip
        assert [2023] == list(loaded.years)

    def test_wrong_year(self, handbook):
        """A copied folder whose year was not changed is named."""
        loaded = handbook({"data/2024/year.yml": "年份: 2023\n状态: 编制中\n截至: null\n"})

        assert "年份写的是“2023”，文件夹是 2024" in as_text(loaded.problems)[0]

    def test_ledger_without_file_and_without_rows(self, handbook):
        """No file means nobody counted; a header alone means there was nothing to count."""
        loaded = handbook({"data/2023/ledgers/talks.csv": "编号,日期,类别,人数\r\n"})

        assert ["约谈"] == list(loaded.years[2023].ledgers)

    def test_unknown_files(self, handbook):
        """A misspelt file name would silently be left out."""
        names = ["data/figure.yml", "data/2023/ledgers/meeting.csv", "data/23/year.yml",
                 "data/2023/x/figures.yml"]  # fmt: skip
        loaded = handbook(dict.fromkeys(names, "甲: 1\n"))

        assert sorted(names) == [
            found.where.file for found in loaded.problems if found.code == "unknown-file"
        ]


class TestPages:
    def test_order_and_titles(self, handbook):
        """Pages come by path; the title is that of the front matter or the first heading."""
        loaded = handbook({"docs/a/b.md": "---\ntitle: 乙\n---\n# 甲\n", "docs/a.md": "# 丙\n"})

        assert [("a/b.md", "乙"), ("a.md", "丙"), ("index.md", "首页")] == [
            (path, loaded.pages[path].title) for path in written(loaded)
        ]

    def test_regulation(self, handbook):
        """A version of a regulation has the front matter of one."""
        text = "---\ntitle: 约谈办法\n施行日期: 2023-05-01\n---\n# 约谈办法\n"
        loaded = handbook({"docs/regulations/talks/2023-05-01.md": text, "docs/x.md": text})

        found = as_text(loaded.problems)[::2]
        assert ["docs/x.md:3: 错误 不认识的键“施行日期” [unknown-key]"] == found

    def test_reports(self, handbook):
        """A page is a report by its kind or its folder."""
        loaded = handbook({"docs/reports/2023.md": "# 甲\n",
                           "docs/a.md": "---\n类型: 报告\n---\n# 乙\n"})  # fmt: skip

        assert ["a.md", "reports/2023.md"] == sorted(
            path for path, page in loaded.pages.items() if page.is_report
        )

    def test_name_that_is_not_utf8(self, project):
        """A name in another encoding loads and prints."""
        root = project()
        (root / "docs" / b"\xd1\xa7\xcf.md".decode("utf-8", "surrogateescape")).write_text("# 甲\n")

        assert all(path.encode("utf-8") for path in load_handbook(root).pages)


class TestLoadedAgain:
    TEXTS = (
        "# 甲\n\n没有宏。\n",
        '# 甲\n\n{{ 表("会议", 2023, 按=["月份", true]) }}与{{ 数("甲", 2023) }}\n',
        "---\ntitle: 乙\n---\n\n# 乙\n\n`{{ x }}`\n",
        "# 甲\n\n{{ 数( }}\n",
        '# 甲\n\n{{ 数("\\ud83d", 2023) }}\n',
        "# 甲\n\n看不见\u200b的\n",
        "---\ntitel: 丙\n---\n\n# 丙\n",
    )

    @pytest.mark.parametrize("text", TEXTS)
    def test_the_same_page(self, project, text):
        """
        A text that was looked at before is the same page, or has the same problems.
        """
        cache, root = Cache(None), project({"docs/a.md": text})
        first, second = (load_handbook(root, cache=cache) for _ in range(2))

        assert as_text(first.problems) == as_text(second.problems)
        assert first.pages.get("a.md") == second.pages.get("a.md")

    def test_under_another_name(self, project):
        """
        Two files with one text tell each its own place.
        """
        text, cache = '# 甲\n\n{{ 数("甲", 2023) }}\n', Cache(None)
        load_handbook(project({"docs/a.md": text}), cache=cache)

        pages = load_handbook(project({"docs/b.md": text}), cache=cache).pages

        assert ["docs/b.md:3"] == [str(call.where) for call in pages["b.md"].calls]


class TestLinks:
    @pytest.mark.parametrize(
        ("link", "target"),
        [("data/cadences.yml", "/etc/passwd"), ("data/2023/ledgers/talks.csv", "/etc/passwd"),
         ("docs/x.md", "/etc/passwd"), ("data/2024", "2023"), ("docs/loop", "."),
         ("data/loop", ".."), ("data/2023/work-points.yml", "work-points.yml")],
    )  # fmt: skip
    def test_nothing_is_read_behind_links(self, project, link, target):
        """A link neither shows a file of the machine nor ends the run."""
        root = project({"data/2023/ledgers/meetings.csv": "编号,日期,类别\n"})
        (root / link).symlink_to(target)

        loaded = load_handbook(root)

        assert () == loaded.problems
        assert ([2023], ["会议"], ["index.md"]) == (
            list(loaded.years), list(loaded.years[2023].ledgers), written(loaded)
        )  # fmt: skip

    def test_folder_in_the_place_of_a_file(self, project):
        """A folder named like a file is reported, not fatal."""
        root = project()
        (root / "data/cadences.yml").mkdir()
        (root / "docs/x.md").mkdir()

        assert ["data/cadences.yml"] == [found.where.file for found in load_handbook(root).problems]
