"""What an import of regulations has done, as people read it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.problems import Problem, as_text

MOST_LISTED = 40
"""Imported files named one by one; of more only those with findings are named."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that became a version of a regulation."""

    source: str
    """The file as messages show it."""

    title: str
    page: str
    """Relative to the project folder."""

    regulation_id: str
    version: str
    articles: int
    numbering: tuple[Problem, ...] = ()
    """What is wrong with the numbers in the source; it was brought in as written."""

    remarks: tuple[Problem, ...] = ()
    """What a person should look up."""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not brought in."""

    source: str
    problems: tuple[Problem, ...]


@dataclass
class RegulationImport:
    """The outcome of one import."""

    imported: list[ImportedFile] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)
    comparisons: list[str] = field(default_factory=list)
    """Pages that set two versions side by side."""

    def summary(self) -> Iterator[str]:
        """Yield the lines to print: refusals and findings first, the numbers last."""
        for refused in self.refused:
            yield f"未导入 {refused.source}"
            yield from as_text(refused.problems)
        are_few = len(self.imported) <= MOST_LISTED
        for one in self.imported:
            if are_few:
                yield f"{one.source} → {one.page}（{one.articles} 条）"
            yield from as_text([*one.numbering, *(one.remarks if are_few else ())])
        broken = sum(bool(one.numbering) for one in self.imported)
        articles = sum(one.articles for one in self.imported)
        yield from self._remarks(are_few)
        yield (
            f"导入 {len(self.imported)} 件、{articles} 条，其中编号有疑的 {broken} 件；"
            f"修订对照 {len(self.comparisons)} 页；未导入 {len(self.refused)} 件。"
        )

    def _remarks(self, are_few: bool) -> Iterator[str]:
        """Yield how many files have each kind of remark, where they are not named one by one."""
        counts = Counter(one.fact for file in self.imported for one in file.remarks)
        if not are_few:
            yield from (f"提醒 {count} 件{fact}" for fact, count in counts.items())
