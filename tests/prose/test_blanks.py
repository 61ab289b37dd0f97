"""Blanks where a number is missing, told from ordinary words."""

from pathlib import Path

import pytest

from macros.prose.places import LineReader
from macros.prose.vocabulary import Vocabulary
from macros.prose.words import UNITS
from tests.conftest import REPOSITORY
from tests.importing.marked import NAMES, read_marked

VOCABULARY = Vocabulary(UNITS)
LAWS = REPOSITORY.parent / "shared" / "corpus" / "laws"
NOTICED = 0.9
"""At least this part of numbers deleted from reports must leave a blank that is seen."""


def blanks(line: str) -> list[str]:
    """Return the sure blanks of a line with the character before each."""
    places, _ = LineReader(VOCABULARY, 2023, 0, line).read()
    return [line[place.start - 1 : place.end] for place in places if place.numeral is None]


def unsure(line: str) -> list[str]:
    """Return what may be a blank."""
    _, doubts = LineReader(VOCABULARY, 2023, 0, line).read()
    return [line[doubt.start : doubt.end] for doubt in doubts if "缺数" in doubt.reason]


class TestBlanks:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("开展党纪党规专题培训场次，", ["训场次"]),
            ("受教育党员干部人次，", ["部人次"]),
            ("召开党风廉政建设集体约谈次，", ["谈次"]),
            ("签订《承诺书》余份，", ["》余份"]),
            ("举办“道德讲堂”活动次。", ["动次"]),
            ("受益群众余户余人。", ["众余户", "户余人"]),
            ("查处案件件，处分党员名，涉案金额万元。", ["件件", "员名", "额万元"]),
            ("化解矛盾纠纷起，整改问题个，撰写信息篇。", ["纷起", "题个", "息篇"]),
            ("流转土地亩，硬化道路公里，绿化平方米。", ["地亩", "路公里", "化平方米"]),
            ("审结案件件人。", ["件件", "件人"]),
            ("审结案件4件人。", ["件人"]),
            ("培训12期、人次。", ["、人次"]),
            ("研究确定个方面重点课题。", ["定个方面"]),
            ("对家企业开展检查。", ["对家"]),
            ("开展次专项检查。", ["展次"]),
            ("参训人数人次，共计场。", ["数人次", "计场"]),
            ("受教育党员干部达人次。", ["达人次"]),
            ("开展培训  场次，", [" 场次"]),
            ("培训干部余人次（其中科级人）。", ["部余人次"]),
        ],
    )
    def test_missing_number(self, line, expected):
        """A measure word that closes a clause, or 余, without a number."""
        assert expected == blanks(line)

    @pytest.mark.parametrize(
        "line",
        [
            "按人次计算，分层次、分批次推进，提升档次。",
            "频次不够，层次不深，次数偏少，名次靠后。",
            "每次会议、本次检查、首次开展、多次强调、其次、依次、再次。",
            "市场次序，场次安排合理，比赛场次表。",
            "开展项目建设，落实事项，设立专项，列入选项。",
            "份额提高，每月一份，逐月份、分年份、按身份。",
            "个别同志，个人事项，各个单位，整个过程。",
            "篇幅不长，开篇布局，长篇大论。",
            "期间、时期、定期、按期、前期、近期、汛期。",
            "文件、案件、条件、事件、附件、信件、软件。",
            "其余人员，剩余份额，业余时间，结余资金，多余物品。",
            "负责人，工作人员，法人，当事人，带头人，主持人。",
            "著名，报名，姓名，排名，签名，点名。",
            "国家，大家，专家，企业家；农户，用户，账户。",
            "到处，查处，好处，办事处；发起，引起，一起。",
            "大力推进，核对，针对，面对；环节，细节，季节。",
            "美元，多元，单元；市场，现场，立场，广场。",
            "教训深刻，手册，注册；车辆，板块，紧张。",
        ],
    )
    def test_ordinary_words(self, line):
        """Words that end like measure words are no blanks, and nothing to decide either."""
        assert ([], []) == (blanks(line), unsure(line))

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("悬挂横幅___条。", "___条"),
            ("张贴标语××张。", "××张"),
            ("培训（  ）人次。", "（  ）人次"),
            ("水费减免户。", "户"),
            ("汛期值班次。", "班次"),
            ("完成率%。", "%"),
        ],
    )
    def test_unsure(self, line, expected):
        """Placeholders and what could be a noun are listed."""
        assert [expected] == unsure(line)

    def test_lost_numbers_are_noticed(self):
        """Whichever number a clerk forgets to fill in, the blank it leaves is seen."""
        lost = [item for name in NAMES for item in _with_a_number_deleted(read_marked(name).text)]
        noticed = [item for item in lost if _is_seen(*item)]

        assert len(lost) > 200
        assert len(noticed) / len(lost) > NOTICED

    @pytest.mark.skipif(not LAWS.exists(), reason="the laws lie in ../shared, which is not here")
    @pytest.mark.parametrize("path", sorted(LAWS.glob("*.md")), ids=lambda path: path.stem)
    def test_no_false_alarm_in_laws(self, path: Path):
        """Laws have no blanks: not one in 38 of them."""
        lines = path.read_text("utf-8").split("\n")

        assert [] == [found for line in lines for found in [*blanks(line), *unsure(line)]]


def _with_a_number_deleted(text: str) -> list[tuple[str, int]]:
    """Return each line of figures with one number deleted, and where it was."""
    found = []
    for line in text.split("\n"):
        places, _ = LineReader(VOCABULARY, 2023, 0, line).read()
        for place in places:
            if place.numeral and not place.doubt:
                end = place.start + len(place.numeral.text)
                found.append((line[: place.start] + line[end:], place.start))
    return found


def _is_seen(line: str, position: int) -> bool:
    places, doubts = LineReader(VOCABULARY, 2023, 0, line).read()
    return any(one.start <= position < one.end for one in [*places, *doubts])
