"""The files of the index: scripts, which load from a folder as well as from a server."""

import json
from dataclasses import dataclass
from pathlib import Path

from macros.sources.cache import digest
from macros.sources.same_file import put_same


def script_end(value: object) -> bytes:
    """Return what follows the name in the file that hands over a value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Line separators end a line in old JavaScript, though not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{text})\n".encode()


def _script_start(name: str) -> bytes:
    return f'handbookSearch.receive("{name}",'.encode()


@dataclass(frozen=True, slots=True)
class IndexFiles:
    """Where the files are written, and those of the site before, of which the same are kept."""

    folder: Path
    old: Path | None

    def write(self, name: str, end: bytes) -> None:
        """Write the file that hands its value to `handbookSearch.receive`."""
        (self.folder / f"{name}.js").write_bytes(_script_start(name) + end)

    def take_over(self, name: str, end_digest: str) -> bool:
        """Put the old file in its place if its end has this digest; say whether it had."""
        if self.old is None:
            return False
        start, old = _script_start(name), self.old / f"{name}.js"
        try:
            content = old.read_bytes()
        except FileNotFoundError:
            return False
        if not content.startswith(start) or digest(content[len(start) :]) != end_digest:
            return False
        put_same(old, self.folder / old.name)
        return True
