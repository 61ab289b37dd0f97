"""The compilation for other programs: complete, addressed, and as the schema says."""

from datetime import date

from macros.handbook import load_handbook
from macros.models.compilation import Compilation
from macros.regulations.export import as_json, as_records

RULE = """---
title: 约谈办法
类别: 管理
施行日期: 2020-01-01
废止日期: 2023-06-30
依据: [监察法]
---
# 约谈办法

{{ 效力("talks", "2020-01-01") }}

## 第一章 总则

第一条 （目的）

制定本办法。

第二条 下列情形应当约谈：

（一）苗头性问题：

1.迟到；

2.早退；

（二）其他。

前款以外的，不约谈。

| 项目 | 份数 |
| --- | --- |
| 登记表 | 三 |

附件：约谈登记表
"""
FILES = {"docs/regulations/talks/2020-01-01.md": RULE, "docs/index.md": "# 首页\n"}


def load(project, day=date(2023, 7, 1)):
    return load_handbook(project(FILES), day)


class TestRecords:
    def test_tell_the_status_on_the_day(self, project):
        """
        In force through the last day, repealed the day after.
        """
        [before] = as_records(load(project, date(2023, 6, 30)))
        [after] = as_records(load(project))

        assert ("现行有效", "2020-01-01") == (before["版本"][0]["状态"], before["现行版本"])
        assert ("已废止", None) == (after["版本"][0]["状态"], after["现行版本"])

    def test_copy_the_front_matter(self, project):
        """
        Dates as text, null for what nobody said.
        """
        [version] = as_records(load(project))[0]["版本"]

        assert ("2020-01-01", "2023-06-30", None, ["监察法"]) == (
            version["施行日期"], version["废止日期"], version["文号"], version["依据"],
        )  # fmt: skip

    def test_give_every_unit_its_address(self, project):
        """
        Article, 款, 项 and 目.
        """
        [version] = as_records(load(project))[0]["版本"]
        article = version["条文"][1]
        first, second = article["款"]

        assert ["第一章 总则"] == article["所在"]
        assert ("第二条第二款", "前款以外的，不约谈。") == (second["锚点"], second["文字"])
        assert ["第二条第一款第一项", "第二条第一款第二项"] == [
            one["锚点"] for one in first["项"]
        ]
        assert "第二条第一款第一项第二目" == first["项"][0]["目"][1]["锚点"]

    def test_lose_no_line(self, project):
        """
        What is part of no 款 stands beside the articles: headings, captions, tables, annexes.
        """
        [version] = as_records(load(project))[0]["版本"]

        assert [
            "第一章 总则", "第一条 （目的）", "| 项目 | 份数 |", "| --- | --- |",
            "| 登记表 | 三 |", "附件：约谈登记表",
        ] == version["条外文字"]  # fmt: skip


class TestFile:
    def test_is_what_the_schema_describes(self, project):
        """
        The model that makes the schema reads the file back.
        """
        content = as_json(load(project))

        assert "talks" == Compilation.model_validate_json(content).regulations[0].id

    def test_is_the_same_every_time(self, project):
        """
        Nothing of the machine or the moment is in it.
        """
        assert as_json(load(project)) == as_json(load(project))
