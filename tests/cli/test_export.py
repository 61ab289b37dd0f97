"""`handbook export`: all or nothing."""

import json
import re
import zipfile

RULE = "---\ntitle: 约谈办法\n---\n# 约谈办法\n\n第一条 制定本办法。\n"
FILES = {"docs/regulations/talks/draft.md": RULE}


def test_writes_the_compilation(project, run, tmp_path):
    """The folder is made if it is not there."""
    folder = tmp_path / "out" / "deep"
    status, output = run(project(FILES), "export", folder)

    assert 0 == status
    assert "regulations.json" in output
    assert "talks" == json.loads((folder / "regulations.json").read_bytes())["制度"][0]["代号"]


def test_replaces_what_was_there_and_leaves_nothing_else(project, run, tmp_path):
    """No temporary file stays behind."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "regulations.json").write_text("old")
    run(project(FILES), "export", folder)

    expected = ["handbook.json", "regulations-talks-draft.docx", "regulations.json", "tables",
                "手册数据.xlsx", "空白台账.xlsx"]  # fmt: skip
    assert expected == sorted(path.name for path in folder.iterdir())
    assert "old" != (folder / "regulations.json").read_text("utf-8")


def test_reports_as_word_files(project, run, tmp_path):
    """A report can be handed in as a Word file, its gaps visible."""
    report = '# 报告\n\n召开集体约谈{{ 数("集体约谈", 2023) }}。\n'
    run(project({"docs/reports/2023.md": report}), "export", tmp_path / "out")

    with zipfile.ZipFile(tmp_path / "out" / "reports-2023.docx") as file:
        text = re.sub("<[^>]+>", "", file.read("word/document.xml").decode())
    assert "召开集体约谈【待填】次。" in text


def test_of_a_project_that_cannot_be_read_writes_nothing(project, run, tmp_path):
    """Half a compilation would pass for a whole one."""
    folder = tmp_path / "out"
    broken = {"docs/regulations/talks/draft.md": RULE.replace("title", "标题")}
    status, output = run(project(broken), "export", folder)

    assert 1 == status
    assert "不认识的键" in output
    assert not folder.exists()


def test_into_a_file_is_a_usage_error(project, run, tmp_path):
    """A folder is asked for."""
    file = tmp_path / "file"
    file.write_text("")
    status, output = run(project(FILES), "export", file)

    assert 2 == status
    assert "文件夹" in output


def test_of_a_year_that_is_not_there(project, run, tmp_path):
    """The years there are are told; nothing is written."""
    status, output = run(project(FILES), "export", tmp_path / "out", "--year", 2031)

    assert 1 == status
    assert "现有的年份：2023" in output
    assert not (tmp_path / "out").exists()


def test_restricted_says_so(project, run, tmp_path):
    """The JSON tells whether names are in it."""
    talks = "编号,日期,类别,对象,人数\n2023-001,2023-03-05,集体约谈,甲某,8\n"
    root = project({**FILES, "data/2023/ledgers/talks.csv": talks})
    for option, expected in (((), False), (("--restricted",), True)):
        run(root, "export", tmp_path / "out", *option)
        text = (tmp_path / "out/handbook.json").read_text("utf-8")
        assert expected == json.loads(text)["内部"] == ("甲某" in text)
        assert "甲某" not in (tmp_path / "out/tables/talks.csv").read_text("utf-8")
