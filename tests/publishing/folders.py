"""Finished folders to publish, small and made at once, and releases judged from outside."""

import re
import subprocess
import sys
from pathlib import Path

from macros.publishing.manifest import digests, read_manifest

PAGES = 12
FILLING = "召开局党组会。" * 400
"""Pages of some size, so that a copy of them takes its time."""

RELEASE = (
    "import sys\nfrom pathlib import Path\n"
    "from macros.publishing.release import release_folder\n"
    "from macros.publishing.web_root import OFFICIAL, opened\n"
    "with opened(Path(sys.argv[1]), OFFICIAL) as root:\n"
    "    print('ready', flush=True)\n"
    "    release_folder(root, Path(sys.argv[2]), sys.argv[3])\n"
)
"""The release step of `handbook publish`, as a process of its own."""


def finished(folder: Path, version: int) -> Path:
    """Write a site whose every page says of which version it is; return its folder."""
    policy = "Content-Security-Policy: default-src 'none'; script-src 'self'\n"
    files = {"csp.txt": policy, "assets/app.0123abcd.min.js": "x=1\n", "404.html": "没有这一页"}
    files |= {"index.html": page(version)} | {
        f"part{number % 3}/p{number}.html": page(version) for number in range(PAGES)
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def page(version: int) -> str:
    """Return a page that is whole if its first and last mark agree."""
    return f"<p>begin {version:03}</p>{FILLING}<p>end {version:03}</p>"


def version_of(text: str) -> int | None:
    """Return the version of a page; None unless it is whole."""
    found = re.fullmatch(r"<p>begin (\d+)</p>.*<p>end \1</p>", text, re.DOTALL)
    return int(found[1]) if found else None


def served_version(root: Path) -> int:
    """Return the version that a web root serves, every file of it checked against its list."""
    current = (root / "current").resolve(strict=True)
    listed = read_manifest(current)
    assert listed == digests(current), "what is served is not what was released"
    versions = {version_of(path.read_text("utf-8")) for path in current.rglob("p*.html")}
    assert 1 == len(versions), "pages of two versions are served"
    return versions.pop()


def release_process(root: Path, source: Path, name: str = "x") -> subprocess.Popen:
    """Start the release step."""
    return subprocess.Popen(
        [sys.executable, "-c", RELEASE, str(root), str(source), name],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
