"""`handbook check`."""

import json


class TestCheck:
    def test_draft_with_gaps_passes(self, project, run):
        """
        A gap is a reminder in a draft.
        """
        code, output = run(project(), "check")

        assert 0 == code
        assert "data/2023/figures.yml:4: 提醒" in output

    def test_release_names_every_gap(self, project, run):
        """
        A release refuses and names each gap with file, line and remedy.
        """
        code, output = run(project(), "check", "--release")

        assert 1 == code
        assert "data/2023/figures.yml:4: 错误" in output
        assert "怎么改：" in output

    def test_json(self, project, run):
        """
        JSON carries the same findings for tools.
        """
        root = project({"data/2023/figures.yml": "局党组会:\n  数值: 三十\n"})

        code, output = run(root, "check", "--format", "json")

        found = [one for one in json.loads(output) if one["code"] == "figure-value"]
        assert 1 == code
        assert [("data/2023/figures.yml", 2)] == [(one["file"], one["line"]) for one in found]

    def test_github(self, project, run):
        """
        Annotations name file and line in the form of a workflow command.
        """
        root = project({"data/2023/figures.yml": "局党组会:\n  数值: 三十\n"})

        code, output = run(root, "check", "--format", "github")

        assert 1 == code
        assert "::error file=data/2023/figures.yml,line=2,title=figure-value::" in output

    def test_no_project(self, tmp_path, run):
        """
        Outside a project the command says so and exits 2.
        """
        code, output = run(tmp_path, "check")

        assert 2 == code
        assert "这里不是手册项目" in output

    def test_unknown_command(self, project, run):
        """
        A misspelt command is wrong usage, told in Chinese.
        """
        code, output = run(project(), "chek")

        assert 2 == code
        assert "命令写法不对" in output
