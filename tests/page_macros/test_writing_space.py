"""留白."""

import pytest

from macros.page_macros import MACROS_BY_NAME, MacroRefused


class TestWritingSpace:
    def test_leaves_lines(self, handbook):
        """
        So many lines, so many breaks.
        """
        assert "<br><br><br>" == MACROS_BY_NAME["留白"].call(handbook(), 3)

    @pytest.mark.parametrize("lines", [0, -1, 31])
    def test_refuses_what_fits_on_no_page(self, handbook, lines):
        """
        The bounds are told.
        """
        with pytest.raises(MacroRefused) as refused:
            MACROS_BY_NAME["留白"].call(handbook(), lines)

        assert "1 到 30" in refused.value.hint
