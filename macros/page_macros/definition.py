"""`指标说明`: what a figure counts and how it comes about, for all years."""

from macros.figures import UnknownFigure
from macros.handbook import Handbook
from macros.page_macros.figure_tables import counting_text
from macros.page_macros.html import escape, optional_text, paragraph, table, wide


def show_definition(handbook: Handbook, name: str) -> str:
    """说明一个指标计什么、用什么单位、怎样得来，在哪一行定义；不列各年的数。

    Args:
        name: 数的名称，见“数据字典”。

    Example:
        {{ 指标说明("局党组会") }}
    """
    definition = handbook.definitions.get(name)
    if definition is None:
        raise UnknownFigure.named(handbook, name)
    facts = [
        ("单位", escape(definition.unit)),
        ("分组", escape(definition.group)),
        ("怎样得来", escape(counting_text(definition.counting))),
        ("说明", optional_text(definition.note)),
        ("在哪里定义", escape(str(definition.where))),
    ]
    about = table(f"{name}：定义", ("项目", "内容"), facts, kinds=wide("内容"))
    return paragraph(f"口径：{escape(definition.meaning)}") + about
