"""YAML, read strictly: what is ambiguous to a person is refused; every key keeps its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.problems import Problem, ProblemsFound, Where
from macros.sources import text as text_source
from macros.sources.yaml_key import key_problem
from macros.sources.yaml_scalar import Refused, resolve

MAX_DEPTH = 8
Step = str | int
KeyPath = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain values, with the line of every key and item."""

    name: str
    """The file as messages show it."""

    value: object
    """Mappings, lists, str, int, Decimal, date, bool and None."""

    lines: dict[KeyPath, int] = field(default_factory=dict)
    """Line of each key or item, by its path from the top."""

    last_lines: dict[KeyPath, int] = field(default_factory=dict)
    """Last line that belongs to each key or item."""

    def where(self, *path: Step) -> Where:
        """Return where a key stands, or the nearest key above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Where(self.name, self.lines.get(path, 1))


def read_yaml(path: Path, name: str) -> Document:
    """Return the document in a file.

    Raises:
        ProblemsFound: with every fault that could be seen at once.
    """
    problem = text_source.too_large(path, name)
    if problem:
        raise ProblemsFound([problem])
    return parse_yaml(text_source.read_text(path, name), name)


def parse_yaml(text: str, name: str, first_line: int = 1) -> Document:
    """Return the document that `text` holds.

    Args:
        first_line: number of its first line within the file, for front matter.

    Raises:
        ProblemsFound: with every fault that could be seen at once.
    """
    offset = first_line - 1
    problems = [
        *(_moved(found, offset) for found in text_source.character_problems(text, name)),
        *(_moved(found, offset) for found in _layout_problems(text, name)),
    ]
    if problems:
        raise ProblemsFound(problems)
    node = _compose(text, name, offset)
    if node is None:
        raise ProblemsFound(
            [
                Problem(
                    Where(name, first_line),
                    "empty-file",
                    "文件里没有内容",
                    "照 data/README.md 的样例写；暂时没有内容的文件请删去。",
                )
            ]
        )
    reader = _Reader(name, offset)
    value = reader.read(node, ())
    if reader.problems:
        raise ProblemsFound(reader.problems)
    return Document(name, value, reader.lines, reader.last_lines)


def _moved(found: Problem, offset: int) -> Problem:
    where = Where(found.where.file, found.where.line + offset)
    return Problem(where, found.code, found.fact, found.hint, found.severity)


def _layout_problems(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            fact, hint = "行首用了 Tab 缩进", "删去 Tab，改用空格；每一级缩进两个空格。"
            yield Problem(Where(name, number), "tab-indent", fact, hint)
        elif "\u3000" in indent or line.rstrip(" ").endswith("\u3000"):
            fact, hint = "行首或行尾有全角空格", "删去全角空格；缩进用半角空格。"
            yield Problem(Where(name, number), "full-width-space", fact, hint)
        elif _has_full_width_colon(line):
            fact = f"“{line.strip()[:20]}”用了全角冒号"
            hint = "把全角冒号“：”改成半角冒号加一个空格，如 数值: 30。"
            yield Problem(Where(name, number), "full-width-colon", fact, hint)


def _has_full_width_colon(line: str) -> bool:
    """Look for a short name before the colon; a sentence of a folded text is longer."""
    if ": " in line or not re.match(r"\s*(?:- )?[^\s#\"'：:]+：\s*(\S|$)", line):
        return False
    stripped = line.strip().removeprefix("- ")
    name = stripped.split("：", 1)[0]
    return len(name) <= 12 and not re.search("[，。；、]", name) and not stripped.endswith(":")


def _compose(text: str, name: str, offset: int) -> yaml.Node | None:
    try:
        for problem in _event_problems(text, name, offset):
            raise ProblemsFound([problem])
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise ProblemsFound([_syntax_problem(error, text, name, offset)]) from error


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _event_problems(text: str, name: str, offset: int) -> Iterator[Problem]:
    """Yield the first forbidden construct: streamed, so that a bomb is never built."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        where = Where(name, event.start_mark.line + 1 + offset)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            hint = "不要用 & 和 * 引用；把内容照样再写一遍，文字里的 * 请加引号。"
            yield Problem(where, "yaml-alias", "用了 YAML 的引用符号 & 或 *", hint)
        if getattr(event, "tag", None):
            fact = f"用了 YAML 标签“{event.tag}”"
            yield Problem(where, "yaml-tag", fact, "删去以 ! 开头的标签，只写内容。")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                hint = "删去多出来的 ---；一个文件只写一份内容。"
                yield Problem(where, "yaml-documents", "文件里有第二份内容（---）", hint)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > MAX_DEPTH:
                fact = f"层级超过 {MAX_DEPTH} 层"
                yield Problem(where, "yaml-depth", fact, "检查括号和缩进；内容最多嵌套 8 层。")
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1


def _syntax_problem(error: yaml.YAMLError, text: str, name: str, offset: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    context = str(getattr(error, "context", "") or "")
    if "quoted scalar" in context or "flow" in context or mark is None:
        mark = getattr(error, "context_mark", None) or mark
    lines = text.split("\n")
    line = min(mark.line + 1 if mark else 1, len(lines))
    shown = lines[line - 1].strip()[:30]
    fact, hint = f"这一行不合 YAML 写法：“{shown}”", _syntax_hint(shown, context)
    return Problem(Where(name, line + offset), "yaml-syntax", fact, hint)


def _syntax_hint(line: str, context: str) -> str:
    if "quoted scalar" in context:
        return "引号没有成对；补上缺的那个引号。"
    if "flow" in context:
        return "括号没有成对；补上缺的那个，或改成每项一行、以“- ”开头。"
    if re.search(r":\s+[^\"'].*:\s", line):
        return '内容里有“冒号加空格”时，整段内容用引号括起来，如 说明: "价格: 12"。'
    if re.search(r":\s+[%@`*&!|>{\[]", line):
        return "以符号开头的内容用引号括起来。"
    return "对照上下行的缩进；同一级的键左边对齐，冒号后空一格。"


class _Reader:
    """Turns composed nodes into plain values and collects what is wrong on the way."""

    def __init__(self, name: str, offset: int) -> None:
        self.name = name
        self.offset = offset
        self.lines: dict[KeyPath, int] = {}
        self.last_lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []

    def read(self, node: yaml.Node, path: KeyPath) -> object:
        self.lines.setdefault(path, self._line(node))
        end = node.end_mark
        self.last_lines[path] = end.line + (1 if end.column else 0) + self.offset
        if isinstance(node, yaml.MappingNode):
            return self._read_mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._read_scalar(node)

    def _read_mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = self._read_key(key_node)
            if key is None:
                continue
            line = self._line(key_node)
            if key in result:
                first = self.lines[(*path, key)]
                fact = f"“{key}”写了两次，第一次在第 {first} 行"
                self._add(line, "repeated-key", fact, "删去其中一处；YAML 会悄悄丢掉前一个值。")
                continue
            self.lines[(*path, key)] = line
            result[key] = self.read(value_node, (*path, key))
        return result

    def _read_key(self, node: yaml.Node) -> str | None:
        line = self._line(node)
        if not isinstance(node, yaml.ScalarNode):
            self._add(line, "yaml-key", "键不是一个词", "键只写一个词，如 数值: 30。")
            return None
        problem = key_problem(node.value)
        if problem:
            self._add(line, "yaml-key", *problem)
            return None
        return node.value

    def _read_scalar(self, node: yaml.ScalarNode) -> object:
        try:
            return resolve(node.value, plain=node.style in (None, ""))
        except Refused as refused:
            self._add(self._line(node), refused.code, refused.fact, refused.hint)
            return None

    def _line(self, node: yaml.Node) -> int:
        return node.start_mark.line + 1 + self.offset

    def _add(self, line: int, code: str, fact: str, hint: str) -> None:
        self.problems.append(Problem(Where(self.name, line), code, fact, hint))
