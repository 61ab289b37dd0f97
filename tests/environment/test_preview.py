"""The site while it is being edited, from within."""

import sqlite3

from macros.environment import preview
from macros.environment.preview import Preview
from macros.sources.cache import FILE, Cache


def test_pieces_are_free_between_changes(project, monkeypatch):
    """
    While the preview waits for the next change, a build can keep its pieces, even if the last
    change was only half of one.
    """
    root = project()

    def gone(*_):
        raise FileNotFoundError

    monkeypatch.setattr(preview, "render_site", gone)
    waiting = Preview(root, root, Cache(root / FILE))
    waiting.refresh()

    other = sqlite3.connect(root / FILE, timeout=0)
    other.execute("INSERT INTO piece VALUES ('key', 'value', 1)")
    other.commit()
    assert waiting.content is None
