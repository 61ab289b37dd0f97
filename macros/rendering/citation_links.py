"""Citations as links, with the article's text at hand, and under each article who cites it."""

from collections.abc import Iterator
from functools import partial
from html import escape

from macros.page import Page
from macros.regulations.citations import Place
from macros.regulations.links import Citations
from macros.regulations.outline import ArticleOutline
from macros.regulations.register import Status, Version
from macros.regulations.structure import Article
from macros.regulations.targets import Link, address

Replacement = tuple[int, int, str]
"""Start and end in the text of the file, and the Markdown that stands there instead."""

HOVER = 160
"""Characters of an article shown on hover and focus."""

MOST_CITING = 12
"""Citing places named under one article."""


def citation_links(citations: Citations, page: Page) -> Iterator[Replacement]:
    """Yield what turns the citations of a page into links; lines stay lines."""
    for link in citations.links(page):
        shown = page.file.text[link.start : link.end]
        hover = _attribute(hover_text(citations, link))
        target = address(page, link)
        yield link.start, link.end, f'[{_text(shown)}]({target} "{hover}")' if target else shown
    own = citations.owner(page)
    if own:
        yield from _citing(citations, own[1])


def hover_text(citations: Citations, link: Link) -> str:
    """Return what a reader sees of the cited text without leaving the page."""
    regulation, version = link.regulation, link.version
    status = regulation.status(version, citations.handbook.day)
    mark = "" if status is Status.IN_FORCE else f"（{status.value}）"
    if not link.place.article:
        return f"《{version.title}》{mark}"
    made_from = (version.page.file.digest, repr(link.place))
    return mark + citations.handbook.cache.recall("hover", made_from, partial(_opening, link))


def _opening(link: Link) -> str:
    """Return the beginning of the cited 条, 款 or 项, with the 项 of a 款."""
    place = link.place
    article = link.version.structure.article(place.article, place.inserted or None)
    text = " ".join(_cited(article, place))
    return text if len(text) <= HOVER else text[:HOVER] + "…"


def _cited(article: Article, place: Place) -> Iterator[str]:
    for paragraph in article.paragraphs:
        if place.paragraph in (0, paragraph.number):
            if not place.subparagraph:
                yield paragraph.text
            for unit in paragraph.subparagraphs:
                if place.subparagraph in (0, unit.number):
                    yield unit.line.text


def _citing(citations: Citations, version: Version) -> Iterator[Replacement]:
    """Yield, at the end of each cited article, the places that cite it."""
    if version.page.path not in citations.cited_pages:
        return
    ends = version.page.file.line_starts
    for article in version.outline.articles:
        citing = citations.cited_by.get((version.page.path, article.anchor))
        if citing:
            last = ends[article.last_line] - 1
            yield last, last, _cited_by(citations, version.page, citing)


def _cited_by(
    citations: Citations, page: Page, citing: tuple[tuple[Page, Link], ...]
) -> str:
    places = dict.fromkeys(_place(citations, page, *one) for one in citing)
    shown = list(places)[:MOST_CITING]
    more = f"等 {len(places)} 处" if len(places) > MOST_CITING else ""
    return f'<span class="cited-by">被引用：{"、".join(shown)}{more}</span>'


def _place(citations: Citations, page: Page, source: Page, link: Link) -> str:
    """Return a link to the article, or the page, that cites."""
    own = citations.owner(source)
    if own is None:
        return f"[{_text(source.title)}]({_relative(page, source)})"
    article = _article_at(own[1], source.file.line_at(link.start))
    label, anchor = (article.anchor, f"#{article.anchor}") if article else ("", "")
    return f"[《{_text(source.title)}》{label}]({_relative(page, source)}{anchor})"


def _article_at(version: Version, line: int) -> ArticleOutline | None:
    before = [one for one in version.outline.articles if one.first_line <= line]
    return before[-1] if before else None


def _relative(page: Page, other: Page) -> str:
    ups = page.path.count("/")
    return "../" * ups + other.path


def _text(text: str) -> str:
    return text.replace("[", "&#91;").replace("]", "&#93;")


def _attribute(text: str) -> str:
    """Return text that no Markdown inside a link title can touch."""
    safe = escape(text, quote=True)
    for mark in "\\`*_{}[]|~":
        safe = safe.replace(mark, f"&#{ord(mark)};")
    return safe
