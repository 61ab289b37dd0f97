"""100,000 ledger rows: load, validate and count, beside the obvious ways to do it.

Run with ``python -m tests.benchmarks.ledgers``. Prints CPU seconds (median of three fresh
processes each, start-up subtracted) and ratios; asserts nothing.
"""

import csv
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 100_000
KINDS = ("局党组会", "局务会", "专题部署", "听取汇报", "其他")


def write_inputs(folder: Path) -> None:
    """Write the same rows as a project's ledger and as YAML."""
    ledger = folder / "data/2023/ledgers/meetings.csv"
    ledger.parent.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (folder / "data/2023/year.yml").write_text("年份: 2023\n状态: 编制中\n截至: null\n", "utf-8")
    (folder / "data/figures.yml").write_text(
        "局党组会:\n  单位: 次\n  口径: 次数。\n  计算:\n    台账: 会议\n"
        "    条件:\n      类别: 局党组会\n",
        "utf-8",
    )
    header = ["编号", "日期", "类别", "议题", "主持", "应到", "实到", "记录号"]
    with (
        ledger.open("w", encoding="utf-8-sig", newline="") as table,
        (folder / "rows.yml").open("w", encoding="utf-8") as document,
    ):
        writer = csv.writer(table)
        writer.writerow(header)
        for number in range(ROWS):
            row = _row(number)
            writer.writerow(row)
            pairs = zip(header, row, strict=True)
            document.write("- " + "\n  ".join(f'{key}: "{value}"' for key, value in pairs) + "\n")


def _row(number: int) -> list[str]:
    day = f"2023-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    kind = KINDS[number % len(KINDS)]
    topic = f"研究第{number % 997}号事项"
    return [f"2023-{number:06d}", day, kind, topic, "主持人", "12", "11", f"记{number}"]


def ours(folder: Path) -> object:
    """Load the handbook and count the figure."""
    from macros.figures import figure
    from macros.handbook import load_handbook

    handbook = load_handbook(folder)
    assert not handbook.problems, handbook.problems[:3]
    return figure(handbook, "局党组会", 2023).value


def csv_and_pydantic(folder: Path) -> object:
    """csv.DictReader and a pydantic model for each row."""
    from datetime import date
    from typing import Literal

    from pydantic import BaseModel, Field, TypeAdapter

    class Row(BaseModel):
        编号: str
        日期: date
        类别: Literal[KINDS]
        议题: str
        主持: str
        应到: int = Field(ge=0)
        实到: int = Field(ge=0)
        记录号: str

    path = folder / "data/2023/ledgers/meetings.csv"
    with path.open(encoding="utf-8-sig", newline="") as table:
        rows = TypeAdapter(list[Row]).validate_python(list(csv.DictReader(table)))
    return sum(row.类别 == "局党组会" for row in rows)


def yaml_c_loader(folder: Path) -> object:
    """PyYAML's C loader, without any validation."""
    import yaml

    with (folder / "rows.yml").open(encoding="utf-8") as document:
        rows = yaml.load(document, Loader=yaml.CSafeLoader)
    return sum(row["类别"] == "局党组会" for row in rows)


WAYS = (ours, csv_and_pydantic, yaml_c_loader)


def measure(name: str, folder: Path) -> float:
    """Return CPU seconds of one way in a fresh process, imports excluded."""
    command = [sys.executable, "-m", "tests.benchmarks.ledgers", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["value"] == ROWS // len(KINDS), answer
    return answer["seconds"]


def main() -> None:
    """Run one way (as a child) or all of them."""
    if len(sys.argv) == 3:
        way = next(way for way in WAYS if way.__name__ == sys.argv[1])
        import pydantic
        import yaml

        import macros.figures
        import macros.handbook

        assert pydantic and yaml and macros
        start = time.process_time()
        value = way(Path(sys.argv[2]))
        print(json.dumps({"value": value, "seconds": time.process_time() - start}))
        return
    with tempfile.TemporaryDirectory() as folder:
        write_inputs(Path(folder))
        runs = {way.__name__: [] for way in WAYS}
        for _ in range(3):
            for name, seconds in runs.items():
                seconds.append(measure(name, Path(folder)))
        medians = {name: statistics.median(seconds) for name, seconds in runs.items()}
        for name, seconds in medians.items():
            print(f"{name:18} {seconds:7.2f} CPU s   {medians['ours'] / seconds:5.2f} = ours / it")


if __name__ == "__main__":
    main()
