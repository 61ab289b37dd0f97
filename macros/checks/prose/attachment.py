"""附件说明里的附件，与后面附的附件，序号、名称、先后一致。

一页里既写了“附件：1. ……”又附有“附件1”的，逐一核对；附件另成一页的不查。

依据：《党政机关公文格式》（GB/T 9704）7.3.7。

不通过：

    docs/a.md：
    # 通知

    附件：1. 责任清单

    ## 附件1 责任书

通过：

    docs/a.md：
    # 通知

    附件：1. 责任清单

    ## 附件1 责任清单
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from macros.checks.prose import patterns
from macros.problems import Problem, Severity
from macros.rendering.body import Line, plain
from macros.rendering.site import RenderedPage

RULE = "STR-05"
CODE = "attachment"
SEVERITIES = (Severity.ERROR,)

LISTED = re.compile(r"^附件[：:]\s*(?P<rest>.*)")
ENTRY = re.compile(r"^\s*(?P<number>[0-9]{1,2})[.．、]\s*(?P<title>\S.*?)\s*$")
ATTACHED = re.compile(r"^附件\s*(?P<number>[0-9]{0,2})[：:\s]*(?P<title>.*?)\s*$")
Attachment = tuple[int, str, Line]


def check_prose(page: RenderedPage) -> Iterator[Problem]:
    """Yield a problem for each attachment that differs from the list of attachments."""
    if "附件" not in page.body.typed:
        return
    listed, attached = list(_listed(page)), list(_attached(page))
    if listed and attached:
        yield from _differences(listed, attached)


def _listed(page: RenderedPage) -> Iterator[Attachment]:
    is_open = False
    for line in page.body.lines:
        text = _text(line)
        begins = LISTED.match(text)
        if begins and not patterns.HEADING.match(line.typed):
            is_open, text = True, begins["rest"]
        found = ENTRY.match(text) if is_open else None
        if found:
            yield int(found["number"]), _title(found["title"]), line
        elif begins and text:
            yield 1, _title(text), line
        elif text:
            is_open = False


def _attached(page: RenderedPage) -> Iterator[Attachment]:
    lines = [line for line in page.body.lines if line.typed.strip()]
    for index, line in enumerate(lines):
        heading = patterns.HEADING.match(line.typed)
        found = ATTACHED.match(heading["title"]) if heading else None
        if found:
            following = lines[index + 1] if index + 1 < len(lines) else line
            title = found["title"] or following.plain
            yield int(found["number"] or 1), _title(title), line


def _text(line: Line) -> str:
    return re.sub(r"^\s*[-*] ", "", line.typed).replace("**", "").strip()


def _title(text: str) -> str:
    """Return a title without what may differ: links, brackets of titles, the mark at its end."""
    return plain(text).strip("《》。；; ")


def _differences(
    listed: Sequence[Attachment], attached: Sequence[Attachment]
) -> Iterator[Problem]:
    for one, other in zip_longest(listed, attached):
        if one and other and one[:2] == other[:2]:
            continue
        line = (other or one)[2]
        fact = f"附件说明写的是{_shown(one)}，后面附的是{_shown(other)}"
        hint = "对照原件，使附件说明和附件的序号、名称、先后一致。"
        yield Problem(line.where, CODE, fact, hint, Severity.ERROR)


def _shown(attachment: Attachment | None) -> str:
    return f"“{attachment[0]}. {attachment[1]}”" if attachment else "空的"
