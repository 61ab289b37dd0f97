"""What a build imports only when it is used."""

import subprocess
import sys

from tests.conftest import REPOSITORY

LOADED = "print([name for name in ('urllib3', 'ssl') if name in sys.modules])"


def output_of(*lines: str) -> list[str]:
    """Return what lines of code print in a Python of their own, as builds run in one."""
    code = "\n".join(["import sys", "import macros.environment.building", *lines])
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.split("\n")[:-1]


class TestOnUse:
    def test_the_net_is_not_imported(self):
        """
        MkDocs and the macros plugin are there, and nothing for connections and ciphers is.
        """
        printed = output_of("import mkdocs_macros.plugin, mkdocs.commands.build", LOADED)

        assert ["[]"] == printed

    def test_what_is_used_is_there(self):
        """
        The module is whole for those who use it after all.
        """
        printed = output_of(
            "import mkdocs_macros.util", "print(mkdocs_macros.util.requests.get.__name__)", LOADED
        )

        assert ["get", "['urllib3', 'ssl']"] == printed
