from macros.checks.prose import repeated_text
from tests.checks.support import facts, page

OLD = (
    "局领导班子坚持带头学习、带头调研、带头落实，定期到分管股室和单位督促检查，"
    "全年开展督查12次，推动各项任务落到实处，取得明显成效。"
)
NEW = (
    "班子成员分片联系乡镇自然资源所，现场办理用地审批和不动产登记中的难题，"
    "把学习成果用到服务群众和重点项目上，群众满意。"
)


def found(handbook, text: str, kind: str = "报告") -> list[str]:
    files = {"docs/old.md": page(f"{NEW[:20]}\n\n{OLD}", kind, 2022),
             "docs/new.md": page(text, kind, 2023)}  # fmt: skip
    return facts(handbook(files), repeated_text)


def test_only_numbers_changed(handbook):
    """
    A paragraph with other numbers, marks or a word less is listed with the one it resembles.
    """
    for text in (OLD, OLD.replace("12次", "十五次"), OLD.replace("定期", "")):
        (fact,) = found(handbook, f"{NEW}\n\n{text}")
        assert "这一段与 docs/old.md:10 基本相同" in fact


def test_written_anew(handbook):
    """
    Another text, a short formula, or a page of another kind or year, is no copy.
    """
    assert [] == found(handbook, NEW)
    assert [] == found(handbook, OLD[:30])
    assert [] == found(handbook, OLD, "手册")


def test_of_the_same_year(handbook):
    """
    Two pages of one year may share a paragraph.
    """
    files = {"docs/a.md": page(OLD), "docs/b.md": page(OLD)}
    assert [] == facts(handbook(files), repeated_text)
