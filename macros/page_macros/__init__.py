"""The functions pages may call: they look up and format, they never compute."""

from collections.abc import Mapping

from macros.page_macros.books import show_books
from macros.page_macros.cadence import show_cadences, show_windows
from macros.page_macros.chart import figures_of_chart, show_chart
from macros.page_macros.comparison import show_comparison
from macros.page_macros.definition import show_definition
from macros.page_macros.fields import show_fields
from macros.page_macros.figure_tables import figures_of_table, show_dictionary, show_figure_table
from macros.page_macros.figures import figures_shown, show_as_of, show_figure
from macros.page_macros.gaps import figures_of_gaps, show_gaps
from macros.page_macros.ledger_table import figures_of_ledger, show_ledger_table
from macros.page_macros.macro import MacroRefused, PageMacro
from macros.page_macros.month import show_month
from macros.page_macros.obligations import show_obligations
from macros.page_macros.origin import show_origin
from macros.page_macros.overview import show_overview
from macros.page_macros.plans import (
    show_duties,
    show_next_steps,
    show_rectifications,
    show_work_points,
)
from macros.page_macros.reference import show_organization, show_terms
from macros.page_macros.regulation_index import show_regulations
from macros.page_macros.regulation_lists import show_due_cleanups, show_in_force, show_repealed
from macros.page_macros.standing import show_standing
from macros.page_macros.writing_space import show_space

PAGE_MACROS: tuple[PageMacro, ...] = (
    PageMacro("数", show_figure, is_block=False, figures=figures_shown),
    PageMacro("截至", show_as_of, is_block=False),
    PageMacro("指标表", show_figure_table, figures=figures_of_table),
    PageMacro("指标说明", show_definition),
    PageMacro("产生自", show_origin, figures=figures_shown),
    PageMacro("台账表", show_ledger_table, figures=figures_of_ledger),
    PageMacro("图", show_chart, figures=figures_of_chart),
    PageMacro("待补清单", show_gaps, figures=figures_of_gaps),
    PageMacro("频次表", show_cadences, data=("cadences.yml",)),
    PageMacro("履行情况", show_windows, data=("cadences.yml",)),
    PageMacro("要点表", show_work_points, data=("{year}/work-points.yml",)),
    PageMacro("责任清单表", show_duties, data=("{year}/responsibilities.yml",)),
    PageMacro("整改表", show_rectifications, data=("{year}/rectifications.yml",)),
    PageMacro("下一步表", show_next_steps, data=("{year}/rectifications.yml",)),
    PageMacro("组织表", show_organization, data=("organization.yml",)),
    PageMacro("制度一览", show_regulations),
    PageMacro("现行有效", show_in_force),
    PageMacro("废止清单", show_repealed),
    PageMacro("清理到期", show_due_cleanups),
    PageMacro("效力", show_standing),
    PageMacro("修订对照", show_comparison),
    PageMacro("义务对照", show_obligations),
    PageMacro("术语表", show_terms, data=("terms.yml",)),
    PageMacro("数据字典", show_dictionary, data=("figures.yml",)),
    PageMacro("字段表", show_fields),
    PageMacro("概览", show_overview),
    PageMacro("本月事项", show_month, data=("cadences.yml",)),
    PageMacro("印本", show_books),
    PageMacro("留白", show_space, is_block=False),
)
"""Everything a page can call; a new macro is one entry here."""

MACROS_BY_NAME: Mapping[str, PageMacro] = {macro.name: macro for macro in PAGE_MACROS}

__all__ = ["MACROS_BY_NAME", "PAGE_MACROS", "MacroRefused", "PageMacro"]
