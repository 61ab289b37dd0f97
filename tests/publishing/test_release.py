"""Releases: whole or not at all, whatever happens on the way."""

import os
import shutil
import signal
import subprocess
import time

import pytest

from macros.problems import ProblemsFound
from macros.publishing.manifest import MANIFEST
from macros.publishing.release import release_folder, roll_back
from macros.publishing.web_root import OFFICIAL, PREVIEW, opened
from tests.publishing.folders import finished, release_process, served_version

KILLS = 200
DISKS = 20
BLOCK = 4096


@pytest.fixture
def site(tmp_path):
    """Return a function that makes the finished site of a version."""
    return lambda version: finished(tmp_path / f"site{version}", version)


def publish(root, source, purpose=OFFICIAL):
    with opened(root, purpose) as opened_root:
        return release_folder(opened_root, source, "x")


def rolled_back(root):
    with opened(root) as opened_root:
        return roll_back(opened_root)


def refused(action, *arguments):
    with pytest.raises(ProblemsFound) as found:
        action(*arguments)
    return found.value.problems[0]


def names(root):
    return sorted(path.name for path in (root / "releases").iterdir())


class TestRelease:
    def test_each_release_is_served_whole(self, root, site):
        """
        What is served is the last release, files and list readable for a server's own user.
        """
        os.umask(0o077)

        for version in (1, 2):
            publish(root, site(version))

        assert 2 == served_version(root)
        assert "releases/" in str((root / "current").readlink())
        for path in (root / "current").resolve().rglob("*"):
            assert (0o755 if path.is_dir() else 0o644) == path.stat().st_mode & 0o777

    def test_five_are_kept(self, root, site):
        """
        Older releases go; names and file times are in the order of publishing.
        """
        first = site(1)
        for _ in range(8):
            publish(root, first)

        kept = names(root)
        times = [(root / "releases" / name / "index.html").stat().st_mtime for name in kept]
        assert 5 == len(kept)
        assert sorted(set(times)) == times

    def test_list_is_checked_by_other_tools(self, root, site):
        """
        The list of a release is what `sha256sum` reads.
        """
        publish(root, site(1))

        command = ["sha256sum", "--check", "--quiet", MANIFEST]
        assert 0 == subprocess.run(command, cwd=root / "current", check=False).returncode

    def test_damaged_copy_is_not_served(self, root, site, monkeypatch):
        """
        A copy that is not byte for byte what was to be copied stops the release.
        """
        publish(root, site(1))
        source = site(2)
        (source / "link.html").symlink_to("index.html")

        problem = refused(publish, root, source)

        assert "符号链接" in problem.fact
        assert 1 == served_version(root)
        assert 1 == len(names(root))


class TestRollBack:
    def test_previous_release_comes_back(self, root, site):
        """
        Back goes one release, again one more; then there is nothing to go back to.
        """
        for version in (1, 2, 3):
            publish(root, site(version))

        rolled_back(root)
        assert 2 == served_version(root)
        rolled_back(root)
        assert 1 == served_version(root)
        assert "没有更早的版本" in refused(rolled_back, root).fact
        assert 1 == served_version(root)

    def test_bad_release_is_skipped(self, root, site):
        """
        Behind a release that was taken back, the way back leads past it.
        """
        for version in (1, 2):
            publish(root, site(version))
        rolled_back(root)
        publish(root, site(3))

        rolled_back(root)

        assert 1 == served_version(root)

    def test_broken_release_is_refused(self, root, site):
        """
        A release that lost files is not served again.
        """
        for version in (1, 2):
            publish(root, site(version))
        (root / "releases" / names(root)[0] / "index.html").unlink()

        assert "不完整" in refused(rolled_back, root).fact
        assert 2 == served_version(root)


class TestWebRoot:
    def test_missing_folder(self, root):
        """
        A mistyped place is not made: nobody would see that the real site stays old.
        """
        assert "没有这个文件夹" == refused(publish, root / "missing", root).fact

    def test_foreign_content(self, root, site):
        """
        A folder with other content is not touched.
        """
        (root / "photo.jpg").write_text("x")

        assert "不是手册发布的内容" in refused(publish, root, site(1)).fact
        assert ["photo.jpg"] == [path.name for path in root.iterdir()]

    def test_drafts_have_their_own_folder(self, root, site):
        """
        A draft never reaches the folder of releases.
        """
        publish(root, site(1))

        assert "正式用的" in refused(publish, root, site(2), PREVIEW).fact
        assert 1 == served_version(root)

    def test_not_published_yet(self, root):
        """
        There is nothing to roll back where nothing was published.
        """
        assert "没有发布过" in refused(rolled_back, root).fact

    def test_second_run_is_refused(self, root, site):
        """
        While one run publishes, another is told its process id.
        """
        with opened(root, OFFICIAL):
            process = release_process(root, site(1))
            output = process.communicate()[0].decode()

        assert 1 == process.returncode
        assert f"另一次发布正在进行（进程号 {os.getpid()}）" in output

    @pytest.mark.skipif(os.name == "nt", reason="modes")
    def test_read_only(self, root, site):
        """
        A web root that cannot be written is named, with the reason.
        """
        if os.getuid() == 0:
            (root / ".publish.lock").mkdir()  # root may write anywhere but into a folder
        else:
            root.chmod(0o555)

        problem = refused(publish, root, site(1))

        assert "not-writable" == problem.code
        assert "正在用的版本没有动" in problem.hint


@pytest.mark.slow
class TestKilled:
    def test_one_whole_release_is_served(self, root, site):
        """
        A process killed at any moment of a release leaves exactly one whole release served, and
        the next run publishes as if nothing had been.
        """
        publish(root, site(1))
        start = time.monotonic()
        assert not self.killed(root, site(2), wait=None)
        span = time.monotonic() - start
        sources = {version: site(version) for version in (3, 4)}
        effective = 0
        for number in range(KILLS):
            before, version = served_version(root), 3 + number % 2
            is_hit = self.killed(root, sources[version], span * (number % 40) / 40)
            # A release takes more or less time as the machine has other work.
            span *= 1.02 if is_hit else 0.9
            effective += is_hit
            assert served_version(root) in (before, version)

        publish(root, site(5))

        assert effective > KILLS / 2
        assert 5 == served_version(root)
        assert [] == [name for name in names(root) if name[0] == "."]

    @staticmethod
    def killed(root, source, wait):
        """Publish in a process of its own, killed after a while; return whether that hit it."""
        child = os.fork()
        if not child:
            try:
                publish(root, source)
            finally:
                os._exit(0)
        if wait is not None:
            time.sleep(wait)
            os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.slow
class TestFullDisk:
    @pytest.fixture
    def disk(self, tmp_path):
        """Return a function that gives the web root a disk of so many blocks, or skips."""
        folder = tmp_path / "disk"
        folder.mkdir()

        def resize(blocks):
            mounted = os.path.ismount(folder)
            kind = "remount," if mounted else ""
            options = f"{kind}size={blocks * BLOCK}"
            command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
            if not shutil.which("mount") or subprocess.run(command, check=False).returncode:
                pytest.skip("a disk of limited size needs root")
            return folder

        yield resize
        if os.path.ismount(folder):
            subprocess.run(["umount", str(folder)], check=True)

    def test_old_release_stays(self, disk, site):
        """
        A disk that is full after any number of files keeps the old release, and says so.
        """
        root = disk(4096)
        publish(root, site(1))
        before = self.blocks_used(root)
        publish(root, site(1))
        used = self.blocks_used(root)
        for number in range(DISKS):
            disk(used + (used - before) * number // DISKS)

            problem = refused(publish, root, site(2))

            assert "not-writable" == problem.code
            assert "No space left" in problem.fact
            assert 1 == served_version(root)
            assert [] == [name for name in names(root) if name[0] == "."]
        disk(4096)
        publish(root, site(2))
        assert 2 == served_version(root)

    @staticmethod
    def blocks_used(folder):
        usage = os.statvfs(folder)
        return (usage.f_blocks - usage.f_bfree) * usage.f_frsize // BLOCK
