"""Our side of `books`: prints one project's book in a process of its own.

Run as ``python -m tests.benchmarks.press FOLDER``; prints the CPU seconds spent until the HTML
was there, which the others are given, and the most memory used, in MB.
"""

import json
import resource
import shutil
import sys
import time
from datetime import date
from pathlib import Path

from macros.handbook import load_handbook
from macros.rendering.site import render_site


def main(folder: Path) -> None:
    """Print the book and say what it took."""
    site = render_site(load_handbook(folder, date(2024, 1, 5)))
    for page in site.pages.values():
        _ = page.article
    rendering = time.process_time()
    # From here on as for the others, the import of what prints included.
    from macros.books.edition import chosen_books, print_books

    (printed,) = print_books(site, chosen_books(site, ()), release=False)
    (folder / "ours.pdf").write_bytes(printed.pdf)
    shutil.rmtree(folder / ".cache")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rendering": rendering, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
