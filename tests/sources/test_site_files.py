"""Files that are taken over from the site before, and those that are not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.sources import site_files
from macros.sources.site_files import SiteFiles

SITES = st.dictionaries(
    st.sampled_from(["a.html", "b/a.html", "b/b.html", "b/c/a.html", "c", "c/a.html", "d/a.js"]),
    st.sampled_from(["1", "2"]),
).filter(lambda files: not ("c" in files and "c/a.html" in files))
"""Small sites: name of a file → what it is made from. A name can be a folder in another site."""


def made(folder, files, former=None):
    """Make a site of some files; those not taken over hold what they are made from."""
    folder.mkdir(parents=True)
    outputs = SiteFiles(folder, *([former.folder, former.made] if former else []))
    for name, made_from in files.items():
        if outputs.take_over(name, made_from) is None:
            write(folder / name, made_from)
            outputs.note(name, made_from)
    return outputs


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def contents(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_notes_go_on(tmp_path):
    """
    What is said of a file is said of it in the next site, too; of another there is nothing.
    """
    known = {"a.html": ["1", "script"]}
    outputs = SiteFiles(tmp_path / "new", tmp_path / "old", known)

    assert ["script"] == outputs.take_over("a.html", "1")
    assert outputs.take_over("b.html", "1") is None
    assert known == outputs.made


def test_what_changed_is_not_taken_over(tmp_path):
    """
    A file made from something else has to be written.
    """
    outputs = SiteFiles(tmp_path / "new", tmp_path / "old", {"a.html": ["1"]})

    assert outputs.take_over("a.html", "2") is None
    assert {} == outputs.made


@pytest.mark.parametrize("can_link", [True, False])
def test_with_and_without_links(tmp_path, monkeypatch, can_link):
    """
    With hard links or without, the file is there.
    """
    if not can_link:

        def refuse(*_):
            raise OSError

        monkeypatch.setattr(site_files.os, "link", refuse)
    former = made(tmp_path / "old", {"b/a.html": "1"})
    outputs = made(tmp_path / "new", {"b/a.html": "1"}, former)
    outputs.complete()

    assert {"b/a.html": "1"} == contents(outputs.folder)
    old, new = former.folder / "b/a.html", outputs.folder / "b/a.html"
    assert can_link == old.samefile(new)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sites=st.lists(SITES, min_size=3, max_size=5))
def test_any_sequence_of_sites(tmp_path_factory, sites):
    """
    Each site holds its own files and no others, whether it is put together anew or made from
    the one before the last; the one before stays what it was, and no folder is left empty.
    """
    base = tmp_path_factory.mktemp("sites")
    shown = made(base / "0", sites[0])
    spare = made(base / "first", {})
    for number, files in enumerate(sites[1:], 1):
        outputs = made(base / str(number), files, shown)
        outputs.renew(spare.folder, spare.made)
        outputs.folder = spare.folder
        again = made(base / f"again {number}", files, shown)
        again.complete()

        assert files == contents(outputs.folder) == contents(again.folder)
        assert sites[number - 1] == contents(shown.folder)
        below = outputs.folder.rglob("*")
        assert all(any(path.iterdir()) for path in below if path.is_dir())
        shown, spare = outputs, shown


def test_what_nobody_knows_of_is_removed(tmp_path):
    """
    A file of the older site that is not noted anywhere is not in the new one.
    """
    spare, shown = made(tmp_path / "0", {"a.html": "1"}), made(tmp_path / "1", {"a.html": "1"})
    write(spare.folder / "books/a.pdf", "book")
    outputs = made(tmp_path / "2", {"a.html": "1"}, shown)
    outputs.renew(spare.folder, spare.made)

    assert {"a.html": "1"} == contents(spare.folder)
