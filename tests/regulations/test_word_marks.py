"""Words struck out and put in."""

from hypothesis import given
from hypothesis import strategies as st

from macros.regulations.word_marks import marked
from macros.regulations.wording import normal


def shown(old: str, new: str) -> str:
    """Return both texts in one: [struck out]{put in}."""
    parts = []
    for run in marked(old, new):
        struck, put_in = f"[{run.old}]" if run.old else "", f"{{{run.new}}}" if run.new else ""
        parts.append(run.old if run.is_kept else struck + put_in)
    return "".join(parts)


class TestWords:
    def test_are_marked_whole(self):
        """
        Not the single letter that differs, but the word it stands in.
        """
        assert "登记会计[帐簿]{账簿}，编制报告。" == shown(
            "登记会计帐簿，编制报告。", "登记会计账簿，编制报告。"
        )

    def test_added_at_one_end_are_only_added(self):
        """
        处分 that loses 行政 before it has lost just that.
        """
        assert "依法给予[行政]处分。" == shown("依法给予行政处分。", "依法给予处分。")

    def test_kept_by_chance_do_not_split_a_replacement(self):
        """
        A name is replaced as a whole, though the old and the new one share a letter.
        """
        assert "书面通知[被约谈人]{约谈对象}。" == shown("书面通知被约谈人。", "书面通知约谈对象。")


class TestNumbers:
    def test_are_left_whole(self):
        """
        A fine or a date is replaced, not spelled differently.
        """
        assert "处[三万元]{十三万元}罚款。" == shown("处三万元罚款。", "处十三万元罚款。")
        assert "自[2010年10月1日]{2024年5月1日}起施行。" == shown(
            "自2010年10月1日起施行。", "自2024年5月1日起施行。"
        )

    def test_of_subparagraphs_are_marked_alone(self):
        """
        A new 项 renumbers those after it; their text is not marked.
        """
        old = "下列事项：\n（一）收入；\n（二）其他事项。"
        new = "下列事项：\n（一）收入；\n（二）支出；\n（三）其他事项。"

        assert "下列事项：\n（一）收入；\n（二）{支出；\n（三）}其他事项。" == shown(old, new)


class TestWidth:
    def test_and_white_space_are_no_change(self):
        """
        Brackets and colons of another width, and spaces, are the same text.
        """
        assert all(
            run.is_kept for run in marked("（一）新年，放假1天：", "(一)新年,放假1 天:")
        )

    def test_of_punctuation_inside_words_that_changed(self):
        """
        Both sides are shown as they were written.
        """
        assert "放假[3]{4}天(农历)" == shown("放假3天(农历)", "放假4天（农历）")


class TestParagraphs:
    def test_that_are_new_are_marked_whole(self):
        """
        A 款 put in front leaves the next one untouched.
        """
        assert "{新写的一款。\n}原来的一款。" == shown("原来的一款。", "新写的一款。\n原来的一款。")

    def test_that_have_nothing_in_common_are_replaced_whole(self):
        """
        Single words that happen to agree would only confuse.
        """
        old = "开采石油的，由国务院授权的主管部门审批。"
        new = "矿业权应当通过招标、拍卖、挂牌等竞争性方式出让。"

        assert f"[{old}]{{{new}}}" == shown(old, new)


TEXT = st.text("约谈人应当记录，。（一）1三\n ", max_size=30)


class TestEveryText:
    @given(TEXT, TEXT)
    def test_can_be_put_together_again(self, old, new):
        """
        The runs hold both texts completely.
        """
        runs = marked(old, new)

        assert normal(old) == normal("".join(run.old for run in runs))
        assert normal(new) == normal("".join(run.new for run in runs))
