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
