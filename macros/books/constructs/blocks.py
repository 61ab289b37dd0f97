"""Headings, paragraphs, quotes, code, boxes and the frames around other blocks."""

import re

from lxml import html

from macros.books.source import escaped, label, quoted
from macros.rendering.document import visible_text

MOST_WORDS = 20
"""Characters of an article that its line in the contents shows."""

DEEPEST = 6
"""Levels of headings that HTML and the templates know."""

CUT_GAP = re.compile("【[^】]*$")

END_OF_PHRASE = re.compile("[，。；：,;:]")


def _paragraph(walker, element: html.HtmlElement) -> str:
    number = element.find("strong[@class='article-label']")
    start = _article(walker, element, number) if number is not None else ""
    content = walker.inline(element).strip()
    return f"{walker.anchor(element)}{start}{content}\n\n" if start or content else ""


def _article(walker, element: html.HtmlElement, number: html.HtmlElement) -> str:
    """第X条 as a heading within its line, so that bookmarks and contents can list it."""
    text = visible_text(element).removeprefix(visible_text(number)).strip()
    phrase = END_OF_PHRASE.split(text)[0]
    if len(phrase) > MOST_WORDS:
        phrase = f"{CUT_GAP.sub('', phrase[:MOST_WORDS])}…"
    level = min(walker.level + 1, DEEPEST)
    return f"#article({level}, [{walker.take(number)}], [{escaped(phrase)}])"


def _heading(walker, element: html.HtmlElement) -> str:
    level = walker.level = int(element.tag[1])
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
