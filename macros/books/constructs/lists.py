"""Lists with bullets and numbers, and lists of definitions."""

from lxml import html


def _bullets(walker, element: html.HtmlElement) -> str:
    return f"#list({_items(walker, element)})\n\n"


def _numbers(walker, element: html.HtmlElement) -> str:
    start = int(element.get("start") or 1)
    return f"#enum(start: {start}, {_items(walker, element)})\n\n"


def _items(walker, element: html.HtmlElement) -> str:
    items = [child for child in walker.children(element) if child.tag == "li"]
    return ", ".join(f"[{walker.anchor(one)}{walker.flow(one).strip()}]" for one in items)


def _definitions(walker, element: html.HtmlElement) -> str:
    parts = []
    for child in walker.children(element):
        kind = {"dt": "term", "dd": "meaning"}.get(child.tag)
        if kind:
            parts.append(f"#{kind}[{walker.anchor(child)}{walker.flow(child).strip()}]\n\n")
    return "".join(parts)


def _loose(walker, element: html.HtmlElement) -> str:
    return walker.flow(element)


BLOCKS = {"dd": _loose, "dl": _definitions, "dt": _loose, "li": _loose, "ol": _numbers,
          "ul": _bullets}  # fmt: skip
