"""Measured on the paper: GB/T 9704-2012 and the grid both profiles share."""

import re

import pytest

from tests.books.measuring import (
    BODY_SIZE,
    FOOT,
    HEAD,
    MILLIMETER,
    NOT_AT_END,
    NOT_AT_START,
    full_lines,
)

MARKS = NOT_AT_START + NOT_AT_END
INSIDE, OUTSIDE, WIDTH = 28, 26, 210
DASH = 0.36 * 14 / MILLIMETER
"""Height of the middle of a dash above the baseline, in mm."""


@pytest.fixture(params=["report", "book"])
def volume(request):
    """Each of the two volumes in turn."""
    return request.getfixturevalue(request.param)


def folio(sheet):
    """Return the Arabic page number printed on a sheet; None if it has none."""
    found = re.fullmatch(r"—(\d+)—", sheet.foot.text) if sheet.foot else None
    return int(found[1]) if found else None


class TestGrid:
    def test_margins(self, volume):
        """
        订口 28 mm inside, 26 mm outside, on odd and even pages, to half a millimeter.
        """
        for sheet in volume:
            is_odd = sheet.number % 2 == 1
            left, right = (INSIDE, OUTSIDE) if is_odd else (OUTSIDE, INSIDE)
            for line in full_lines(sheet):
                assert line.right == pytest.approx(WIDTH - right, abs=0.5)
                assert line.left >= left - 0.5
            starts = [line.left for line in full_lines(sheet) if len(line.text) == 28]
            assert [left] * len(starts) == pytest.approx(starts, abs=0.5)

    def test_type_area(self, volume):
        """
        天头 37 mm: the first line of a full page begins there, and the last ends within 225 mm.
        """
        for sheet in (one for one in volume if one.is_full_body):
            top = sheet.lines[0].baseline - 0.8 * BODY_SIZE / MILLIMETER
            bottom = sheet.lines[-1].baseline + 0.2 * BODY_SIZE / MILLIMETER
            assert top == pytest.approx(HEAD, abs=0.5)
            assert bottom <= FOOT + 0.5

    def test_nothing_beyond_the_edges(self, volume):
        """
        Neither a word longer than a line nor a row higher than a page runs off the paper.
        """
        for sheet in volume:
            # Half of a mark at either end of a line is empty and may stand outside.
            for one in (one for one in sheet.words if one["text"] not in MARKS):
                assert OUTSIDE - 0.5 <= one["x0"] / MILLIMETER
                assert one["x1"] / MILLIMETER <= WIDTH - OUTSIDE + 0.5
                assert sheet.baseline(one) <= FOOT + 12

    def test_28_characters(self, volume):
        """
        A full line of Chinese characters holds 28, the first of a paragraph 26.
        """
        counts = {len(line.text) for sheet in volume for line in full_lines(sheet)}

        assert {26, 28} == counts

    def test_22_lines(self, volume):
        """
        At least 94 % of the full pages of running text hold 22 lines, none more.
        """
        counts = [len(sheet.lines) for sheet in volume if sheet.is_full_body]

        assert len(counts) >= 4
        assert max(counts) == 22
        assert counts.count(22) >= 0.94 * len(counts)

    def test_forbidden_starts_and_ends(self, volume):
        """
        No line begins with a closing mark or ends with an opening one.
        """
        lines = [line.text for sheet in volume for line in sheet.lines]

        assert [] == [text for text in lines if text[0] in NOT_AT_START]
        assert [] == [text for text in lines if text[-1] in NOT_AT_END]


class TestFolio:
    def test_every_page_of_a_document(self, report):
        """
        Every page is numbered `— 1 —`, attachments included.
        """
        assert [sheet.number for sheet in report] == [folio(sheet) for sheet in report]

    def test_every_page_of_a_book(self, book):
        """
        After cover and contents the pages count from 1, odd numbers on the right-hand pages.
        """
        numbers = [folio(sheet) for sheet in book]
        first = numbers.index(1)

        assert list(range(1, len(book) - first + 1)) == numbers[first:]
        assert first % 2 == 0
        assert set(numbers[:first]) == {None}

    def test_side_and_distance(self, volume):
        """
        Odd numbers stand right, even ones left, one character in, the dash 7 mm below the text.
        """
        for sheet in (one for one in volume if folio(one)):
            is_odd = sheet.number % 2 == 1
            indent = 14 / MILLIMETER
            if is_odd:
                assert sheet.foot.right == pytest.approx(WIDTH - OUTSIDE - indent, abs=0.5)
            else:
                assert sheet.foot.left == pytest.approx(OUTSIDE + indent, abs=0.5)
            assert sheet.foot.baseline - DASH == pytest.approx(FOOT + 7, abs=0.5)
