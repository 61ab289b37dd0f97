import pytest

from macros.checks.prose import blank_figure
from macros.problems import Severity
from tests.checks.support import FIRST_LINE, facts, page, problems

TERMS = (
    "计量单位: [次, 场, 场次, 人次, 人, 名, 户, 件, 条, 起, 处, 份, 篇, 项, 个, 个方面, 亩, 万元]\n"
)


@pytest.fixture
def found(handbook):
    def run(text: str, kind: str = "报告") -> list[str]:
        return facts(
            handbook({"data/terms.yml": TERMS, "docs/a.md": page(text, kind)}), blank_figure
        )

    return run


def test_blank(handbook):
    """
    A measure word without a number stops the build, at its line.
    """
    text = page("概况。\n\n开展专题培训场次，受教育党员干部人次。")
    first, second = problems(handbook({"docs/a.md": text}), blank_figure)

    assert (FIRST_LINE + 2, Severity.FAULT) == (first.where.line, first.severity)
    assert "“场次，受教育党员干部人次。”少了一个数" == first.fact
    assert "“开展专题培训场次，受”少了一个数" == second.fact


@pytest.mark.parametrize(
    "text",
    [
        "召开集体约谈次，效果良好。",
        "每年至少召开次专题会议。",
        "签订承诺书余份。",
        "撰写调研报告篇。",
        "印发简报份。",
        "上报信息条。",
        "整改问题个。",
        "制定措施项。",
        "研究确定个方面重点课题。",
        "通报了个单位，表彰名党员。",
        "通报了市直单位，涉及共计人。",
        "约谈党员干部人。",
        "培训______次。",
        "培训（  ）次。",
        "培训XX次。",
        "受教育党员 人次。",
        "新增耕地亩。",
        "收取价款万元。",
        "完成率达%。",
        "占百分之。",
    ],
)
def test_every_kind_of_blank(found, text):
    """
    The number may be missing before any measure word, or a mark may hold its place.
    """
    assert [] != found(text)


@pytest.mark.parametrize(
    "text",
    [
        "召开会议30次，受教育120余人次，确定四个方面。",
        '召开局党组会{{ 数("局党组会", 2023) }}，集体约谈{{ 数("集体约谈", 2023) }}。',
        "依次、其次、档次、层次、频次、再次、每次、首次、等次。",
        "各项事项、专项、选项；文件、条件；年份、月份、身份。",
        "申请人、负责人、国家、专家、农户、账户、日期、定期、现场、各处。",
        "一是各个方面都有进步，个人和个别单位除外。",
        "按人次算，次数、场次数由台账数出。",
        "其余人员，业余时间，剩余份额。",
        "第（四）项，第三条，面条、信条。",
        "召开会议 三十 次，一次次、一项项、一份份。",
        "在册党员人数，法定代表人，检查项，近万元。",
        "减少会议场次，提高培训人次。",
        "100%，百分之百，百分之【待填】。",
        "用 `次` 作单位。",
    ],
)
def test_ordinary_chinese(found, text):
    """
    Words that only look like measure words are left alone.
    """
    assert [] == found(text)


def test_known_figure_needs_no_punctuation(handbook):
    """
    Behind the name of a figure any measure word is a blank, also one that ends many nouns.
    """
    files = {
        "data/terms.yml": TERMS,
        "data/figures.yml": "走访群众:\n  单位: 户\n  口径: 走访的户数。\n",
        "data/2023/figures.yml": "走访群众:\n  数值: 3\n  来源: 报告\n",
        "docs/index.md": "# 首页\n",
        "docs/a.md": page("走访群众户。困难户。"),
    }
    assert ["“走访群众户。困”少了一个数"] == facts(handbook(files), blank_figure)


def test_doubt(handbook):
    """
    What the importer left as doubtful may stay until it is settled.
    """
    text = page("约谈次。", more="存疑:\n  - 约谈次\n")
    assert [] == facts(handbook({"docs/a.md": text}), blank_figure)


def test_handbook_pages(found):
    """
    A handbook page may speak of 场次 as a word.
    """
    assert [] == found("只报培训场次，不报人次。", kind="手册")
