"""Pages as the index sees them, made of a few words."""

from macros.rendering.sections import Section
from macros.search.entries import Entry
from macros.search.groups import Group
from macros.sources.cache import NoCache, digest


def made_entry(title: str, *texts: str, number: str = "", address: str = "a.html") -> Entry:
    """Return a page: what stands below its title, then a section for each text more."""
    top = Section("", title, "", texts[0] if texts else "")
    others = [Section(f"s{at}", f"第{at}节", "", text) for at, text in enumerate(texts[1:], 1)]
    sections = [top, *others]
    return Entry(
        address, title, number, "", "手册", "", "", digest(repr(sections)), lambda: sections
    )


def made_group(*entries: Entry) -> Group:
    """Return pages as one group that nothing is known of."""
    return Group(entries, NoCache())
