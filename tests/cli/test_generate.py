"""`handbook generate`."""

import json
from pathlib import Path

import pytest

from macros.cli.generate import generated_files

REPOSITORY = Path(__file__).parents[2]


class TestGenerate:
    @pytest.mark.parametrize("name", generated_files())
    def test_committed_files_are_current(self, name):
        """
        What is committed is what the code generates: run `handbook generate` after a change.
        """
        assert generated_files()[name] == (REPOSITORY / name).read_bytes()

    def test_schema_describes_chinese_keys(self):
        """
        Completion offers the Chinese keys with their Chinese descriptions.
        """
        schema = json.loads(generated_files()["data/schemas/values.json"])

        value = schema["$defs"]["FigureValue"]["properties"]["数值"]
        assert "【待填】" in value["description"]
        assert {"integer", "number", "null"} == {kind["type"] for kind in value["anyOf"]}

    def test_ledger_template_opens_in_excel(self):
        """
        A blank ledger has the byte order mark Excel needs, and its headers only.
        """
        template = generated_files()["data/templates/talks.csv"].decode("utf-8-sig")

        assert generated_files()["data/templates/talks.csv"].startswith(b"\xef\xbb\xbf")
        assert ["编号", "日期", "类别"] == template.strip().split(",")[:3]
