"""频次表 and 履行情况: what a rule asks, whether that was verified, what the ledger shows."""

import pytest

from macros.page_macros import MacroRefused

RULES = (
    "- {编号: C1, 事项: 党组会, 适用: 局党组, 依据: 条例, 条款: 第二条, 要求: 每季度1次,"
    " 周期: 季度, 强度: 一般, 已核验: true, 计算: {台账: 会议, 条件: {类别: 局党组会}}}\n"
    "- {编号: C2, 事项: 专题研究, 依据: 规定, 周期: 半年, 强度: 应当, 已核验: true,"
    " 计算: {台账: 会议, 条件: {类别: 专题部署}}}\n"
    "- {编号: C3, 事项: 例会, 依据: null, 周期: 周, 强度: 本单位, 已核验: false,"
    " 核验说明: 没有成文, 计算: {台账: 学习}}\n"
    "- {编号: C4, 事项: 换届, 依据: 条例, 周期: 不定期, 强度: 应当, 已核验: true}\n"
)
MEETINGS = "编号,日期,类别\r\n1,2023-02-05,局党组会\r\n2,2023-03-05,局党组会、专题部署\r\n"


@pytest.fixture
def files():
    """Return four rules, and two meetings in the first quarter."""
    return {"data/cadences.yml": RULES, "data/2023/ledgers/meetings.csv": MEETINGS}


class TestRules:
    def test_show_source_strength_and_verification(self, rows, files):
        """
        A verified rule says so; one that is not cannot be overlooked, and says what is missing.
        """
        shown = rows(files, "频次表")

        assert ["每季度1次", "一般", "已核验", "条例 第二条", "局党组"] == shown[0][2:]
        assert ["C3", "例会", "【待填】"] == shown[2][:3]
        assert "待核验 没有成文" == shown[2][4]

    def test_of_one_matter(self, rows, files):
        """
        A page about one institution shows its rule alone.
        """
        assert ["C4"] == [row[0] for row in rows(files, "频次表", "换届")]

    def test_of_an_unknown_matter_are_refused(self, show, files):
        """
        A renamed matter must not leave an empty table behind.
        """
        with pytest.raises(MacroRefused, match="没有叫“党组大会”的频次事项"):
            show(files, "频次表", "党组大会")


class TestFulfilment:
    def test_of_one_matter_goes_window_by_window(self, rows, files):
        """
        Done windows tell how often and in which rows; 一般 is only a reminder.
        """
        shown = rows(files, "履行情况", 2023, "党组会")

        where = "data/2023/ledgers/meetings.csv:2、3"
        assert ["C1", "全局", "第一季度", "已办（2次）", where] == shown[0]
        assert ["C1", "全局", "第二季度", "本期未见记录 提醒", "—"] == shown[1]

    def test_a_verified_must_is_lacking(self, rows, files):
        """
        Only 应当 that somebody verified is called 缺.
        """
        assert "本期未见记录 缺" == rows(files, "履行情况", 2023, "专题研究")[1][3]

    def test_of_all_matters_takes_one_row_each(self, rows, files):
        """
        Runs of periods are put together, so that twelve months take one phrase.
        """
        assert [
            ["C1", "已办1期（2次）；本期未见记录3期：第二季度至第四季度"],
            ["C2", "已办1期（1次）；缺，本期未见记录1期：下半年"],
            ["C3", "无台账：【待填】"],
        ] == [[row[0], row[-1]] for row in rows(files, "履行情况", 2023)]

    def test_without_as_of_says_so(self, show, rows, files):
        """
        Without the day up to which the ledger is complete nothing is said to be missing.
        """
        files["data/2023/year.yml"] = "年份: 2023\n状态: 编制中\n截至: null\n"
        text = show(files, "履行情况", 2023)

        assert "截至日期待填3期：第二季度至第四季度" in text
        assert "未见记录" not in text
        assert "缺" not in text

    def test_weeks_tell_their_days(self, rows, files):
        """
        Nobody knows the number of a week by heart.
        """
        files["data/2023/ledgers/studies.csv"] = "编号,日期,类别\r\n1,2023-01-04,周学习例会\r\n"
        first = rows(files, "履行情况", 2023, "例会")[0]

        assert ["第1周（1月2日至1月8日）", "已办（1次）"] == first[2:4]

    def test_what_no_ledger_proves_is_left_to_people(self, show, files):
        """
        A rule without 计算 is not reported as missed.
        """
        assert "须由人核对" in show(files, "履行情况", 2023, "换届")
