"""The files of the index: scripts, which load from a folder as well as from a server."""

import json
from dataclasses import dataclass

from macros.sources.site_files import SiteFiles

FOLDER = "search"


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
    """The files of the index among those of the site."""

    outputs: SiteFiles

    def take_over(self, name: str, made_from: str) -> bool:
        """Put the former file in place if it was made from the same; say whether it was."""
        return self.outputs.take_over(_path(name), made_from) is not None

    def write(self, name: str, end: bytes, made_from: str = "") -> None:
        """Write the file that hands its value to `handbookSearch.receive`.

        Args:
            made_from: what to take it over by the next time; empty if it is never taken over.
        """
        (self.outputs.folder / _path(name)).write_bytes(_script_start(name) + end)
        self.outputs.note(_path(name), made_from)


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.js"
