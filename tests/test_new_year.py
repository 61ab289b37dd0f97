"""`handbook new-year`."""

from macros.figures import State, figures_of_year
from macros.handbook import load_handbook


class TestNewYear:
    def test_every_value_is_emptied(self, project, run):
        """
        The new year has every figure of the definitions, none with a value.
        """
        root = project()

        code, _ = run(root, "new-year", 2024)

        handbook = load_handbook(root)
        assert 0 == code
        assert () == handbook.problems
        assert {State.MISSING} == {one.state for one in figures_of_year(handbook, 2024)}

    def test_titles_carry_the_new_year(self, project, run):
        """
        A title that names last year names the new one; nothing else of it survives.
        """
        points = (
            "# 2023 年工作要点\n名称: 2023年党建工作要点\n"
            "方面:\n  - 序号: 1\n    标题: 甲\n要点: []\n"
        )
        root = project({"data/2023/work-points.yml": points})

        run(root, "new-year", 2024)

        text = (root / "data/2024/work-points.yml").read_text("utf-8")
        assert "2023" not in text
        assert "甲" not in text
        assert "2024年党建工作要点" in text

    def test_pages_keep_no_sentence(self, project, run):
        """
        Evidence and work points get pages with headings and tables for the new year, linked from
        their index; sentences, reports and other pages of last year stay behind.
        """
        talks = (
            "---\ntitle: '2023年约谈：一'\n年份: 2023\n类型: 台账\n---\n\n"
            "# 2023年约谈\n\n全年约谈三次。\n\n## 指标\n\n{{ 指标表(2023) }}\n\n"
            "### 说明\n\n按季度召开。\n\n## 记录方法\n\n照填，见{{ 截至(2023) }}。\n"
        )
        head = "---\n年份: 2023\n类型: {}\n---\n\n# 2023年{}\n\n内容。\n"
        root = project({
            "docs/evidence/2023/talks.md": talks,
            "docs/evidence/2023/index.md": head.format("台账", "台账"),
            "docs/work-points/2023.md": head.format("要点", "要点"),
            "docs/reports/2023.md": head.format("报告", "报告"),
        })  # fmt: skip

        code, output = run(root, "new-year", 2024)

        assert 0 == code, output
        docs = root / "docs"
        made = {
            path.relative_to(docs).as_posix(): path.read_text("utf-8")
            for path in docs.rglob("*.md")
            if "2024" in str(path.relative_to(docs))
        }
        names = ["evidence/2024/index.md", "evidence/2024/talks.md", "work-points/2024.md"]
        assert names == sorted(made)
        assert "[2024年约谈：一](talks.md)" in made["evidence/2024/index.md"]
        body = "# 2024年约谈\n\n## 指标\n\n{{ 指标表(2024) }}\n"
        assert made["evidence/2024/talks.md"].endswith(f"---\n\n{body}")
        assert not [text for text in made.values() if "2023" in text]
        assert () == load_handbook(root).problems
        assert "请看 docs/index.md：还写着 2023 年" in output

    def test_years_left_over_are_found(self, project, run):
        """
        A sentence carried over by hand still names the old year, and is found.
        """
        sentence = "2023年按季度召开约谈会议。\n"
        page = f"---\n年份: 2023\n类型: 台账\n---\n\n# 约谈\n\n{sentence}"
        root = project({"docs/evidence/2023/talks.md": page})
        run(root, "new-year", 2024)
        path = root / "docs/evidence/2024/talks.md"
        path.write_text(f"{path.read_text('utf-8')}\n{sentence}", "utf-8")

        code, output = run(root, "check")

        assert 1 == code
        assert "这是2024年的页面" in output

    def test_ledgers_are_not_made(self, project, run):
        """
        Without a ledger a figure is 待填; an empty one would state that nothing took place.
        """
        root = project({"data/2023/ledgers/talks.csv": "编号,日期,类别,人数\r\n"})

        run(root, "new-year", 2024)

        assert not (root / "data/2024/ledgers").exists()

    def test_existing_year_is_left_alone(self, project, run):
        """
        A year that exists is refused, not overwritten.
        """
        root = project()
        before = (root / "data/2023/figures.yml").read_bytes()

        code, output = run(root, "new-year", 2023)

        assert 1 == code
        assert "已经有了" in output
        assert before == (root / "data/2023/figures.yml").read_bytes()
