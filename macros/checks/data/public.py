"""Words and names that may be published although an internal column holds them too."""

import re
from collections.abc import Iterator

from macros.handbook import Handbook, YearData
from macros.models.ledger_kinds import LEDGER_KINDS
from macros.models.record import Record

OFFICE = re.compile(
    "(?:局|县|本|各|全体|下属|分管|主要|有关|相关|其他|第一|党组|党委|党总支|党支部|党小组|机关|总支|"
    "支部|班子|领导|纪检|监察|组织|科级|股级|正科|副科|科室|股室|单位|部门|副|书记|主任|局长|科长|股长|"
    "组长|所长|站长|委员|成员|干部|负责人|责任人|党员|职工|人员|同志|级|人|及|和|、)+"
)
PERSON_FIELDS = ("secretary", "head", "person", "leader", "verified_by")


def public_words(handbook: Handbook) -> set[str]:
    """Words that tell nothing about a person: choices, organizations, terms, allowed words."""
    words = {word for kind in LEDGER_KINDS for column in kind.columns for word in column.choices}
    words |= {allowed.word for allowed in handbook.terms.allowed_words}
    words |= {name for term in handbook.terms.terms for name in (term.word, *term.synonyms)}
    if handbook.organization:
        organization = handbook.organization
        named = (*organization.party_organizations, *organization.sections)
        words |= {one.name for one in (*named, *organization.supervisors)}
    return words


def is_office(text: str) -> bool:
    """Return whether a text names an office or a group, not a person: 局党组书记, 下属支部书记."""
    return bool(OFFICE.fullmatch(text))


def public_people(handbook: Handbook) -> set[str]:
    """People whom tables name by their office: heads, persons in charge, who verified a figure."""
    return set(_people(handbook.organization)) | {
        name for year in handbook.years.values() for name in _people(_records(year))
    }


def _records(year: YearData) -> tuple[object, ...]:
    lists = (year.work_points, year.responsibilities, year.rectifications)
    return (*lists, *year.values.values())


def _people(value: object) -> Iterator[str]:
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _people(item)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in PERSON_FIELDS and inner:
                yield inner
            else:
                yield from _people(inner)
