"""Copies to carry away."""

import shutil
import subprocess
import zipfile

import pytest

from macros.problems import ProblemsFound
from macros.publishing.bundle import bundle_files, unportable, write_folder, write_zip
from macros.publishing.manifest import MANIFEST, read_manifest, verify
from tests.publishing.folders import finished

SECONDS = 1704412800


@pytest.fixture
def contents(tmp_path):
    """The files of the bundle of a small site."""
    return bundle_files(finished(tmp_path / "site", 1))


class TestContents:
    def test_site_and_what_verifies_it(self, contents):
        """
        The site is there with a page, a text and a list that cover every file.
        """
        assert {"index.html", "verify.html", "verify.js", "readme.txt", MANIFEST} <= contents.keys()
        assert contents["readme.txt"].startswith(b"\xef\xbb\xbf")
        assert b"\r\n" in contents["readme.txt"]
        listed = contents[MANIFEST].decode().splitlines()
        assert {line.partition("  ")[2] for line in listed} == contents.keys() - {MANIFEST}

    @pytest.mark.parametrize(
        "name",
        ["a:b.html", "con.html", "a/NUL", "a/lpt1.x/b", "x.", "a /b", "q?.html", "字" * 201],
    )
    def test_names_windows_refuses(self, name):
        """
        Names that Windows cannot hold are refused.
        """
        assert 1 == len(list(unportable([name])))

    def test_names_windows_allows(self):
        """
        Chinese names, dots and hyphens are fine; case alone does not tell names apart.
        """
        assert [] == list(unportable(["制度/第一条.html", "a.b-c/console.html", ".x"]))
        assert "只有大小写不同" in next(iter(unportable(["A.html", "a.html"]))).fact


class TestFolder:
    def test_whole_and_without_links(self, contents, tmp_path):
        """
        The folder holds what its list says; other tools agree.
        """
        target = tmp_path / "copy"

        write_folder(target, contents)

        verify(target, read_manifest(target))
        command = ["sha256sum", "--check", "--quiet", MANIFEST]
        assert 0 == subprocess.run(command, cwd=target, check=False).returncode
        assert not [path for path in target.rglob("*") if path.is_symlink()]

    def test_other_content_is_kept(self, contents, tmp_path):
        """
        A folder with something in it is not written to; an empty one is.
        """
        target = tmp_path / "copy"
        target.mkdir()
        write_folder(target, contents)

        with pytest.raises(ProblemsFound) as found:
            write_folder(target, contents)

        assert "已经有内容" in found.value.problems[0].fact

    def test_nothing_half_is_left(self, contents, tmp_path, monkeypatch):
        """
        A copy that fails on the way leaves nothing.
        """
        contents["index.html/inside"] = b"a file cannot be a folder"

        with pytest.raises(OSError):
            write_folder(tmp_path / "copy", contents)

        assert ["site"] == [path.name for path in tmp_path.iterdir()]


class TestZip:
    def test_same_site_same_bytes(self, contents, tmp_path):
        """
        The file depends on nothing but the site, and unpacks to a folder that verifies.
        """
        first, second = tmp_path / "a/handbook.zip", tmp_path / "b/handbook.zip"
        for path, files in ((first, contents), (second, dict(reversed(contents.items())))):
            path.parent.mkdir()
            write_zip(path, files, SECONDS)

        assert first.read_bytes() == second.read_bytes()
        with zipfile.ZipFile(first) as archive:
            archive.extractall(tmp_path / "unpacked")
        verify(tmp_path / "unpacked/handbook", read_manifest(tmp_path / "unpacked/handbook"))

    def test_failed_file_keeps_the_old_one(self, contents, tmp_path):
        """
        Where the new file cannot be written, the old one stays.
        """
        target = tmp_path / "handbook.zip"
        write_zip(target, contents, SECONDS)
        old = target.read_bytes()
        (tmp_path / ".partial-handbook.zip").mkdir()

        with pytest.raises(OSError):
            write_zip(target, contents, SECONDS)

        shutil.rmtree(tmp_path / ".partial-handbook.zip")
        assert old == target.read_bytes()
