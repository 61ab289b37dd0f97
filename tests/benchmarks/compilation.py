"""The site of a compilation of thousands of regulations: how long, how large, how much memory.

Run with ``python -m tests.benchmarks.compilation [REGULATIONS]``. There is no peer: no other tool
knows articles. Prints CPU seconds, the peak of memory and the size of the site; asserts nothing.
"""

import resource
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.build import seconds
from tests.benchmarks.corpus import Corpus, write_handbook

ARTICLES = 49
"""Articles of one regulation: 3,000 of them have 147,000."""

COMMAND = [sys.executable, "-m", "macros", "build"]


def main(regulations: int) -> None:
    """Print what building the site takes, anew and after an edit of one regulation."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_handbook(Corpus(regulations, every=1, sections=ARTICLES), root)
        print(f"{regulations} regulations of {ARTICLES} articles")
        print(f"anew      {seconds(COMMAND, root):8.1f} CPU s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        page = sorted(root.glob("docs/regulations/*/2020-01-01.md"))[regulations // 2]
        page.write_text(page.read_text("utf-8").replace("。\n", "，照此办理。\n", 1), "utf-8")
        print(f"one edit  {seconds(COMMAND, root):8.1f} CPU s")
        files = [path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()]
        print(f"peak {peak:.0f} MB; site {sum(files) / 1e6:.0f} MB in {len(files)} files")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
