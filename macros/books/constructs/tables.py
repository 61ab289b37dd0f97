"""Tables: spans, alignment, widths by content, heads that repeat; wide ones lie sideways."""

from lxml import html

from macros.formatting import MISSING

WIDE_CLASSES = frozenset(["comparison", "compare"])
MOST_UPRIGHT = 8
"""Columns that fit on an upright page; a table with more lies sideways."""

LEAST, MOST = 3, 22
"""Characters that a column is reckoned with, however little or much it holds."""

SHORT, MOST_SHORT = 7, 4
"""Columns of at most six characters are set as wide as they are, if they are few."""

ALIGNMENTS = frozenset(["left", "right", "center"])


def _table(walker, element: html.HtmlElement) -> str:
    rows = [row for row in element.iter("tr") if row.iterancestors("table").__next__() is element]
    if not rows:
        return ""
    weights = _weights(rows)
    head = [row for row in rows if row.getparent().tag == "thead"]
    body = [row for row in rows if row not in head]
    parts = [f"columns: ({', '.join(_widths(weights))},)"]
    if head:
        parts.append(f"table.header({', '.join(_row(walker, row) for row in head)})")
    parts += [_row(walker, row) for row in body if len(row)]
    content = ",\n  ".join(parts)
    table = f"{_caption(walker, element)}#table({content})\n\n"
    is_wide = len(weights) > MOST_UPRIGHT or not WIDE_CLASSES.isdisjoint(_classes(element))
    return f"#sideways[{table}]\n\n" if is_wide else table


def _classes(element: html.HtmlElement) -> list[str]:
    around = element.getparent()
    names = [element.get("class"), around.get("class") if around is not None else ""]
    return " ".join(name or "" for name in names).split()


def _caption(walker, element: html.HtmlElement) -> str:
    caption = element.find("caption")
    return f"#caption[{walker.inline(caption)}]\n" if caption is not None else ""


def _cells(row: html.HtmlElement) -> list[html.HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name) or ""
    return int(value) if value.isdigit() and int(value) else 1


def _weights(rows: list[html.HtmlElement]) -> list[int]:
    """Return how wide the columns are relative to each other, by the longest text in each."""
    count = max(sum(_span(cell, "colspan") for cell in _cells(row)) for row in rows)
    weights = [LEAST] * count
    for row in rows:
        cells = _cells(row)
        if len(cells) == count:
            for place, cell in enumerate(cells):
                weights[place] = max(weights[place], _length(cell))
    return [weight + 1 for weight in weights]


def _widths(weights: list[int]) -> list[str]:
    """Return the widths of columns: short ones as they are, the rest shared by the others."""
    short = [weight for weight in weights if weight <= SHORT]
    if len(short) == len(weights) or len(short) > MOST_SHORT:
        return [f"{weight}fr" for weight in weights]
    return ["auto" if weight <= SHORT else f"{weight}fr" for weight in weights]


def _length(cell: html.HtmlElement) -> int:
    text = cell.text_content().strip()
    least = len(MISSING) if MISSING in text else 0
    return max(least, min(MOST, len(text)))


def _row(walker, row: html.HtmlElement) -> str:
    return ", ".join(_cell(walker, cell) for cell in _cells(row))


def _cell(walker, cell: html.HtmlElement) -> str:
    options = [
        f"{name}: {_span(cell, name)}" for name in ("colspan", "rowspan") if _span(cell, name) > 1
    ]
    alignment = _alignment(cell)
    if alignment:
        options.append(f"align: {alignment}")
    content = f"[{walker.anchor(cell)}{_shown(cell, walker.flow(cell).strip())}]"
    return f"table.cell({', '.join(options)}){content}" if options else content


def _shown(cell: html.HtmlElement, content: str) -> str:
    return f"#head[{content}]" if cell.tag == "th" and content else content


def _alignment(cell: html.HtmlElement) -> str:
    if cell.get("align") in ALIGNMENTS:
        return cell.get("align")
    return "right" if cell.get("class") == "number" else ""


def plain_table(header: tuple[str, ...], rows: list[tuple[str, ...]], widths: str) -> str:
    """Return a table of our own as Typst; cells are Typst content."""
    head = ", ".join(f"[#head[{name}]]" for name in header)
    body = ",\n  ".join(", ".join(f"[{cell}]" for cell in row) for row in rows)
    return f"#table(columns: {widths}, table.header({head}),\n  {body})\n\n"


BLOCKS = {"table": _table}
