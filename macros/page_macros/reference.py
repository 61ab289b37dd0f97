"""`组织表`, `制度表`, `术语表`: who there is, which rules there are, what words mean."""

import re
from collections.abc import Iterator
from typing import get_args

from macros.formatting import MISSING
from macros.handbook import Handbook, Page
from macros.models.front_matter import RegulationFrontMatter
from macros.models.organization import Organization
from macros.page_macros.html import badge, cell_text, escape, link, note, optional_text, table, wide
from macros.page_macros.lookup import require

DRAFT = "草案（待审定）"
RULE_PATH = re.compile(r"regulations/(?P<id>[^/]+)/(?P<version>[^/]+)\.md")
DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
CATEGORIES = get_args(get_args(RegulationFrontMatter.model_fields["category"].annotation)[0])


def show_organization(handbook: Handbook) -> str:
    """列出单位名称、党组织、科室和监督单位；原文没有的显示【待填】。

    Example:
        {{ 组织表() }}
    """
    bureau = handbook.organization
    if bureau is None:
        return note(f"单位和党组织还没有录入：{MISSING}")
    names = {one.id: one.name for one in bureau.party_organizations}
    organizations = [
        (
            escape(one.name),
            escape(one.kind),
            cell_text(one.secretary),
            optional_text(names.get(one.parent, one.parent)),
            optional_text(one.note),
        )
        for one in bureau.party_organizations
    ]
    sections = [
        (escape(one.name), cell_text(one.duties), cell_text(one.head)) for one in bureau.sections
    ]
    supervisors = [(escape(one.name), optional_text(one.note)) for one in bureau.supervisors]
    header = ("党组织", "类型", "书记", "上级", "说明")
    return (
        _bureau(bureau)
        + table("党组织", header, organizations, kinds=wide("说明"))
        + table("科室", ("科室", "职责", "负责人"), sections, kinds=wide("职责"))
        + table("监督单位", ("监督单位", "说明"), supervisors, kinds=wide("说明"))
    )


def _bureau(bureau: Organization) -> str:
    row = (bureau.name, bureau.short_name, bureau.county, bureau.superiors)
    return table("单位", ("名称", "简称", "所在县", "上级"), [tuple(map(cell_text, row))])


def show_regulations(handbook: Handbook, category: str | None = None) -> str:
    """列出制度，每件一行：名称、类别、性质、文号、归口科室和施行日期。

    名称带链接，链接从 docs/regulations/index.md 算起，所以只放在那一页。
    有几个版本的，列日期最晚的；都没有日期的，列草案 draft.md。

    Args:
        category: 只列这一类：学习、管理、服务、法律法规；不写就列全部。

    Example:
        {{ 制度表("学习") }}
    """
    if category is not None:
        require(category, CATEGORIES, "制度类别")
    rules = [page for page in latest_versions(handbook) if category in (None, page.meta.category)]
    rules.sort(key=lambda page: (_category_order(page.meta), page.path))
    header = ("制度", "类别", "性质", "文号", "归口科室", "施行日期")
    what = f"{category}类制度" if category else "制度"
    return table(what, header, map(_regulation_row, rules), f"还没有{what}。")


def latest_versions(handbook: Handbook) -> Iterator[Page]:
    """Yield one page per regulation: the last dated version, else the draft."""
    latest: dict[str, Page] = {}
    for path, page in handbook.pages.items():
        found = RULE_PATH.fullmatch(path)
        if found and isinstance(page.meta, RegulationFrontMatter):
            current = latest.get(found["id"])
            if current is None or _rank(page) > _rank(current):
                latest[found["id"]] = page
    yield from latest.values()


def _rank(page: Page) -> tuple[bool, bool, str]:
    version = RULE_PATH.fullmatch(page.path)["version"]
    return DATED.fullmatch(version) is not None, version == "draft", version


def _category_order(meta: RegulationFrontMatter) -> int:
    return CATEGORIES.index(meta.category) if meta.category else len(CATEGORIES)


def _regulation_row(page: Page) -> tuple[str, ...]:
    meta = page.meta
    target = page.path.removeprefix("regulations/").removesuffix(".md") + ".html"
    effective = cell_text(meta.effective_on) if meta.effective_on else badge(DRAFT, "missing")
    return (
        link(target, page.title),
        cell_text(meta.category),
        optional_text(meta.nature),
        cell_text(meta.document_number),
        cell_text(meta.owner),
        effective,
    )


def show_terms(handbook: Handbook) -> str:
    """列出术语、释义和同义词。

    Example:
        {{ 术语表() }}
    """
    rows = [
        (escape(one.word), escape(one.meaning), optional_text(one.synonyms))
        for one in handbook.terms.terms
    ]
    return table("术语", ("术语", "释义", "同义词"), rows, "还没有术语。", kinds=wide("释义"))
