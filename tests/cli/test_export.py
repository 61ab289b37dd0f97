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

    expected = ["regulations-talks-draft.docx", "regulations.json"]
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
