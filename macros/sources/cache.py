"""Pieces of earlier builds, found again by the hash of everything they were made from.

Nothing that is read is looked up by name or date, so nothing can be out of date: other input, our
own code and the versions of all packages included, is another key. Only what we wrote ourselves,
the site, is known by names, sizes and dates. Values are JSON, or bytes. Nothing is packed: that
takes longer than to write what it saves.
"""

import hashlib
import json
import sqlite3
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from macros import paths
from macros.sources.folder import files_below

FILE = ".cache/pieces.sqlite"
RUNS_KEPT = 40
"""A piece that so many runs with something new did not need is dropped, or half as many."""

RAW = b"="
"""What stands before bytes; no JSON begins so."""

MOST_UNSAVED = 64_000_000
"""Bytes that wait in memory until they are written."""

TABLE = "CREATE TABLE IF NOT EXISTS piece (key TEXT PRIMARY KEY, value BLOB, run INTEGER)"
INDEX = "CREATE INDEX IF NOT EXISTS runs ON piece (run)"
"""Runs are looked up without going over all values."""


class NoCache:
    """Makes everything anew and keeps nothing."""

    keeps = False

    def recall(self, kind: str, made_from: Iterable[str], make: Callable[[], object]) -> object:
        """Return what `make` makes."""
        return make()

    def find(self, kind: str, made_from: Iterable[str]) -> object | None:
        """Return nothing."""
        return None

    def keep(self, kind: str, made_from: Iterable[str], value: object) -> None:
        """Keep nothing."""


class Cache(NoCache):
    """Pieces in a file; without a path only those of this run.

    Two runs may share the file: what they write under one key is the same. A file that is no
    database is begun anew; one that cannot be read or written now is left as it is.
    """

    keeps = True

    def __init__(self, path: Path | None) -> None:
        self._base = _opened(path) if path else sqlite3.connect(":memory:")
        self._base.execute(TABLE)
        self._run = (self._base.execute("SELECT max(run) FROM piece").fetchone()[0] or 0) + 1
        self._new: dict[str, bytes] = {}
        self._unsaved = 0
        self._used: set[str] = set()

    def recall(self, kind: str, made_from: Iterable[str], make: Callable[[], object]) -> object:
        """Return the piece of a kind that was made from the same, else what `make` makes now."""
        key = _key(kind, made_from)
        value = self._found(key)
        if value is None:
            value = make()
            self._keep(key, value)
        return value

    def find(self, kind: str, made_from: Iterable[str]) -> object | None:
        """Return the piece of a kind that was made from the same, if there is one."""
        return self._found(_key(kind, made_from))

    def _found(self, key: str) -> object | None:
        value = self._new.get(key)
        if value is None:
            row = self._row(key)
            if row is None:
                return None
            value = row[0]
            self._used.add(key)
        return value[1:] if value[:1] == RAW else json.loads(value)

    def _row(self, key: str) -> tuple[bytes] | None:
        try:
            if not self._base.in_transaction:
                self._base.execute("BEGIN")  # or the file is locked anew for each piece
            return self._base.execute("SELECT value FROM piece WHERE key = ?", (key,)).fetchone()
        except sqlite3.OperationalError:  # another run is writing for long
            return None

    def keep(self, kind: str, made_from: Iterable[str], value: object) -> None:
        """Keep a piece under what it was made from."""
        self._keep(_key(kind, made_from), value)

    def _keep(self, key: str, value: object) -> None:
        is_raw = isinstance(value, bytes)
        kept = RAW + value if is_raw else _as_bytes(json.dumps(value, ensure_ascii=False))
        self._new[key] = kept
        self._unsaved += len(kept)
        if self._unsaved > MOST_UNSAVED:
            self.save()

    def save(self) -> None:
        """Write what is new, and drop what many runs did not need."""
        self._unsaved = 0
        self._base.commit()
        if not self._new:
            return
        new = ((key, value, self._run) for key, value in self._new.items())
        old = self._run - RUNS_KEPT // 2  # a row is written again as a whole, so not at each run
        used = ((self._run, key, old) for key in self._used)
        try:
            with self._base:
                self._base.execute(INDEX)
                self._base.executemany("INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", new)
                self._base.executemany("UPDATE piece SET run = ? WHERE key = ? AND run < ?", used)
                self._base.execute("DELETE FROM piece WHERE run < ?", (self._run - RUNS_KEPT,))
        except sqlite3.OperationalError:
            return  # it cannot be written: the next run makes the pieces again
        self._new.clear()


@contextmanager
def kept_pieces(root: Path | None) -> Iterator[Cache]:
    """Give the pieces of a project, and save them at the end; without a project begin anew."""
    cache = Cache(root / FILE if root else None)
    try:
        yield cache
    finally:
        cache.save()


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(path)
    try:
        base.execute(TABLE)
    except sqlite3.OperationalError:  # another run is writing for long
        base.close()
        return sqlite3.connect(":memory:")
    except sqlite3.DatabaseError:
        base.close()
        path.unlink()
        base = sqlite3.connect(path)
        base.execute(TABLE)
    return base


def _key(kind: str, made_from: Iterable[str]) -> str:
    return digest(code_digest(), kind, *made_from)


def digest(*parts: str | bytes) -> str:
    """Return the hash of some texts; where one ends and the next begins makes a difference."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = _as_bytes(part) if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def _as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # half a character, as "\ud83d" in a call


def tree_digest(root: Path, *names: str) -> str:
    """Return the hash of files and of all files in folders, with their names."""
    return digest(*(part for name in names for part in _contents(root / name, name)))


def _contents(top: Path, name: str) -> Iterator[str | bytes]:
    files = [(name, str(top))] if top.is_file() else sorted(
        (inside, entry.path)
        for inside, entry in files_below(top, f"{name}/")
        if entry.is_file() and "__pycache__" not in inside
    )  # fmt: skip
    for inside, path in files:
        with open(path, "rb") as file:  # noqa: PTH123 - objects for paths take as long as reading
            yield from (inside, file.read())


def site_stamp(site: Path) -> str:
    """Return a word that changes when a file of a site does, books apart: from size and time."""
    return digest(*sorted(
        f"{name} {status.st_size} {status.st_mtime_ns}"
        for name, entry in files_below(site, "", paths.BOOKS)
        for status in [entry.stat(follow_symlinks=False)]
    ))  # fmt: skip


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Return the hash of what makes pieces: this package, and the names of all others."""
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*-info"))
    package = Path(paths.__file__).parent
    return digest(tree_digest(package.parent, package.name), sysconfig.get_python_version(),
                  *packages)  # fmt: skip
