"""The commit a handbook is made from."""

import subprocess
from datetime import date

from macros.sources.revision import EPOCH, day_judged, last_revision, made_at

COMMITTED = "2024-01-04T23:30:00+00:00"


def git(root, *arguments):
    names = ("-c", "user.name=x", "-c", "user.email=x@localhost")
    environment = {"GIT_COMMITTER_DATE": COMMITTED, "GIT_CONFIG_GLOBAL": "/dev/null"}
    subprocess.run(["git", "-C", str(root), *names, *arguments], check=True, env=environment,
                   capture_output=True)  # fmt: skip


def committed(root):
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "x")


class TestDayJudged:
    def test_commit_decides(self, project, monkeypatch):
        """A clean project is judged by the day of its commit in China, whatever the zone."""
        monkeypatch.setenv("TZ", "America/New_York")
        root = project()
        committed(root)

        assert date(2024, 1, 5) == day_judged(root)

    def test_changes_are_judged_by_today(self, project):
        """What is not committed yet has no day of its own; a built site is no change."""
        root = project()
        committed(root)
        (root / "site").mkdir()
        (root / "site/a.html").write_text("x")
        assert day_judged(root) is not None

        (root / "docs/new.md").write_text("# 新\n", "utf-8")

        assert day_judged(root) is None
        assert not last_revision(root).is_clean

    def test_setting_decides_over_all(self, project, monkeypatch):
        """`SOURCE_DATE_EPOCH` is for those who build without git."""
        root = project()
        monkeypatch.setenv(EPOCH, "1704412800")

        assert date(2024, 1, 5) == day_judged(root)
        assert 1704412800 == made_at(root)

    def test_no_git(self, project):
        """Without git there is neither revision nor time."""
        root = project()

        assert (None, None, 0) == (last_revision(root), day_judged(root), made_at(root))
