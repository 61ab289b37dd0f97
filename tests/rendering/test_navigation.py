"""Folders of the navigation stand for their pages, each page in one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.rendering.navigation import (
    MOST_IN_FOLDER,
    crowded_pages,
    expand,
    named_pages,
    page_titles,
    side_pages,
)

PAGES = ["a/index.md", "a/2023.md", "a/x/y.md", "b.md", "index.md"]


class TestExpand:
    def test_folder(self):
        """A folder gives its index page first, then its pages, then those of its folders."""
        assert [{"甲": ["a/index.md", "a/2023.md", "a/x/y.md"]}] == expand([{"甲": "a/"}], PAGES)

    def test_named_pages_are_left_out_of_their_folder(self):
        """A page stands where it is named."""
        nav = [{"乙": "a/2023.md"}, {"甲": "a/"}]

        assert [{"乙": "a/2023.md"}, {"甲": ["a/index.md", "a/x/y.md"]}] == expand(nav, PAGES)

    def test_inner_folder_before_outer(self):
        """A folder within a folder takes its own pages, whichever comes first."""
        nav = [{"甲": "a/"}, {"内": "a/x/"}]

        assert [{"甲": ["a/index.md", "a/2023.md"]}, {"内": ["a/x/y.md"]}] == expand(nav, PAGES)

    def test_the_rest(self):
        """``./`` takes what is left, wherever it stands."""
        nav = [{"其他": "./"}, {"甲": "a/"}]

        assert [["index.md", "b.md"], ["a/index.md", "a/2023.md", "a/x/y.md"]] == [
            pages for entry in expand(nav, PAGES) for pages in entry.values()
        ]

    def test_nothing_left(self):
        """An entry that takes nothing is left out: MkDocs refuses empty sections."""
        assert ["b.md"] == expand(["b.md", {"其他": "./"}], ["b.md"])

    def test_folder_without_title(self):
        """Without a title the pages stand in the list itself."""
        assert [{"甲": ["b.md", "a/index.md", "a/2023.md", "a/x/y.md"]}] == expand(
            [{"甲": ["b.md", "a/"]}], PAGES
        )

    def test_titles(self):
        """A page that is given a title keeps it, at whatever depth."""
        nav = ["b.md", {"甲": [{"乙": "a/2023.md"}, "a/index.md"]}]

        assert {"a/2023.md": "乙"} == dict(page_titles(nav))

    @given(st.lists(st.sampled_from(["a/", "a/x/", "a/2023.md", "b.md"]), unique=True))
    def test_every_page_once(self, targets):
        """However entries overlap, no page is lost to ``./`` and none comes twice."""
        shown = list(named_pages(expand([*targets, {"其他": ["./"]}], PAGES)))

        assert len(shown) == len(set(shown))
        assert set(PAGES) == set(shown)


class TestSidePages:
    def test_older_versions_and_comparisons(self):
        """
        The menu names a regulation once, by its latest version.
        """
        pages = [
            "regulations/index.md",
            "regulations/leave/2020-01-01.md",
            "regulations/leave/2023-05-01.md",
            "regulations/leave/compare-2020-01-01-2023-05-01.md",
            "regulations/talks/draft-1.md",
            "regulations/talks/draft.md",
            "handbook/compare.md",
        ]

        assert {
            "regulations/leave/2020-01-01.md": "regulations/leave/2023-05-01.md",
            "regulations/leave/compare-2020-01-01-2023-05-01.md":
                "regulations/leave/2023-05-01.md",
            "regulations/talks/draft-1.md": "regulations/talks/draft.md",
        } == side_pages(pages)  # fmt: skip

    @pytest.mark.parametrize("leader", ["data/figures.md", None])
    def test_figures(self, leader):
        """
        The list of figures, if there is one, leads to their pages.
        """
        pages = ["index.md", "data/figures/a.md", *filter(None, [leader])]

        assert {"data/figures/a.md": leader} == side_pages(pages)


class TestCrowdedPages:
    MANY = tuple(f"a/p{number:03}.md" for number in range(MOST_IN_FOLDER))

    def test_too_many_for_a_menu(self):
        """Of a large folder the menu has the index page alone, which leads to the others."""
        pages = [*PAGES, *self.MANY]
        crowded = crowded_pages([{"甲": "a/"}, "b.md"], pages)

        assert {"a/2023.md", "a/x/y.md", *self.MANY} == crowded.keys()
        assert {"a/index.md"} == set(crowded.values())
        assert [{"甲": ["a/index.md"]}] == expand([{"甲": "a/"}], set(pages) - crowded.keys())

    def test_what_is_named_stays(self):
        """A page with an entry of its own, and a folder of usual size, stay in the menu."""
        nav = ["a/p000.md", {"甲": "a/"}, {"内": "a/x/"}]

        assert not {"a/p000.md", "a/x/y.md"} & crowded_pages(nav, [*PAGES, *self.MANY]).keys()
        assert {} == crowded_pages([{"甲": "a/"}], self.MANY[:9])

    def test_without_an_index(self):
        """Where no page leads to the others, the menu has to."""
        assert {} == crowded_pages([{"甲": "a/"}, {"其他": "./"}], self.MANY)
