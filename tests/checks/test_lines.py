"""Checks search whole pages at once; what they find is what a search of each line would find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.checks.pages import check_page
from macros.handbook import Handbook, load_handbook
from macros.rendering import site as rendering
from macros.rendering.body import Body
from macros.sources.calls import find_calls
from macros.sources.markdown_file import parse_markdown
from tests.checks.examples import BASE, examples

TYPED = sorted({line.strip() for one in examples() for line in one.text.split("\n")})
MARKS = (
    "（ ( ) “ \" ... … 2023 - 年 3月 5号 30 次 余 约 三、五 个 ％ [2023] 第 号 = | 二是 其次， 一、"
    " 1. ## === ` ~~~ &#40; [^1] <b 附件1"
)
PIECES = [*TYPED, *MARKS.split(" "), "\n", "\n\n", " "]


class LineByLine(Body):
    """Searches each line by itself."""

    def lines_with(self, pattern, form="plain"):
        """Return the lines in which a pattern finds something."""
        return [line for line in self.lines if pattern.search(getattr(line, form))]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Handbook:
    """Return a project, loaded once."""
    root = tmp_path_factory.mktemp("project")
    for name, content in BASE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    (root / "docs/reports").mkdir()
    (root / "docs/reports/2023.md").write_text("# 标题\n\n正文。\n", encoding="utf-8")
    return load_handbook(root)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_findings_are_those_of_each_line(loaded, text):
    """Neither its neighbors nor the way of searching make a difference to a line."""
    with pytest.MonkeyPatch.context() as patch:
        whole = _findings(loaded, text)
        patch.setattr(rendering, "Body", LineByLine)
        assert _findings(loaded, text) == whole


def _findings(loaded: Handbook, text: str) -> set[str]:
    file = parse_markdown(f"# 标题\n\n{text}\n", "docs/reports/2023.md")
    calls, _ = find_calls(file)
    site = rendering.render_site(loaded)
    some = site.pages["reports/2023.md"]
    page = type(some.page)(some.page.path, file, some.page.meta, calls)
    rendered = rendering.RenderedPage(loaded, page, some.macros, site.citations)
    return set(check_page(rendered))
