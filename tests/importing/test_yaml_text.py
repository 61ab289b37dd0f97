"""Data files changed as text: what is there survives."""

import pytest

from macros.importing.yaml_text import clean, key, open_yaml, scalar
from macros.problems import ProblemsFound
from macros.sources.yaml_file import parse_yaml

TEXTS = [
    "局党组会",
    "签订《承诺书》（份）",
    "导入自《报告》，原文：召开30次；口径须由本单位确认。",
    "“以案促改”",
    "12345热线",
    "2023",
    "no",
    "null",
    "价格: 12",
    "说明 # 不是注释",
    "- 甲",
    "'甲'",
    '"甲',
    "100%",
    "甲\\乙",
]


@pytest.mark.parametrize("text", TEXTS)
def test_scalar(text):
    """The strict reader takes it for just this text, as value, list item and key."""
    assert {"键": text} == parse_yaml(f"键: {scalar(text)}\n", "x").value
    assert [text] == parse_yaml(f"- {scalar(text)}\n", "x").value


@pytest.mark.parametrize("name", ["局党组会", "签订《承诺书》（份）", "12345热线", "2023", "no"])
def test_key(name):
    assert {name: 1} == parse_yaml(f"{key(name)}: 1\n", "x").value


def test_plain_where_possible():
    """Quotes only where they are needed."""
    assert "签订《承诺书》（份）" == scalar("签订《承诺书》（份）")
    assert '"2023"' == scalar("2023")


def test_clean():
    """Template marks and invisible blanks cannot be in data."""
    assert "甲（（乙）） 丙" == clean("\u3000甲{{乙}}\u00a0丙")


class TestEdits:
    def opened(self, tmp_path, text):
        (tmp_path / "f.yml").write_bytes(text.encode())
        return open_yaml(tmp_path, "f.yml", "# 新\n")

    def test_new_file(self, tmp_path):
        """A new file opens with its header."""
        file = open_yaml(tmp_path, "f.yml", "# 新\n")
        file.append(["甲: 1"])

        assert b"# \xe6\x96\xb0\n\n\xe7\x94\xb2: 1\n" == file.encoded()

    def test_insert_below(self, tmp_path):
        """Lines go behind the entry, before blank lines and comments that follow."""
        file = self.opened(tmp_path, "甲:\n    数: 1  # 一\n\n# 二\n乙:\n    数: 2\n")
        file.insert_below(("甲",), ["新: 3"])
        file.insert_below(("乙",), ["新: 4"])

        expected = "甲:\n    数: 1  # 一\n    新: 3\n\n# 二\n乙:\n    数: 2\n    新: 4\n"
        assert expected == file.text()

    def test_set_key(self, tmp_path):
        """A key keeps its place and its comment; a missing one is added."""
        file = self.opened(tmp_path, "甲:\n  数: null  # 缺\n  注: 一\n")
        file.set_key(("甲", "数"), "数: 3")
        file.set_key(("甲", "源"), "源: 报告")

        assert "甲:\n  数: 3  # 缺\n  注: 一\n  源: 报告\n" == file.text()

    def test_no_line_end_at_the_end(self, tmp_path):
        file = self.opened(tmp_path, "甲: 1")
        file.append(["乙: 2"])

        assert "甲: 1\n\n乙: 2\n" == file.text()

    def test_windows(self, tmp_path):
        """Line ends and byte order mark stay."""
        file = self.opened(tmp_path, "\ufeff甲: 1\r\n")
        file.append(["乙: 2"])

        assert "\ufeff甲: 1\r\n\r\n乙: 2\r\n".encode() == file.encoded()

    def test_one_line_entry(self, tmp_path):
        """What cannot be extended line by line is named."""
        file = self.opened(tmp_path, "甲: {数: 1}\n")

        with pytest.raises(ProblemsFound, match="“甲”的内容写在同一行"):
            file.insert_below(("甲",), ["新: 3"])
