from macros.checks.prose import foreign_word
from macros.problems import Severity
from tests.checks.support import facts, page, problems

TERMS = "计量单位: [次]\n外单位词: [住建局, 我市]\n"


def test_on_a_report(handbook):
    """
    The name of another bureau in a report must be confirmed.
    """
    files = {"data/terms.yml": TERMS, "docs/a.md": page("邀请驻住建局纪检监察组。")}
    (found,) = problems(handbook(files), foreign_word)
    assert Severity.WARNING is found.severity
    assert "“住建局”" in found.fact


def test_titles_and_allowed_words(handbook):
    """
    A title and what the bureau has allowed are not reported.
    """
    terms = TERMS + "容许词:\n  - 词: 驻住建局\n    理由: 综合派驻，已核实\n"
    text = page("学习《我市条例》，邀请驻住建局纪检监察组。")
    assert [] == facts(handbook({"data/terms.yml": terms, "docs/a.md": text}), foreign_word)


def test_own_name(handbook):
    """
    The housing bureau's own handbook may name the housing bureau.
    """
    files = {
        "data/terms.yml": TERMS,
        "data/organization.yml": "名称: 某县住建局\n简称: 住建局\n",
        "docs/a.md": page("住建局召开会议。"),
    }
    assert [] == facts(handbook(files), foreign_word)


def test_other_pages(handbook):
    """
    Only reports are read.
    """
    files = {"data/terms.yml": TERMS, "docs/a.md": page("住建局。", kind="台账")}
    assert [] == facts(handbook(files), foreign_word)
