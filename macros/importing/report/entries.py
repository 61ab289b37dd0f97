"""The entries that an import adds to the data files."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros import formatting, paths
from macros.importing.report.decisions import Decision, Number
from macros.importing.report.source import Source
from macros.importing.yaml_text import YamlText, clean, key, open_yaml, scalar
from macros.models.figure import FigureDefinition, FigureValue
from macros.prose.places import Place

DEFINITIONS = f"{paths.DATA}/figures.yml"
DEFINITIONS_HEADER = """\
# 指标定义：每个数叫什么、用什么单位、计什么不计什么。
#
# 局党组会:
#   单位: 次
#   口径: 计年内召开的局党组会次数，不计局务会。
#   又名:
#     - 共召开局党组会
"""
VALUES_HEADER = """\
# {year} 年手工填报的数。
#
# 局党组会:
#   数值: 30
#   来源: 年度报告第二段
#   核实人: null
#   核实日期: null
"""
YEAR_HEADER = """\
# 年度状态：编制中、已定稿；截至是统计截止日期，不知道写 null。

年份: {year}
状态: 编制中
截至: null
"""
USUAL_MAXIMUM = 1_000_000
LONGEST_LABEL = 60
APPROXIMATIONS = {"余": "true", "多": "多", "": "false"}


class Entries:
    """Changes to the data files of one import."""

    def __init__(self, root: Path, year: int, source: Source) -> None:
        self.year = year
        self.source = source
        self.definitions = open_yaml(root, DEFINITIONS, DEFINITIONS_HEADER)
        values = f"{paths.DATA}/{year}/figures.yml"
        self.values = open_yaml(root, values, VALUES_HEADER.format(year=year))
        state = f"{paths.DATA}/{year}/year.yml"
        self.state = open_yaml(root, state, YEAR_HEADER.format(year=year))

    def add(
        self, decisions: Iterable[Decision], on_file: Mapping[str, FigureValue], title: str
    ) -> None:
        """Plan the lines for all decisions."""
        for decision in decisions:
            if decision.is_new:
                self.definitions.append(self._definition(decision, title))
            entry = on_file.get(decision.name)
            if entry is None:
                self._append(decision)
                continue
            if not decision.is_on_file and decision.value is not None:
                self._fill(decision, entry)
            self._report(decision, entry)

    def changed(self) -> list[YamlText]:
        """Return the files to be written; a year's first values bring its state along."""
        held = [one for one in (self.definitions, self.values) if one.is_changed]
        is_new_year = self.values.is_changed and self.state.original is None
        return [*held, self.state] if is_new_year else held

    def _definition(self, decision: Decision, title: str) -> Iterator[str]:
        meaning = f"导入自《{clean(title)}》，原文：{clean(decision.quote)}；口径须由本单位确认。"
        yield f"{key(decision.name)}:"
        yield "  分组: 导入待分组"
        yield f"  单位: {scalar(decision.unit)}"
        yield f"  口径: {scalar(meaning)}"
        if decision.style != FigureDefinition.model_fields["style"].default:
            yield f"  样式: {decision.style}"
        if decision.decimals:
            yield f"  小数位: {decision.decimals}"
        labels = [label for label in map(_label, decision.labels) if label]
        if labels:
            yield "  又名:"
            yield from (f"    - {scalar(label)}" for label in labels)
        if decision.value is not None and decision.value > USUAL_MAXIMUM:
            yield f"  上限: {10 ** (len(str(int(decision.value))) + 1)}"

    def _append(self, decision: Decision) -> None:
        reported = [(decision.value, decision.places[0]), *decision.others]
        if decision.is_on_file:
            # Counted from a ledger so far; typed is only what the report says otherwise.
            reported = decision.others
        if reported:
            self.values.append(self._value(decision, *reported))

    def _value(
        self, decision: Decision, first: tuple[Number | None, Place], *others: tuple[Number, Place]
    ) -> Iterator[str]:
        value, place = first
        source = self._source(place)
        yield f"{key(decision.name)}:"
        yield f"  数值: {_number(value)}"
        if decision.approximation:
            yield f"  {_approximation(decision)}"
        if value is None:
            yield f"  原因: {scalar(f'{source}，原文此处数字空缺')}"
            yield "  责任科室: null"
            yield "  补报期限: null"
            return
        yield f"  来源: {scalar(source)}"
        yield "  核实人: null"
        yield "  核实日期: null"
        if others:
            yield "  另报:"
            yield from (f"    {line}" for line in self._items(others, {value}))

    def _fill(self, decision: Decision, entry: FigureValue) -> None:
        name = decision.name
        self.values.set_key((name, "数值"), f"数值: {_number(decision.value)}")
        if decision.approximation or entry.approximation:
            self.values.set_key((name, "约数"), _approximation(decision))
        source = scalar(self._source(decision.places[0]))
        self.values.set_key((name, "来源"), f"来源: {source}")

    def _report(self, decision: Decision, entry: FigureValue) -> None:
        known = {other.value for other in entry.other_reports} | {entry.value, decision.value}
        items = list(self._items(decision.others, known))
        if items and entry.other_reports:
            self.values.insert_below((decision.name, "另报"), items)
        elif items:
            self.values.insert_below((decision.name,), ["另报:", *(f"  {item}" for item in items)])

    def _items(
        self, others: Iterable[tuple[Number, Place]], known: set[Number | None]
    ) -> Iterator[str]:
        """Yield the lines of 另报 for numbers not told yet."""
        told = set(known)
        for value, place in others:
            if value not in told:
                told.add(value)
                yield f"- 数值: {_number(value)}"
                yield f"  来源: {scalar(self._source(place))}"

    def _source(self, place: Place) -> str:
        paragraph = self.source.paragraph(place.line)
        return f"导入自 {clean(self.source.file)} 第{formatting.chinese(paragraph)}段"


def _approximation(decision: Decision) -> str:
    return f"约数: {APPROXIMATIONS[decision.approximation]}"


def _number(value: Number | None) -> str:
    if value is None:
        return "null"
    return str(value) if isinstance(value, int) else f"{value:f}"


def _label(label: str) -> str:
    """Return a wording for 又名; nothing if data cannot hold it as it is."""
    short = label[-LONGEST_LABEL:].strip(" \u3000")
    return short if clean(short) == short else ""
