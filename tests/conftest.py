"""A project is a dict of files: every test writes the few it needs."""

import contextlib
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from macros import cli
from macros.handbook import Handbook, load_handbook

# A slow machine is no fault of the code: speed is measured in tests/benchmarks.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

REPOSITORY = Path(__file__).parent.parent
MKDOCS = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
SMALL_MKDOCS = re.sub(r"\nnav:\n(?:[ #].*\n|\n)*", "\nnav:\n  - index.md\n  - 其他: ./\n", MKDOCS)
"""The real configuration with a navigation that takes whatever pages a test writes."""
CACHES = shutil.ignore_patterns("__pycache__")

FILES = {
    "data/organization.yml": "名称: null\n",
    "data/figures.yml": (
        "局党组会:\n  单位: 次\n  口径: 当年召开并登记的局党组会，按次计。\n"
        "  计算:\n    台账: 会议\n    条件:\n      类别: 局党组会\n"
        "集体约谈:\n  单位: 次\n  口径: 当年召开的集体约谈，按次计。\n"
        "  计算:\n    台账: 约谈\n    条件:\n      类别: 集体约谈\n"
        "约谈人次:\n  单位: 人次\n  口径: 各次约谈人数之和。\n"
        "  计算:\n    台账: 约谈\n    方式: 合计\n    列: 人数\n"
    ),
    "data/terms.yml": (
        "计量单位: [次, 场次, 人次, 份, 篇, 项, 个]\n固定词语: [三会一课, 三重一大]\n"
    ),
    "data/2023/year.yml": "年份: 2023\n状态: 编制中\n截至: 2023-12-31\n",
    "data/2023/figures.yml": (
        "局党组会:\n  数值: 30\n  来源: 报告\n"
        "集体约谈:\n  数值: null\n  原因: 原文空缺\n  责任科室: null\n  补报期限: null\n"
    ),
    "docs/index.md": "# 首页\n\n召开局党组会{{ 数(\"局党组会\", 2023) }}。\n",
}
"""Two figures of 2023 with a value or a gap, one without an entry, and one page."""


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes files over a small valid project and returns its folder.

    The project is `FILES`; a value of None leaves a file out, bytes are written as they are.
    """

    def write(files: dict[str, str | bytes | None] | None = None) -> Path:
        for name, content in {"mkdocs.yml": SMALL_MKDOCS, **FILES, **(files or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            elif content is not None:
                path.write_text(content, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def handbook(project: Callable[..., Path]) -> Callable[..., Handbook]:
    """Return a function that loads the small project with other files written over it."""
    return lambda files=None: load_handbook(project(files))


@pytest.fixture
def buildable(project: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function like `project` whose folder also has the code and the theme."""

    def write(files: dict[str, str | bytes | None] | None = None) -> Path:
        root = project(files)
        for name in ("macros", "overrides"):
            shutil.copytree(REPOSITORY / name, root / name, dirs_exist_ok=True, ignore=CACHES)
        return root

    return write


@pytest.fixture
def run() -> Callable[..., tuple[int, str]]:
    """Return a function that runs `handbook` in-process and gives exit status and output."""

    def call(root: Path, *arguments: object) -> tuple[int, str]:
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            status = cli.run(["-C", str(root), *map(str, arguments)])
        return status, output.getvalue()

    return call
