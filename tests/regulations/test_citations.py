"""Citations in running text."""

import pytest

from macros.regulations.citations import find_citations


def places(text):
    return [
        (text[one.start : one.end], one.title, one.place.anchor) for one in find_citations(text)
    ]


class TestFindCitations:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("《办法》第七条", [("《办法》第七条", "办法", "第七条")], id="article"),
            pytest.param(
                "《法》第十条之一第二款第三项第2目",
                [("《法》第十条之一第二款第三项第2目", "法", "第十条之一第二款第三项第二目")],
                id="every_level",
            ),
            pytest.param(
                "《监察法》第八条第（三）项",
                [("《监察法》第八条第（三）项", "监察法", "第八条第三项")],
                id="brackets_around_a_subparagraph",
            ),
            pytest.param(
                "《办法》第七条、第八条和第九条第二款",
                [
                    ("《办法》第七条", "办法", "第七条"),
                    ("第八条", "办法", "第八条"),
                    ("第九条第二款", "办法", "第九条第二款"),
                ],
                id="joined_places_keep_the_title",
            ),
            pytest.param(
                "《办法》第九条第二款、第三款",
                [
                    ("《办法》第九条第二款", "办法", "第九条第二款"),
                    ("第三款", "办法", "第九条第三款"),
                ],
                id="joined_paragraphs_keep_the_article",
            ),
            pytest.param("本办法第二十条", [("本办法第二十条", "", "第二十条")], id="own"),
            pytest.param("学习《章程》精神", [("《章程》", "章程", "")], id="whole_rule"),
            pytest.param("第三条规定", [], id="bare_article"),
        ],
    )
    def test_places(self, text, expected):
        """
        Each place of a citation is found, with what it leaves out taken from the one before.
        """
        assert expected == places(text)
