"""`印本`: the printed books and where to get them."""

from macros import paths
from macros.handbook import Handbook
from macros.page_macros.html import escape, link, numeric, table


def show_books(handbook: Handbook) -> str:
    """列出要印的书和它们的 PDF；PDF 由 handbook pdf 生成。只用在 docs 下一层文件夹的页面上。

    Example:
        {{ 印本() }}
    """
    rows = [
        (
            escape(book.title),
            escape(book.profile),
            str(len(book.pages)),
            link(f"../{paths.BOOKS}/{book.id}.pdf", "PDF"),
        )
        for book in handbook.books
    ]
    header = ("书", "版式", "收页面几个", "下载")
    empty = "data/books.yml 里还没有书。"
    return table("印本", header, rows, empty, kinds=numeric("收页面几个"))
