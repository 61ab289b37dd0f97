"""The files of the index."""

import json
import re

from macros.handbook import load_handbook
from macros.rendering.site import render_site
from macros.search.text import shard_of
from macros.search.writing import write_index

CALL = re.compile(r'handbookSearch\.receive\("([\w-]+)",(.*)\)\n', re.DOTALL)


def written(root, folder):
    """Write the index of a project and return the value of each of its files."""
    write_index(render_site(load_handbook(root)), folder)
    values = {}
    for path in (folder / "search").iterdir():
        name, value = CALL.fullmatch(path.read_text("utf-8")).groups()
        assert path.name == f"{name}.js"
        values[name] = json.loads(value)
    return values


def test_a_token_leads_to_its_section(project, tmp_path):
    """The file that a token hashes to holds the page and the section it stands in."""
    root = project({"docs/a.md": "# 约谈\n\n## 程序\n\n当面反馈。\n"})
    values = written(root, tmp_path / "out")
    pages = values["pages"]
    shard = values[f"s{shard_of('反馈', pages['shards'])}"]
    line = next(line for line in shard.split("\n") if line.startswith("反馈\t"))

    assert "反馈\t1\t\t1A" == line
    assert ["约谈", "a.html", [], [["", "约谈", "", ""], ["程序", "程序", "", "当面反馈。"]]] == (
        values["p0-0"]
    )
    assert 3 + 9 == pages["sections"]  # nine on the pages of the three figures


def test_long_pages_are_cut(project, tmp_path):
    """No file holds more than so many sections, and none is lost."""
    text = "# 长\n" + "".join(f"\n## 标题{number}号\n\n正文。\n" for number in range(60))
    values = written(project({"docs/a.md": text}), tmp_path / "out")
    parts = [values[name][3] for name in ("p0-0", "p0-1", "p0-2")]

    assert [24, 24, 13] == [len(part) for part in parts]


def test_same_bytes_twice(project, tmp_path):
    """The same pages give the same index."""
    root = project({"docs/a.md": "# 约谈办法\n\n## 第一章 总则\n\n约谈。\n"})
    written(root, tmp_path / "one")
    written(root, tmp_path / "two")
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "search").iterdir()}
        for name in ("one", "two")
    )

    assert one == two


def test_text_cannot_leave_its_file(project, tmp_path):
    """Quotes, tags and backslashes of pages stay text."""
    root = project({"docs/a.md": "# 引号“”\n\n一 `</script>` \\\\ \"二\"\n"})
    values = written(root, tmp_path / "out")
    file = (tmp_path / "out/search/p0-0.js").read_text("utf-8")

    assert 1 == file.count("\n")
    assert '一 </script> \\ "二"' == values["p0-0"][3][0][3]
