"""The ledgers the handbook knows; a new ledger is one more entry here."""

from macros.models.ledger import CellKind, Column, LedgerKind


def _text(name: str, description: str, required: bool = False) -> Column:
    return Column(name, description, is_required=required)


def _restricted(name: str, description: str) -> Column:
    return Column(name, description + "（内部，不公开）", is_restricted=True)


def _count(name: str, description: str, required: bool = False) -> Column:
    return Column(name, description, CellKind.COUNT, is_required=required)


def _choice(name: str, description: str, *choices: str, required: bool = True) -> Column:
    return Column(name, description, CellKind.CHOICE, choices, required)


ID = _text("编号", "年份加序号，如 2023-001；不重复，删掉的不再用。", required=True)
DATE = Column("日期", "发生的那一天，如 2023-03-05。", CellKind.DATE, is_required=True)
BRANCH = _text("党组织", "哪个党组织，写法与 data/organization.yml 一致。", required=True)
HOST = _text("主持", "主持人。")
EXPECTED = _count("应到", "应到人数，只写数字。")
PRESENT = _count("实到", "实到人数，只写数字。")
ABSENCE = _text("缺席原因", "缺席人员的原因。")
RECORD = _text("记录号", "会议记录或档案的编号。")
REMARK = _text("备注", "其他要说明的。")

LEDGER_KINDS = (
    LedgerKind(
        "会议",
        "meetings.csv",
        "局党组会、局务会和专题会议。一次会议兼有几项内容时，类别用顿号并列。",
        (
            ID,
            DATE,
            _choice(
                "类别",
                "会议类别。",
                *("局党组会", "局务会", "专题部署", "听取汇报", "机关党委会", "其他"),
            ),
            _text("议题", "会议议题。"),
            *(HOST, EXPECTED, PRESENT, ABSENCE, RECORD, REMARK),
        ),
        "实到",
    ),
    LedgerKind(
        "学习",
        "studies.csv",
        "周学习例会、理论中心组学习和专题研讨。",
        (
            ID,
            DATE,
            _choice(
                "类别",
                "学习类别。",
                *("周学习例会", "理论中心组学习", "专题研讨", "集中学习", "其他"),
            ),
            _text("主题", "学习主题。"),
            _text("学习文件", "学习的文件名称。"),
            Column("文件发布日期", "所学文件公布的日期。", CellKind.DATE),
            HOST,
            _text("主讲", "主讲或中心发言人。"),
            *(EXPECTED, PRESENT),
            _count("学时", "学时数。"),
            *(RECORD, REMARK),
        ),
        "实到",
    ),
    LedgerKind(
        "三会一课",
        "branch-life.csv",
        "支部党员大会、支部委员会、党小组会、党课，以及组织生活会等。",
        (
            ID,
            DATE,
            BRANCH,
            _choice(
                "类别",
                "组织生活类别。",
                *("支部党员大会", "支部委员会", "党小组会", "党课"),
                *("组织生活会", "民主评议党员", "谈心谈话"),
            ),
            _text("议题", "议题或党课题目。"),
            HOST,
            _text("主讲", "党课主讲人。"),
            _text("记录人", "记录人。"),
            *(EXPECTED, PRESENT, ABSENCE, RECORD, REMARK),
        ),
        "实到",
    ),
    LedgerKind(
        "主题党日",
        "party-days.csv",
        "每月的主题党日。",
        (
            ID,
            DATE,
            BRANCH,
            _text("主题", "活动主题。", required=True),
            Column("前期研究日期", "支委会研究主题的日期。", CellKind.DATE),
            _text("活动方式", "活动方式。"),
            *(EXPECTED, PRESENT),
            _text("后续落实", "议定事项的落实。"),
            *(RECORD, REMARK),
        ),
        "实到",
    ),
    LedgerKind(
        "警示教育",
        "education.csv",
        "案例通报、法规学习、专题培训、廉政党课、警示教育片等。",
        (
            ID,
            DATE,
            _choice(
                "类别",
                "教育类别。",
                *("案例通报", "法规学习", "专题培训", "廉政党课"),
                *("警示教育片", "参观教育基地", "其他"),
            ),
            _text("主题", "主题。"),
            _text("主讲", "主讲人。"),
            _text("主讲身份", "如 党组书记。"),
            _text("地点", "地点。"),
            _count("参加人数", "参加人数，只写数字；各场相加就是人次。"),
            _text("材料", "材料名称。"),
            *(RECORD, REMARK),
        ),
        "参加人数",
    ),
    LedgerKind(
        "约谈",
        "talks.csv",
        "党风廉政约谈。对象、约谈人和要求只供内部，网页和 PDF 里只有合计。",
        (
            ID,
            DATE,
            _choice("类别", "集体约谈或个别约谈。", "集体约谈", "个别约谈"),
            _text("事由类别", "事由类别。"),
            _restricted("约谈人", "约谈人"),
            _restricted("对象", "约谈对象"),
            _choice(
                "对象类别",
                "对象的类别。",
                *("班子成员", "支部书记", "科级干部", "其他"),
                required=False,
            ),
            _count("人数", "约谈了几人，只写数字；各次相加就是人次。", required=True),
            _restricted("要求", "提出的要求"),
            _text("受邀监督", "受邀监督的单位。"),
            _text("后续", "后续整改或回访。"),
            *(RECORD, REMARK),
        ),
        "人数",
    ),
    LedgerKind(
        "督查",
        "inspections.csv",
        "作风督查。",
        (
            ID,
            DATE,
            _choice("方式", "督查方式。", "定期", "不定期", "日常巡查", "重点抽查", "明察暗访"),
            _restricted("对象", "督查对象"),
            _choice(
                "纪律类别",
                "涉及的纪律。",
                *("工作纪律", "群众纪律", "廉洁纪律", "其他"),
                required=False,
            ),
            _count("发现问题数", "发现几个问题，只写数字。"),
            _text("整改编号", "data/<年份>/rectifications.yml 里的编号。"),
            *(RECORD, REMARK),
        ),
        "",
    ),
    LedgerKind(
        "三重一大",
        "decisions.csv",
        "“三重一大”事项的集体决策。",
        (
            ID,
            DATE,
            _choice("类别", "事项类别。", "重大决策", "人事任免", "重大项目", "大额资金", "其他"),
            _text("事项", "决策事项。", required=True),
            *(HOST, EXPECTED, PRESENT),
            _text("第一议题", "是否有第一议题学习。"),
            _text("末位表态", "主要负责人是否末位表态。"),
            _text("决定", "作出的决定。"),
            *(RECORD, REMARK),
        ),
        "",
    ),
    LedgerKind(
        "请示报告",
        "requests.csv",
        "向县委、县政府的请示和报告。",
        (
            ID,
            DATE,
            _choice("类别", "事项类别。", "项目用地", "国土绿化", "生态修复", "其他"),
            _text("事项", "请示或报告的事项。", required=True),
            _text("报送对象", "报给谁。"),
            _text("方式", "书面或口头。"),
            _text("办理结果", "批复或办理结果。"),
            *(RECORD, REMARK),
        ),
        "",
    ),
    LedgerKind(
        "文稿",
        "papers.csv",
        "调研报告、履责报告和调查研究专题报告。",
        (
            ID,
            DATE,
            _choice("类别", "文稿类别。", "调研报告", "履责报告", "调查研究专题报告", "其他"),
            _text("题目", "题目。", required=True),
            _restricted("撰写人", "撰写人"),
            *(RECORD, REMARK),
        ),
    ),
    LedgerKind(
        "课题",
        "topics.csv",
        "研究确定的重点课题。",
        (
            ID,
            DATE,
            _text("题目", "课题名称。", required=True),
            _text("方向", "课题方向。"),
            _text("牵头", "牵头科室。"),
            _text("进展", "进展。"),
            REMARK,
        ),
    ),
    LedgerKind(
        "责任书",
        "letters.csv",
        "签订的党风廉政建设责任书。",
        (
            ID,
            DATE,
            _text("层级", "由谁与谁签订。"),
            _text("责任单位", "责任单位。", required=True),
            _restricted("签订人", "签订人"),
            _count("份数", "份数，只写数字。", required=True),
            *(RECORD, REMARK),
        ),
        "份数",
    ),
    LedgerKind(
        "承诺书",
        "pledges.csv",
        "签订的《党员干部廉洁自律承诺书》。",
        (
            ID,
            DATE,
            BRANCH,
            _restricted("签订人", "签订人"),
            _count("份数", "份数，只写数字。", required=True),
            *(RECORD, REMARK),
        ),
        "份数",
    ),
)
"""Every ledger; its name is what definitions and pages use."""


def ledger_kind(name: str) -> LedgerKind | None:
    """Return the ledger of that name."""
    return next((kind for kind in LEDGER_KINDS if kind.name == name), None)
