"""Every page rendered once, in the shapes that checks and books work on."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from lxml import html

from macros.handbook import Handbook
from macros.page import Page
from macros.page_macros import MACROS_BY_NAME, PageMacro
from macros.problems import Problem, Where
from macros.regulations.links import Citations
from macros.rendering.body import Body
from macros.rendering.document import Converted, convert, html_article
from macros.rendering.page import replaced, shown_calls
from macros.rendering.sections import Section, sections
from macros.sources.cache import digest
from macros.sources.calls import Call
from macros.sources.folder import Entry, entries
from macros.sources.markdown_file import MASK, without_code


@dataclass(frozen=True)
class RenderedPage:
    """A page with what readers will see."""

    handbook: Handbook
    page: Page
    macros: Mapping[str, PageMacro]
    citations: Citations

    @cached_property
    def _calls(self) -> tuple[list[str], list[Problem]]:
        return shown_calls(self.handbook, self.page, self.macros)

    @cached_property
    def text(self) -> str:
        """The body as Markdown, macro calls replaced."""
        return replaced(self.page, self._calls[0], self.citations)

    @cached_property
    def text_hash(self) -> str:
        """The hash of the text: all that is made from the text alone is found again by it."""
        return digest(self.text)

    @property
    def problems(self) -> list[Problem]:
        """Calls that were refused."""
        return self._calls[1]

    @cached_property
    def converted(self) -> Converted:
        """The body as HTML, links as the editor typed them."""
        recall = self.handbook.cache.recall
        made = recall("html", [self.text_hash], lambda: convert(self.text))
        return Converted(*made)

    @cached_property
    def article(self) -> html.HtmlElement:
        """The body as HTML elements below one ``<article>``."""
        return html_article(self.converted.html)

    @cached_property
    def _facts(self) -> Mapping[str, object]:
        return self.handbook.cache.recall("facts", [self.text_hash], self._find_facts)

    def _find_facts(self) -> Mapping[str, object]:
        targets = (
            element.get("href" if element.tag == "a" else "src")
            for element in self.article.iter("a", "img")
            if element.get("class") != "headerlink"
        )
        ids = self.article.xpath(".//@id", smart_strings=False)  # those keep their page alive
        return {
            "title": self.converted.title,
            "ids": sorted(set(ids)),
            "targets": list(dict.fromkeys(one.strip() for one in targets if one is not None)),
        }

    @property
    def heading(self) -> str | None:
        """The heading that the page begins with, as HTML."""
        return self._facts["title"]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Anchors that links can lead to."""
        return frozenset(self._facts["ids"])

    @property
    def targets(self) -> list[str]:
        """Where its links and images lead, as typed, each once."""
        return self._facts["targets"]

    @property
    def sections(self) -> list[Section]:
        """What stands below each heading, and each article."""
        made = self.handbook.cache.recall("sections", [self.text_hash], self._find_sections)
        return list(map(Section._make, json.loads(made)))

    def _find_sections(self) -> bytes:
        return json.dumps(list(sections(self.article)), ensure_ascii=False).encode("utf-8")

    def release(self) -> None:
        """Give back the memory of what the cache can give again."""
        if self.handbook.cache.keeps:
            for name in ("converted", "article", "body"):
                self.__dict__.pop(name, None)

    @property
    def is_own(self) -> bool:
        """Whether its wording is ours.

        Imported laws read as their issuer wrote them; pages that were made hold no prose.
        """
        return self.page.figure is None and getattr(self.page.meta, "collected_on", None) is None

    @cached_property
    def body(self) -> Body:
        """The body as checks read it."""
        file = self.page.file
        masked, position = without_code(file.text), file.body_start
        typed, shown = [], []
        for call, text in zip(self.page.calls, self._calls[0], strict=True):
            before = masked[position : call.start]
            typed += [before, MASK * (call.end - call.start)]
            shown += [before, self._shown(call, text)]
            position = call.end
        texts = ("".join([*parts, masked[position:]]) for parts in (typed, shown))
        return Body(file.name, file.body_line, next(texts), next(texts).replace(MASK, ""))

    def _shown(self, call: Call, text: str) -> str:
        macro = self.macros.get(call.name)
        if macro is None or macro.is_block:
            return ""
        return unescape(re.sub(r"<[^>]+>", "", text))

    def places(self, pattern: re.Pattern[str]) -> list[Where]:
        """Return the lines that bring `pattern` into the page: typed there, else from a call.

        The first line of the body if none is found.
        """
        found = self.typed_places(pattern) or [
            call.where
            for call, text in zip(self.page.calls, self._calls[0], strict=True)
            if pattern.search(unescape(text))
        ]
        return found or [Where(self.page.name, self.page.file.body_line)]

    def typed_places(self, pattern: re.Pattern[str]) -> list[Where]:
        """Return the lines that hold `pattern` outside of code and calls, entities resolved."""
        body = self.body
        if "&" not in body.typed:
            return [line.where for line in body.lines_with(pattern, "typed")]
        return [
            line.where
            for line in body.lines
            if pattern.search(line.typed) or pattern.search(unescape(line.typed))
        ]

    def line_of(self, needle: str) -> Where:
        """Return the first line whose source holds `needle`, entities resolved; else line 1."""
        for number, line in enumerate(self.page.file.text.split("\n"), 1):
            if needle in line or needle in unescape(line):
                return Where(self.page.name, number)
        return Where(self.page.name, self.page.file.body_line)


@dataclass(frozen=True)
class RenderedSite:
    """The handbook and all its pages as readers will see them."""

    handbook: Handbook
    pages: Mapping[str, RenderedPage]
    """By path relative to `docs/`."""

    citations: Citations

    @property
    def own_pages(self) -> Iterator[RenderedPage]:
        """The pages whose wording is ours."""
        return (page for page in self.pages.values() if page.is_own)

    def entries(self, folder: str) -> Sequence[Entry]:
        """Return all that lies below a folder of the project, by name."""
        if folder not in self._entries:
            self._entries[folder] = tuple(entries(self.handbook.root, folder))
        return self._entries[folder]

    @cached_property
    def _entries(self) -> dict[str, Sequence[Entry]]:
        return {}


def render_site(
    handbook: Handbook, macros: Mapping[str, PageMacro] = MACROS_BY_NAME
) -> RenderedSite:
    """Return the handbook with its pages; each is rendered when first looked at."""
    citations = Citations(handbook)
    pages = {
        path: RenderedPage(handbook, page, macros, citations)
        for path, page in handbook.pages.items()
    }
    return RenderedSite(handbook, pages, citations)
