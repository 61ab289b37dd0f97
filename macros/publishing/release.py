"""A release: a finished folder copied beside the one served, checked, then served at once."""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from macros.formatting import CHINA
from macros.publishing.manifest import MANIFEST, as_text, digests, read_manifest, verify
from macros.publishing.nginx import NGINX, web_server_settings
from macros.publishing.web_root import CURRENT, PARTIAL, PREVIOUS, WebRoot, refusal, sync

TIME = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Switch:
    """What readers got before and get now."""

    before: str | None
    after: str

    settings_changed: bool
    """Whether the web server must read its settings again."""


def release_folder(root: WebRoot, source: Path, revision: str) -> Switch:
    """Copy a finished site into a new release and serve it.

    Args:
        root: an opened web root.
        source: the site; files whose names begin with a dot stay behind.
        revision: what the site was made from, for the name of the release.

    Raises:
        ProblemsFound: if the copy is not what was to be copied.
        OSError: if it cannot be written. In either case what is served stays as it was.
    """
    time = _next_time(root)
    name = f"{time:{TIME}}-{revision}"
    partial = root.releases / f"{PARTIAL}{name}"
    listed = {path: found for path, found in digests(source).items() if path[0] != "."}
    try:
        for path in listed:
            _copy(source / path, partial / path, time)
        _write(partial / MANIFEST, as_text(listed).encode(), time)
        verify(partial, listed)
        for folder in (partial, *(path for path in partial.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
            sync(folder)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    partial.rename(root.releases / name)
    sync(root.releases)
    switch = _serve(root, name)
    root.forget_old()
    return switch


def roll_back(root: WebRoot) -> Switch:
    """Serve the release before the one served now.

    Raises:
        ProblemsFound: if there is none, or files of it are missing.
    """
    name = _one_before(root)
    if name is None:
        hint = "要换内容，改好后重新发布：handbook publish 位置。"
        raise refusal(root.folder, "no-release", "没有更早的版本可以退", hint)
    folder = root.releases / name
    missing = [path for path in read_manifest(folder) if not (folder / path).is_file()]
    if missing or not (folder / MANIFEST).is_file():
        fact = f"上一版 {name} 不完整，缺 {'、'.join(missing[:10]) or MANIFEST}"
        hint = f"移走 {folder}，再退一次就到更早的一版。"
        raise refusal(root.folder, "broken-release", fact, hint)
    return _serve(root, name)


def _one_before(root: WebRoot) -> str | None:
    """Return what readers got before a newer release came, else the next older release."""
    now = root.target(CURRENT) or ""
    older = [name for name in root.names if name < now]
    before = root.target(PREVIOUS)
    return before if before in older else max(older, default=None)


def _serve(root: WebRoot, name: str) -> Switch:
    before = root.target(CURRENT)
    settings = web_server_settings(root.folder, root.releases / name)
    path = root.folder / NGINX
    changed = not path.is_file() or path.read_text("utf-8") != settings
    if changed:
        fresh = root.folder / f"{PARTIAL}{NGINX}"
        fresh.write_text(settings, encoding="utf-8")
        fresh.replace(path)
    root.serve(name)
    return Switch(before, name, changed)


def _next_time(root: WebRoot) -> datetime:
    """Return the time of the release, later than every other: browsers compare file times."""
    now = datetime.now(CHINA).replace(microsecond=0)
    if not root.names:
        return now
    last = datetime.strptime(root.names[-1][:15], TIME).replace(tzinfo=CHINA)
    return max(now, last + timedelta(seconds=1))


def _copy(source: Path, target: Path, time: datetime) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(target, source.read_bytes(), time)


def _write(target: Path, content: bytes, time: datetime) -> None:
    with target.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    target.chmod(0o644)
    os.utime(target, (time.timestamp(), time.timestamp()))
