"""Reports of other organizations, unseen by the data: the figures a careful clerk would find."""

import pytest

from tests.importing.marked import NAMES, read_marked

AS_SAVED = {"forestry": ("gb18030", "\r\n"), "township": ("utf-8-sig", "\r\n")}
"""Encoding and line end in which an office would hand in the report; else UTF-8 and \\n."""


def as_saved(name: str) -> bytes:
    """Return a report as bytes."""
    encoding, line_end = AS_SAVED.get(name, ("utf-8", "\n"))
    return read_marked(name).text.replace("\n", line_end).encode(encoding)


@pytest.mark.parametrize("name", NAMES)
class TestReport:
    def test_figures(self, empty, bring_in, name):
        """Every number and blank that is a figure becomes a call, and nothing else does."""
        imported = bring_in(empty, as_saved(name))

        assert read_marked(name).figures == imported.surfaces()

    def test_gaps(self, empty, bring_in, name):
        """Blanks print 【待填】 and are listed."""
        imported = bring_in(empty, as_saved(name))

        expected = read_marked(name).gaps
        assert len(expected) == len(imported.result.gaps)
        assert len(expected) == imported.text_with_gaps().count("【待填】")

    def test_doubts(self, empty, bring_in, name):
        """What is doubtful stays as typed; the page lists it with the words around it."""
        imported = bring_in(empty, as_saved(name))

        quotes = [doubt.quote for doubt in imported.result.doubts]
        expected = read_marked(name).doubts
        assert len(expected) == len(quotes)
        assert all(mark in quote for mark, quote in zip(expected, quotes, strict=True))
        assert set(imported.page.meta.doubts) <= {doubt.strip() for doubt in quotes}
        assert all(doubt in imported.page.file.body for doubt in imported.page.meta.doubts)

    def test_round_trip(self, empty, bring_in, name):
        """With gaps left empty the page reads as the report."""
        assert read_marked(name).text == bring_in(empty, as_saved(name)).text

    def test_project_stays_sound(self, empty, bring_in, name):
        """The files written are read without a single problem."""
        assert () == bring_in(empty, as_saved(name)).handbook.problems

    def test_second_import_recognizes_all(self, empty, bring_in, name):
        """The wordings kept in 又名 let a second import find the same figures."""
        first = bring_in(empty, as_saved(name), name="first.txt")
        second = bring_in(empty, as_saved(name), name="second.txt")

        assert () == second.result.new
        assert () == second.result.conflicts
        assert first.calls() == second.calls()
