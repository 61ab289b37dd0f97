"""A book of some 500 pages set from the same HTML by our press and by what others would take.

Run with ``python -m tests.benchmarks.books [PYTHON_WITH_WEASYPRINT]``. Prints CPU seconds with
all child processes, pages and ratios, then our cost per page from 100 to 2,000 pages; asserts
nothing. WeasyPrint is left out if no Python has it, Chromium if there is none.
"""

import ctypes
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from lxml import html

from tests.books.conftest import write
from tests.books.samples import running_text

PR_SET_CHILD_SUBREAPER = 36
PAGES_EACH = 8
"""Pages of A4 that one sample page fills."""

STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: counter(page) } }
body { font: 16pt/28.99pt "FandolFang", "Noto Serif CJK SC"; text-align: justify }
p { margin: 0; text-indent: 2em } h1 { break-before: page; text-align: center; font-size: 22pt }
table { border-collapse: collapse; width: 100%; font-size: 10.5pt } td, th { border: 1px solid }
"""
TABLE = "\n\n| 序号 | 事项 | 责任 |\n| --- | --- | --- |\n" + "".join(
    f"| {row} | 台账逐件登记并按期核对第{row}项 | 科室 |\n" for row in range(20)
)
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def write_book(folder: Path, pages: int) -> None:
    """Write a project whose one book has about so many pages, and the same articles as HTML."""
    names = [f"p{number}.md" for number in range(max(1, pages // PAGES_EACH))]
    files = {
        f"docs/{name}": running_text(f"第{number}件", number) + TABLE
        for number, name in enumerate(names)
    }
    listed = "".join(f"    - {name}\n" for name in names)
    files["data/books.yml"] = f"- 代号: book\n  标题: 书\n  版式: 书\n  页面:\n{listed}"
    site = write(folder, files)
    parts = [html.tostring(site.pages[name].article, encoding="unicode") for name in names]
    head = f'<meta charset="utf-8"><title>书</title><style>{STYLE}</style>'
    (folder / "book.html").write_text(f"<html lang=zh>{head}{''.join(parts)}", "utf-8")


def commands(folder: Path, weasyprint: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each way that this machine can go, with its command."""
    yield "ours", [sys.executable, "-m", "tests.benchmarks.press", str(folder)]
    source, chromium = str(folder / "book.html"), shutil.which("chromium")
    if weasyprint:
        yield "weasyprint", [weasyprint, "-c", WEASYPRINT, source, str(folder / "weasyprint.pdf")]
    if chromium:
        target = f"--print-to-pdf={folder / 'chromium.pdf'}"
        yield "chromium", [chromium, "--headless", "--no-sandbox", "--disable-gpu", target,
                           f"file://{source}"]  # fmt: skip


def run(command: list[str]) -> tuple[float, str]:
    """Return the CPU seconds of a command and of every process it leaves behind, and its output."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, done.stdout


def page_count(path: Path) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(path.read_bytes())) as document:
        return len(document.pages)


def compare(weasyprint: str) -> None:
    """Print CPU seconds and pages of each way, and how much more than ours it takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_book(folder, 500)
        taken = {}
        for way, command in commands(folder, weasyprint):
            seconds, output = run(command)
            made_html = json.loads(output)["rendering"] if way == "ours" else 0
            taken[way] = seconds - made_html
            pages, ratio = page_count(folder / f"{way}.pdf"), taken[way] / taken["ours"]
            print(f"{way:10} {taken[way]:7.2f} CPU s  {pages:5} pages  {ratio:5.1f} times ours")


def growth() -> None:
    """Print our cost per page and memory for books of several sizes."""
    for pages in (100, 500, 2000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_book(folder, pages)
            _, command = next(commands(folder, ""))
            seconds, output = run(command)
            count = page_count(folder / "ours.pdf")
        memory = json.loads(output)["memory"]
        print(f"{count:5} pages  {1000 * seconds / count:5.1f} CPU ms each  {memory:5.0f} MB")


if __name__ == "__main__":
    compare(sys.argv[1] if len(sys.argv) > 1 else "")
    growth()
