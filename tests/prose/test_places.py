"""Which numbers of a sentence are figures, which are doubtful, which stay without a word."""

import pytest

from macros.prose.places import LineReader
from macros.prose.vocabulary import Vocabulary
from macros.prose.words import UNITS

VOCABULARY = Vocabulary(UNITS)


def read(line: str, heading: str = "") -> tuple[list[str], list[str]]:
    """Return the figures and the doubts of a line, as typed."""
    places, doubts = LineReader(VOCABULARY, 2023, 0, line, heading).read()
    sure = [line[place.start : place.end] for place in places if not place.doubt]
    unsure = [line[one.start : one.end] for one in [*places, *doubts] if getattr(one, "doubt", "x")]
    return sure, unsure


class TestFigures:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("召开局党组会30次。", ["30次"]),
            ("受教育党员干部1,286人次，", ["1,286人次"]),
            ("投入资金285.50万元。", ["285.50万元"]),
            ("受益群众1.2万人次。", ["1.2万人次"]),
            ("受益群众1.2万余人次。", ["1.2万余人次"]),
            ("发放资料3000余份。", ["3000余份"]),
            ("发放资料3000多份。", ["3000多份"]),
            ("审结涉黑恶犯罪案件4件37人。", ["4件", "37人"]),
            ("研究确定10个方面重点课题，", ["10个方面"]),
            ("硬化道路12.8公里、流转土地4600亩。", ["12.8公里", "4600亩"]),
            ("共收到意见建议二十余条。", ["二十余条"]),
            ("开展监督检查十二次，", ["十二次"]),
            ("《要点》从四个方面14项内容为全年打下基础。", ["四个方面", "14项"]),
            ("去年召开12次，今年召开24次。", ["24次"]),
            ("争取项目资金1700万元，开展模拟法庭3场。", ["1700万元", "3场"]),
            ("收到信访件126件，结对困难户45户。", ["126件", "45户"]),
            ("2022年12月至2023年11月，共召开党委会24次。", ["24次"]),
        ],
    )
    def test_number_before_measure_word(self, line, expected):
        """Digits before a measure word, money, areas, 余 and 多, and counts in Chinese numerals."""
        assert expected == read(line)[0]

    @pytest.mark.parametrize(
        "line",
        [
            "2023年3月5日，县委召开会议。",
            "党的二十大精神和“三会一课”、“三重一大”事项。",
            "增强四个意识、做到两个维护。",
            "《关于办好10件民生实事的通知》已经印发。",
            "第12次会议，第三批主题教育，第1期。",
            "一是抓学习；二是抓落实。（一）加强领导。",
            "1.加强组织领导。2.强化责任。",
            "印发〔2023〕12号文件。",
            "落实24小时值班，3个工作日内办结，历时2个多月。",
            "拨打12345政务服务热线。",
            "推动“10分钟便民圈”建设。",
            "千家万户、一个中心、一次性告知、四面八方。",
            "个别干部、12个月、3年行动。",
        ],
    )
    def test_fixed_wordings_stay(self, line):
        """Dates, ordinals, titles, slogans, list marks, durations and idioms: nothing to decide."""
        assert ([], []) == read(line)


class TestDoubts:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("满意率98.5%。", "98.5%"),
            ("开展督查3-5次。", "3-5次"),
            ("推动3至5个项目落地。", "3至5个"),
            ("先后几次到场督办。", "几次"),
            ("惠及数千人次。", "数千人次"),
            ("每月召开1次会议。", "1次"),
            ("每名党员撰写心得2篇。", "2篇"),
            ("培训不少于500人次。", "500人次"),
            ("案件较上年增加21件。", "21件"),
            ("由12个增加到15个。", "12个"),
            ("2022年召开党委会20次。", "20次"),
            ("近三年来累计培训300人次。", "300人次"),
            ("2021—2023年共培训900人次。", "900人次"),
            ("力争新建水厂2座。", "2座"),
            ("下一步，新建水厂2座。", "2座"),
            ("问题涉及两个方面：", "两个方面"),
            ("慰问３０户。", "３０户"),
            ("发放补贴012万元。", "012万元"),
            ("获得全县前3名。", "3名"),
            ("建成水渠宽3米。", "3米"),
            ("培训 30 人次。", "30 人次"),
            ("铁锹200柄。", "200"),
            ("污水处理厂2期工程开工。", "2期"),
        ],
    )
    def test_listed_not_guessed(self, line, expected):
        """Rates, ranges, plans, comparisons, other years, norms: left for a person."""
        figures, doubts = read(line)

        assert [] == figures
        assert expected in doubts

    def test_section_on_plans(self):
        """Below a heading on next year's work a number is a plan, whatever the sentence says."""
        assert ([], ["12场次"]) == read("开展培训12场次。", heading="五、下一步工作打算")

    def test_plan_carried_out(self):
        """A plan that is spoken of is not yet a plan: these are results."""
        line = "按照年度工作计划，召开会议12次。"

        assert ["12次"] == read(line, heading="一、2023年工作安排落实情况")[0]

    def test_table(self):
        """Rows of a table are no prose."""
        assert ([], ["30次"]) == read("党组会\t30次\t")
