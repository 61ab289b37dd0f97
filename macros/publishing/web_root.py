"""The folder a web server serves from: its releases, which one is served, and its lock.

    current -> releases/20261125-214500-1a2b3c4d5e6f   what readers get
    previous -> releases/…                             what they got before, for open pages
    releases/                                          the last five
    nginx.conf                                         for the web server
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from macros.problems import Problem, ProblemsFound, Where

MARKER = ".handbook-releases"
"""File that says what the folder is for: 正式 or 预览."""

LOCK, HOLDER = ".publish.lock", ".publish.pid"
CURRENT, PREVIOUS = "current", "previous"
PARTIAL = ".partial-"
"""Prefix of what is being written or deleted; a later run removes it."""

KEPT = 5
NGINX_MARKS = re.compile(r'["$;{}\\\n]')
OFFICIAL, PREVIEW = "正式", "预览"


@dataclass(frozen=True, slots=True)
class WebRoot:
    """A folder of releases; use `opened` to change it."""

    folder: Path

    @property
    def releases(self) -> Path:
        """Folder of the releases."""
        return self.folder / "releases"

    @property
    def names(self) -> list[str]:
        """Names of the whole releases, the oldest first."""
        if not self.releases.is_dir():
            return []
        return sorted(path.name for path in self.releases.iterdir() if path.name[0] != ".")

    def target(self, link: str) -> str | None:
        """Return the name of the release that `current` or `previous` leads to."""
        path = self.folder / link
        return path.readlink().name if path.is_symlink() else None

    @property
    def served(self) -> Path | None:
        """Folder of the release that readers get."""
        name = self.target(CURRENT)
        return self.releases / name if name else None

    def serve(self, name: str) -> None:
        """Let readers get another release, from one request to the next."""
        before = self.target(CURRENT)
        if before and before != name:
            self._point(PREVIOUS, before)
        self._point(CURRENT, name)

    def _point(self, link: str, name: str) -> None:
        fresh = self.folder / f"{PARTIAL}{link}"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases") / name)
        fresh.replace(self.folder / link)
        sync(self.folder)

    def forget_old(self) -> None:
        """Delete all but the newest five releases, never what is served or was before."""
        used = {self.target(CURRENT), self.target(PREVIOUS)}
        for name in self.names[:-KEPT]:
            if name not in used:
                doomed = self.releases / f"{PARTIAL}{name}"
                # Renamed first: a deletion cut short must not leave half a release to go back to.
                (self.releases / name).rename(doomed)
                shutil.rmtree(doomed)

    def clean_up(self) -> None:
        """Remove what a run that was killed has left behind."""
        for left_over in (*self.folder.glob(f"{PARTIAL}*"), *self.releases.glob(f"{PARTIAL}*")):
            if left_over.is_dir() and not left_over.is_symlink():
                shutil.rmtree(left_over)
            else:
                left_over.unlink()


def sync(folder: Path) -> None:
    """Let the names in a folder outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def opened(folder: Path, purpose: str | None = None) -> Iterator[WebRoot]:
    """Hold the lock of a web root, cleaned of what a killed run has left.

    Args:
        folder: the web root; an empty folder becomes one.
        purpose: `OFFICIAL` or `PREVIEW`; None takes the web root as it is.

    Raises:
        ProblemsFound: if it is missing, holds something else, is for another purpose, cannot
            be written, or another run holds it. What is served stays as it was.
    """
    root = WebRoot(folder.absolute())
    _refuse_unusable(root.folder, purpose)
    try:
        with _locked(root.folder):
            _mark(root.folder, purpose)
            root.releases.mkdir(exist_ok=True)
            root.clean_up()
            yield root
    except OSError as error:
        fact = f"写不进去（{error.strerror or error}）"
        hint = "检查磁盘空间和文件夹权限，再来一次；正在用的版本没有动。"
        raise refusal(root.folder, "not-writable", fact, hint) from error


def refusal(folder: Path, code: str, fact: str, hint: str) -> ProblemsFound:
    """Return a finding about a web root, to be raised."""
    return ProblemsFound([Problem(Where(str(folder)), code, fact, hint)])


def _refuse_unusable(folder: Path, purpose: str | None) -> None:
    if os.name == "nt":
        hint = "在网站服务器（Linux）上发布；要拷走一份，用 handbook bundle。"
        raise refusal(folder, "web-root", "Windows 上不能发布", hint)
    if not folder.is_dir():
        hint = f"核对写得对不对；确实是新的，先建立：mkdir -p {folder}。"
        raise refusal(folder, "web-root", "没有这个文件夹", hint)
    if NGINX_MARKS.search(str(folder)):
        fact = "路径里有 nginx 认不得的字符"
        raise refusal(folder, "web-root", fact, '换一个没有 "、$、;、{、} 和反斜线的路径。')
    marker = folder / MARKER
    if not marker.is_file():
        if purpose is None:
            hint = "核对位置；第一次先发布：handbook publish 位置。"
            raise refusal(folder, "web-root", "这里没有发布过手册", hint)
        if any(path.name not in (LOCK, HOLDER) for path in folder.iterdir()):
            hint = "换一个空文件夹；发布只写自己的文件夹，不动别人的内容。"
            raise refusal(folder, "web-root", "文件夹里有不是手册发布的内容", hint)
    elif purpose and marker.read_text("utf-8").strip() != purpose:
        hint = "正式的和预览的各用一个文件夹：草稿加 --draft 发布到预览的文件夹。"
        fact = f"这个文件夹是{marker.read_text('utf-8').strip()}用的，不能发布{purpose}的内容"
        raise refusal(folder, "web-root", fact, hint)


def _mark(folder: Path, purpose: str | None) -> None:
    if not (folder / MARKER).exists():
        fresh = folder / f"{PARTIAL}marker"
        fresh.write_text(f"{purpose}\n", encoding="utf-8")
        fresh.replace(folder / MARKER)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    holder = folder / HOLDER
    try:
        with FileLock(folder / LOCK, timeout=0):
            holder.write_text(f"{os.getpid()}\n", encoding="utf-8")
            yield
            holder.unlink(missing_ok=True)
    except Timeout:
        number = holder.read_text("utf-8").strip() if holder.is_file() else "不明"
        fact = f"另一次发布正在进行（进程号 {number}）"
        raise refusal(folder, "locked", fact, "等它结束再试。") from None
