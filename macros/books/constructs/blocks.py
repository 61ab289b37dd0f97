"""Headings, paragraphs, quotes, code, boxes and the frames around other blocks."""

from lxml import html

from macros.books.source import label, quoted


def _paragraph(walker, element: html.HtmlElement) -> str:
    content = walker.inline(element).strip()
    return f"{walker.anchor(element)}{content}\n\n" if content else ""


def _heading(walker, element: html.HtmlElement) -> str:
    level = int(element.tag[1])
    identifier = walker.new_id(element)
    mark = f"#{label(walker.path, identifier)}" if identifier else ""
    return f"#heading(level: {level})[{walker.inline(element).strip()}]{mark}\n\n"


def _frame(walker, element: html.HtmlElement) -> str:
    classes = (element.get("class") or "").split()
    if "admonition" in classes:
        return _box(walker, element, element.find("p[@class='admonition-title']"))
    return walker.anchor(element) + walker.flow(element)


def _details(walker, element: html.HtmlElement) -> str:
    """What folds on a screen stands open on paper."""
    return _box(walker, element, element.find("summary"))


def _box(walker, element: html.HtmlElement, title: html.HtmlElement | None) -> str:
    return f"#hint[{walker.take(title)}][{walker.anchor(element)}{walker.flow(element)}]\n\n"


def _quote(walker, element: html.HtmlElement) -> str:
    return f"#quote(block: true)[{walker.flow(element)}]\n\n"


def _code(walker, element: html.HtmlElement) -> str:
    return f"#raw(block: true, {quoted(element.text_content().rstrip())})\n\n"


def _rule(walker, element: html.HtmlElement) -> str:
    return "#line(length: 100%, stroke: 0.5pt)\n\n"


BLOCKS = {
    "article": _frame,
    "blockquote": _quote,
    "details": _details,
    "div": _frame,
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "hr": _rule,
    "p": _paragraph,
    "pre": _code,
    "section": _frame,
    "summary": _paragraph,
}
