"""Builds the site beside the one in place, and puts it there only when it is whole."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from macros import paths
from macros.environment.content import Content, give_content
from macros.problems import Problem, ProblemsFound, Where
from macros.rendering.site import RenderedSite
from macros.sources.cache import NoCache, site_stamp
from macros.sources.revision import EPOCH, made_at
from macros.sources.site_files import SiteFiles

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

MARKER = ".handbook-site"
"""File that says: this folder was built by us and may be replaced."""

LOCK = ".handbook.lock"

SPARE = ".cache/site"
"""The site before this one: most of its files are those of the next, which changes the others."""

OUTPUTS = "outputs"
"""Kind of piece: what the files of a site are made from, found by the stamp of the site."""


def build_site(root: Path, rendered: RenderedSite) -> str:
    """Build the site of a project and put it in place of `site/`; return the stamp it has there.

    Args:
        root: the project folder.
        rendered: its pages, already checked.

    Raises:
        ProblemsFound: if MkDocs refuses, another build is running, or `site/` holds
            something else. The old site stays as it was.
    """
    target, cache = root / paths.SITE, rendered.handbook.cache
    _refuse_foreign(root, target)
    with _locked(root), _readable_by_all():
        workplace = _workplace(root)
        known = cache.find(OUTPUTS, [site_stamp(target)]) or {}
        outputs = SiteFiles(workplace / "new", target, known)
        try:
            run_mkdocs(root, Content(rendered, outputs))
            (outputs.folder / MARKER).write_text("handbook\n", encoding="utf-8")
            built = _completed(outputs, root / SPARE, cache)
            stamp = site_stamp(built)
            _put_in_place(built, target, root / SPARE)
        finally:
            shutil.rmtree(workplace, ignore_errors=True)
        cache.keep(OUTPUTS, [stamp], outputs.made)
    return stamp


def _completed(outputs: SiteFiles, spare: Path, cache: NoCache) -> Path:
    """Return the folder that holds the whole site: the one before the last, renewed, if known."""
    known = cache.find(OUTPUTS, [site_stamp(spare)])
    if known is None:
        shutil.rmtree(spare, ignore_errors=True)
        outputs.complete()
        return outputs.folder
    built = outputs.folder.with_name(paths.SITE)
    spare.rename(built)
    outputs.renew(built, known)
    return built


@contextmanager
def site_to_add_to(root: Path) -> Iterator[Path]:
    """Hold the lock of builds and give the site folder, made if there is none yet.

    Raises:
        ProblemsFound: if a build is running, or `site/` holds something else.
    """
    target = root / paths.SITE
    _refuse_foreign(root, target)
    with _locked(root), _readable_by_all():
        target.mkdir(exist_ok=True)
        if not (target / MARKER).exists():  # written again, it would be another site
            (target / MARKER).write_text("handbook\n", encoding="utf-8")
        yield target


def _refuse_foreign(root: Path, target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise _problem("site-folder", "site 不是一个普通文件夹", "把它移走，再生成。")
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).exists():
        fact = "site 文件夹里有不是本手册生成的内容"
        raise _problem("site-folder", fact, "先把里面的内容移走；生成会替换整个 site 文件夹。")


def _problem(code: str, fact: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem(Where(paths.SITE), code, fact, hint)])


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    try:
        with FileLock(root / LOCK, timeout=0):
            yield
    except Timeout:
        raise _problem("locked", "另一次生成正在进行", "等它结束再试。") from None
    except OSError as error:
        fact = f"写不进项目文件夹（{error.strerror}）"
        raise _problem("not-writable", fact, "检查磁盘空间和文件夹权限。") from error


def _workplace(root: Path) -> Path:
    """Return a fresh folder beside `site/`, so that a rename moves the result; drop old ones."""
    for left_over in root.glob(".site-*"):
        shutil.rmtree(left_over, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=".site-", dir=root))


def run_mkdocs(root: Path, content: Content) -> None:
    """Build a site into the folder of its outputs.

    Raises:
        ProblemsFound: if MkDocs refuses.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build

    messages = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    try:
        config = _configured(root, content)
        config.plugins.on_startup(command="build", dirty=False)
        with _dated(made_at(root)):
            build(config)
        config.plugins.on_shutdown()
    except FileNotFoundError as error:
        missing = Where(paths.shown(root, Path(error.filename or root)))
        hint = "从版本库里恢复它，再生成；原来的网站没有动。"
        raise ProblemsFound([Problem(missing, "missing-file", "没有这个文件", hint)]) from error
    except OSError as error:
        fact = f"写不出网页文件（{error.strerror}）"
        hint = "检查磁盘空间和文件夹权限；原来的网站没有动。"
        raise _problem("not-writable", fact, hint) from error
    except (Exception, SystemExit) as error:
        raise ProblemsFound(messages.problems or [_refusal(str(error))]) from error
    finally:
        logger.removeHandler(messages)


def _configured(root: Path, content: Content) -> "MkDocsConfig":
    from mkdocs.config import load_config

    from macros.environment.templates import ThemeWithoutIcons

    folder = str(content.outputs.folder)
    config = load_config(str(root / paths.CONFIG), site_dir=folder, strict=True)
    config.theme.__class__ = ThemeWithoutIcons
    give_content(config, content)
    return config


@contextmanager
def _dated(seconds: int) -> Iterator[None]:
    """Let MkDocs date its files by the commit, not by the clock."""
    given = os.environ.get(EPOCH)
    os.environ[EPOCH] = str(seconds)
    try:
        yield
    finally:
        os.environ.pop(EPOCH)
        if given is not None:
            os.environ[EPOCH] = given


def _refusal(message: str) -> Problem:
    fact = f"MkDocs 生成网页时停下了：“{' '.join(message.split())[:300]}”"
    return Problem(Where(paths.CONFIG), "mkdocs", fact, "原来的网站没有动；把这一行发给技术员。")


class _Messages(logging.Handler):
    """Keeps what MkDocs warns of: strict mode only counts it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.problems.append(_refusal(record.getMessage()))


@contextmanager
def _readable_by_all() -> Iterator[None]:
    """Let a web server of another user read the site, whatever the umask."""
    given = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(given)


def _put_in_place(built: Path, target: Path, spare: Path) -> None:
    """Let the site be another one; the one before stays at hand for the next build."""
    if target.exists():
        spare = _set_aside(target, spare, built.with_name("old"))
    try:
        built.rename(target)
    except OSError:
        if spare.exists():
            spare.rename(target)
        raise


def _set_aside(target: Path, spare: Path, otherwise: Path) -> Path:
    """Move the site to the spare one's place, or to another; return where it is."""
    try:
        spare.parent.mkdir(exist_ok=True)
        return target.rename(spare)
    except OSError:  # `.cache` is on another disk, or what was there cannot be removed
        return target.rename(otherwise)
