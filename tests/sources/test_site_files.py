"""Files that are taken over from the site before, and those that are not."""

import pytest

from macros.sources import site_files
from macros.sources.site_files import SiteFiles


@pytest.fixture
def sites(tmp_path):
    """Return a new site, and one before it with a file made from `k1`."""
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    (tmp_path / "old/a.html").write_bytes(b"x")
    known = {"a.html": ["k1", "note"]}
    return SiteFiles(tmp_path / "new", tmp_path / "old", known)


@pytest.mark.parametrize("can_link", [True, False])
def test_made_from_the_same(sites, monkeypatch, can_link):
    """
    With hard links or without, the new file holds what the old one does; the notes go on.
    """
    if not can_link:

        def refuse(*_):
            raise OSError

        monkeypatch.setattr(site_files.os, "link", refuse)

    assert ["note"] == sites.take_over("a.html", "k1")
    assert b"x" == (sites.folder / "a.html").read_bytes()
    assert can_link == (sites.former / "a.html").samefile(sites.folder / "a.html")
    assert {"a.html": ["k1", "note"]} == sites.made


@pytest.mark.parametrize(("name", "made_from"), [("a.html", "k2"), ("b.html", "k1")])
def test_made_from_something_else(sites, name, made_from):
    """
    What changed and what is new has to be written; the caller is told.
    """
    assert sites.take_over(name, made_from) is None
    assert [] == list(sites.folder.iterdir())
    assert {} == sites.made


def test_a_new_file_can_be_taken_over_next_time(sites, tmp_path):
    """
    What is noted of one site is what the next one asks for.
    """
    (sites.folder / "b.html").write_bytes(b"y")
    sites.note("b.html", "k3", "script")
    (tmp_path / "next").mkdir()
    following = SiteFiles(tmp_path / "next", sites.folder, sites.made)

    assert ("script",) == following.take_over("b.html", "k3")
    assert b"y" == (tmp_path / "next/b.html").read_bytes()
