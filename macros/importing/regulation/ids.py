"""Under which folder a regulation is kept: the same for every version of the same title.

The id must be ASCII, must not depend on the order of imports, and the next version of a title
must get it again without anybody looking it up. So it is made of the title itself: `law-` and the
first ten hexadecimal digits of the SHA-256 of the title, without 中华人民共和国, white space and
a year in brackets at its end. Where the compilation already holds the title, that folder is used,
whatever it is called: so a renamed regulation is imported once with `--id`, and an id chosen by
hand is kept.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from macros import paths
from macros.sources.folder import is_linked

FOLDER = f"{paths.DOCS}/regulations"
ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
VERSION_IN_TITLE = re.compile(
    r"[（(](?:19|20)\d{2}年?(?:第[一二三四五]次)?(?:修订|修正|修改|公布|发布|版|本)?[)）]$"
)
TITLE = re.compile("^title: (.+)$|^# (.+)$", re.MULTILINE)
HEAD = 2000
"""Characters of a page within which its title stands."""


def title_key(title: str) -> str:
    """Return what the titles of all versions have in common."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", title))
    text = re.sub("[〈〉《》<>]", "", VERSION_IN_TITLE.sub("", text))
    return text.removeprefix("中华人民共和国") or text


def new_id(title: str) -> str:
    """Return the id of a title that the compilation does not hold yet."""
    return f"law-{hashlib.sha256(title_key(title).encode()).hexdigest()[:10]}"


def known_ids(root: Path) -> Mapping[str, str]:
    """Return the id of each title the compilation holds, by `title_key`."""
    known: dict[str, str] = {}
    folder = root / FOLDER
    if not folder.is_dir() or is_linked(root, folder):
        return known
    for path in sorted(folder.glob("*/*.md")):
        if path.name.startswith("compare") or is_linked(root, path):
            continue
        found = TITLE.search(path.read_text("utf-8", errors="replace")[:HEAD])
        if found:
            known[title_key(_unquoted(found[1] or found[2]))] = path.parent.name
    return known


def versions(root: Path, regulation_id: str) -> set[str]:
    """Return the names of the dated versions a regulation has."""
    pattern = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].md"
    return {path.stem for path in (root / FOLDER / regulation_id).glob(pattern)}


def _unquoted(value: str) -> str:
    value = value.strip()
    try:
        return str(json.loads(value)) if value.startswith('"') else value
    except ValueError:
        return value
