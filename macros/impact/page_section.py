"""The pages in the report: each changed sentence, table row and drawing, old beside new."""

from collections.abc import Iterator, Sequence

from macros.impact.edits import Edit
from macros.impact.markup import code, plain, sides, table
from macros.impact.pages import DEFINITIONS, PageChange
from macros.impact.pieces import Kind, Piece

MOST = 200
"""Edits of a page that are written out; the JSON has them all."""


def pages(changes: Sequence[PageChange]) -> Iterator[str]:
    """Yield the sections: pages that people write, then those that are made of the data."""
    for title, is_made in (("## 页面", False), ("## 指标的页面（由程序生成）", True)):
        some = [one for one in changes if (one.page.file == DEFINITIONS) is is_made]
        if some:
            yield f"{title}\n"
            yield from _changes(some)


def _changes(changes: Sequence[PageChange]) -> Iterator[str]:
    for change in changes:
        file = code(change.page.file)
        yield f"### {plain(change.page.title)}（{change.word}，{file}）\n"
        if change.word == "改名":
            yield f"原来是 {code(change.old.file)}。\n"
        if change.edits:
            yield from table(("行", "", "原来", "现在"), map(_row, change.edits[:MOST]))
        if len(change.edits) > MOST:
            yield f"……另有 {len(change.edits) - MOST} 处，见 `--format json`。\n"
        yield from _hidden(change)


def _row(edit: Edit) -> tuple[str, str, str, str]:
    old, new = _text(edit.old), _text(edit.new)
    if edit.word == "移":
        return _lines(edit), _what(edit), plain(old), "（移到这里，文字不变）"
    if old == new:
        return _lines(edit), _what(edit), plain(old), "（文字不变，图形变了）"
    return _lines(edit), _what(edit), *sides(old, new)


def _text(piece: Piece | None) -> str:
    return piece.text if piece else ""


def _lines(edit: Edit) -> str:
    lines = dict.fromkeys(str(piece.line) for piece in (edit.old, edit.new) if piece and piece.line)
    return " → ".join(lines)


def _what(edit: Edit) -> str:
    piece = edit.piece
    what = f"{edit.word}{piece.kind.value}"
    return f"{what}：{plain(piece.table)}" if piece.kind is Kind.ROW and piece.table else what


def _hidden(change: PageChange) -> Iterator[str]:
    """Yield what changed under the pointer, unless it goes with words that changed."""
    if not (change.old and change.new):
        return
    if not change.edits and not change.hidden:
        yield "文字没有变，只有标记（样式、锚点）变了。\n"
    lines = {edit.piece.line for edit in change.edits}
    alone = [edit for edit in change.hidden if edit.piece.line not in lines]
    if len(alone) < len(change.hidden):
        count = len(change.hidden) - len(alone)
        yield f"同一处的悬停说明和链接随着变了 {count} 处。\n"
    if alone:
        yield f"文字不变、悬停说明或链接变了 {len(alone)} 处：\n"
        yield from table(("行", "", "原来", "现在"), map(_row, alone[:MOST]))
