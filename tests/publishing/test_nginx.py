"""The settings for the web server, with the real nginx."""

import gzip
import http.client
import threading
from contextlib import closing

import pytest

from macros.publishing.release import release_folder, roll_back
from macros.publishing.web_root import OFFICIAL, opened
from tests.publishing.conftest import nginx
from tests.publishing.folders import PAGES, finished, version_of

REQUESTS = 20_000
PUBLISHES = 20
CLIENTS = 3


def publish(root, source):
    with opened(root, OFFICIAL) as opened_root:
        return release_folder(opened_root, source, "x")


def ask(port, path, **headers):
    """Return status, headers and body of a request."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=sent)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


class TestSettings:
    @pytest.fixture
    def port(self, root, tmp_path):
        """The port of an nginx that serves one release."""
        publish(root, finished(tmp_path / "site1", 1))
        with nginx(root, tmp_path / "nginx") as port:
            yield port

    def test_pages(self, port):
        """
        Pages are UTF-8, compressed, asked for anew each time, and sent again only if changed.
        """
        status, headers, body = ask(port, "/", Accept_Encoding="gzip")

        assert 200 == status
        assert "text/html; charset=utf-8" == headers["Content-Type"]
        assert "no-cache" == headers["Cache-Control"]
        assert 1 == version_of(gzip.decompress(body).decode())
        assert 304 == ask(port, "/", If_Modified_Since=headers["Last-Modified"])[0]

    def test_every_answer_is_guarded(self, port):
        """
        Policy and guards are sent with pages, missing pages and kept files, each header once.
        """
        for path in ("/index.html", "/missing.html", "/assets/app.0123abcd.min.js"):
            headers = ask(port, path)[1]

            assert ["default-src 'none'; script-src 'self'"] == headers.get_all(
                "Content-Security-Policy"), path  # fmt: skip
            assert ["nosniff"] == headers.get_all("X-Content-Type-Options")
            assert "nginx" == headers["Server"]

    def test_kept_files(self, port):
        """
        Files named by their content may be kept for a year.
        """
        headers = ask(port, "/assets/app.0123abcd.min.js")[1]

        assert "public, max-age=31536000, immutable" == headers["Cache-Control"]

    def test_missing_page(self, port):
        """
        What is not there is answered with our own page; folders and hidden files are not shown.
        """
        for path in ("/nothing.html", "/part1/", "/.publish.lock", "/../releases/"):
            status, _, body = ask(port, path)

            assert status in (400, 403, 404), path
            assert b"Index of" not in body
        assert "没有这一页" == ask(port, "/nothing.html")[2].decode()

    def test_open_pages_keep_their_files(self, port, root, tmp_path):
        """
        A page opened before a release still gets the scripts of its own release.
        """
        source = finished(tmp_path / "site2", 2)
        (source / "assets/app.0123abcd.min.js").rename(source / "assets/app.99999999.min.js")

        publish(root, source)

        assert 200 == ask(port, "/assets/app.99999999.min.js")[0]
        assert 200 == ask(port, "/assets/app.0123abcd.min.js")[0]


class Reader(threading.Thread):
    """Reads one page after another and keeps whatever no reader should ever get."""

    def __init__(self, port, stop):
        super().__init__()
        self.port, self.stop = port, stop
        self.requests, self.last, self.faults = 0, 0, []

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while not self.stop.is_set():
            number = self.requests % PAGES
            connection.request("GET", f"/part{number % 3}/p{number}.html")
            answer = connection.getresponse()
            self.note(answer.status, answer.read().decode())
        connection.close()

    def note(self, status, text):
        self.requests += 1
        version = version_of(text)
        if status != 200:
            self.faults.append(status)
        elif version is None:
            self.faults.append("half a page")
        elif version < self.last:
            self.faults.append(f"{version} after {self.last}")
        self.last = version or self.last


@pytest.mark.slow
def test_readers_notice_nothing(root, tmp_path):
    """
    During twenty publishes no request fails, no page is half, none is older than one before.
    """
    sites = [finished(tmp_path / f"site{version}", version) for version in range(PUBLISHES + 1)]
    publish(root, sites[0])
    stop = threading.Event()
    with nginx(root, tmp_path / "nginx") as port:
        readers = [Reader(port, stop) for _ in range(CLIENTS)]
        for reader in readers:
            reader.start()
        for number in range(PUBLISHES):
            while sum(one.requests for one in readers) < REQUESTS * number / PUBLISHES:
                stop.wait(0.01)
            publish(root, sites[number + 1])
        while sum(one.requests for one in readers) < REQUESTS:
            stop.wait(0.01)
        asked = [one.requests for one in readers]
        # One request may be on its way; the next one is answered from the last release.
        while any(one.requests < known + 2 for one, known in zip(readers, asked, strict=True)):
            stop.wait(0.01)
        stop.set()
        for reader in readers:
            reader.join()

    assert [[]] * CLIENTS == [one.faults for one in readers]
    assert [PUBLISHES] * CLIENTS == [one.last for one in readers]


def test_way_back_is_one_step(root, tmp_path):
    """
    From one request to the next readers get the release before.
    """
    for version in (1, 2):
        publish(root, finished(tmp_path / f"site{version}", version))
    with nginx(root, tmp_path / "nginx") as port:
        with opened(root) as opened_root:
            roll_back(opened_root)

        assert 1 == version_of(ask(port, "/")[2].decode())
