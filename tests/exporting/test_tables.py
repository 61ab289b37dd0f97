"""The data for other systems: JSON by its schema, CSV that a database takes as it is."""

import json
from pathlib import Path

import duckdb
import pytest

from macros.exporting.csv_tables import csv_tables
from macros.exporting.json_data import as_json
from macros.figures import figure
from macros.handbook import load_handbook
from macros.models.exported import HandbookData

TALKS = (
    "编号,日期,类别,约谈人,对象,人数,后续\n"
    "2023-001,2023.3.5,集体约谈,甲某,乙某,8,\n"
    "2023-002,2023-04-01,个别约谈,,,1,+1+1\n"
    '2023-003,2023-05-01,集体约谈、个别约谈,,,12,"一,""二""\n三"\n'
)
FILES = {"data/2023/ledgers/talks.csv": TALKS}


@pytest.fixture
def folder(project, tmp_path) -> Path:
    """Return a folder with the CSV files of a project."""
    out = tmp_path / "out"
    for name, content in csv_tables(load_handbook(project(FILES))).items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return out / "tables"


def test_duckdb_recomputes_a_figure(project, folder, tmp_path):
    """From the rows, through Parquet, to the number the handbook prints."""
    handbook = load_handbook(project(FILES))
    parquet = tmp_path / "talks.parquet"
    with duckdb.connect() as base:
        base.execute(f"COPY (FROM read_csv('{folder}/talks.csv')) TO '{parquet}' (FORMAT parquet)")
        [(number, days)] = base.execute(
            f"SELECT sum(人数), count(DISTINCT 日期) FROM '{parquet}' WHERE 年份 = 2023"
        ).fetchall()
        [(times,)] = base.execute(
            f"SELECT count(*) FROM '{parquet}' "
            "WHERE list_contains(string_split(类别, '、'), '集体约谈')"
        ).fetchall()
        [(joined,)] = base.execute(
            f"SELECT count(*) FROM read_csv('{folder}/figure-rows.csv') s JOIN '{parquet}' t "
            "ON s.文件 = t.文件 AND s.行 = t.行 WHERE s.指标 = '集体约谈'"
        ).fetchall()
        [(kind,)] = base.execute(f"SELECT typeof(日期) FROM '{parquet}' LIMIT 1").fetchall()

    assert figure(handbook, "约谈人次", 2023).value == number
    assert figure(handbook, "集体约谈", 2023).counted.value == times == joined
    assert (3, "DATE") == (days, kind)


def test_csv_holds_no_names_and_no_formulas(folder):
    """What a spreadsheet would compute begins with an apostrophe."""
    text = (folder / "talks.csv").read_text("utf-8")

    assert "甲某" not in text
    assert ",'+1+1," in text


def test_json_follows_its_schema(project):
    """Values keep their types; a conflict has no value but every claim."""
    content = as_json(load_handbook(project(FILES)), "abc", is_restricted=False)
    HandbookData.model_validate_json(content)
    whole = json.loads(content)
    figures = {one["指标"]: one for one in whole["年度"][0]["指标"]}

    assert ("handbook/1", "abc", False) == (whole["格式"], whole["提交"], whole["内部"])
    assert (21, "台账计算") == (figures["约谈人次"]["数值"], figures["约谈人次"]["状态"])
    assert [2, 3, 4] == [row["行"] for row in figures["约谈人次"]["计入的行"]]
    [ledger] = whole["年度"][0]["台账"]
    assert ["集体约谈", "个别约谈"] == ledger["行"][2]["类别"]
    assert "约谈人" not in ledger["列"]
    assert "甲某" not in content.decode()
