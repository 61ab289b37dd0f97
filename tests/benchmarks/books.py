"""A book of some 500 pages set from the same HTML by our press and by what others would take.

Run with ``python -m tests.benchmarks.books [PYTHON]``, a Python that has weasyprint,
mkdocs-material and mkdocs-to-pdf. Prints CPU seconds with all child processes, pages and ratios,
then our cost per page from 100 to 2,000 pages; asserts nothing. Without that Python its tools are
left out, Chromium if there is none. mkdocs-to-pdf sets the same Markdown in its own style, smaller.
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
ROUNDS = 3
PAGES_EACH = 7
"""Sheets that one page of the sample fills with us."""

STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: counter(page) } }
body { font: 16pt/28.99pt "FandolFang", "Noto Serif CJK SC"; text-align: justify }
p { margin: 0; text-indent: 2em } h1 { break-before: page; text-align: center; font-size: 22pt }
table { border-collapse: collapse; width: 100%; font-size: 10.5pt } td, th { border: 1px solid }
"""
TABLE = "\n\n| 序号 | 事项 | 责任 |\n| --- | --- | --- |\n" + "".join(
    f"| {row} | 台账逐件登记并按期核对第{row}项 | 科室 |\n" for row in range(20)
)
TO_PDF = """site_name: 书
docs_dir: docs
site_dir: to-pdf-site
theme: {name: material, language: zh, font: false}
plugins: [PLUGINS]
"""
PLUGIN = "to-pdf: {output_path: ../mkdocs-to-pdf.pdf, cover: false}"
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
    (folder / "plain.yml").write_text(TO_PDF.replace("PLUGINS", ""), "utf-8")
    (folder / "to-pdf.yml").write_text(TO_PDF.replace("PLUGINS", PLUGIN), "utf-8")


def commands(folder: Path, python: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each way that this machine can go, with its command."""
    yield "ours", [sys.executable, "-m", "tests.benchmarks.press", str(folder)]
    source, chromium = str(folder / "book.html"), shutil.which("chromium")
    if python:
        yield "weasyprint", [python, "-c", WEASYPRINT, source, str(folder / "weasyprint.pdf")]
        yield "mkdocs-to-pdf", mkdocs(python, folder / "to-pdf.yml")
    if chromium:
        target = f"--print-to-pdf={folder / 'chromium.pdf'}"
        yield "chromium", [chromium, "--headless", "--no-sandbox", "--disable-gpu", target,
                           f"file://{source}"]  # fmt: skip


def mkdocs(python: str, settings: Path) -> list[str]:
    """Return the command that builds a site of the pages of the book."""
    return [python, "-m", "mkdocs", "build", "-f", str(settings)]


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


def compare(python: str) -> None:
    """Print pages and least CPU seconds of each way, and the ratios to ours, round by round."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_book(folder, 500)
        rounds = [dict(one_round(folder, python)) for _ in range(ROUNDS)]
        for way in rounds[0]:
            ratios = sorted(one[way] / one["ours"] for one in rounds)
            least, pages = min(one[way] for one in rounds), page_count(folder / f"{way}.pdf")
            shown = " / ".join(f"{ratio:.1f}" for ratio in ratios)
            print(f"{way:13} {least:7.2f} CPU s  {pages:5} pages  {shown} times ours")


def one_round(folder: Path, python: str) -> Iterator[tuple[str, float]]:
    """Yield the CPU seconds of each way, without those that made the HTML."""
    for way, command in commands(folder, python):
        seconds, output = run(command)
        if way == "ours":
            seconds -= json.loads(output)["rendering"]
        if way == "mkdocs-to-pdf":
            seconds -= run(mkdocs(python, folder / "plain.yml"))[0]
        yield way, seconds


def growth() -> None:
    """Print our cost per page and memory for books of several sizes."""
    for pages in (100, 500, 2000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_book(folder, pages)
            _, command = next(commands(folder, ""))
            seconds, output = run(command)
            count = page_count(folder / "ours.pdf")
        own = json.loads(output)
        each = 1000 * (seconds - own["rendering"]) / count
        print(f"{count:5} pages  {each:5.1f} CPU ms each  {own['memory']:5.0f} MB")


if __name__ == "__main__":
    compare(sys.argv[1] if len(sys.argv) > 1 else "")
    growth()
