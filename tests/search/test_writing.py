"""The files of the index."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.handbook import load_handbook
from macros.models.terms import Term, Terms
from macros.rendering.sections import Section
from macros.rendering.site import render_site
from macros.search.entries import Entry
from macros.search.files import FOLDER, IndexFiles
from macros.search.groups import PART, WHOLE, Group, cuts, groups
from macros.search.text import shard_of
from macros.search.writing import write_groups, write_index
from macros.sources.cache import Cache, NoCache
from macros.sources.site_files import SiteFiles
from tests.search.made_pages import made_entry

CALL = re.compile(r'handbookSearch\.receive\("([\w-]+)",(.*)\)\n', re.DOTALL)


def written(root, folder):
    """Write the index of a project and return the value of each of its files."""
    write_index(render_site(load_handbook(root)), SiteFiles(folder))
    values = {}
    for path in (folder / "search").iterdir():
        name, value = CALL.fullmatch(path.read_text("utf-8")).groups()
        assert path.name == f"{name}.js"
        values[name] = json.loads(value)
    return values


def test_a_token_leads_to_its_section(project, tmp_path):
    """The file that a token hashes to holds the page and the section it stands in."""
    root = project({"docs/a.md": "# 约谈\n\n## 程序\n\n当面反馈。\n"})
    values = written(root, tmp_path / "out")
    pages = values["pages"]
    shard = values[f"s{shard_of('反馈', pages['shards'])}"]
    line = next(line for line in shard.split("\n") if line.startswith("反馈\t"))

    assert "反馈\t1\t\t1A" == line
    assert ["约谈", "a.html", [], [["", "约谈", "", ""], ["程序", "程序", "", "当面反馈。"]]] == (
        values["p0-0"]
    )
    assert 3 + 9 == pages["sections"]  # nine on the pages of the three figures


def test_long_pages_are_cut(project, tmp_path):
    """A long page has several files of about the same size, and the browser is told which."""
    sections = "".join(f"\n## 标题{number}号\n\n{'正文。' * 40}\n" for number in range(60))
    values = written(project({"docs/a.md": f"# 长\n{sections}"}), tmp_path / "out")
    parts = [values[name][3] for name in ("p0-0", "p0-1", "p0-2")]

    assert "p0-3" not in values
    assert [22, 20, 19] == [len(part) for part in parts]
    assert [f"标题{number}号" for number in range(60)] == [
        section[1] for part in parts for section in part][1:]  # fmt: skip
    numbers = values["pages"]["counts"].split(",")[0].split("/")
    assert [61, 22, 42] == [int(number, 36) for number in numbers]


@given(st.lists(st.integers(0, 9_000), max_size=30))
def test_cuts(lengths):
    """A page that is not long is one file; of a long one no file holds much more than it may."""
    sections = [Section("", "", "", "字" * length) for length in lengths]
    starts = [0, *cuts(sections), len(sections)]
    sizes = [sum(lengths[start:end]) for start, end in pairwise(starts)]

    assert starts == sorted(set(starts)) or not sections
    assert len(starts) == 2 or sum(lengths) > WHOLE
    assert sum(lengths) <= WHOLE or max(sizes) <= PART + max(lengths)


def test_same_bytes_twice(project, tmp_path):
    """The same pages give the same index."""
    root = project({"docs/a.md": "# 约谈办法\n\n## 第一章 总则\n\n约谈。\n"})
    written(root, tmp_path / "one")
    written(root, tmp_path / "two")
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "search").iterdir()}
        for name in ("one", "two")
    )

    assert one == two


def test_text_cannot_leave_its_file(project, tmp_path):
    """Quotes, tags and backslashes of pages stay text."""
    root = project({"docs/a.md": '# 引号“”\n\n一 `</script>` \\\\ "二"\n'})
    values = written(root, tmp_path / "out")
    file = (tmp_path / "out/search/p0-0.js").read_text("utf-8")

    assert 1 == file.count("\n")
    assert '一 </script> \\ "二"' == values["p0-0"][3][0][3]


TERMS = Terms(术语=(Term(词="约谈", 释义="谈话", 同义=("谈话",)),))
PAGES = [
    made_entry(f"约谈办法{at}", "为了规范约谈。", *["约谈应当记录，共3次。"] * (at % 5),
               number=f"局发〔2023〕{at}号", address=f"{at}.html")
    for at in range(60)
]  # fmt: skip


def index(found: list[Group], outputs: SiteFiles) -> dict[str, bytes]:
    """Write the index of some groups; return the content of each file."""
    (outputs.folder / FOLDER).mkdir(parents=True)
    cache = found[0].cache if found else NoCache()
    write_groups(found, TERMS, IndexFiles(outputs), cache)
    outputs.complete()
    return contents(outputs)


def contents(outputs: SiteFiles) -> dict[str, bytes]:
    """Return the content of each file of the index."""
    return {path.name: path.read_bytes() for path in (outputs.folder / FOLDER).iterdir()}


def from_nothing(entries: list[Entry], folder: Path) -> dict[str, bytes]:
    """Write the index of pages that nothing is known of."""
    return index(list(groups(entries, NoCache())), SiteFiles(folder))


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bounds=st.lists(st.integers(1, len(PAGES) - 1), min_size=1, max_size=4, unique=True))
def test_any_grouping_gives_the_same_files(tmp_path_factory, bounds):
    """How pages are grouped shows nowhere."""
    folder, ends = tmp_path_factory.mktemp("index"), [0, *sorted(bounds), len(PAGES)]
    parted = [Group(tuple(PAGES[start:end]), NoCache()) for start, end in pairwise(ends)]
    whole = index([Group(tuple(PAGES), NoCache())], SiteFiles(folder / "whole"))

    assert whole == index(parted, SiteFiles(folder / "parted"))


def edited(texts: list[str]) -> list[Entry]:
    """Return the pages with other sections in one of them."""
    page = made_entry(PAGES[20].title, *texts, number=PAGES[20].number, address=PAGES[20].address)
    return [*PAGES[:20], page, *PAGES[21:]]


EDITS = {
    "a word": edited(["为了规范谈话。"]),
    "a section more": edited(["为了规范约谈。", "新增一节。"]),
    "a section less": [*PAGES[:24], made_entry("约谈办法24", address="24.html"), *PAGES[25:]],
    "many more sections": edited(["约谈。"] * 60),
    "a page more": [*PAGES[:7], made_entry("请假", "请假一天。", address="new.html"), *PAGES[7:]],
    "a page less": PAGES[1:],
    "another number": [replace(PAGES[0], number="局发〔2024〕1号"), *PAGES[1:]],
    "a facet": [replace(PAGES[0], status="已废止"), *PAGES[1:]],
    "nothing": PAGES,
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_what_a_build_from_nothing_does(tmp_path, edit):
    """What was known before shows nowhere, and the old index stays what it was."""
    cache, former = Cache(tmp_path / "pieces.sqlite"), SiteFiles(tmp_path / "before")
    before = index(list(groups(PAGES, cache)), former)
    outputs = SiteFiles(tmp_path / "after", former.folder, former.made)

    after = index(list(groups(EDITS[edit], cache)), outputs)

    assert from_nothing(EDITS[edit], tmp_path / "cold") == after
    assert before == contents(former)


def test_what_an_edit_leaves_alone_is_taken_over(tmp_path):
    """Only files that change are written."""
    cache, former = Cache(None), SiteFiles(tmp_path / "before")
    index(list(groups(PAGES, cache)), former)
    outputs = SiteFiles(tmp_path / "after", former.folder, former.made)

    after = index(list(groups(edited(["为了规范谈话。"]), cache)), outputs)

    found = (outputs.folder / FOLDER).iterdir()
    written = {path.name for path in found if path.stat().st_nlink == 1}
    assert {"p20-0.js", "pages.js", "dictionary.js", "synonyms.js"} <= written
    assert len(written) < len(after) / 2


def test_more_files_than_parts_and_fewer(tmp_path, monkeypatch):
    """A token is found where the browser looks for it, however many files there are."""
    for places, least in ((9_000, 8), (1, 2048)):
        monkeypatch.setattr("macros.search.shards.PLACES", places)
        folder = tmp_path / str(places)
        from_nothing(PAGES, folder)
        pages = (folder / FOLDER / "pages.js").read_text("utf-8")
        shards = json.loads(CALL.fullmatch(pages)[2])["shards"]
        shard = (folder / FOLDER / f"s{shard_of('约谈', shards)}.js").read_text("utf-8")

        assert shards >= least
        assert "约谈\\t" in shard
