"""An old address opened in a browser, from a folder."""

from datetime import date
from pathlib import Path

from macros.environment.policy import script_hashes, with_policy
from macros.models.redirect import Redirect
from macros.rendering.redirects import write_redirects
from tests.browser.visit import Visit

TARGET = (
    '<!doctype html><html><head><meta charset="utf-8"><title>新</title></head>'
    '<body><h1 id="约谈">约谈</h1></body></html>'
)


def test_old_page(visit: Visit, tmp_path: Path):
    """The browser ends on the new page, at the new heading, and complains of nothing."""
    (tmp_path / "new").mkdir()
    (tmp_path / "new/talks.html").write_text(TARGET, "utf-8")
    moved = Redirect(旧地址="old/deep/talks.html", 新地址="new/talks.html#约谈", 原因="改名",
                     日期=date(2024, 3, 1))  # fmt: skip
    for path in write_redirects((moved,), tmp_path):
        page = path.read_text("utf-8")
        path.write_text(with_policy(page, script_hashes(page)), "utf-8")

    visit.open((tmp_path / "old/deep/talks.html").as_uri())
    visit.page.wait_for_url("**/new/talks.html#*")

    assert "约谈" == visit.page.locator(":target").inner_text()
    assert [] == visit.complaints
