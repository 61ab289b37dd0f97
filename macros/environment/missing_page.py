"""The page a web server shows for addresses that are not there."""

from pathlib import Path

NAME = "404.html"
SCRIPT = "assets/missing-page.js"


def with_search_of_site(text: str, overrides: Path) -> str:
    """Return the page with the script that finds the site, whose files it cannot name before.

    It stands for every address of its server, and the site may lie in a folder there.
    """
    script = (overrides / SCRIPT).read_text("utf-8")
    return text.replace("</body>", f"<script>{script}</script></body>")
