"""Nothing is lost between page and paper, and every reference leads where it says."""

import io
import re

import pikepdf
from lxml import etree

from macros.books.omitted import is_omitted
from macros.rendering.document import blocks
from tests.books.measuring import plain


def outline(pdf):
    """Return title and physical page of every bookmark."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as tree:
        numbers = {page.obj.objgen: page.index + 1 for page in document.pages}
        names = pikepdf.NameTree(document.Root.Names.Dests) if "/Names" in document.Root else {}

        def visit(items):
            for item in items:
                target = item.destination
                if isinstance(target, pikepdf.String):
                    target = names[str(target)]
                page = target.D[0] if isinstance(target, pikepdf.Dictionary) else target[0]
                found.append((item.title, numbers[page.objgen]))
                visit(item.children)

        visit(tree.root)
    return found


def headings(site, *paths):
    """Return every heading of pages as it is shown, and the number of every article."""
    return [
        plain(number if number is not None else text)
        for path in paths
        for element, text in blocks(site.pages[path].article)
        for number in [element.findtext("strong[@class='article-label']")]
        if number is not None or re.fullmatch("h[1-6]", element.tag)
    ]


def shown_text(element):
    """Return what print shows of an element."""
    parts = [element.text or ""]
    for child in element:
        if not is_omitted(child) and child.tag != "sup":
            parts.append(shown_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


class TestText:
    def test_every_paragraph(self, site, prints, book):
        """
        Each paragraph, heading, item and cell can be copied out of the PDF again, word for word.
        """
        printed = "".join(sheet.text for sheet in book)
        printed = re.sub(r"（见第\d+页）", "", printed)
        printed = re.sub("(?<=[格内文字很多，])左列中列右列(?=[格内文字很多，这])", "", printed)
        lost = []
        for path in prints["book"].volume.book.pages:
            for element in site.pages[path].article.iter(etree.Element):
                is_leaf = element.tag in ("p", "li", "td", "th", "h1", "h2", "h3", "pre", "dt")
                if is_leaf and not element.xpath(".//p|.//li|ancestor::*[@class='footnote']"):
                    text = plain(shown_text(element))
                    lost += [] if text in printed else [text]

        assert [] == lost

    def test_web_only(self, book):
        """
        Permalinks and buttons are not printed.
        """
        assert "¶" not in "".join(sheet.text for sheet in book)


class TestReferences:
    def test_contents(self, book, prints):
        """
        Each entry of the contents, articles included, gives the page on which it stands.
        """
        first = next(sheet.number for sheet in book if sheet.foot and sheet.foot.text == "—1—")
        listed = "".join(sheet.text for sheet in book[: first - 1])
        entries = re.findall(r"([^.·…]+?)[.·…]{3,}(\d+)", listed.partition("目录")[2])
        pages = {plain(title): page - first + 1 for title, page in outline(prints["book"].pdf)}

        assert len(entries) >= 15
        assert [] == [
            (title, number) for title, number in entries
            if plain(title) not in book[int(number) + first - 2].text
        ]  # fmt: skip
        assert {"示范办法", "第一章总则", "台账说明"} <= set(pages)
        assert {"第一条为了规范示范工作", "第三条本办法自印发之日起施行"} <= {
            plain(title) for title, _ in entries
        }

    def test_outline(self, site, prints, book):
        """
        Every heading and every article is a bookmark that leads to the page it stands on.
        """
        marks = outline(prints["book"].pdf)
        pages = prints["book"].volume.book.pages
        titles = [plain(title) for title, _ in marks]

        assert headings(site, *pages) == [title for title in titles if "附录" not in title]
        assert [] == [title for title, page in marks if plain(title) not in book[page - 1].text]

    def test_see_page(self, book):
        """
        A link to another page of the book says on which page to look.
        """
        text = "".join(sheet.text for sheet in book)
        number = int(re.search(r"见台账说明（见第(\d+)页）", text)[1])
        first = next(sheet.number for sheet in book if sheet.foot and sheet.foot.text == "—1—")

        assert "二、存在问题" in book[number + first - 2].text


class TestAppendices:
    def test_sources(self, book):
        """
        Each figure is numbered, and its sources stand in the appendix.
        """
        text = "".join(sheet.text for sheet in book)
        appendix = text.rpartition("数据来源一览表")[2]

        assert "1局党组会（2023年）30次" in appendix
        assert "未核实" in appendix

    def test_gaps_of_a_draft(self, book, prints):
        """
        A draft ends with what is still missing and is marked as a draft on every page.
        """
        text = "".join(sheet.text for sheet in book)
        marked = [
            sheet for sheet in book
            if "草" in {one["text"] for one in sheet.characters if one["size"] > 60}
        ]  # fmt: skip

        assert "待补清单" in text
        assert len(book) == len(marked)

    def test_status_index(self, book):
        """
        The regulations of a book are listed by status, with their page.
        """
        text = "".join(sheet.text for sheet in book)

        assert re.search(r"示范办法草案【待填】【待填】第\d+页", text)
