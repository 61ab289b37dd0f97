"""A copy to carry away: the site as a folder or a ZIP file, and what shows that it is whole."""

import hashlib
import io
import os
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from macros.formatting import CHINA
from macros.problems import Problem, ProblemsFound, Where
from macros.publishing.manifest import MANIFEST, as_text, digests, verify

PARTIAL = ".partial-"
LONGEST_PATH = 200
"""Windows allows 260 characters, of which the folder it is copied to needs some."""

ILLEGAL = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ](?:/|$)')
RESERVED = re.compile(
    r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:/|$)", re.IGNORECASE
)


def bundle_files(site: Path) -> dict[str, bytes]:
    """Return the files of a bundle by path: the site, how to verify it, and the list of all.

    Raises:
        ProblemsFound: for names that Windows does not allow.
    """
    names = [name for name in digests(site) if name[0] != "."]
    found = {name: (site / name).read_bytes() for name in names}
    for source in files("macros.publishing").joinpath("bundle_files").iterdir():
        found[source.name] = _for_windows(source.name, source.read_bytes())
    problems = list(unportable(found))
    if problems:
        raise ProblemsFound(problems)
    return {**found, MANIFEST: as_text(_listed(found)).encode()}


def unportable(names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each path that Windows refuses or confuses with another."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        other = seen.setdefault(name.casefold(), name)
        if ILLEGAL.search(name) or RESERVED.search(name):
            fact = f"Windows 不认“{name}”这个文件名"
        elif len(name) > LONGEST_PATH:
            fact = f"“{name}”有 {len(name)} 个字符，超过 {LONGEST_PATH}"
        elif other != name:
            fact = f"“{name}”和“{other}”只有大小写不同，Windows 当成一个文件"
        else:
            continue
        hint = "改页面的文件名：小写英文、数字和连字符，短一些。"
        yield Problem(Where(name), "file-name", fact, hint)


def write_folder(target: Path, contents: Mapping[str, bytes]) -> None:
    """Write a bundle as a folder, there whole or not at all.

    Raises:
        ProblemsFound: if the folder holds something, or what was written is damaged.
        OSError: if it cannot be written.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        hint = "换一个新的文件夹名，或先把里面的内容移走。"
        raise ProblemsFound([Problem(Where(str(target)), "bundle", "这里已经有内容", hint)])
    partial = target.with_name(f"{PARTIAL}{target.name}")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        for name, content in contents.items():
            path = partial / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
        verify(partial, _listed(contents))
        if target.exists():
            target.rmdir()
        partial.rename(target)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def write_zip(target: Path, contents: Mapping[str, bytes], seconds: int) -> None:
    """Write a bundle as a ZIP file, the same bytes for the same site, in place of an older one.

    Args:
        target: the file.
        contents: as `bundle_files` gives them.
        seconds: the time of all files in it.
    """
    day = max(datetime.fromtimestamp(seconds, CHINA), datetime(1980, 1, 1, tzinfo=CHINA))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", day.timetuple()[:6])
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents[name])
    partial = target.with_name(f"{PARTIAL}{target.name}")
    try:
        _write(partial, packed.getvalue())
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _listed(contents: Mapping[str, bytes]) -> dict[str, str]:
    return {
        name: hashlib.sha256(content).hexdigest()
        for name, content in contents.items()
        if name != MANIFEST
    }


def _for_windows(name: str, content: bytes) -> bytes:
    """Old Notepad takes a text for GBK without a mark, and for one line without CR."""
    if not name.endswith(".txt"):
        return content
    return b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # a USB stick is often pulled out at once
