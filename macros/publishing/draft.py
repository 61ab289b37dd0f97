"""What tells readers of a preview that it is one."""

import re
from pathlib import Path

BODY = re.compile(r"<body\b[^>]*>")
MARK = '<p class="draft-mark" role="note">草稿，只供内部预览：还没有定稿，不得引用、报送。</p>'


def mark_draft(site: Path) -> None:
    """Write the mark at the top of every page of a built site."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_bytes().decode("utf-8")
        marked = BODY.sub(lambda found: f"{found[0]}{MARK}", text, count=1)
        path.write_bytes(marked.encode("utf-8"))
