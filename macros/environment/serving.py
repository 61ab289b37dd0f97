"""Shows the site while it is being edited."""

import os
from pathlib import Path

from macros import paths


def serve_site(root: Path, port: int) -> None:
    """Serve the site to this machine only, built anew after each change, until interrupted."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve

    serve(str(root / paths.CONFIG), dev_addr=f"127.0.0.1:{port}", strict=False)
