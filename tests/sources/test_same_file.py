"""Files that stay the same."""

import pytest

from macros.sources import same_file


@pytest.mark.parametrize("can_link", [True, False])
def test_the_same_content_is_there(tmp_path, monkeypatch, can_link):
    """With hard links or without, the new file holds what the old one does."""
    if not can_link:

        def refuse(*_):
            raise OSError

        monkeypatch.setattr(same_file.os, "link", refuse)
    (tmp_path / "old").write_bytes(b"x")

    same_file.put_same(tmp_path / "old", tmp_path / "new")

    assert b"x" == (tmp_path / "new").read_bytes()
    assert can_link == (tmp_path / "old").samefile(tmp_path / "new")
