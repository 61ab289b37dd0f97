"""The same commit gives the same bytes: other path, zone, locale, umask, hash seed and day."""

import os
import shutil
import subprocess
import sys

import pytest

from macros.publishing.manifest import as_text, digests
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.slow

RULE = (
    "---\ntitle: 印章管理办法\n类别: 管理\n施行日期: 2023-03-01\n下次清理: 2025-03-01\n---\n\n"
    "# 印章管理办法\n\n**第一条** 印章由专人保管。\n"
)
FILES = {
    ".gitignore": "/site/\n/.site-*/\n/.handbook.lock\n/.cache/\n__pycache__/\n",
    "data/2023/ledgers/talks.csv": (
        "编号,日期,类别,人数\r\n2023-001,2023-03-20,集体约谈,12\r\n2023-002,2023-06-20,集体约谈,9\r\n"
    ),
    "docs/chart.md": '# 图\n\n{{ 图("集体约谈", 2023, 按="季度") }}\n\n{{ 指标表(2023) }}\n',
    "docs/regulations/index.md": "# 制度\n\n{{ 制度一览() }}\n\n{{ 清理到期() }}\n",
    "docs/regulations/seals/2023-03-01.md": RULE,
    "data/books.yml": (
        "- 代号: book\n  标题: 手册\n  版式: 书\n  页面:\n    - index.md\n    - chart.md\n"
        "    - regulations/seals/2023-03-01.md\n"
    ),
}
"""What likes to differ: charts, lists by date, books, an index."""

LATER = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
#include <sys/time.h>
#define SHIFT (400 * 86400)
int clock_gettime(clockid_t id, struct timespec *out) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(id, out);
    if (id == CLOCK_REALTIME) out->tv_sec += SHIFT;
    return result;
}
time_t time(time_t *out) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
"""
"""A clock that is 400 days ahead, for one process and those it starts."""

HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "PYTHONHASHSEED": "2"}


@pytest.fixture
def later(tmp_path_factory):
    """What lets a process live 400 days from now; nothing without a C compiler."""
    if sys.platform != "linux" or not shutil.which("cc"):
        return {}
    folder = tmp_path_factory.mktemp("clock")
    (folder / "later.c").write_text(LATER)
    command = ["cc", "-shared", "-fPIC", "-o", folder / "later.so", folder / "later.c", "-ldl"]
    subprocess.run(command, check=True)
    return {"LD_PRELOAD": str(folder / "later.so")}


def handbook(root, settings, umask, *arguments):
    """Run `handbook` in a process of its own and return what it says."""
    environment = {**os.environ, **settings}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-m", "macros", "-C", str(root), *arguments]
    done = subprocess.run(
        command, env=environment, umask=umask, cwd=REPOSITORY, capture_output=True, check=False
    )
    output = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, output
    return output


def git(*arguments):
    names = ("-c", "user.name=x", "-c", "user.email=x@localhost")
    subprocess.run(["git", *names, *map(str, arguments)], check=True, capture_output=True)


def test_two_builds(buildable, tmp_path_factory, later):
    """
    Site, books and manifest of two builds of one commit are the same to the last byte.
    """
    source = buildable(FILES)
    git("-C", source, "init", "-q")
    git("-C", source, "add", ".")
    git("-C", source, "commit", "-q", "-m", "x")
    places = [tmp_path_factory.mktemp("a"), tmp_path_factory.mktemp("other") / "深" / "b c"]
    lists = []
    for place, settings, umask in zip(
        places, (HERE, {**ELSEWHERE, **later}), (0o022, 0o077), strict=True
    ):
        git("clone", "-q", source, place / "project")
        handbook(place / "project", settings, umask, "build")
        handbook(place / "project", settings, umask, "pdf")
        lists.append(digests(place / "project" / "site"))

    different = sorted(name for name in lists[0] if lists[0][name] != lists[1].get(name))
    assert [] == different
    assert as_text(lists[0]) == as_text(lists[1])
    assert {"books/book.pdf", "chart.html", "sitemap.xml.gz", "index.html"} <= lists[0].keys()


def test_the_clock_is_really_ahead(later):
    """The day differs between the two builds, or the test above would prove less than it says."""
    if not later:
        pytest.skip("needs a C compiler")
    command = [sys.executable, "-c", "import datetime; print(datetime.date.today().toordinal())"]
    days = []
    for settings in ({}, later):
        done = subprocess.run(
            command, env={**os.environ, **settings}, capture_output=True, check=True
        )
        days.append(int(done.stdout))

    assert 400 == days[1] - days[0]
