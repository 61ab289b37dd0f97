"""The page for reviewers shows a report that the tool has made."""

from tests.cli.test_impact import HEADER, PAGES, ROW, git
from tests.conftest import REPOSITORY

PAGE = "docs/about/reviewing.md"
MORE = "2023-002,2023-06-05,集体约谈,王五,赵六,2\n"
LEDGER = "data/2023/ledgers/talks.csv"


def test_example(project, run):
    """The example is what the report says of one more row in the ledger of a small handbook."""
    root = project({**PAGES, "docs/talks.md": None})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")
    (root / LEDGER).write_text(HEADER + ROW + MORE, "utf-8")

    code, report = run(root, "impact", "main")

    assert 0 == code
    assert f"~~~~text\n{report}~~~~" in (REPOSITORY / PAGE).read_text("utf-8")
