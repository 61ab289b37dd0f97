"""What a line of a regulation begins with: the number of a chapter, an article, a 项 or a 目."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from macros.formatting import from_chinese

DIGITS = "零〇○一二三四五六七八九十百千两"
NUMERAL = f"[{DIGITS}]+"
SPACE = "[ \t\u3000]*"
SPREAD = f"(?:[{DIGITS}]{SPACE})+"
"""A numeral whose characters may stand apart: 第 一 章."""

ORDINAL = f"(?:{SPREAD}|[0-9]{{1,4}}{SPACE})"

RANKS = {"部分": 0, "篇": 0, "编": 0, "分编": 1, "章": 2, "节": 3}
"""Kinds of headings, the outermost first; a heading ends those of its own rank and below."""

HEADING = re.compile(
    rf"第{SPACE}(?P<number>{ORDINAL})(?P<kind>部分|分编|[篇编章节])(?P<gap>{SPACE})(?P<title>.*)$"
)
SENTENCE = re.compile("[。；：，！？]")
ENDING = re.compile(r"[。；：，！？;:,.…]$")
CITING_TITLE = re.compile(
    rf"[的至、]|之(?!{NUMERAL})|规定|所(?![有得])|以及|[和与及]第|[中内][的所]"
)
"""What follows the number of a chapter only where it is cited, not titled."""

SOLE_HEADINGS = frozenset(["总则", "分则", "附则", "罚则", "序言", "前言", "引言", "总纲"])

ARTICLE = re.compile(
    rf"第{SPACE}(?P<number>{ORDINAL})条(?:之(?P<inserted>{NUMERAL}))?"
    rf"(?=[ \t\u3000]|$|[【：:.．]|、(?![第《]|本[\u4e00-\u9fff]{{1,8}}第)"
    rf"|[（(](?!{NUMERAL}[）)])){SPACE}"
)
CITING = re.compile(rf"第{NUMERAL}[款项]|规定的|的规定|[、至]第|至第")
"""What follows the number of an article only where that article is cited."""

OMITTED = re.compile(
    rf"第(?P<number>{NUMERAL})条[至—－-]第?(?P<last>{NUMERAL})条{SPACE}"
    rf"[（(]?(?:已|均|予以)?(?:删|废|略|失效|取消)"
)
CAPTION = re.compile(r"(?:【[^】]{1,40}】|（[^（）]{1,40}）|\([^()]{1,40}\))?$")
"""All there is on the line of an article whose text begins with the next line."""

ANNEX = re.compile(
    rf"附{SPACE}(?:$|[：:]|[件表录图注]{SPACE}(?:{NUMERAL}|[0-9]{{1,2}})?{SPACE}"
    rf"(?:$|[：:.．、]|(?<=[ \t\u3000])|(?=[《（(【])))"
)
LONGEST_TITLE = 60

CITED_LISTING = rf"{SPACE}(?:[、和及至]{SPACE}[（(]|项(?!目)|款(?![项额]))"
"""Behind a numeral in brackets these tell a citation, （三）项规定的…, from the 项 （三）项目…."""
LISTINGS = (
    ("（一）", re.compile(rf"[（(﹙]{SPACE}(?P<number>{SPREAD})[）)﹚](?!{CITED_LISTING})")),
    ("一、", re.compile(rf"(?P<number>[一二三四五六七八九十]{{1,3}})、(?!{NUMERAL}[、级类等种])")),
    ("1.", re.compile(r"(?P<number>[1-9][0-9]?)(?:\\?\.|[．、])(?![0-9])")),
    ("（1）", re.compile(r"[（(]?(?P<number>[1-9][0-9]?)[）)]")),
    ("①", re.compile("(?P<number>[①-⑳])")),
)
"""Ways to number the 项 and 目 of an article."""

COMPATIBLE = re.compile("[㈠-㈩⑴-⒇⒈-⒛]")
"""One character that stands for （一）, (1) or 1."""

MARKED = re.compile("[（(﹙一二三四五六七八九十1-9①-⑳㈠-㈩⑴-⒇⒈-⒛]")
"""What a line with a number begins with; most lines do not."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The number before a 项 or 目."""

    style: str
    """One of `LISTINGS`."""

    number: int
    """0 if the numeral is not written canonically."""

    text: str
    """The numeral as written."""

    end: int


@lru_cache(maxsize=5000)
def number_of(text: str) -> int | None:
    """Return the number of a numeral, Chinese or Arabic; None if it is not canonical.

    〇 and ○ count as 零, and spaces between the characters do not matter.
    """
    text = re.sub(r"\s", "", text)
    if re.fullmatch("[0-9]{1,4}", text):
        return int(text)
    return from_chinese(text.replace("〇", "零").replace("○", "零"))


def likely_number(numeral: str) -> int:
    """Return what a numeral that is not canonical most likely means: 一百十 → 110, 一二 → 12."""
    text = re.sub(r"\s", "", numeral).replace("〇", "零").replace("○", "零").replace("两", "二")
    known = number_of(text)
    if known is not None:
        return known
    if not re.search("[十百千]", text):
        return int("".join(str("零一二三四五六七八九".index(one)) for one in text)[:4] or 0)
    total = digit = 0
    for one in text:
        if one in "十百千":
            total += (digit or 1) * 10 ** ("十百千".index(one) + 1)
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(one)
    return min(total + digit, 9999)


@lru_cache(maxsize=1000)  # every line is looked at several times, right after another
def find_heading(line: str) -> re.Match[str] | None:
    """Return the number, kind and title if a line is a heading, with ``#`` before it or not."""
    text = line.lstrip("# \t\u3000")
    found = HEADING.match(text)
    if not found or line.startswith("#"):
        return found
    title = found["title"].strip()
    return found if not title or _is_title(title, bool(found["gap"])) else None


def _is_title(text: str, stands_apart: bool) -> bool:
    """Return whether a text can be the title of a chapter, not the rest of a sentence."""
    if len(text) > LONGEST_TITLE or ENDING.search(text) or text[0] in "的第":
        return False
    return stands_apart or not (SENTENCE.search(text) or CITING_TITLE.match(text))


@lru_cache(maxsize=1000)
def find_article(line: str) -> re.Match[str] | None:
    """Return the number if a line begins an article, not if it only cites one."""
    found = ARTICLE.match(line)
    return None if found is None or CITING.match(line, found.end()) else found


def find_mark(line: str) -> Mark | None:
    """Return the number of a 项 or 目 at the beginning of a line."""
    if not MARKED.match(line):
        return None
    if COMPATIBLE.match(line):
        line = unicodedata.normalize("NFKC", line[0]) + line[1:]
    for style, pattern in LISTINGS:
        found = pattern.match(line)
        if found:
            written = found["number"].strip()
            number = ord(written) - ord("①") + 1 if style == "①" else number_of(written) or 0
            return Mark(style, number, written, found.end())
    return None


def is_annex(line: str) -> bool:
    """Return whether a line opens an annex: 附件一, 附：…, 附表."""
    text = line.lstrip("# \t\u3000")
    found = ANNEX.match(text)
    if found is None:
        return False
    is_title = len(text) <= LONGEST_TITLE and not re.search("[。；，]$", text)
    return is_title or found.group()[-1] in "：:"


def squeezed(text: str) -> str:
    """Return a text without white space and marks of headings."""
    return re.sub(r"\s", "", text.lstrip("# \t\u3000"))
