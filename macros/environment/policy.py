"""The content security policy: which scripts a page may run, by what they say."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL
)
HEAD = '<meta charset="utf-8">'
"""The policy follows it, ahead of every script."""

RULES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
FRAMES = "frame-ancestors 'self'"
"""Works in a header only."""

HEADER_FILE = "csp.txt"


def with_policy(page: str, hashes: Iterable[str]) -> str:
    """Return a page with its policy, which allows the inline scripts it holds and no others.

    Args:
        hashes: those of its inline scripts.
    """
    rules = policy(set(hashes))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return page.replace(HEAD, f"{HEAD}\n      {meta}", 1)


def write_policy(site: Path, allowed: Iterable[str]) -> None:
    """Write the policy for the web server, which allows the scripts of all pages."""
    header = f"{policy(allowed)}; {FRAMES}"
    (site / HEADER_FILE).write_bytes(f"Content-Security-Policy: {header}\n".encode())


def script_hashes(page: str) -> Iterator[str]:
    """Yield the hash of each inline script of a page, as a policy names it."""
    for script in INLINE.findall(page):
        digest = hashlib.sha256(script.encode("utf-8")).digest()
        yield f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(hashes: Iterable[str]) -> str:
    """Return a policy that lets only the site's own files and the named inline scripts run."""
    first, *rest = RULES
    return "; ".join((first, " ".join(("script-src 'self'", *sorted(hashes))), *rest))
