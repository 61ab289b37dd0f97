"""The report in Markdown, for the terminal and the page of a pull request."""

from collections.abc import Iterable, Iterator, Sequence

from macros import paths
from macros.figures import plain_text
from macros.impact import page_section
from macros.impact.addresses import Address
from macros.impact.figures import DefinitionChange, FigureChange
from macros.impact.findings import Findings
from macros.impact.markup import code, plain, runs_as_sides, sides, table
from macros.impact.regulations import VersionChange
from macros.impact.report import BookChange, Impact
from macros.impact.rows import RowChange
from macros.problems import Problem

PROGRAM = ("macros/", f"{paths.OVERRIDES}/", paths.CONFIG)
"""Where a change touches every page."""

MOST = 100
"""Rows of one list that are written out; the JSON has them all."""


def as_markdown(impact: Impact, base: str) -> str:
    """Return the report as text; one line if nothing changed.

    Args:
        base: what the working tree is compared with, as it was asked for.
    """
    unseen = list(_unseen(impact.files))
    if impact.is_empty and not unseen:
        edited = f"改了 {len(impact.files)} 个文件，" if impact.files else ""
        return f"与 {base} 相比，{edited}读者看到的内容没有变化。\n"
    sections = (
        _summary(impact, base),
        _addresses(impact.addresses),
        _findings(impact.findings),
        _figures(impact.figures),
        _definitions(impact.definitions),
        _gaps(impact.gaps),
        page_section.pages(impact.pages),
        _books(impact.books),
        _regulations(impact.regulations),
        _rows(impact.other_rows),
        unseen,
    )
    return "\n".join(line for section in sections for line in section).rstrip() + "\n"


def _summary(impact: Impact, base: str) -> Iterator[str]:
    yield f"# 影响报告：{plain(base)} → 现在\n"
    if impact.is_blocked:
        yield (
            f"**阻止合并**：没有去处的旧地址 {len(impact.lost)} 处，"
            f"新的检查错误 {len(impact.findings.blocking)} 处。\n"
        )
    else:
        yield "没有阻止合并的问题。\n"
    edits = [edit for change in impact.pages for edit in change.edits]
    tables = {
        (change.page.path, edit.piece.table or edit.piece.text)
        for change in impact.pages for edit in change.edits if edit.piece.kind.is_table
    }  # fmt: skip
    sentences = sum(not edit.piece.kind.is_table for edit in edits)
    parts = (
        ("数", len(impact.figures)), ("句子", sentences), ("表和图", len(tables)),
        ("页面", len(impact.pages)), ("印本", len(impact.books)),
        ("制度版本", len(impact.regulations)), ("台账行", len(impact.rows)),
    )  # fmt: skip
    yield f"变化：{'，'.join(f'{name} {count}' for name, count in parts if count) or '无'}。\n"


def _addresses(addresses: Sequence[Address]) -> Iterator[str]:
    if not addresses:
        return
    yield "## 消失的网址和锚点\n"
    for one in addresses[:MOST]:
        if one.redirect:
            after = f"已改到 {code(one.redirect.new)}（{plain(one.redirect.reason)}）"
        else:
            after = "**没有去处**"
        yield f"- {code(one.address)}：{after}。原在 {code(str(one.where))}"
    yield from _more(addresses)
    yield ""
    yield from _entries([one for one in addresses if one.redirect is None])


def _entries(lost: Sequence[Address]) -> Iterator[str]:
    """Yield what to write into `data/redirects.yml`."""
    if lost:
        yield "怎么改：恢复这些地址；确实不要了，就把下面几行补全，写进 `data/redirects.yml`。\n"
        yield "```yaml"
        for one in lost[:MOST]:
            yield f"- 旧地址: {one.address}\n  新地址:\n  原因:\n  日期:"
        yield "```\n"


def _findings(findings: Findings) -> Iterator[str]:
    if findings.new:
        yield "## 检查新发现的问题\n"
        yield from _problems(findings.new)
    if findings.mended:
        yield "## 检查不再报的问题\n"
        yield from _problems(findings.mended)


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    for one in problems[:MOST]:
        place = code(str(one.where))
        yield f"- {one.label()} {place} {plain(one.fact)}（{one.code}）"
    yield from _more(problems)
    yield ""


def _figures(figures: Sequence[FigureChange]) -> Iterator[str]:
    if figures:
        yield "## 数\n"
    for change in figures:
        yield from _figure(change)


def _figure(change: FigureChange) -> Iterator[str]:
    one, other = (plain_text(side) if side else "" for side in (change.old, change.new))
    old, new = sides(one, other) if one != other else (plain(one), "")
    shown = f"{old or '（新）'} → {new or '（删）'}" if one != other else f"{old}（不变）"
    yield f"### {plain(change.key.name)}（{change.key.year}年）：{shown}\n"
    sides_there = [side for side in (change.old, change.new) if side]
    states = " → ".join(dict.fromkeys(side.state.value for side in sides_there))
    is_typed = any(side.typed for side in sides_there)
    yield f"- 状态：{states}{f'；填写在 {code(str(change.where))}' if is_typed else ''}"
    if change.factor is not None:
        yield f"- **变动大**：现在是原来的 {round(change.factor, 2)} 倍，请核对"
    for aspect in change.aspects:
        yield f"- {aspect.name}：{_arrow(aspect.old, aspect.new)}"
    yield from map(_row, change.rows[:MOST])
    yield from _more(change.rows)
    yield ""


def _row(row: RowChange) -> str:
    is_changed = row.old and row.new
    cells = (
        f"{plain(cell.column)} "
        + (_arrow(cell.old, cell.new) if is_changed else "".join(sides(cell.old, cell.new)))
        for cell in row.cells
    )
    return f"- {row.word} {code(str(row.where))}：{'；'.join(cells)}"


def _arrow(old: str, new: str) -> str:
    return " → ".join(part or "（空）" for part in sides(old, new))


def _definitions(definitions: Sequence[DefinitionChange]) -> Iterator[str]:
    if not definitions:
        return
    yield "## 数的定义\n"
    for change in definitions:
        yield f"### {plain(change.name)}（{change.word}，{code(str(change.where))}）\n"
        rows = ((aspect.name, *sides(aspect.old, aspect.new)) for aspect in change.aspects)
        yield from table(("", "原来", "现在"), rows)


def _gaps(gaps: Findings) -> Iterator[str]:
    for title, problems in (("## 新的待补", gaps.new), ("## 已补上", gaps.mended)):
        if problems:
            yield f"{title}\n"
            yield from _problems(problems)


def _books(books: Sequence[BookChange]) -> Iterator[str]:
    if not books:
        return
    yield "## 要重印的书\n"
    for change in books:
        yield f"- 《{plain(change.book.title)}》（{code(change.book.id)}，{change.word}）"
        for page in change.pages:
            headings = "、".join(plain(heading) for heading in page.headings if heading)
            yield f"    - {plain(page.page.title)}{'：' if headings else ''}{headings}"
    yield ""


def _regulations(changes: Sequence[VersionChange]) -> Iterator[str]:
    if changes:
        yield "## 制度\n"
    for change in changes:
        statuses = (change.old_status, change.new_status)
        status = " → ".join(dict.fromkeys(filter(None, statuses)))
        yield f"### 《{plain(change.title)}》（{change.word}，{code(change.file)}）\n"
        against = f"；条文与{plain(change.against)}比" if change.against else ""
        yield f"效力：{status}{against}\n"
        if change.articles:
            shown = change.articles[:MOST]
            yield from table(("行", "条", "", "原来", "现在"), (
                (str(one.line), plain(one.label), one.word, *runs_as_sides(one.runs))
                for one in shown
            ))  # fmt: skip
            yield from _more(change.articles)


def _rows(rows: Sequence[RowChange]) -> Iterator[str]:
    if rows:
        yield "## 不影响数的台账和清单改动\n"
        yield from map(_row, rows[:MOST])
        yield from _more(rows)
        yield ""


def _unseen(files: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Name what changes how pages look, which no comparison of words shows."""
    for title, names in (
        ("## 换了的图片和附件", [name for name in files if _is_attachment(name[1])]),
        ("## 程序、外观和设置的改动（影响所有页面，由技术员审）",
         [name for name in files if name[1].startswith(PROGRAM)]),
    ):  # fmt: skip
        if names:
            yield f"{title}\n"
            yield from (f"- {word} {code(name)}" for word, name in names[:MOST])
            yield from _more(names)
            yield ""


def _is_attachment(name: str) -> bool:
    return name.startswith(f"{paths.DOCS}/") and not name.endswith(".md")


def _more(items: Sequence[object]) -> Iterator[str]:
    if len(items) > MOST:
        yield f"- ……另有 {len(items) - MOST} 处，见 `--format json`"
