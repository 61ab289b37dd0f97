"""The site of a compilation of thousands of regulations: how long, how large, how much memory.

Run with ``python -m tests.benchmarks.compilation [REGULATIONS [FOLDER]]``; with a folder of laws
these are imported and repeated, else the texts are made up. There is no peer: no other tool knows
articles. Prints CPU seconds, the peak of memory and the size of the site; asserts nothing.
"""

import re
import resource
import shutil
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from tests.benchmarks.build import seconds
from tests.benchmarks.corpus import Corpus, write_handbook

ARTICLES = 49
"""Articles of one regulation: 3,000 of them have 147,000."""

COMMAND = [sys.executable, "-m", "macros"]
REGULATIONS, VERSION = "docs/regulations", "2020-01-01"


def write_laws(laws: Path, count: int, root: Path) -> None:
    """Write so many regulations: the laws of a folder again and again, each under its own title."""
    write_handbook(Corpus(10, every=1, sections=1), root)
    for made in root.glob(f"{REGULATIONS}/r*"):
        shutil.rmtree(made)
    seconds([*COMMAND, "import", laws, "--as", "regulation"], root)
    versions = sorted(root.glob(f"{REGULATIONS}/*/[0-9d]*.md"))
    texts = [path.read_text("utf-8") for path in versions]
    for folder in {path.parent for path in versions}:
        shutil.rmtree(folder)
    for number, text in zip(range(count), cycle(texts), strict=False):
        page = root / REGULATIONS / f"law-{number:05}" / f"{VERSION}.md"
        page.parent.mkdir()
        titled = re.sub(r"^(title: |# )(.+)$", rf"\1\2（{number}）", text, count=2, flags=re.M)
        status = f'效力("{page.parent.name}", "{VERSION}")'
        page.write_text(re.sub(r"效力\(.*?\)", status, titled), "utf-8")


def main(count: int, laws: Path | None) -> None:
    """Print what building the site takes, anew and after an edit of one regulation."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        if laws:
            write_laws(laws.resolve(), count, root)
        else:
            write_handbook(Corpus(count, every=1, sections=ARTICLES), root)
        pages = sorted(root.glob(f"{REGULATIONS}/*/{VERSION}.md"))
        found = [re.findall("^第.{1,7}条", page.read_text("utf-8"), re.M) for page in pages]
        print(f"{len(pages)} regulations, {sum(map(len, found))} articles")
        print(f"anew      {seconds([*COMMAND, 'build'], root):8.1f} CPU s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        page = pages[count // 2]
        page.write_text(page.read_text("utf-8").replace("。\n", "，照此办理。\n", 1), "utf-8")
        print(f"one edit  {seconds([*COMMAND, 'build'], root):8.1f} CPU s")
        files = [path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()]
        largest = max(path.stat().st_size for path in (root / "site/regulations").glob("*/*.html"))
        print(f"peak {peak:.0f} MB; site {sum(files) / 1e6:.0f} MB in {len(files)} files")
        print(f"largest page of a regulation {largest} bytes")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 3000,
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    )
