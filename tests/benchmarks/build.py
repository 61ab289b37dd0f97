"""The site of the same pages built by us, by the stock tools, by Zensical and by Sphinx.

Run with ``python -m tests.benchmarks.build [PAGES [TOOL…]]``, for example ``500 stock zensical``;
Sphinx takes minutes from a few hundred pages on. Installs the peers from the package registry
into an environment of their own, then prints median CPU seconds (all child processes counted) of
building anew, again without a change, and after an edit of one page, and their ratios; asserts
nothing. Our checks, figures, regulations and search are on; the stock side has none of these,
Zensical and Sphinx neither these nor words cut for Chinese search.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.corpus import Corpus, write_handbook

ROUNDS = 3
PACKAGES = {
    "stock": ("mkdocs-material", "mkdocs-macros-plugin", "jieba"),
    "zensical": ("zensical", "mkdocs-macros-plugin"),
    "sphinx": ("sphinx", "myst-parser", "furo", "pyyaml"),
}
MAIN = '''"""Figures read once; Zensical calls define_env for every page."""
import csv
from functools import cache

import yaml


@cache
def figures():
    with open("data/2023/figures.yml", encoding="utf-8") as file:
        return yaml.load(file, yaml.CSafeLoader)


@cache
def meetings():
    with open("data/2023/ledgers/meetings.csv", encoding="utf-8-sig") as file:
        return sum(row["类别"] == "局党组会" for row in csv.DictReader(file))


def define_env(env):
    @env.macro
    def figure(name):
        return f"{figures()[name]['数值']}项"

    @env.macro
    def count():
        return f"{meetings()}次"
'''
STOCK = """site_name: 手册
strict: false
plugins:
  - search
  - macros:
      module_name: main
      include_dir: data
markdown_extensions: [admonition, attr_list, footnotes, tables, {toc: {permalink: true}}]
theme: {name: material, language: zh, font: false, features: [FEATURES]}
"""

SPHINX = """import yaml

project, language, html_theme = "手册", "zh_CN", "furo"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "attrs_block", "substitution"]
suppress_warnings = ["myst.header"]
with open("../data/2023/figures.yml", encoding="utf-8") as file:
    figures = yaml.load(file, yaml.CSafeLoader)
myst_substitutions = {name: f"{one['数值']}项" for name, one in figures.items()}
"""


def write_stock(corpus: Corpus, root: Path, data: Path, features: str) -> None:
    """Write the pages as the stock tools read them, with the data of our project."""
    shutil.copytree(data, root / "data")
    for page in corpus.pages:
        path = root / f"docs/{page.part}/{page.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = re.sub(r"\{figure:(.+?)\}", r'{{ figure("\1") }}', page.body)
        path.write_text(f"# {page.title}\n\n{body}", "utf-8")
    (root / "docs/index.md").write_text("# 首页\n\n{{ count() }}\n", "utf-8")
    (root / "main.py").write_text(MAIN, "utf-8")
    (root / "mkdocs.yml").write_text(STOCK.replace("FEATURES", features), "utf-8")


def write_sphinx(corpus: Corpus, root: Path, data: Path) -> None:
    """Write the pages as Sphinx reads them with MyST."""
    shutil.copytree(data, root / "data")
    for page in corpus.pages:
        path = root / f"docs/{page.part}/{page.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = re.sub(r"\{figure:(.+?)\}", r"{{ \1 }}", page.body)
        body = re.sub(r'!!! note "(.+?)"\n\n    (.+)', r":::{admonition} \1\n\2\n:::", body)
        path.write_text(f"# {page.title}\n\n{body}", "utf-8")
    toc = "```{toctree}\n:glob:\n\ns*/*/*\n```\n"
    (root / "docs/index.md").write_text(f"# 首页\n\n{toc}", "utf-8")
    (root / "docs/conf.py").write_text(SPHINX, "utf-8")


def install(place: Path, tools: Iterable[str]) -> Path:
    """Return the folder of the peers' commands, installed."""
    packages = [package for tool in tools for package in PACKAGES[tool]]
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    command = [scripts / "python", "-m", "pip", "install", "--quiet", *packages]
    subprocess.run(command, check=True)
    return scripts


def seconds(command: list[object], folder: Path) -> float:
    """Return the CPU seconds of a command with its child processes."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CI": "true"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the peers were compiled by their installer
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{command} in {folder}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_round(command: list[object], root: Path) -> Iterator[tuple[str, float]]:
    """Yield what building anew, again, and after an edit of one page take."""
    for left in ("site", ".cache"):
        shutil.rmtree(root / left, ignore_errors=True)
    yield "anew", seconds(command, root)
    yield "unchanged", seconds(command, root)
    page = sorted(root.glob("docs/s0[0-9]/*/*.md"))[0]
    page.write_text(page.read_text("utf-8") + "\n又加一句。\n", "utf-8")
    yield "one page", seconds(command, root)


def ways(
    folder: Path, pages: int, peers: Sequence[str]
) -> Iterator[tuple[str, Callable[[], dict[str, float]]]]:
    """Yield each tool with what runs one round of it."""
    corpus, scripts = Corpus(pages), install(folder / "peers", peers)
    write_handbook(corpus, folder / "ours")
    data = folder / "ours/data"
    write_stock(corpus, folder / "stock", data, "")
    write_stock(corpus, folder / "zensical", data, "navigation.prune")
    write_sphinx(corpus, folder / "sphinx", data)
    commands = {
        "ours": [sys.executable, "-m", "macros", "build"],
        "stock": [scripts / "mkdocs", "build"],
        "zensical": [scripts / "zensical", "build"],
        "sphinx": [scripts / "sphinx-build", "-q", "-d", ".cache", "docs", "site"],
    }
    for name in ("ours", *peers):
        command = commands[name]
        yield name, lambda name=name, command=command: dict(one_round(command, folder / name))


def main(pages: int, peers: Sequence[str]) -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory() as name:
        tools = list(ways(Path(name), pages, peers))
        rounds = [{tool: run() for tool, run in tools} for _ in range(ROUNDS)]
        largest = max(path.stat().st_size for path in Path(name).glob("ours/site/s0*/**/*.html"))
    print(f"{pages} pages, median CPU seconds of {ROUNDS} rounds; largest page {largest} bytes")
    for tool, _ in tools:
        for step in rounds[0][tool]:
            took = statistics.median(one[tool][step] for one in rounds)
            ratios = statistics.median(one["ours"][step] / one[tool][step] for one in rounds)
            print(f"{tool:9} {step:10} {took:8.2f} s   ours is {ratios:.3f} of it")
    for tool in peers:
        against = (one["ours"]["unchanged"] / one[tool]["anew"] for one in rounds)
        print(f"ours unchanged is {statistics.median(against):.3f} of {tool} anew")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, sys.argv[2:] or ["stock", "zensical"])
