"""要印的书：代号不重复，收的页面都在，同一页只收一次。

代号就是 PDF 的文件名，重复的会互相盖掉；少了页面的书印不出来。

依据：本手册的要求：data/books.yml 与 docs/ 一致。

不通过：

    data/books.yml：
    - 代号: handbook
      标题: 手册
      版式: 书
      页面:
        - hand-book.md

通过：

    data/books.yml：
    - 代号: handbook
      标题: 手册
      版式: 书
      页面:
        - index.md
"""

import difflib
from collections.abc import Iterator

from macros.checks.files.file_name import RESERVED
from macros.models.book import Book
from macros.problems import Problem, Severity
from macros.rendering.site import RenderedSite

RULE = "BOOK-01"
CODE = "book-page"
SEVERITIES = (Severity.ERROR,)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each book that cannot be printed as it is listed."""
    ids: set[str] = set()
    for book in site.handbook.books:
        if book.id in ids or RESERVED.fullmatch(book.id):
            fact = f"代号“{book.id}”已经用过，或是 Windows 保留的名称"
            yield Problem(book.place("代号"), CODE, fact, "换一个代号。", Severity.ERROR)
        ids.add(book.id)
        yield from _pages(site, book)


def _pages(site: RenderedSite, book: Book) -> Iterator[Problem]:
    for index, path in enumerate(book.pages):
        if path not in site.pages:
            close = difflib.get_close_matches(path, site.pages, n=1)
            guess = f"是不是想写“{close[0]}”？" if close else ""
            fact, hint = f"书里的“{path}”没有这个页面", f"{guess}写 docs 下的路径，如 index.md。"
        elif path in book.pages[:index]:
            fact, hint = f"书里的“{path}”收了两次", "删去其中一次。"
        else:
            continue
        yield Problem(book.place("页面"), CODE, fact, hint, Severity.ERROR)
