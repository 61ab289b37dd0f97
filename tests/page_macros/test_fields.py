"""字段表: generated from the models, so that it cannot go stale."""

import pytest

from macros.models.ledger_kinds import LEDGER_KINDS
from macros.page_macros import MacroRefused
from macros.page_macros.fields import MODELS


class TestModels:
    @pytest.mark.parametrize("name", MODELS)
    def test_explain_every_key(self, rows, name):
        """
        No key is without a sentence, and no cell tells a type of Python.
        """
        shown = rows(None, "字段表", name)

        assert [] == [row[0] for row in shown if not row[1]]
        assert not any(word in cell for row in shown for cell in row for word in ("int", "None"))

    def test_tell_how_a_value_is_written(self, rows):
        """
        Choices, dates and optional values are told apart.
        """
        shown = {row[0]: row[2:] for row in rows(None, "字段表", "year")}

        assert ["编制中、已定稿", "必填", "—"] == shown["状态"]
        assert ["日期，如 2023-03-05；没有写 null", "必填", "2023-12-31"] == shown["截至"]

    def test_reach_into_inner_records(self, rows):
        """
        Keys below a key are shown with their path.
        """
        keys = [row[0] for row in rows(None, "字段表", "work-points")]

        assert "要点 › 牵头科室" in keys


class TestLedgers:
    @pytest.mark.parametrize("kind", LEDGER_KINDS, ids=lambda kind: kind.name)
    def test_mark_what_stays_inside(self, rows, kind):
        """
        Exactly the restricted columns are marked 内部.
        """
        shown = {row[0]: row[-1] for row in rows(None, "字段表", kind.name)}

        assert {column.name: "内部" if column.is_restricted else "可公开"
                for column in kind.columns} == shown  # fmt: skip

    def test_unknown_names_are_refused(self, show):
        """
        A misspelt file gets the names that exist.
        """
        with pytest.raises(MacroRefused, match="没有叫“figure”的数据文件或台账") as refused:
            show(None, "字段表", "figure")

        assert "是不是想写“figures”？" in refused.value.hint
