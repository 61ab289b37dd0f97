"""Where citations lead: the version in force on the citing page's date, or why nowhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from macros.formatting import chinese_date
from macros.handbook import Handbook
from macros.page import Page
from macros.problems import Problem, Severity, Where
from macros.regulations.citations import (
    PRECEDING,
    Citation,
    Place,
    find_citations,
)
from macros.regulations.register import (
    Regulation,
    Status,
    Version,
    current_version,
    regulations,
)
from macros.regulations.targets import Link, citing_day, completed, normalized
from macros.sources.markdown_file import MASK, without_code

LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)")
NOT_PROSE = re.compile(r"^(?:#|!!!|\?\?\?|\[\^)")


class Citations:
    """The citations of every page, resolved when first asked for."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.regulations = regulations(handbook)
        self._pages: dict[str, tuple[list[Link], list[Problem]]] = {}
        self._versions: dict[tuple[str, date], Version] = {}

    @cached_property
    def _titles(self) -> Mapping[str, list[Regulation]]:
        titles: dict[str, list[Regulation]] = {}
        for regulation in self.regulations.values():
            for title in {normalized(version.title) for version in regulation.versions}:
                titles.setdefault(title, []).append(regulation)
        return titles

    @cached_property
    def _owners(self) -> Mapping[str, tuple[Regulation, Version]]:
        return {
            version.page.path: (regulation, version)
            for regulation in self.regulations.values()
            for version in regulation.versions
        }

    def owner(self, page: Page) -> tuple[Regulation, Version] | None:
        """Return the regulation and version a page is, if it is one."""
        return self._owners.get(page.path)

    def links(self, page: Page) -> list[Link]:
        """Return the citations on a page that lead somewhere, in order."""
        return self._resolved(page)[0]

    def problems(self, page: Page) -> list[Problem]:
        """Return the citations on a page that should lead somewhere and do not."""
        return self._resolved(page)[1]

    @cached_property
    def cited_by(self) -> Mapping[tuple[str, str], tuple[tuple[Page, Link], ...]]:
        """Path of a version and anchor of an article → the citations of it on other pages."""
        found: dict[tuple[str, str], list[tuple[Page, Link]]] = {}
        for page in self.handbook.pages.values():
            own = self.owner(page)
            if own and own[1] is not own[0].versions[-1]:
                continue
            for link in self.links(page):
                target = link.version.page.path
                if link.place.article and target != page.path:
                    article = Place(link.place.article, link.place.inserted).anchor
                    found.setdefault((target, article), []).append((page, link))
        return {key: tuple(some) for key, some in found.items()}

    @cached_property
    def cited_pages(self) -> frozenset[str]:
        """Paths of the versions of which an article is cited on other pages."""
        return frozenset(path for path, _ in self.cited_by)

    def _resolved(self, page: Page) -> tuple[list[Link], list[Problem]]:
        if page.path not in self._pages:
            self._pages[page.path] = self._resolve(page)
        return self._pages[page.path]

    def _resolve(self, page: Page) -> tuple[list[Link], list[Problem]]:
        links, problems = [], []
        for offset, line in _citing_lines(page):
            for citation in find_citations(line):
                regulation = self._regulation(citation, page, offset, problems)
                if regulation is None:
                    continue
                moved = _moved(citation, offset)
                links += self._checked(regulation, moved, page, problems)
        links += self._preceding(page)
        return sorted(links, key=lambda link: link.start), problems

    def _regulation(
        self, citation: Citation, page: Page, offset: int, problems: list[Problem]
    ) -> Regulation | None:
        own = self.owner(page)
        if not citation.title:
            return own[0] if own else None
        named = self._titles.get(normalized(citation.title), [])
        if len(named) > 1:
            where = _where(page, offset + citation.start)
            fact = f"《{citation.title}》在汇编里有 {len(named)} 件"
            hint = "写全称：" + "、".join(f"《{one.title}》" for one in named) + "。"
            problems.append(Problem(where, "citation", fact, hint, Severity.ERROR))
            return None
        if not named or (own and named[0].id == own[0].id and not citation.place.article):
            return None
        return named[0]

    def _checked(
        self, regulation: Regulation, citation: Citation, page: Page, problems: list[Problem]
    ) -> Iterator[Link]:
        own = self.owner(page)
        is_law = own is not None and own[1].meta.category == "法律法规"
        place = (citation.start, citation.end, regulation)
        if own and own[0].id == regulation.id:
            version = own[1]
        else:
            day = citing_day(self.handbook, page, own[1] if own else None)
            version = self._current(regulation, day)
            if is_law and regulation.status(version, day) is not Status.IN_FORCE:
                # The version that a law cites may be one that nobody collected.
                yield Link(*place, version, Place())
                return
            where = _where(page, citation.start)
            problems += _status_problem(self.handbook, regulation, version, day, where)
        target = completed(citation.place, version)
        problem = _place_problem(citation, target, version, page, is_law)
        if problem:
            problems.append(problem)
        else:
            yield Link(*place, version, target)

    def _current(self, regulation: Regulation, day: date) -> Version:
        key = regulation.id, day
        if key not in self._versions:
            self._versions[key] = current_version(regulation, day)
        return self._versions[key]

    def _preceding(self, page: Page) -> Iterator[Link]:
        """Yield a link for each 前款 of a regulation's own text."""
        own = self.owner(page)
        if own is not None and PRECEDING.search(page.file.text):
            for start, end, *place in own[1].outline.preceding:
                yield Link(start, end, *own, Place(*place))


def _place_problem(
    citation: Citation, target: Place, version: Version, page: Page, is_law: bool
) -> Problem | None:
    where = _where(page, citation.start)
    severity = Severity.WARNING if is_law else Severity.ERROR
    if citation.names_place and not target.article:
        fact = f"“{page.file.text[citation.start : citation.end]}”的序数写法不对"
        hint = "条的序数写成规范的中文数字，如 第一百一十条。"
        return Problem(where, "citation", fact, hint, severity)
    if target.anchor and target.anchor not in version.outline.anchors:
        fact = f"《{version.title}》没有“{target.anchor}”"
        hint = f"这一版共 {len(version.structure.articles)} 条；对照 {version.page.name} 改正。"
        return Problem(where, "citation", fact, hint, severity)
    return None


def _status_problem(
    handbook: Handbook, regulation: Regulation, version: Version, day: date, where: Where
) -> Iterator[Problem]:
    status = regulation.status(version, day)
    if status in (Status.IN_FORCE, Status.DRAFT, Status.UNKNOWN):
        return
    fact = f"《{version.title}》在{chinese_date(day)}的状态是“{status.value}”"
    hint = "改引现行有效的规定；确需引用旧规定，写明它的状态并在 data/terms.yml 的“容许词”登记。"
    if f"《{version.title}》" not in {one.word for one in handbook.terms.allowed_words}:
        yield Problem(where, "citation-status", fact, hint, Severity.ERROR)


def _citing_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each line of prose that can cite; code, calls and links masked."""
    offset = page.file.body_start
    for line in without_code(page.file.text)[offset:].split("\n"):
        if "《" in line or "本" in line:
            masked = _masked(page, line, offset)
            if not NOT_PROSE.match(masked):
                yield offset, masked
        offset += len(line) + 1


def _masked(page: Page, line: str, offset: int) -> str:
    for call in page.calls:
        start, end = call.start - offset, call.end - offset
        if 0 <= start < len(line):
            line = f"{line[:start]}{MASK * (end - start)}{line[end:]}"
    return LINK.sub(lambda found: MASK * len(found.group()), line)


def _moved(citation: Citation, offset: int) -> Citation:
    start, end = citation.start + offset, citation.end + offset
    return replace(citation, start=start, end=end)


def _where(page: Page, offset: int) -> Where:
    return Where(page.name, page.file.line_at(offset))
