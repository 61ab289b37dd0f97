"""How offices head the columns that our ledgers know by one name."""

import re
import unicodedata
from functools import cache

from macros.models.ledger import LedgerKind

SYNONYMS = {
    "编号": ("会议编号", "台账编号", "登记号", "登记编号"),
    "日期": ("时间", "召开时间", "召开日期", "开展时间", "开展日期", "发生日期", "举办时间",
             "签订时间", "签订日期", "报送时间", "报送日期", "完成时间", "完成日期"),
    "类别": ("类型", "种类", "形式"),
    "议题": ("内容", "主要议题", "主要内容"),
    "主题": ("题目", "活动主题", "内容"),
    "题目": ("名称", "标题", "文稿名称", "课题名称", "报告名称"),
    "事项": ("内容", "决策事项", "请示事项", "报告事项", "议题"),
    "党组织": ("支部", "党支部", "所属支部", "支部名称", "党组织名称", "所在支部"),
    "主持": ("主持人",),
    "主讲": ("主讲人", "授课人", "中心发言人"),
    "记录人": ("记录",),
    "应到": ("应到人数", "应到会人数", "应参加人数", "应参会人数", "应出席人数", "应到会"),
    "实到": ("实到人数", "实到会人数", "实际参加人数", "实参加人数", "实参会人数", "实际到会人数",
             "到会人数", "参会人数", "实际到会", "出席人数"),
    "参加人数": ("人数", "受教育人数", "参训人数", "参会人数", "实到", "实到人数"),
    "缺席原因": ("缺席人员及原因", "缺席人员和原因", "请假原因", "缺席情况", "缺席人员原因"),
    "记录号": ("档案号", "记录编号", "档案编号", "卷宗号", "会议记录号", "存档号"),
    "备注": ("附注", "说明"),
    "人数": ("约谈人数", "被约谈人数"),
    "对象": ("约谈对象", "被约谈人", "督查对象", "被督查单位", "谈话对象"),
    "约谈人": ("谈话人", "主谈人"),
    "方式": ("督查方式", "检查方式"),
    "份数": ("数量", "签订份数"),
    "发现问题数": ("问题数", "发现问题", "问题个数"),
}  # fmt: skip

ROW_NUMBERS = frozenset({"序号", "序", "NO", "NO.", "№", "行号"})
"""Columns that only number the rows of a print."""

OWN = frozenset({"出处"})
"""Columns that the export adds for readers."""


def plain_name(header: object) -> str:
    """Return a header without spaces, brackets and marks: ``应到 (人)*`` reads 应到."""
    text = unicodedata.normalize("NFKC", str(header if header is not None else ""))
    text = re.sub(r"[(\[【][^)\]】]*[)\]】]", "", text)
    return re.sub(r"[\s*:：_]", "", text)


def column_name(kind: LedgerKind, header: object) -> str:
    """Return the column of the ledger that a header names; nothing if it is none of them."""
    return _column_name(kind, plain_name(header))


@cache
def _column_name(kind: LedgerKind, name: str) -> str:
    for candidate in (name, *_without_prefix(kind, name)):
        if kind.column(candidate):
            return candidate
        for column in kind.columns:
            if candidate in SYNONYMS.get(column.name, ()):
                return column.name
    return ""


def _without_prefix(kind: LedgerKind, name: str) -> list[str]:
    prefixes = (kind.name, "会议", "活动", "学习", "教育", "谈话")
    return [name.removeprefix(one) for one in prefixes if name.startswith(one) and name != one]
