"""The message gallery: one mistake an editor makes, the exact two lines an editor reads."""

import pytest

from macros.models.cadence import Cadence
from macros.models.figure import FigureDefinition, FigureValue
from macros.models.front_matter import FrontMatter
from macros.models.record import build, build_list, build_mapping
from macros.models.work_points import WorkPoints
from macros.models.year import YearState
from macros.problems import Problem, as_text
from macros.sources.yaml_file import parse_yaml

VALUES = "data/2023/figures.yml"
DEFINITIONS = "data/figures.yml"
KEYS = (
    "这里能写的键：数值、约数、来源、核实人、核实日期、原因、责任科室、补报期限、不适用、"
    "另报、备注。"
)


def messages(problems: list[Problem]) -> list[str]:
    """Return what an editor reads."""
    return as_text(problems)


def value(lines: str) -> list[str]:
    """Return the messages for one typed figure."""
    text = "局党组会:\n" + "".join(f"  {line}\n" for line in lines.split("\n"))
    return messages(build_mapping(FigureValue, parse_yaml(text, VALUES))[1])


def definition(lines: str) -> list[str]:
    """Return the messages for one definition of a figure."""
    text = "局党组会:\n" + "".join(f"  {line}\n" for line in lines.split("\n"))
    return messages(build_mapping(FigureDefinition, parse_yaml(text, DEFINITIONS))[1])


class TestFigureValue:
    @pytest.mark.parametrize(
        ("lines", "message"),
        [
            pytest.param(
                "数值: 三十",
                [f"{VALUES}:2: 错误 数值写的是“三十” [figure-value]",
                 "    怎么改：写成阿拉伯数字，如 30。"],
                id="words",
            ),
            pytest.param(
                "数值: 待定",
                [f"{VALUES}:2: 错误 数值写的是“待定” [figure-value]",
                 "    怎么改：写成阿拉伯数字，如 30。"],
                id="placeholder",
            ),
            pytest.param(
                '数值: "30"',
                [f"{VALUES}:2: 错误 数值写的是“30” [figure-value]",
                 "    怎么改：写成阿拉伯数字，如 30。"],
                id="quoted",
            ),
            pytest.param(
                "数值: -3",
                [f"{VALUES}:2: 错误 数值写的是“-3” [figure-value]",
                 "    怎么改：写不小于 0 的数。"],
                id="negative",
            ),
            pytest.param(
                "数值: 2023-03-05",
                [f"{VALUES}:2: 错误 数值写的是“2023-03-05” [figure-value]",
                 "    怎么改：写成阿拉伯数字，如 30。"],
                id="date",
            ),
            pytest.param(
                "数值: 30\n核实日期: 45000",
                [f"{VALUES}:3: 错误 核实日期写的是“45000” [figure-verified-on]",
                 "    怎么改：写成“年-月-日”，如 2023-03-05。"],
                id="serial date",
            ),
            pytest.param(
                "来源: 报告",
                [f"{VALUES}:1: 错误 缺少“数值” [missing-key]",
                 "    怎么改：补上一行 数值: …；如 30。"],
                id="missing key",
            ),
            pytest.param(
                "数值: 30\n核实日: 2023-03-05",
                [f"{VALUES}:3: 错误 不认识的键“核实日” [unknown-key]",
                 f"    怎么改：是不是想写“核实日期”？{KEYS}"],
                id="misspelt key",
            ),
            pytest.param(
                "数值: 30\nvalue: 31",
                [f"{VALUES}:3: 错误 不认识的键“value” [unknown-key]",
                 f"    怎么改：{KEYS}"],
                id="English key",
            ),
            pytest.param(
                "数值: 30\n约数: 是",
                [f"{VALUES}:3: 错误 约数写的是“是” [figure-approximation]",
                 "    怎么改：只能写 true 或 false。"],
                id="approximation",
            ),
            pytest.param(
                "数值: 30\n另报: [31]",
                [f"{VALUES}:3: 错误 这里应当是一组键值，写的是“31” [not-a-mapping]",
                 "    怎么改：冒号后换行，下面各行缩进两个空格，照文件开头的样例。"],
                id="other report",
            ),
            pytest.param(
                "数值: 30\n不适用: 没有开展",
                [f"{VALUES}:1: 错误 写了“不适用”，又写了数值 [figure]",
                 "    怎么改：有数就删去“不适用”；确实不适用就把数值写成 null。"],
                id="not applicable",
            ),
            pytest.param(
                "数值: 30\n核实人: 甲",
                [f"{VALUES}:1: 错误 “核实人”和“核实日期”只写了一项 [figure]",
                 "    怎么改：两项一起写，如 核实人: 甲、核实日期: 2024-01-08；"
                 "没有核实就都写 null。"],
                id="verified without a day",
            ),
            pytest.param(
                "数值: null\n核实人: 甲\n核实日期: 2024-01-08",
                [f"{VALUES}:1: 错误 没有数值，却写了核实人 [figure]",
                 "    怎么改：先填数值，再写核实人；没有数就把核实人和核实日期写成 null。"],
                id="verified without a number",
            ),
        ],
    )  # fmt: skip
    def test_message(self, lines, message):
        """What is wrong, quoting it, and how to put it right."""
        assert message == value(lines)

    def test_several_mistakes(self):
        """One run names all of them."""
        found = value("数值: 三十\n核实日期: 昨天\n备注: 3")

        assert [f"{VALUES}:{line}" for line in (2, 3, 4)] == [
            line.split(": 错误")[0] for line in found[::2]
        ]

    def test_good_records_stay_beside_bad_ones(self):
        """A mistake in one figure takes no other with it."""
        document = parse_yaml("甲:\n  数值: 1\n乙:\n  数值: 二\n", VALUES)

        records, problems = build_mapping(FigureValue, document)

        assert (["甲"], 1) == (list(records), len(problems))

    def test_places(self):
        """A record knows its own line and that of each key."""
        document = parse_yaml("甲:\n  来源: 报告\n  数值: 1\n", VALUES)
        record = build_mapping(FigureValue, document)[0]["甲"]

        assert (f"{VALUES}:1", f"{VALUES}:3", f"{VALUES}:1") == (
            str(record.where), str(record.place("数值")), str(record.place("备注"))
        )  # fmt: skip


class TestFigureDefinition:
    @pytest.mark.parametrize(
        ("lines", "message"),
        [
            pytest.param(
                "口径: 计次。",
                [f"{DEFINITIONS}:1: 错误 缺少“单位” [missing-key]",
                 "    怎么改：补上一行 单位: …；如 次。"],
                id="no unit",
            ),
            pytest.param(
                "单位: 次\n口径: 计次。\n样式: 中文",
                [f"{DEFINITIONS}:4: 错误 样式写的是“中文” [figure-style]",
                 "    怎么改：只能填：阿拉伯、汉字、千分位。"],
                id="style",
            ),
            pytest.param(
                "单位: 次\n口径: 计次。\n又名: 党组会",
                [f"{DEFINITIONS}:4: 错误 又名写的是“党组会” [figure-aliases]",
                 "    怎么改：写成一列，每项一行，以“- ”开头。"],
                id="list as text",
            ),
            pytest.param(
                "单位: 次\n口径: 计次。\n计算:\n  台账: 会议\n  方法: 计次",
                [f"{DEFINITIONS}:6: 错误 不认识的键“方法” [unknown-key]",
                 "    怎么改：是不是想写“方式”？这里能写的键：台账、方式、列、条件。"],
                id="key of an inner record",
            ),
            pytest.param(
                "单位: 次\n口径: 计次。\n计算:\n  台账: 会议\n  方式: 合计",
                [f"{DEFINITIONS}:4: 错误 方式是“合计”，没有写“列” [counting]",
                 "    怎么改：“合计”“去重”要写“列”，如 列: 实到；“计次”不写“列”。"],
                id="column missing",
            ),
        ],
    )  # fmt: skip
    def test_message(self, lines, message):
        """Inner records point at their own lines."""
        assert message == definition(lines)


class TestOtherRecords:
    def test_front_matter_with_english_key(self):
        """English keys point at their line like Chinese ones."""
        document = parse_yaml("title: 学习\nrender_macros: false\n", "docs/x.md", first_line=2)
        _, problems = build(FrontMatter, document)

        assert "docs/x.md:3: 错误 不认识的键“render_macros” [unknown-key]" == messages(problems)[0]

    def test_front_matter_that_is_a_list(self):
        """Front matter is a set of keys."""
        _, problems = build(FrontMatter, parse_yaml("- 甲\n", "docs/x.md", first_line=2))

        assert "docs/x.md:2: 错误 这里应当是一组键值" in messages(problems)[0]

    def test_file_that_should_be_a_list(self):
        """A list of records says so."""
        _, problems = build_list(Cadence, parse_yaml("编号: C1\n", "data/cadences.yml"))

        assert ["data/cadences.yml:1: 错误 这个文件应当是一列记录 [not-a-list]",
                "    怎么改：每一条以“- ”开头，照文件开头的样例。",
                ] == messages(problems)  # fmt: skip

    def test_item_of_a_list(self):
        """The line is that of the item's key."""
        text = (
            "- 编号: C1\n  事项: 党课\n  依据: 条例\n  周期: 每月\n  强度: 一般\n"
            "  已核验: true\n"
        )
        _, problems = build_list(Cadence, parse_yaml(text, "data/cadences.yml"))

        assert ["data/cadences.yml:4: 错误 周期写的是“每月” [cadence-period]",
                "    怎么改：只能填：周、月、季度、半年、年、不定期、即时。",
                ] == messages(problems)  # fmt: skip

    def test_nested_list(self):
        """An item two levels down points at its own line."""
        text = (
            "名称: 要点\n方面: []\n要点:\n"
            "  - 序号: 1\n    任务: null\n  - 序号: 零\n    任务: null\n"
        )
        _, problems = build(WorkPoints, parse_yaml(text, "data/2023/work-points.yml"))

        assert "data/2023/work-points.yml:6: 错误 序号写的是“零”" in messages(problems)[0]

    def test_year_state(self):
        """A choice names its words."""
        _, problems = build(YearState, parse_yaml("年份: 2023\n状态: 草稿\n截至: null\n", "y.yml"))

        assert ["y.yml:2: 错误 状态写的是“草稿” [year-state]",
                "    怎么改：只能填：编制中、已定稿。"] == messages(problems)  # fmt: skip
