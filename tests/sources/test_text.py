"""Characters nobody can see are found, whatever stands around them."""

import sys

from macros.sources.text import INVISIBLE, UNUSUAL


def test_every_invisible_character_is_unusual():
    """What lets a page pass unseen holds no character that cannot be seen."""
    found = [chr(code) for code in range(sys.maxunicode + 1) if INVISIBLE.match(chr(code))]
    assert found
    assert not [char for char in (*found, "\u0301") if not UNUSUAL.match(char)]
