"""The project as a git revision has it, in a folder of its own; the working tree is not touched."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros import paths
from macros.sources.folder import is_linked

OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What git sets for its hooks: with it every command would work on the editor's own index."""


class RevisionUnavailable(Exception):
    """The revision cannot be had; carries fact and hint."""

    def __init__(self, fact: str, hint: str) -> None:
        self.fact = fact
        self.hint = hint
        super().__init__(fact)


@contextmanager
def revision_folder(root: Path, revision: str) -> Iterator[Path]:
    """Give a temporary folder that holds the project as it is in `revision`.

    Raises:
        RevisionUnavailable: without git, outside of a repository, for a revision that is not
            there, or one that holds no handbook.
    """
    inside = Path(_repository(root))
    commit = _commit(root, revision)
    with tempfile.TemporaryDirectory(prefix="handbook-") as name:
        tree = _checked_out(root, commit, Path(name))
        folder = tree / inside
        if is_linked(Path(name), folder) or not (folder / paths.CONFIG).is_file():
            hint = "选一个已经有 mkdocs.yml 的版本，如 handbook impact main。"
            raise RevisionUnavailable(f"“{revision}”里还没有手册", hint)
        yield folder


def _checked_out(root: Path, commit: str, folder: Path) -> Path:
    """Return a working tree of a commit below `folder`, of which the repository knows nothing.

    Its own `HEAD` and index lie beside it, so that git tells there what it told at that commit,
    and neither the stage nor a file of the editor changes.
    """
    tree, own = folder / "tree", folder / "git"
    own.mkdir()
    tree.mkdir()
    common = _git(root, "rev-parse", "--path-format=absolute", "--git-common-dir").stdout
    (own / "commondir").write_text(common, encoding="utf-8")
    (own / "HEAD").write_text(f"{commit}\n", encoding="utf-8")
    (tree / ".git").write_text(f"gitdir: {own}\n", encoding="utf-8")
    _git(tree, "read-tree", commit)
    _git(tree, "checkout-index", "--all")
    return tree


def changed_files(root: Path, revision: str) -> list[tuple[str, str]]:
    """Return what happened to each file of the project since `revision`: 增, 删 or 改, and name.

    Files that git ignores do not count.
    """
    commit = _commit(root, revision)
    diff = _git(root, "diff", "--name-status", "--no-renames", "--relative", "-z", commit, "--")
    parts = diff.stdout.split("\0")
    words = {"A": "增", "D": "删"}
    found = {name: words.get(status[0], "改") for status, name in zip(parts[::2], parts[1::2],
             strict=False)}  # fmt: skip
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z").stdout.split("\0")
    found |= dict.fromkeys(filter(None, new), "增")
    return [(word, name) for name, word in sorted(found.items())]


def _repository(root: Path) -> str:
    """Return the project folder relative to the top of its repository."""
    try:
        done = _git(root, "rev-parse", "--show-prefix", check=False)
    except OSError as error:
        hint = "请技术员装上 git；影响报告要和仓库里的旧版本比。"
        raise RevisionUnavailable("这台电脑上没有 git", hint) from error
    if done.returncode:
        hint = "在用 git 克隆下来的手册里运行；从压缩包解开的文件夹里没有旧版本。"
        raise RevisionUnavailable("这个文件夹不在 git 仓库里，没有旧版本可比", hint)
    return done.stdout.rstrip("\n")


def _commit(root: Path, revision: str) -> str:
    wanted = f"{revision}^{{commit}}"
    done = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted, check=False)
    if done.returncode:
        fact = f"没有叫“{revision}”的版本"
        raise RevisionUnavailable(fact, _remedy(root))
    return done.stdout.strip()


def _remedy(root: Path) -> str:
    if _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == "true":
        return "这份克隆只带了最近的提交；先运行 git fetch --unshallow，再试一次。"
    branches = _git(root, "branch", "--all", "--format=%(refname:short)").stdout.split()
    known = f"现有的分支：{'、'.join(branches[:8])}。" if branches else ""
    return f"写分支名、标签或提交号，如 main、HEAD~1。{known}用 git log --oneline 看提交号。"


def _git(
    folder: Path, *arguments: str, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run git on a folder; names come as they are, whatever the language of the machine."""
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments]
    kept = {name: value for name, value in os.environ.items() if name not in OF_A_HOOK}
    environment = {**kept, "LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", errors="replace",
        env=environment, check=False,
    )  # fmt: skip
    if check and done.returncode:
        fact = f"git 没有完成（{' '.join(done.stderr.split())[:200]}）"
        raise RevisionUnavailable(fact, "把这一行发给技术员；项目里的文件没有动。")
    return done
