"""Articles pair up by what they say, whatever number they carry."""

from hypothesis import given
from hypothesis import strategies as st

from macros.regulations.alignment import align

OLD = [
    "为了规范约谈工作,制定本办法。",
    "本局对领导班子成员、下属党支部书记开展党风廉政约谈,适用本办法。",
    "约谈记录由约谈人、被约谈人和记录人签名。",
    "本办法自公布之日起施行。",
]


class TestPairs:
    def test_same_text_with_another_number(self):
        """
        An article put in front shifts the others, which still pair up.
        """
        new = [OLD[0], "约谈坚持抓早抓小、防微杜渐的原则。", *OLD[1:]]

        assert {0: 0, 1: 2, 2: 3, 3: 4} == align(OLD, new).pairs

    def test_text_moved_to_another_place(self):
        """
        An article that changes its place among the others is found there.
        """
        new = [OLD[0], OLD[2], OLD[1], OLD[3]]

        assert {0: 0, 1: 2, 2: 1, 3: 3} == align(OLD, new).pairs

    def test_text_that_only_grew(self):
        """
        What was added does not tear an article from what it was.
        """
        more = "谈话结束后当场核对,有误的可以要求更正,拒绝签名的由记录人注明原因并附书面材料。"
        new = [OLD[0], OLD[1], OLD[2] + "\n" + more, OLD[3]]

        assert 2 == align(OLD, new).pairs[2]

    def test_unlike_texts_do_not_pair(self):
        """
        A pair by chance would mislead; added and deleted is what a reader needs to know.
        """
        found = align([OLD[2]], ["档案的保管期限依照国家规定确定,期满销毁应当编制清册。"])

        assert {} == found.pairs

    def test_repeated_text_pairs_in_order(self):
        """
        Two identical articles keep their order.
        """
        assert {0: 0, 1: 1, 2: 2} == align([OLD[3], OLD[0], OLD[3]], [OLD[3], OLD[0], OLD[3]]).pairs


class TestSingles:
    def test_merged_article_names_where_it_went(self):
        """
        Of two merged articles the closer one pairs, the other says where most of it is.
        """
        new = [OLD[0], OLD[1] + "\n" + OLD[2], OLD[3]]
        found = align(OLD, new)

        assert {0: 0, 1: 1, 3: 2} == found.pairs
        assert {2: 1} == found.went_to

    def test_split_article_names_where_it_came_from(self):
        """
        Of two articles made of one, the other says where most of it was.
        """
        old = [OLD[0], OLD[1] + "\n" + OLD[2], OLD[3]]
        found = align(old, OLD)

        assert {0: 0, 1: 1, 2: 3} == found.pairs
        assert {2: 1} == found.came_from


TEXTS = st.lists(st.text("约谈人应当记录。,的", max_size=20), max_size=8)


class TestEveryText:
    @given(TEXTS, TEXTS)
    def test_pairs_at_most_once(self, old, new):
        """
        Whatever the texts, nothing is lost, nothing pairs twice, and equal texts pair first.
        """
        found = align(old, new)

        assert len(found.pairs) == len(set(found.pairs.values()))
        assert found.pairs.keys() <= set(range(len(old)))
        assert set(found.pairs.values()) <= set(range(len(new)))
        assert not found.pairs.keys() & found.went_to.keys()

    @given(TEXTS)
    def test_pairs_with_itself(self, texts):
        """
        A text compared with itself has no changes.
        """
        assert {index: index for index in range(len(texts))} == align(texts, texts).pairs
