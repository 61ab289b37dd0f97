"""The file itself: standards, sameness, fonts, the cache, and what stops a print."""

import io
import os
import subprocess
import sys

import pdfua
import pikepdf
import pytest
from PIL import Image

from macros.books import printing
from macros.books.edition import chosen_books, print_books
from macros.problems import ProblemsFound
from tests.books.conftest import write
from tests.conftest import REPOSITORY

PAGE = "# 通知\n\n召开局党组会{{ 数(\"局党组会\", 2023) }}。\n"


def printed(root, files, name="page.md"):
    """Return the print of one page of a small project."""
    site = write(root, files)
    return print_books(site, chosen_books(site, (name,)), release=False)[0]


def refused(root, files):
    """Return the problems that keep a page from being printed."""
    with pytest.raises(ProblemsFound) as found:
        printed(root, files)
    return found.value.problems


class TestStandards:
    @pytest.mark.parametrize("name", ["book", "report"])
    def test_claims(self, prints, name):
        """
        The file claims PDF/UA-1 and PDF/A-2a, in Chinese, with its title, and is tagged.
        """
        with pikepdf.open(io.BytesIO(prints[name].pdf)) as document:
            about = document.open_metadata()
            root = document.Root

            assert "1" == about["pdfuaid:part"]
            assert ("2", "A") == (about["pdfaid:part"], about["pdfaid:conformance"])
            assert prints[name].volume.book.title == about["dc:title"]
            assert "zh-CN" == str(root.Lang)
            assert root.MarkInfo.Marked
            assert root.ViewerPreferences.DisplayDocTitle
            assert "/OutputIntents" in root

    @pytest.mark.parametrize("name", ["book", "report"])
    def test_independent_checker(self, prints, name, tmp_path):
        """
        A checker that is not ours finds nothing against PDF/UA.
        """
        path = tmp_path / "x.pdf"
        path.write_bytes(prints[name].pdf)

        assert [] == list(pdfua.validate(path).findings)

    def test_embedded_fonts(self, prints):
        """
        Chinese text is set in the fonts chosen, embedded: never in boxes for missing glyphs.
        """
        families = {family for line in prints["book"].log for family in line.split()[:1]}
        names = set()
        with pikepdf.open(io.BytesIO(prints["book"].pdf)) as document:
            for page in document.pages:
                for font in (page.resources.get("/Font") or {}).values():
                    names.add(str(font.BaseFont).partition("+")[2])

        assert families
        assert any(name.startswith(("FandolFang", "FangSong", "仿宋")) for name in names)


class TestSameBytes:
    @pytest.mark.slow
    def test_any_time_zone_and_locale(self, project):
        """
        The same files give the same bytes, whatever the machine is set to.
        """
        root = project({"docs/page.md": PAGE})
        command = [sys.executable, "-m", "macros", "-C", str(root), "pdf", "page.md"]
        found = set()
        for zone, locale in (("UTC", "C"), ("Asia/Shanghai", "C.UTF-8"), ("America/Lima", "POSIX")):
            settings = {**os.environ, "TZ": zone, "LC_ALL": locale}
            settings["SOURCE_DATE_EPOCH"] = "1704412800"
            subprocess.run(command, env=settings, cwd=REPOSITORY, check=True, capture_output=True)
            found.add((root / "site/books/page.pdf").read_bytes())
            for kept in (root / printing.CACHE).iterdir():
                kept.unlink()

        assert 1 == len(found)


class TestCache:
    def test_unchanged_book(self, tmp_path, monkeypatch):
        """
        A book that has not changed is not set again.
        """
        first = printed(tmp_path, {"docs/page.md": PAGE})
        monkeypatch.setattr(printing, "_compile", lambda *_: pytest.fail("set again"))

        assert first.pdf == printed(tmp_path, {"docs/page.md": PAGE}).pdf

    def test_changed_book(self, tmp_path):
        """
        A changed word makes another book.
        """
        first = printed(tmp_path, {"docs/page.md": PAGE})

        assert first.pdf != printed(tmp_path, {"docs/page.md": PAGE + "\n又一段。\n"}).pdf

    def test_changed_image(self, tmp_path):
        """
        An image changed under the same name makes another book.
        """
        page = {"docs/page.md": "# 通知\n\n![示意图](plan.png)\n"}
        found = set()
        for color in ("red", "blue"):
            (tmp_path / "docs").mkdir(exist_ok=True)
            Image.new("RGB", (40, 20), color).save(tmp_path / "docs/plan.png")
            found.add(printed(tmp_path, page).pdf)

        assert 2 == len(found)


class TestRefusals:
    def test_image_without_words(self, tmp_path):
        """
        An image that cannot be read out is refused on its line.
        """
        (tmp_path / "docs").mkdir()
        Image.new("RGB", (40, 20), "red").save(tmp_path / "docs/plan.png")
        (found,) = refused(tmp_path, {"docs/page.md": "# 通知\n\n![](plan.png)\n"})

        assert ("image-words", "docs/page.md:3") == (found.code, str(found.where))

    def test_unknown_tag(self, tmp_path):
        """
        A tag nobody taught the press is named with its page and line, never dropped.
        """
        page = "# 通知\n\n<p>前<blink>闪</blink>后</p>\n"
        (found,) = refused(tmp_path, {"docs/page.md": page})

        assert ("unknown-element", "docs/page.md:3") == (found.code, str(found.where))
        assert "<blink>" in found.fact

    def test_missing_glyph(self, tmp_path):
        """
        A character that no font has is named, with the line that holds it and what to do.
        """
        page = "# 通知\n\n正文。\n\n姓名\U000f0000。\n"
        (found,) = refused(tmp_path, {"docs/page.md": page})

        assert ("missing-glyph", "docs/page.md:5") == (found.code, str(found.where))
        assert "\U000f0000" in found.fact
        assert "HANDBOOK_FONTS" in found.hint

    def test_rare_characters(self, tmp_path):
        """
        Characters of names that Fandol lacks come from another font.
        """
        assert printed(tmp_path, {"docs/page.md": "# 通知\n\n王喆、李珺、赵㛃，88㎡。\n"}).pdf

    def test_missing_page_of_a_book(self, tmp_path):
        """
        A book that names a page which does not exist is not printed without it.
        """
        books = "- 代号: book\n  标题: 书\n  版式: 书\n  页面: [no.md]\n"
        site = write(tmp_path, {"data/books.yml": books})
        with pytest.raises(ProblemsFound) as found:
            print_books(site, chosen_books(site, ()), release=False)

        assert ["book-page"] == [one.code for one in found.value.problems]

    def test_unknown_book(self, tmp_path):
        """
        An unknown name is answered with the likely one.
        """
        (found,) = _unknown(write(tmp_path, {"docs/page.md": PAGE}), "pag.md")

        assert "page.md" in found.hint

    def test_gaps_stop_a_release(self, project, run):
        """
        A release with a gap prints nothing; the draft does.
        """
        root = project({"docs/page.md": '# 通知\n\n召开集体约谈{{ 数("集体约谈", 2023) }}。\n'})

        code, output = run(root, "pdf", "page.md", "--release")

        assert 1 == code
        assert "没有印" in output
        assert not (root / "site").exists()


def _unknown(site, name):
    with pytest.raises(ProblemsFound) as found:
        chosen_books(site, (name,))
    return found.value.problems
