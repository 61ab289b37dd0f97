"""Tables: spans, alignment, widths by content, heads that repeat; wide ones lie sideways."""

from lxml import html

from macros.formatting import MISSING

WIDE_CLASSES = frozenset(["comparison", "compare"])
MOST_UPRIGHT = 8
"""Columns that fit on an upright page; a table with more lies sideways."""

LEAST, MOST = 3, 30
"""Characters that a column is reckoned with, however little or much it holds."""

ROOM = 8
"""Characters that a column has room for if one of its cells has as many, though most are short."""

UPRIGHT, SIDEWAYS = (42, 44), (60, 30)
"""Characters across and lines down that a table has room for on a page."""

SHORT, MOST_SHORT = 7, 4
"""Columns of at most six characters are set as wide as they are, if they are few."""

ALIGNMENTS = frozenset(["left", "right", "center"])


def _table(walker, element: html.HtmlElement) -> str:
    rows = own_rows(element)
    if not rows:
        return ""
    shares = weights(rows)
    is_wide = len(shares) > MOST_UPRIGHT or not WIDE_CLASSES.isdisjoint(_classes(element))
    room = SIDEWAYS if is_wide else UPRIGHT
    head = [row for row in rows if row.getparent().tag == "thead"]
    body = [row for row in rows if row not in head]
    parts = [f"columns: ({', '.join(_widths(shares))},)"]
    if head:
        parts.append(f"table.header({', '.join(_row(walker, row) for row in head)})")
    parts += [_row(walker, row, _is_tall(row, shares, room)) for row in body if len(row)]
    content = ",\n  ".join(parts)
    table = f"{_caption(walker, element)}#table({content})\n\n"
    return f"#sideways[{table}]\n\n" if is_wide else table


def own_rows(element: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the rows of a table, those of tables in its cells left out."""
    return [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]


def _classes(element: html.HtmlElement) -> list[str]:
    around = element.getparent()
    names = [element.get("class"), around.get("class") if around is not None else ""]
    return " ".join(name or "" for name in names).split()


def _caption(walker, element: html.HtmlElement) -> str:
    caption = element.find("caption")
    return f"#caption[{walker.inline(caption)}]\n" if caption is not None else ""


def cells_of(row: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def span(cell: html.HtmlElement, name: str) -> int:
    """Return how many columns or rows a cell takes, `name` being ``colspan`` or ``rowspan``."""
    value = cell.get(name) or ""
    return int(value) if value.isdigit() and int(value) else 1


def weights(rows: list[html.HtmlElement]) -> list[int]:
    """Return how wide the columns are relative to each other, by what their cells mostly hold."""
    count = max(sum(span(cell, "colspan") for cell in cells_of(row)) for row in rows)
    complete = [cells for row in rows if len(cells := cells_of(row)) == count]
    if not complete:
        return [LEAST + 1] * count
    columns = zip(*complete, strict=True)
    return [_weight([_length(cell) for cell in column]) + 1 for column in columns]


def _weight(lengths: list[int]) -> int:
    usual = round(sum(lengths) / len(lengths))
    return max(LEAST, min(MOST, usual), min(ROOM, max(lengths)))


def _widths(shares: list[int]) -> list[str]:
    """Return the widths of columns: short ones as they are, the rest shared by the others."""
    short = [share for share in shares if share <= SHORT]
    if len(short) == len(shares) or len(short) > MOST_SHORT:
        return [f"{share}fr" for share in shares]
    return ["auto" if share <= SHORT else f"{share}fr" for share in shares]


def _length(cell: html.HtmlElement) -> int:
    text = cell.text_content().strip()
    least = len(MISSING) if MISSING in text else 0
    return max(least, len(text))


def _is_tall(row: html.HtmlElement, shares: list[int], room: tuple[int, int]) -> bool:
    """Return whether a row may be too high for a page, so that it has to be split after all."""
    characters, lines = room
    for cell, share in zip(cells_of(row), shares, strict=False):
        parts = sum(1 for _ in cell.iter("p", "li", "br", "tr"))
        if parts + len(cell.text_content()) * sum(shares) / (share * characters) > lines / 2:
            return True
    return False


def _row(walker, row: html.HtmlElement, is_tall: bool = False) -> str:
    return ", ".join(_cell(walker, cell, is_tall) for cell in cells_of(row))


def _cell(walker, cell: html.HtmlElement, is_tall: bool) -> str:
    spans = [
        f"{name}: {span(cell, name)}" for name in ("colspan", "rowspan") if span(cell, name) > 1
    ]
    alignment = _alignment(cell)
    options = [*spans, f"align: {alignment}"] if alignment else spans
    if is_tall or span(cell, "rowspan") > 1:
        options.append("breakable: true")
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
