"""Words within a line: emphasis, links, code, marks, line breaks."""

from lxml import html

from macros.books.source import escaped, raw


def _wrapped(function: str):
    def construct(walker, element: html.HtmlElement) -> str:
        return f"{walker.anchor(element)}#{function}[{walker.inline(element)}]"

    return construct


def _plain(walker, element: html.HtmlElement) -> str:
    return walker.anchor(element) + walker.inline(element)


def _code(walker, element: html.HtmlElement) -> str:
    return raw(element.text_content())


def _line_break(walker, element: html.HtmlElement) -> str:
    return "#linebreak()"


def _link(walker, element: html.HtmlElement) -> str:
    content = walker.inline(element)
    target = element.get("href")
    linked = walker.links.typst(walker.path, target.strip(), content) if target else content
    return walker.anchor(element) + linked


def _raised(walker, element: html.HtmlElement) -> str:
    """A footnote where its mark stands; other raised text stays raised."""
    target = element.find("a")
    note = walker.footnotes.get((target.get("href") or "")[1:]) if target is not None else None
    if note is None:
        return f"{walker.anchor(element)}#super[{walker.inline(element)}]"
    paragraphs = [walker.inline(one).strip() for one in note.iter("p")]
    return f"#footnote[{'#parbreak()'.join(paragraphs)}]"


def _mark(walker, element: html.HtmlElement) -> str:
    """A mark of the editor's; 【待填】 has its box wherever it stands."""
    is_gap = "missing" in (element.get("class") or "").split()
    return walker.inline(element) if is_gap else f"#marked[{walker.inline(element)}]"


def _expanded(walker, element: html.HtmlElement) -> str:
    """An abbreviation, with its long form in brackets: paper has no hover."""
    title = element.get("title")
    return walker.inline(element) + (f"（{escaped(title)}）" if title else "")


INLINE = {
    "a": _link,
    "abbr": _expanded,
    "br": _line_break,
    "code": _code,
    "del": _wrapped("deleted"),
    "em": _wrapped("emph"),
    "ins": _wrapped("added"),
    "kbd": _plain,
    "mark": _mark,
    "small": _plain,
    "strong": _wrapped("strong"),
    "sub": _wrapped("sub"),
    "sup": _raised,
    "time": _plain,
}
