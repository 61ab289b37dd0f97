"""`修订对照`: two versions of a regulation side by side."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.handbook import Handbook
from macros.page_macros.html import badge, escape, link, paragraph
from macros.page_macros.versions import known_regulation, known_version, version_label
from macros.regulations.comparison import Change, Comparison, Row, compare
from macros.regulations.passages import Passage
from macros.regulations.register import Version
from macros.regulations.replacements import Replacement
from macros.regulations.word_marks import Run

HEADS = ("章/条", "修订前", "修订后", "修订类型")
OPENING = 30
"""Letters by which a moved article is recognized."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two versions, and the headings by the lines they stand on."""

    old: Version
    new: Version
    headings: Mapping[int, Passage]
    """Of the new version."""


def show_comparison(handbook: Handbook, id: str, old: str, new: str) -> str:
    """把一件制度的两个版本逐条对照：新增、删除、修改、移动，改动的词句有标记。

    按内容配对，条号变了也能对上；通篇替换的词句归成一条说明；没有变的条文不列。
    放在 docs/regulations/<代号>/ 下的页面里，链接从那里算起。

    Args:
        id: 制度代号，即文件夹名。
        old: 修订前的版本，即文件名，不带 .md。
        new: 修订后的版本。

    Example:
        {{ 修订对照("integrity-talks", "draft-1", "draft") }}
    """
    regulation = known_regulation(handbook, id)
    before, after = known_version(regulation, old), known_version(regulation, new)
    found = compare(before, after)
    headings = {row.new.line: row.new for row in found.rows if row.new and row.new.is_heading}
    sides = _Sides(before, after, headings)
    notes = "".join(f"<li>{note}</li>" for note in _notes(found, sides))
    return f"{_summary(found, sides)}<ul>{notes}</ul>{_table(found, sides)}"


def _summary(found: Comparison, sides: _Sides) -> str:
    counts = "，".join(f"{one.value}{len(found.articles(one))}条" for one in Change)
    folded = f"，只有通篇替换{len(found.folded)}条" if found.folded else ""
    totals = [sum(row.is_article and bool(side) for row, side in some) for some in (
        [(row, row.old) for row in found.rows], [(row, row.new) for row in found.rows],
    )]  # fmt: skip
    return paragraph(
        f"修订前：{_version_link(sides.old)}，{totals[0]}条。"
        f"修订后：{_version_link(sides.new)}，{totals[1]}条。<strong>{counts}{folded}。</strong>"
    )


def _version_link(version: Version) -> str:
    return link(f"{version.name}.html", version_label(version))


def _notes(found: Comparison, sides: _Sides) -> Iterator[str]:
    yield (
        "“修订前”一栏里<del>这样的字</del>是删去的，“修订后”一栏里<ins>这样的字</ins>是新写的；"
        "移动的条文文字没有变，只是条号或者所在的章变了。"
    )
    for one in found.replacements:
        yield _replacement_note(one, sides)
    if found.folded:
        labels = "、".join(_label(row, sides) for row in found.folded)
        yield f"只作了上述替换、别的文字没有变的{len(found.folded)}条，表里不再列出：{labels}。"
    if found.differing_in_width:
        labels = "、".join(_label(row, sides) for row in found.differing_in_width)
        count = len(found.differing_in_width)
        yield f"标点的全角半角、空格不算改动；只有这种差别的有{count}条：{labels}。"
    unchanged = len(found.articles(Change.UNCHANGED))
    left_out = f"没有变的{unchanged}条，表里不列。" if unchanged else ""
    yield f"{left_out}本表由程序比对两个版本的文字生成，以正式文本为准。"


def _replacement_note(one: Replacement, sides: _Sides) -> str:
    pairs = one.examples[:8]
    words = "、".join(f"{escape(old)}→{escape(new)}" for old, new in pairs)
    more = "等" if len(one.examples) > len(pairs) else ""
    examples = f"（{words}{more}）" if words else ""
    labels = "、".join(_anchored(sides.new, article) for article in one.articles)
    return (
        f"通篇替换：“{escape(one.old)}”改为“{escape(one.new)}”{examples}，"
        f"共{one.count}处，见修订后{labels}。"
    )


def _table(found: Comparison, sides: _Sides) -> str:
    rows = [row for row in found.rows if row.change is not Change.UNCHANGED and not row.is_folded]
    if not rows:
        return paragraph("两个版本没有要列出的改动。")
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    return (
        '<div class="table-wrap" tabindex="0" role="region" aria-label="修订对照表">'
        '<table class="comparison data"><caption>修订对照表</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(_rows(rows, sides))}</tbody>"
        "</table></div>"
    )


def _rows(rows: Iterable[Row], sides: _Sides) -> Iterator[str]:
    """Yield the rows; each chapter of the new version is named before its first article."""
    last: tuple[int, ...] = ()
    for row in rows:
        place = row.new.place if row.new else last
        if not row.is_article and row.new:
            place = last = (*place, row.new.line)
        names = [_heading_name(sides.headings[line]) for line in place if line in sides.headings]
        if place != last and names:
            name = "　".join(names)
            yield f'<tr class="chapter"><th colspan="4" scope="rowgroup">{name}</th></tr>'
        last = place
        cells = zip(HEADS, (_label(row, sides), *_texts(row), _kind(row, sides)), strict=True)
        yield "<tr>" + "".join(_cell(head, cell) for head, cell in cells) + "</tr>"


def _cell(head: str, content: str) -> str:
    """Return a cell that names its column where the row is shown as a block."""
    return f'<td data-head="{head}">{content}</td>'


def _heading_name(heading: Passage) -> str:
    return escape(f"{heading.label} {heading.title}".strip())


def _label(row: Row, sides: _Sides) -> str:
    """Return what a row is about: 第三条 → 第五条, each leading to its version."""
    old = _anchored(sides.old, row.old) if row.old else ""
    new = _anchored(sides.new, row.new) if row.new else ""
    if old and new and row.old.label != row.new.label:
        return f"{old} → {new}"
    return new or f"原{old}"


def _anchored(version: Version, passage: Passage) -> str:
    if not passage.anchor:
        return escape(passage.label)
    return link(f"{version.name}.html#{passage.anchor}", passage.label)


def _texts(row: Row) -> tuple[str, str]:
    """Return what the old and the new version say, as HTML."""
    if row.change is Change.ADDED:
        return "—", f"<ins>{_lines(row.new.text)}</ins>"
    if row.change is Change.DELETED:
        return f"<del>{_lines(row.old.text)}</del>", "—"
    if row.change is Change.MOVED:
        text = row.old.text.partition("\n")[0]
        more = "……" if len(row.old.text) > OPENING else ""
        return escape(text[:OPENING]) + more, "文字未变"
    old = "".join(_piece("del", run, run.old) for run in row.runs)
    return old, "".join(_piece("ins", run, run.new) for run in row.runs)


def _piece(tag: str, run: Run, text: str) -> str:
    if run.is_kept or not text:
        return _lines(text)
    return f"<{tag}>{_lines(text)}</{tag}>"


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def _kind(row: Row, sides: _Sides) -> str:
    """Return the kind of change, and for one alone where most of its text went or was."""
    shown = badge(row.change.value)
    if row.see is None:
        return shown
    if row.change is Change.DELETED:
        return f"{shown} 大部分文字见修订后{_anchored(sides.new, row.see)}"
    return f"{shown} 大部分文字原在{_anchored(sides.old, row.see)}"
