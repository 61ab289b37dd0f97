"""`handbook import … --as regulation`: the texts of regulations become versions of the compilation.

Every file is planned and proved by itself, then all are written at once. A file that cannot be
brought in exactly is refused with file and line and does not stop the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from macros import paths
from macros.importing.files import PlannedFile, write_all
from macros.importing.regulation.ids import FOLDER, ID, known_ids, new_id, title_key, versions
from macros.importing.regulation.page import body, heading
from macros.importing.regulation.result import ImportedFile, RefusedFile, RegulationImport
from macros.importing.regulation.source import ENDINGS, read_source
from macros.importing.regulation.text import RegulationText, read_text
from macros.importing.regulation.version import VersionDates, version_dates
from macros.importing.yaml_text import scalar
from macros.models.front_matter import RegulationFrontMatter
from macros.models.record import build
from macros.problems import Problem, ProblemsFound, Severity, Where
from macros.regulations.numbering import numbering_problems
from macros.sources.calls import find_calls
from macros.sources.markdown_file import parse_markdown

CATEGORY = "法律法规"


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who imports decides for all files."""

    category: str = CATEGORY
    collected_on: date | None = None
    regulation_id: str | None = None


def import_regulations(  # noqa: PLR0913, PLR0917
    root: Path,
    files: Iterable[Path],
    category: str | None = None,
    collected_on: date | None = None,
    only_check: bool = False,
    regulation_id: str | None = None,
) -> RegulationImport:
    """Bring regulations in; return which files were, which were refused and why.

    Args:
        root: the project folder.
        files: .md, .txt and .docx files, or folders of them.
        category: 学习, 管理, 服务 or 法律法规; 法律法规 if not given.
        collected_on: the day up to which the texts were collected.
        only_check: plan and prove everything, write nothing.
        regulation_id: the folder for all files, instead of one made of the title; for a regulation
            that changed its title.

    Raises:
        ProblemsFound: if `regulation_id` is no id, or the disk refuses; then nothing has changed.
    """
    if regulation_id is not None and not ID.fullmatch(regulation_id):
        hint = "只用小写字母、数字和连字符，如 supervision-law。"
        problem = Problem(Where(FOLDER), "regulation-id", f"“{regulation_id}”不能作文件夹名", hint)
        raise ProblemsFound([problem])
    options = Options(category or CATEGORY, collected_on, regulation_id)
    planner = _Planner(root, options)
    for path in _all_files(files):
        planner.add(path)
    planner.add_comparisons()
    if not only_check:
        write_all(root, planner.files)
    return planner.result


def _all_files(files: Iterable[Path]) -> Iterator[Path]:
    for path in files:
        if not path.is_dir():
            yield path
            continue
        for inner in sorted(path.rglob("*")):
            is_text = inner.suffix.lower() in ENDINGS and not inner.name.startswith((".", "~$"))
            if is_text and inner.is_file():
                yield inner


class _Planner:
    """Plans one file after another; writes nothing."""

    def __init__(self, root: Path, options: Options) -> None:
        self.root = root
        self.options = options
        self.known = dict(known_ids(root))
        self.files: list[PlannedFile] = []
        self.result = RegulationImport()
        self.taken: dict[str, ImportedFile] = {}
        """Page → the file of this run that becomes it."""

    def add(self, path: Path) -> None:
        """Plan the page of one file, or say why it is refused."""
        name = _shown_name(self.root, path)
        try:
            self._add(path, name)
        except ProblemsFound as error:
            self.result.refused.append(RefusedFile(name, error.problems))

    def _add(self, path: Path, name: str) -> None:
        source = read_source(path, name)
        text = read_text(source)
        dates = version_dates(text)
        key = title_key(text.title)
        own_id = self.options.regulation_id or self.known.get(key) or new_id(text.title)
        page = f"{FOLDER}/{own_id}/{dates.name}.md"
        content = _page(text, dates, own_id, self.options)
        _refuse_unreadable(content, page, name)
        imported = ImportedFile(
            source=name,
            title=text.title,
            page=page,
            regulation_id=own_id,
            version=dates.name,
            articles=len(text.structure.articles),
            numbering=tuple(_numbering(text)),
            remarks=(*source.remarks, *_remarks(text, dates)),
        )
        planned = self._planned(page, content.encode(), imported)
        self.known[key] = own_id
        self.files.append(planned)
        self.taken[page] = imported
        self.result.imported.append(imported)

    def _planned(self, page: str, content: bytes, imported: ImportedFile) -> PlannedFile:
        """Return the file to write.

        Raises:
            ProblemsFound: if this version is there already with another text.
        """
        path = self.root / page
        other = self.taken.get(page)
        if other:
            held = next(one.content for one in self.files if one.name == page)
            fact = f"与 {other.source} 是同一件规定的同一版本（{page}）"
        else:
            held = path.read_bytes() if path.exists() else None
            fact = f"汇编里已有这一版本（{page}），条文不同"
        if held is None:
            return PlannedFile(page, content, None)
        if _body(held) != _body(content):
            hint = "核对哪个是正本；另一件规定用 --id 另起文件夹，新版本在文件名里写明日期。"
            raise ProblemsFound([Problem(Where(imported.source), "version-exists", fact, hint)])
        # What people have filled in since stays as it is.
        return PlannedFile(page, held, held)

    def add_comparisons(self) -> None:
        """Plan a page for each pair of versions that are neighbors in time."""
        titles: dict[str, dict[str, str]] = {}
        for one in self.result.imported:
            titles.setdefault(one.regulation_id, {})[one.version] = one.title
        for own_id, named in sorted(titles.items()):
            dated = {version for version in named if version[0].isdigit()}
            for old, later in pairwise(sorted(dated | versions(self.root, own_id))):
                page = f"{FOLDER}/{own_id}/compare-{old}-{later}.md"
                if {old, later} & dated and not (self.root / page).exists():
                    content = _comparison(named.get(later) or named[old], own_id, old, later)
                    self.files.append(PlannedFile(page, content.encode(), None))
                    self.result.comparisons.append(page)


def _shown_name(root: Path, path: Path) -> str:
    try:
        return paths.relative(root.resolve(), path.resolve())
    except ValueError:
        return path.as_posix()


def _page(text: RegulationText, dates: VersionDates, own_id: str, options: Options) -> str:
    note = text.note
    is_told = dates.day is not None and dates.day == note.latest
    written = {
        "title": text.title,
        "类型": "制度",
        "类别": options.category,
        "文号": note.document_number if is_told else None,
        "制定机关": note.issuer,
        "通过日期": dates.adopted_on,
        "公布日期": dates.issued_on,
        "施行日期": dates.effective_on,
        "废止日期": None,
        "文本采集至": options.collected_on,
    }
    lines = ["---", *(f"{key}: {_scalar(value)}" for key, value in written.items())]
    if note.history:
        lines += ["沿革:", *(f"  - {_scalar(entry)}" for entry in note.history)]
    call = f'{{{{ 效力("{own_id}", "{dates.name}") }}}}'
    head = "\n".join([*lines, "---", "", heading(text.title, 1)])
    return f"{head}\n\n{call}\n\n{body(text)}\n"


def _body(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").partition(b"\n---\n")[2].strip()


def _scalar(value: str | date | None) -> str:
    if value is None:
        return "null"
    return value.isoformat() if isinstance(value, date) else scalar(value)


def _comparison(title: str, own_id: str, old: str, new: str) -> str:
    name = f"{title}修订对照"
    head = f"---\ntitle: {scalar(f'{name}（{old}，{new}）')}\n类型: 制度\n---\n\n"
    return f'{head}{heading(name, 1)}\n\n{{{{ 修订对照("{own_id}", "{old}", "{new}") }}}}\n'


def _refuse_unreadable(content: str, page: str, source: str) -> None:
    """Raise if the page as planned would not load.

    Raises:
        ProblemsFound: at the source, because the page is not written.
    """
    file = parse_markdown(content, page)
    _, problems = build(RegulationFrontMatter, file.front_matter)
    problems += find_calls(file)[1]
    if problems:
        raise ProblemsFound([replace(one, where=Where(source)) for one in problems])


def _numbering(text: RegulationText) -> Iterator[Problem]:
    for found in numbering_problems(text.structure, text.source.name):
        yield replace(found, severity=Severity.WARNING)


def _remarks(text: RegulationText, dates: VersionDates) -> Sequence[Problem]:
    """Return what a person should look up."""
    where = Where(text.source.name, text.titles[0].number)
    remarks = []
    if dates.day is None:
        hint = "在文件名里写明版本日期，如 某某办法(2024-06-28).md；确是草案就不用改。"
        fact = "看不出是哪一天的版本，作为草案收入"
        remarks.append(Problem(where, "version-date", fact, hint, Severity.WARNING))
    elif dates.effective_on is None:
        hint = "查公布令或修改决定，填入页面的“施行日期”。"
        fact = "原文没有写明这一版从哪天起施行"
        remarks.append(Problem(where, "effective-date", fact, hint, Severity.WARNING))
    return remarks
