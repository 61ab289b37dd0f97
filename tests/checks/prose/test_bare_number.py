import pytest

from macros.checks.prose import bare_number
from macros.problems import Severity
from tests.checks.support import FIRST_LINE, facts, page, problems


class TestReports:
    def test_typed_number(self, handbook):
        """
        A number typed before a measure word is an error at its line, with the call to write.
        """
        found = problems(
            handbook({"docs/a.md": page("概况。\n\n全年召开局党组会30次。")}), bare_number
        )

        assert [(FIRST_LINE + 2, Severity.ERROR)] == [
            (one.where.line, one.severity) for one in found
        ]
        assert "召开局党组会30次" in found[0].fact
        assert '{{ 数("局党组会", 2023) }}' in found[0].hint

    def test_call(self, handbook):
        """
        A number taken from the data is what reports are made of.
        """
        text = '全年召开局党组会{{ 数("局党组会", 2023) }}。'
        assert [] == facts(handbook({"docs/a.md": page(text)}), bare_number)

    @pytest.mark.parametrize("written", ["30次", "３０次", "三十次", "30余次"])
    def test_every_kind_of_numeral(self, handbook, written):
        """
        Full-width and Chinese numerals hide a number as well as Arabic ones do.
        """
        assert 1 == len(facts(handbook({"docs/a.md": page(f"约谈{written}。")}), bare_number))

    @pytest.mark.parametrize(
        "text",
        ["落实三会一课。", "第三次会议。", "2023年3月5日。", "X发〔2023〕1号。", "《五项规定》。"],
    )
    def test_what_is_no_figure(self, handbook, text):
        """
        Fixed phrases, ordinals, dates, document numbers and titles hold numerals, not figures.
        """
        assert [] == facts(handbook({"docs/a.md": page(text)}), bare_number)

    def test_fixed_phrase_within_a_larger_number(self, handbook):
        """
        “一个” is a fixed phrase, but 二十一个 is a count.
        """
        terms = "计量单位: [个]\n固定词语: [一个]\n"
        files = {"data/terms.yml": terms, "docs/a.md": page("一个支部有二十一个小组。")}
        assert 1 == len(facts(handbook(files), bare_number))

    def test_doubt(self, handbook):
        """
        What the importer left as doubtful is reported by the check of doubts.
        """
        text = page("约谈4次。", more="存疑:\n  - 约谈4次\n")
        assert [] == facts(handbook({"docs/a.md": text}), bare_number)


def test_other_pages(handbook):
    """
    A handbook page may say how often a rule asks for something.
    """
    text = page("一般每季度召开1次。", kind="手册", year=None)
    assert [] == facts(handbook({"docs/a.md": text}), bare_number)
