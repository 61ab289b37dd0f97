"""`组织表`, `术语表`: who there is, what words mean."""


from macros.formatting import MISSING
from macros.handbook import Handbook
from macros.models.organization import Organization
from macros.page_macros.html import cell_text, escape, note, optional_text, table, wide


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
