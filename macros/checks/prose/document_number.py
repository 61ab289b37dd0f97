"""发文字号用六角括号，年份写全，序号不加“第”、不补零。

依据：GB/T 9704-2012 7.2.5。

不通过：

    印发《要点》（县发[2023]第01号）。

通过：

    印发《要点》（县发〔2023〕1号）。
"""

import re
from collections.abc import Iterator

from macros.checks.prose import patterns
from macros.handbook import YearData
from macros.models.front_matter import RegulationFrontMatter
from macros.problems import Problem, Severity, Where
from macros.rendering.body import BLANKS
from macros.rendering.site import RenderedPage, RenderedSite

RULE = "STR-03"
CODE = "document-number"
SEVERITIES = (Severity.ERROR,)

NUMBER = re.compile(r"[^\s〔〕]+〔[12][0-9]{3}〕[1-9][0-9]*号")
ORDER = re.compile(
    r"[^\s〔〕]+令(?:〔[12][0-9]{3}〕)?第?(?:[1-9][0-9]*|[〇零一二三四五六七八九十百]+)号"
)
"""Orders of ministries and of the president are numbered through: 自然资源部令第7号."""

YEAR = rf"[〔\[（(【［]{BLANKS}[0-9０-９]{{2,4}}{BLANKS}[〕\]）)】］]"
BEHIND_MAKER = re.compile(rf"{YEAR}{BLANKS}第?{BLANKS}[0-9０-９]+{BLANKS}号")
IN_TEXT = rf"(?P<maker>[{patterns.CHINESE}A-Za-z]*){BEHIND_MAKER.pattern}"


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each document number in data that is wrongly written."""
    for data in site.handbook.years.values():
        for where, value in _fields(data):
            yield from _check_field(where, value)


def _fields(data: YearData) -> Iterator[tuple[Where, str | None]]:
    if data.work_points:
        yield data.work_points.place("文号"), data.work_points.document_number
    if data.responsibilities:
        duties = data.responsibilities.duty_list
        yield duties.place("文号"), duties.document_number


def _check_field(where: Where, value: str | None) -> Iterator[Problem]:
    if value and not NUMBER.fullmatch(value) and not ORDER.fullmatch(value):
        yield _problem(where, value)


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each document number on a page that is wrongly written."""
    meta, front_matter = page.page.meta, page.page.file.front_matter
    if isinstance(meta, RegulationFrontMatter) and front_matter:
        yield from _check_field(front_matter.where("文号"), meta.document_number)
    for line, found in patterns.matches(page, IN_TEXT, needed=BEHIND_MAKER):
        if not NUMBER.fullmatch(found["maker"][-1:] + _behind(found)):
            yield _problem(line.where, found.group()[-30:])


def _behind(found: re.Match[str]) -> str:
    """The part behind the maker; a made-up maker keeps the pattern whole where none is named."""
    tail = found.group()[len(found["maker"]) :]
    return tail if found["maker"] else f"发{tail}"


def _problem(where: Where, written: str) -> Problem:
    hint = "照正式文件写成 X发〔2023〕1号 的样子：六角括号、四位年份、不写“第”、不补零。"
    return Problem(where, CODE, f"文号写的是“{written}”", hint, Severity.ERROR)
