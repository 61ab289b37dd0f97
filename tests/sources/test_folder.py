"""Walking a folder never leaves the project."""

from macros.sources.folder import entries, is_linked


class TestEntries:
    def test_names_and_kinds(self, project):
        """Files and folders come by name, relative to the project."""
        root = project({"docs/a/b.md": "# 甲\n"})

        found = [(one.name, one.is_folder) for one in entries(root, "docs")]

        assert [("docs/a", True), ("docs/a/b.md", False), ("docs/index.md", False)] == found

    def test_links_are_named_but_not_followed(self, project):
        """A loop ends, and what lies outside stays outside."""
        root = project()
        (root / "docs/loop").symlink_to(".")

        found = {one.name: (one.is_link, one.is_file) for one in entries(root, "docs")}

        assert {"docs/loop": (True, False), "docs/index.md": (False, True)} == found

    def test_missing_folder(self, project):
        """A folder that is not there has nothing in it."""
        assert [] == list(entries(project(), "nowhere"))


class TestIsLinked:
    def test_behind_a_linked_folder(self, project):
        """A file is reached through a link if any folder above it is one."""
        root = project({"real/a.yml": "甲: 1\n"})
        (root / "data/2024").symlink_to("../real")

        assert is_linked(root, root / "data/2024/a.yml")
        assert not is_linked(root, root / "data/2023/year.yml")

    def test_linked_project(self, project, tmp_path_factory):
        """The project itself may be opened through a link."""
        link = tmp_path_factory.mktemp("link") / "project"
        link.symlink_to(project())

        assert not is_linked(link, link / "data/terms.yml")
