"""Old addresses that lead on: small pages where a page was, links where an anchor was."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from posixpath import relpath
from urllib.parse import quote

from macros.models.redirect import Redirect

PAGE = """<!doctype html>
<html lang="zh">
  <head>
    <meta charset="utf-8">
    <title>网址已更换</title>
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url={target}">
    <link rel="canonical" href="{target}">
  </head>
  <body>
    <p>这个网址已更换（{reason}），请到 <a href="{target}">{shown}</a>。</p>
  </body>
</html>
"""
"""It needs no script, so every policy lets it work, and it works from a folder too."""


def write_redirects(redirects: Iterable[Redirect], site: Path) -> Iterator[Path]:
    """Write a page for each page that was given up, and yield it; one that exists stays."""
    pages = [one for one in redirects if not one.old_anchor and one.old.endswith(".html")]
    for one in pages:
        path = site / one.old
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(one), encoding="utf-8")
            yield path


def old_anchors(redirects: Iterable[Redirect], path: str) -> str:
    """Return the HTML at the end of a page that takes up links to anchors it no longer has.

    Args:
        path: the page, relative to `docs/`.
    """
    page = page_address(path)
    moved = [one for one in redirects if one.old_anchor and one.old_page == page]
    return "".join(map(_moved, moved))


def page_address(path: str) -> str:
    """Return where a page of `docs/` is found in the site."""
    return f"{path.removesuffix('.md')}.html"


def _page(one: Redirect) -> str:
    return PAGE.format(target=_target(one), reason=escape(one.reason), shown=escape(one.new))


def _moved(one: Redirect) -> str:
    return (
        f'<p class="moved" id="{escape(one.old_anchor)}">“{escape(one.old_anchor)}”的网址已更换'
        f'（{escape(one.reason)}），请到 <a href="{_target(one)}">{escape(one.new)}</a>。</p>\n'
    )


def _target(one: Redirect) -> str:
    """Return the new address as seen from the old one."""
    page, _, anchor = one.new.partition("#")
    folder = one.old_page.rpartition("/")[0] or "."
    relative = quote(relpath(page, folder))
    return f"{relative}#{quote(anchor)}" if anchor else relative
