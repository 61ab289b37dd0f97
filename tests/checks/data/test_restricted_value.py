from macros.checks.data import restricted_value
from macros.problems import Severity
from tests.checks.support import facts, problems

TALKS = "data/2023/ledgers/talks.csv"
HEADER = "编号,日期,类别,约谈人,对象,对象类别,人数,要求,备注\n"
ROW = "2023-001,2023-03-05,集体约谈,欧阳测试,赵试试、钱试试,科级干部,2,退还购物卡,{}\n"


def talks(remark: str = "") -> str:
    """Return a ledger of one talk."""
    return HEADER + ROW.format(remark)


def test_name_on_a_page(handbook):
    """
    A planted name stops the build, and the message does not repeat it.
    """
    files = {TALKS: talks(), "docs/a.md": "# 甲\n\n约谈了钱试试同志。\n"}
    (found,) = problems(handbook(files), restricted_value)

    assert ("docs/a.md:3", Severity.FAULT) == (str(found.where), found.severity)
    assert "页面会公布台账内部列“对象”的内容（“钱……”）" == found.fact
    assert "试试" not in found.fact + found.hint


def test_hidden_places(handbook):
    """
    Code, titles and link targets are published too.
    """
    for text in ("# 甲\n\n见 `赵试试`。\n", "# 甲\n\n[甲](https://example.cn/赵试试)\n"):
        assert 1 == len(facts(handbook({TALKS: talks(), "docs/a.md": text}), restricted_value))
    titled = "---\ntitle: 赵试试谈话\n---\n\n# 甲\n"
    assert 1 == len(facts(handbook({TALKS: talks(), "docs/a.md": titled}), restricted_value))


def test_content_of_a_talk(handbook):
    """
    What was demanded is as internal as who was there.
    """
    files = {TALKS: talks(), "docs/a.md": "# 甲\n\n要求退还购物卡。\n"}
    assert 1 == len(facts(handbook(files), restricted_value))


def test_other_column_of_the_row(handbook):
    """
    A name repeated in a column that is exported would leak there.
    """
    (found,) = problems(handbook({TALKS: talks("赵试试已整改")}), restricted_value)
    assert (TALKS, 2, "备注") == (found.where.file, found.where.line, found.where.column)


def test_words_that_name_nobody(handbook):
    """
    A cell that says 科级干部 or the name of a section tells nothing about a person.
    """
    files = {
        TALKS: HEADER + ROW.replace("赵试试、钱试试", "科级干部、办公室").format(""),
        "data/organization.yml": "名称: null\n科室:\n  - 代号: office\n    名称: 办公室\n",
        "docs/a.md": "# 甲\n\n约谈科级干部，由办公室登记。\n",
    }
    assert [] == facts(handbook(files), restricted_value)


def test_offices(handbook):
    """
    局党组书记 and 各科室负责人 name offices; a surname before an office names a person.
    """
    row = ROW.replace("欧阳测试", "局党组书记").replace("赵试试、钱试试", "各科室负责人、赵局长")
    text = "# 甲\n\n局党组书记约谈各科室负责人。\n"
    assert [] == facts(
        handbook({TALKS: HEADER + row.format(""), "docs/a.md": text}), restricted_value
    )
    text = "# 甲\n\n约谈赵局长。\n"
    assert 1 == len(
        facts(handbook({TALKS: HEADER + row.format(""), "docs/a.md": text}), restricted_value)
    )


def test_spaced_name(handbook):
    """
    王　强 in the ledger is 王强 on the page, and the other way round.
    """
    for written, shown in (("赵　试", "赵试"), ("赵试", "赵 试")):
        files = {
            TALKS: HEADER + ROW.replace("赵试试、钱试试", written).format(""),
            "docs/a.md": f"# 甲\n\n约谈{shown}。\n",
        }
        assert 1 == len(facts(handbook(files), restricted_value))


def test_person_in_charge(handbook):
    """
    A head of section stands in the tables by office; typed into a sentence the name is asked about.
    """
    files = {
        TALKS: talks(),
        "data/organization.yml": (
            "名称: null\n科室:\n  - 代号: office\n    名称: 办公室\n    负责人: 钱试试\n"
        ),
        "docs/a.md": "# 甲\n\n{{ 组织表() }}\n",
    }
    assert [] == facts(handbook(files), restricted_value)


def test_allowed_word(handbook):
    """
    The bureau can allow a wording, with its reason.
    """
    terms = "计量单位: [次]\n容许词:\n  - 词: 退还购物卡\n    理由: 公开的制度用语\n"
    files = {TALKS: talks(), "data/terms.yml": terms, "docs/a.md": "# 甲\n\n退还购物卡。\n"}
    assert [] == facts(handbook(files), restricted_value)
