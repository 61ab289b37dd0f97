"""Which font plays which role: the ones offices have, else open ones, and every substitution."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

from macros.problems import Problem, ProblemsFound, Where

CODE = "missing-font"

ROLES: Mapping[str, tuple[str, ...]] = {
    "仿宋": ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "FandolFang R"),
    "楷体": ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "FandolKai", "LXGW WenKai"),
    "黑体": ("SimHei", "FandolHei", "Noto Sans CJK SC"),
    "宋体": ("SimSun", "FandolSong", "Noto Serif CJK SC"),
    "小标宋": ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FandolSong", "Noto Serif CJK SC",
               "SimSun"),
    "等宽": ("NSimSun", "Noto Sans Mono CJK SC", "LXGW WenKai Mono"),
}
"""Candidates of each role in order, by the family names Typst knows (GB/T 9704 names the roles)."""

TEX_FOLDERS = (
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path("/usr/share/texmf-dist/fonts/opentype/public/fandol"),
)
"""Where systems with TeX keep Fandol; programs other than TeX do not look there."""

RARE = ("LXGW WenKai", "Noto Serif CJK SC", "Noto Sans CJK SC", "SimSun", "SimSun-ExtB",
        "Microsoft YaHei")
"""Where characters come from that the font of the role lacks: 姓名用字, ㎡, symbols."""

REMEDY = (
    "Windows 用系统自带的仿宋、楷体、黑体、宋体；Debian 上运行 make fonts；其他系统装 Fandol、"
    "霞鹜文楷（LXGW WenKai）和 Noto CJK，或用环境变量 HANDBOOK_FONTS 指明放字体文件的文件夹。"
)


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The fonts of a print."""

    families: Mapping[str, tuple[str, ...]]
    """Per role the family that plays it, then those that help out with rare characters."""

    files: tuple[str, ...]
    """Name, size and time of each file they come from, for the key of the cache."""

    def log(self) -> Iterator[str]:
        """Yield one line per role for the print log: the family, and what it stands in for."""
        for role, families in self.families.items():
            wanted = ROLES[role][0]
            note = "" if families[0] == wanted else f"（代替{wanted}）"
            yield f"{role}：{families[0]}{note}；缺字时依次用：{'、'.join(families[1:]) or '无'}"


@cache
def installed_fonts() -> typst.Fonts:
    """Return the fonts of the system, of the environment and of ``HANDBOOK_FONTS``."""
    folders = [Path(sys.prefix) / "fonts", *TEX_FOLDERS]
    folders += [Path(one) for one in os.environ.get("HANDBOOK_FONTS", "").split(os.pathsep) if one]
    present = [str(folder) for folder in folders if folder.is_dir()]
    return typst.Fonts(include_embedded_fonts=False, font_paths=present)


def choose_fonts(installed: typst.Fonts) -> FontChoice:
    """Return the first installed candidate of each role.

    Raises:
        ProblemsFound: with one problem per role that no installed font can play.
    """
    known = {family.lower(): family for family in installed.families()}
    chosen, problems = {}, []
    rare = [known[name.lower()] for name in RARE if name.lower() in known]
    for role, candidates in ROLES.items():
        found = [known[name.lower()] for name in candidates if name.lower() in known]
        if not found:
            fact = f"没有能作“{role}”的字体（要其中之一：{'、'.join(candidates)}）"
            problems.append(Problem(Where("data/books.yml"), CODE, fact, REMEDY))
            continue
        chosen[role] = tuple(dict.fromkeys([found[0], *rare]))
    if problems:
        raise ProblemsFound(problems)
    return FontChoice(chosen, _files(installed, chosen))


def _files(installed: typst.Fonts, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    used = {family for families in chosen.values() for family in families}
    files = {Path(font.path) for font in installed.fonts() if font.family in used and font.path}
    return tuple(
        f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in sorted(files)
    )
