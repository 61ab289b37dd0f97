"""Small changes of a handbook, drawn by a seed: every kind of file an editor touches."""

import csv
import io
import random
import re
from collections.abc import Callable

from macros.models.ledger import CellKind, Column, LedgerKind
from macros.models.ledger_kinds import LEDGER_KINDS

Files = dict[str, str | None]
"""Name and text of each file; None for one that is gone."""

YEAR = 2023
DATA = re.compile(r"^( *(?:- )?[^\s#:-][^:#\n]*: )(.*[\u4e00-\u9fff].*)$", re.MULTILINE)
NUMBER = re.compile(r"^(  数值: )(\d+|null)$", re.MULTILINE)
PROSE = re.compile(r"^[^\s{|#!:`<\-\d>].*[\u4e00-\u9fff].*$")


def ledgers(seed: int) -> Files:
    """Return every ledger of the year with a few rows."""
    draw = random.Random(seed)
    return {_file(kind): _csv(kind, [_row(kind, draw, n) for n in range(1, 7)])
            for kind in LEDGER_KINDS}  # fmt: skip


def change(files: Files, seed: int) -> tuple[str, Files]:
    """Return what was done, and the files that are no longer as they were."""
    draw = random.Random(seed)
    kind = list(CHANGES)[seed % len(CHANGES)]
    return kind, CHANGES[kind](files, draw)


def _file(kind: LedgerKind) -> str:
    return f"data/{YEAR}/ledgers/{kind.file}"


def _row(kind: LedgerKind, draw: random.Random, number: int) -> list[str]:
    return [_cell(column, draw, number) for column in kind.columns]


def _cell(column: Column, draw: random.Random, number: int) -> str:
    if column.name == "编号":
        return f"{YEAR}-{number:03}"
    if column.kind is CellKind.DATE:
        return f"{YEAR}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    if column.kind is CellKind.COUNT:
        return str(draw.randint(0, 40))
    if column.kind is CellKind.CHOICE:
        return draw.choice(column.choices)
    return draw.choice(("甲", "乙", "丙")) + column.name + str(draw.randint(1, 9))


def _csv(kind: LedgerKind, rows: list[list[str]]) -> str:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerows([[column.name for column in kind.columns], *rows])
    return output.getvalue()


def _rows(files: Files, draw: random.Random) -> tuple[LedgerKind, list[list[str]]]:
    kind = draw.choice(LEDGER_KINDS)
    return kind, list(csv.reader(io.StringIO(files[_file(kind)])))[1:]


def _add_row(files: Files, draw: random.Random) -> Files:
    kind, rows = _rows(files, draw)
    rows.insert(draw.randint(0, len(rows)), _row(kind, draw, len(rows) + 1))
    return {_file(kind): _csv(kind, rows)}


def _remove_row(files: Files, draw: random.Random) -> Files:
    kind, rows = _rows(files, draw)
    del rows[draw.randrange(len(rows))]
    return {_file(kind): _csv(kind, rows)}


def _edit_cell(files: Files, draw: random.Random) -> Files:
    kind, rows = _rows(files, draw)
    column = draw.randrange(1, len(kind.columns))
    draw.choice(rows)[column] = _cell(kind.columns[column], draw, 0)
    return {_file(kind): _csv(kind, rows)}


def _remove_ledger(files: Files, draw: random.Random) -> Files:
    return {_file(draw.choice(LEDGER_KINDS)): None}


def _edited(name: str, files: Files, pattern: re.Pattern, draw: random.Random,
            new: Callable[[re.Match], str]) -> Files:  # fmt: skip
    """Replace one place that matches."""
    found = draw.choice(list(pattern.finditer(files[name])))
    text = files[name]
    return {name: text[: found.start()] + new(found) + text[found.end() :]}


def _type_value(files: Files, draw: random.Random) -> Files:
    name = f"data/{YEAR}/figures.yml"
    return _edited(name, files, NUMBER, draw, lambda one: f"{one[1]}{draw.randint(0, 99)}")


def _approximate(files: Files, draw: random.Random) -> Files:
    name = f"data/{YEAR}/figures.yml"
    words = draw.choice(("true", "多"))
    typed = re.compile(r"^  数值: \d+$(?!\n  约数)", re.MULTILINE)
    return _edited(name, files, typed, draw, lambda one: f"{one[0]}\n  约数: {words}")


def _verify(files: Files, draw: random.Random) -> Files:
    name = f"data/{YEAR}/figures.yml"
    typed = re.compile(r"^  核实人: null\n  核实日期: null$", re.MULTILINE)
    verified = f"  核实人: 甲\n  核实日期: {YEAR}-12-{draw.randint(10, 28)}"
    return _edited(name, files, typed, draw, lambda one: verified)


def _reword(name: str) -> Callable[[Files, random.Random], Files]:
    def reword(files: Files, draw: random.Random) -> Files:
        return _edited(name, files, DATA, draw, lambda one: f"{one[1]}{one[2].rstrip('。')}甲")

    return reword


def _unit(files: Files, draw: random.Random) -> Files:
    pattern = re.compile(r"^  单位: .*$", re.MULTILINE)
    return _edited("data/figures.yml", files, pattern, draw, lambda one: "  单位: 件")


def _style(files: Files, draw: random.Random) -> Files:
    pattern = re.compile(r"^(  单位: .*)$(?!\n  样式)", re.MULTILINE)
    return _edited("data/figures.yml", files, pattern, draw, lambda one: f"{one[0]}\n  样式: 汉字")


def _as_of(files: Files, draw: random.Random) -> Files:
    day = f"{YEAR}-{draw.randint(1, 12):02}-28"
    return {f"data/{YEAR}/year.yml": f"年份: {YEAR}\n状态: 编制中\n截至: {day}\n"}


def _page(files: Files, draw: random.Random, folder: str = "docs/") -> str:
    return draw.choice(sorted(name for name in files if name.startswith(folder)
                              and name.endswith(".md") and "/about/" not in name))  # fmt: skip


def _edit_page(folder: str) -> Callable[[Files, random.Random], Files]:
    def edit(files: Files, draw: random.Random) -> Files:
        name = _page(files, draw, folder)
        lines = files[name].split("\n")
        front = lines.index("---", 1) if lines[0] == "---" else 0
        places = [n for n in range(front + 1, len(lines)) if PROSE.match(lines[n])]
        if not places:
            return {name: f"{files[name]}\n新加的一段。又一句。\n"}
        at, line = draw.choice(places), ""
        line = lines[at]
        lines[at] = draw.choice((f"{line}另有补充。", f"新的一段。\n\n{line}", "", line[::-1],
                                 line.replace("，", "；", 1), f"{line}\n\n{line}"))  # fmt: skip
        return {name: "\n".join(lines)}

    return edit


def _rename_page(files: Files, draw: random.Random) -> Files:
    name = _page(files, draw)
    return {name: None, name.replace(".md", "-renamed.md"): files[name]}


def _delete_page(files: Files, draw: random.Random) -> Files:
    return {_page(files, draw): None}


def _keeper(files: Files, draw: random.Random) -> Files:
    name = _page(files, draw, "docs/handbook/")
    head = f"---\n归口科室: 办公室\n下次复核: {YEAR + 1}-0{draw.randint(1, 9)}-01\n---\n"
    return {name: head + re.sub(r"\A---\n.*?\n---\n", "", files[name], flags=re.DOTALL)}


def _date_regulation(files: Files, draw: random.Random) -> Files:
    drafts = sorted(name for name in files if name.endswith("/draft.md"))
    name, key = draw.choice(drafts), draw.choice(("施行日期", "公布日期", "下次清理"))
    text = re.sub(rf"\n{key}: .*", "", files[name])
    return {name: text.replace("---\n", f"---\n{key}: {YEAR}-0{draw.randint(1, 9)}-01\n", 1)}


def _article(files: Files, draw: random.Random) -> Files:
    name = draw.choice(sorted(name for name in files if name.endswith("/draft.md")))
    pattern = re.compile(r"^第.+?条.*$", re.MULTILINE)
    new = draw.choice(("", "\\g<0>\n\n第二款是新加的。", "第二条之一　新的一条。\n\n\\g<0>"))
    return _edited(name, files, pattern, draw, lambda one: one.expand(new))


def _redirect(files: Files, draw: random.Random) -> Files:
    page = _page(files, draw, "docs/handbook/").removeprefix("docs/").replace(".md", ".html")
    return {"data/redirects.yml": f"- 旧地址: {page}#旧标题\n  新地址: index.html\n"
                                  f"  原因: 改名\n  日期: {YEAR}-03-01\n"}  # fmt: skip


CHANGES: dict[str, Callable[[Files, random.Random], Files]] = {
    "add row": _add_row,
    "remove row": _remove_row,
    "edit cell": _edit_cell,
    "remove ledger": _remove_ledger,
    "type value": _type_value,
    "approximate": _approximate,
    "verify": _verify,
    "definition": _reword("data/figures.yml"),
    "unit": _unit,
    "style": _style,
    "terms": _reword("data/terms.yml"),
    "cadences": _reword("data/cadences.yml"),
    "organization": _reword("data/organization.yml"),
    "work points": _reword(f"data/{YEAR}/work-points.yml"),
    "rectifications": _reword(f"data/{YEAR}/rectifications.yml"),
    "responsibilities": _reword(f"data/{YEAR}/responsibilities.yml"),
    "as of": _as_of,
    "page": _edit_page("docs/"),
    "report": _edit_page("docs/reports/"),
    "regulation": _edit_page("docs/regulations/"),
    "article": _article,
    "date of a regulation": _date_regulation,
    "keeper": _keeper,
    "rename page": _rename_page,
    "delete page": _delete_page,
    "redirect": _redirect,
}
"""By name; a seed takes them in turn."""
