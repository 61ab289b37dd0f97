"""Pieces of earlier builds."""

import sqlite3
from functools import partial

from macros.sources.cache import RUNS_KEPT, Cache


def run(path, *kinds: str) -> list[bool]:
    """Ask for some pieces; say of each whether it was there."""
    cache, made = Cache(path), []
    for kind in kinds:
        cache.recall(kind, ["text"], lambda kind=kind: made.append(kind) or 1)
    cache.save()
    return [kind not in made for kind in kinds]


def test_values_come_back_as_they_were(tmp_path):
    """JSON and bytes, from this run and from an earlier one."""
    values = {"json": {"甲": [1, "乙"]}, "bytes": b"x\0\xff", "empty": b"", "half": "\ud83d"}
    cache = Cache(tmp_path / "pieces.sqlite")
    for kind, value in values.items():
        cache.keep(kind, ["text"], value)
    now = {kind: cache.find(kind, ["text"]) for kind in values}
    cache.save()
    later = Cache(tmp_path / "pieces.sqlite")

    assert values == now == {kind: later.find(kind, ["text"]) for kind in values}
    assert later.find("json", ["other text"]) is None


def test_what_is_needed_stays(tmp_path):
    """A piece that every run uses is never dropped, one that none does goes in the end."""
    path = tmp_path / "pieces.sqlite"
    run(path, "used", "unused")
    for number in range(2 * RUNS_KEPT):
        assert [True, False] == run(path, "used", f"new {number}")

    assert [False] == run(path, "unused")


def test_runs_without_anything_new_drop_nothing(tmp_path):
    """Building the same again and again does not forget how."""
    path = tmp_path / "pieces.sqlite"
    run(path, "one", "other")
    for _ in range(2 * RUNS_KEPT):
        run(path, "one")

    assert [True] == run(path, "other")


def test_much_does_not_wait_in_memory(tmp_path, monkeypatch):
    """Beyond some size pieces are written ahead of the end, and are there all the same."""
    monkeypatch.setattr("macros.sources.cache.MOST_UNSAVED", 10)
    cache = Cache(tmp_path / "pieces.sqlite")
    cache.keep("large", ["text"], b"x" * 11)
    cache.keep("small", ["text"], b"y")
    later = Cache(tmp_path / "pieces.sqlite")

    assert (b"x" * 11, b"y") == (cache.find("large", ["text"]), cache.find("small", ["text"]))
    assert (b"x" * 11, None) == (later.find("large", ["text"]), later.find("small", ["text"]))


def test_a_file_that_another_run_writes_is_left_alone(tmp_path, monkeypatch):
    """Who cannot wait any longer makes the pieces anew; what is written meanwhile is not lost."""
    path = tmp_path / "pieces.sqlite"
    run(path, "one")
    monkeypatch.setattr("macros.sources.cache.sqlite3.connect", partial(sqlite3.connect, timeout=0))
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")

    assert [False] == run(path, "one")
    other.rollback()
    assert [True] == run(path, "one")


def test_a_piece_that_cannot_be_read_now_is_made(tmp_path):
    """While another run writes for long, a build goes on without what is kept."""
    path = tmp_path / "pieces.sqlite"
    run(path, "one")
    cache, other = Cache(path), sqlite3.connect(path)
    cache._base.execute("PRAGMA busy_timeout = 10")  # not five seconds
    other.execute("BEGIN EXCLUSIVE")

    assert 2 == cache.recall("one", ["text"], lambda: 2)
    other.rollback()
    assert 1 == Cache(path).recall("one", ["text"], lambda: 2)
