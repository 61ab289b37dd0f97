"""The real nginx, on this machine only, serving a web root with the settings we publish."""

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

NGINX_NAMES = ("nginx", "/usr/sbin/nginx")
CONFIGURATION = """\
{user}
daemon off;
pid {place}/nginx.pid;
error_log {place}/error.log warn;
events {{ worker_connections 256; }}
http {{
    types {{
        text/html html; text/css css; text/plain txt; application/javascript js;
        application/json json map; application/pdf pdf; image/svg+xml svg; image/png png;
        text/xml xml;
    }}
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port};
        include "{root}/nginx.conf";
    }}
}}
"""


@contextlib.contextmanager
def nginx(root: Path, place: Path) -> Iterator[int]:
    """Give the port of an nginx whose settings pass its own test; stop it in the end."""
    program = next(filter(None, map(shutil.which, NGINX_NAMES)), None)
    assert program, "no nginx on this machine: make test installs it"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place.mkdir()
    user = "user root;" if os.getuid() == 0 else ""
    path = place / "test.conf"
    path.write_text(CONFIGURATION.format(user=user, place=place, port=port, root=root), "utf-8")
    command = [program, "-e", str(place / "error.log"), "-p", str(place), "-c", str(path)]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr, tried.stderr
    process = subprocess.Popen(command)
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty web root."""
    folder = tmp_path / "web"
    folder.mkdir()
    return folder
