"""Shows the site in the browsers of this machine while it is being edited."""

import os
import queue
import sys
import tempfile
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from macros import paths
from macros.environment.preview import Preview
from macros.problems import Problem, ProblemsFound, Where
from macros.sources.cache import FILE, Cache

ADDRESS = "127.0.0.1"
OWN = "/__preview__/"
TOOLS = {"preview.js": "text/javascript", "preview.css": "text/css"}
"""Files of the preview itself, beside this module, and their kinds."""

NO_SITE = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>预览</title><body></body>'
CODE = "macros"
WATCHED = (*paths.SOURCES, CODE)
SETTLING = 0.05
"""Seconds without a further change after which editors have written a file whole."""

CHANGES = frozenset(["created", "modified", "moved", "deleted"])


def serve_site(root: Path, port: int, ready: Callable[[], object]) -> None:
    """Serve the site to this machine only, made anew after each save, until interrupted.

    Args:
        root: the project folder.
        port: where to listen.
        ready: called when the first site can be looked at.

    Raises:
        ProblemsFound: if the port is taken.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    (root / FILE).parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="preview-", dir=(root / FILE).parent) as workplace:
        preview = Preview(root, Path(workplace), Cache(root / FILE))
        with _server(preview, port) as server, _Watch(root) as watch:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            preview.refresh()
            ready()
            while not _is_code(root, changed := watch.changed()):
                preview.refresh(changed)
            server.shutdown()
    os.execv(sys.executable, [sys.executable, "-m", "macros", *sys.argv[1:]])


def _is_code(root: Path, changed: set[Path]) -> bool:
    return any(path.suffix == ".py" and root / CODE in path.parents for path in changed)


class _Watch(FileSystemEventHandler):
    """Tells when a file of the project has changed."""

    def __init__(self, root: Path) -> None:
        self._changed: queue.Queue[Path] = queue.Queue()
        self._observer = Observer()
        for name in WATCHED:
            if (root / name).is_dir():
                self._observer.schedule(self, str(root / name), recursive=True)
        self._observer.schedule(_Only(self, root / paths.CONFIG), str(root))

    def __enter__(self) -> "_Watch":
        self._observer.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._observer.stop()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in CHANGES or event.is_directory:
            return
        for name in filter(None, (event.src_path, event.dest_path)):  # editors move files there
            path = Path(os.fsdecode(name))
            if path.suffix != ".pyc":
                self._changed.put(path)

    def changed(self) -> set[Path]:
        """Wait for a change and those right behind it; return the files, gone ones included."""
        changed = {self._changed.get()}
        while True:
            try:
                changed.add(self._changed.get(timeout=SETTLING))
            except queue.Empty:
                return changed


class _Only(FileSystemEventHandler):
    """Passes on what happens to one file."""

    def __init__(self, watch: _Watch, file: Path) -> None:
        self._watch, self._file = watch, file

    def on_any_event(self, event: FileSystemEvent) -> None:
        if str(self._file) in (event.src_path, event.dest_path):
            self._watch.on_any_event(event)


def _server(preview: Preview, port: int) -> ThreadingHTTPServer:
    def handler(*arguments: object) -> _Handler:
        return _Handler(preview, *arguments)

    try:
        server = ThreadingHTTPServer((ADDRESS, port), handler)
    except OSError as error:
        fact = f"{port} 号端口用不了（{error.strerror}）"
        hint = f"换一个端口，如 handbook serve --port {port + 1}。"
        raise ProblemsFound([Problem(Where(paths.CONFIG), "port", fact, hint)]) from error
    server.daemon_threads = True
    return server


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, preview: Preview, *arguments: object) -> None:
        self.preview = preview
        super().__init__(*arguments, directory=str(preview.folder or preview.workplace))

    def do_GET(self) -> None:
        """Answer with a file, a page with the script that keeps it fresh, or the news."""
        host = self.headers.get("Host", "").partition(":")[0]
        parts = urlsplit(self.path)
        if host not in (ADDRESS, "localhost"):  # another site that calls itself this machine
            self.send_error(HTTPStatus.FORBIDDEN)
        elif parts.path == f"{OWN}state":
            asked = dict(parse_qsl(parts.query))
            page = self._address(asked.get("page", "/"))
            self._send("application/json", self.preview.news(asked.get("after", ""), page))
        elif (name := parts.path.removeprefix(OWN)) in TOOLS:
            self._send(TOOLS[name], Path(__file__).with_name(name).read_bytes())
        else:
            self._file(unquote(parts.path))

    def _file(self, address: str) -> None:
        path = self._address(address)
        is_page = path.suffix == ".html" or self.preview.folder is None
        page, word = self.preview.page(path) if is_page else (b"", "")
        if self.preview.folder and not page:
            super().do_GET()
            return
        tag = f'<script src="{OWN}preview.js" data-page="{word}"></script></body>'
        page = page or NO_SITE.encode("utf-8")
        self._send("text/html", page.replace(b"</body>", tag.encode("utf-8")))

    def _address(self, typed: str) -> Path:
        """Return what an address means, relative to the site."""
        path = Path(self.translate_path(typed))
        path = path / "index.html" if path.is_dir() else path
        return path.relative_to(self.directory)

    def _send(self, kind: str, content: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing: editors look at the page."""
