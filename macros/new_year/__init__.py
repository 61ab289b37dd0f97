"""A new year: the structure of the latest year with every value emptied.

Copying last year's report with its numbers is what this must make impossible, so nothing that
states a fact of the old year survives: names keep only their own year replaced, and pages their
headings and tables. Reports are not copied at all.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros import paths
from macros.handbook import Handbook
from macros.new_year.pages import year_pages
from macros.problems import Problem, ProblemsFound, Where


def plan_year(handbook: Handbook, year: int) -> Mapping[Path, str]:
    """Return the files of a new year and their contents.

    Raises:
        ProblemsFound: if the year exists or there is no year to take the structure from.
    """
    folder = handbook.root / paths.DATA / str(year)
    where = Where(f"{paths.DATA}/{year}")
    if folder.exists():
        hint = "要重新开始，先把这个文件夹移走。"
        raise ProblemsFound([Problem(where, "year-exists", f"{year} 年的文件夹已经有了", hint)])
    if not handbook.years:
        hint = "先照 data/README.md 建立第一个年份的文件夹。"
        raise ProblemsFound([Problem(where, "no-year", "还没有任何年份可以照着建", hint)])
    latest = max(handbook.years)
    texts = {
        "year.yml": f"年份: {year}\n状态: 编制中\n截至: null\n",
        "figures.yml": "\n".join(_figures(handbook, latest)),
        "work-points.yml": _work_points(handbook, latest, year),
        "responsibilities.yml": _responsibilities(handbook, latest, year),
        "rectifications.yml": "问题: []\n下一步: []\n",
    }
    data = {
        folder / name: _header(handbook.root, latest, year, name) + text
        for name, text in texts.items()
        if text
    }
    return {**data, **dict(year_pages(handbook, latest, year))}


def write_year(files: Mapping[Path, str]) -> None:
    """Write the planned files."""
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _header(root: Path, latest: int, year: int, name: str) -> str:
    """Return the comment at the top of last year's file, which explains the keys."""
    path = root / paths.DATA / str(latest) / name
    if not path.exists():
        return ""
    found = re.match(r"(?:#[^\n]*\n|\n)+", path.read_text("utf-8-sig"))
    return found[0].replace(str(latest), str(year)) if found else ""


def _figures(handbook: Handbook, latest: int) -> Iterator[str]:
    """Yield an empty entry per figure; the owner stays, since sections rarely change."""
    for name in handbook.definitions:
        typed = handbook.years[latest].values.get(name)
        owner = typed.owner if typed and typed.owner else "null"
        yield f"{_key(name)}:"
        yield "  数值: null"
        yield "  原因: 本年尚未填报"
        yield f"  责任科室: {owner}"
        yield "  补报期限: null\n"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w一-鿿]+", name) else f'"{name}"'


def _work_points(handbook: Handbook, latest: int, year: int) -> str:
    points = handbook.years[latest].work_points
    if points is None:
        return ""
    title = points.title.replace(str(latest), str(year))
    return (
        f"名称: {title}\n文号: null\n印发日期: null\n总体要求: null\n方面: []\n要点: []\n"
    )


def _responsibilities(handbook: Handbook, latest: int, year: int) -> str:
    held = handbook.years[latest].responsibilities
    if held is None:
        return ""
    titles = [held.duty_list.title, held.letter.title, held.pledge.title]
    duties, letter, pledge = (title.replace(str(latest), str(year)) for title in titles)
    return (
        f"责任清单:\n  名称: {duties}\n  文号: null\n  制定日期: null\n  条目: []\n"
        f"责任书:\n  名称: {letter}\n  签订日期: null\n  签订范围: null\n  份数: null\n"
        f"承诺书:\n  名称: {pledge}\n  签订日期: null\n  文本: null\n"
    )
