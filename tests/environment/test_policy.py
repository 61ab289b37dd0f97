"""The content security policy."""

import base64
import hashlib
import re

from macros.environment.policy import (
    HEADER_FILE,
    policy,
    script_hashes,
    with_policy,
    write_policy,
)

PAGE = (
    '<html><head>\n<meta charset="utf-8">\n<script>a=1</script>\n<script src="x.js"></script>\n'
    '<script id="__config" type="application/json">{}</script></head></html>'
)


def hash_of(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def test_only_inline_scripts_are_hashed():
    """Files are allowed by 'self', data never runs."""
    assert [hash_of("a=1")] == list(script_hashes(PAGE))


def test_policy_allows_nothing_unsafe():
    """No rule lets text become script or another host answer."""
    text = policy([hash_of("a=1")])

    assert text.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert not re.search(r"unsafe|\*|https?:|blob:", text)


def test_pages_carry_their_own(tmp_path):
    """A page carries its own scripts' hashes ahead of them, and no others."""
    other = PAGE.replace("a=1", "b=2")
    page = with_policy(other, script_hashes(other))

    assert page.index("Content-Security-Policy") < page.index("<script")
    assert hash_of("b=2") in page
    assert hash_of("a=1") not in page


def test_server_file(tmp_path):
    """The server allows the scripts of all pages."""
    write_policy(tmp_path, [hash_of("a=1"), hash_of("b=2")])

    header = (tmp_path / HEADER_FILE).read_text("utf-8")
    assert hash_of("a=1") in header
    assert hash_of("b=2") in header
