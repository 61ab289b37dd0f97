"""The size of a picture, read from the first bytes of its file."""

import struct
from collections.abc import Callable, Mapping
from pathlib import Path

HEADER = 64 * 1024
Size = tuple[int, int]


def image_size(path: Path) -> Size | None:
    """Return width and height in pixels, or None if the file is not what its name says."""
    with path.open("rb") as file:
        header = file.read(HEADER)
    try:
        return READERS[path.suffix](header)
    except (struct.error, KeyError, IndexError):
        return None


def _png(header: bytes) -> Size | None:
    if header[:8] != b"\x89PNG\r\n\x1a\n":
        return None
    return struct.unpack(">II", header[16:24])


def _gif(header: bytes) -> Size | None:
    if header[:6] not in (b"GIF87a", b"GIF89a"):
        return None
    return struct.unpack("<HH", header[6:10])


def _jpeg(header: bytes) -> Size | None:
    """Walk the segments up to the frame header."""
    if header[:2] != b"\xff\xd8":
        return None
    position = 2
    while header[position] == 0xFF:
        kind, length = struct.unpack(">BH", header[position + 1 : position + 4])
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", header[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return None


def _webp(header: bytes) -> Size | None:
    if header[:4] != b"RIFF" or header[8:12] != b"WEBP":
        return None
    kind = header[12:16]
    if kind == b"VP8X":
        width, height = header[24:27] + b"\0", header[27:30] + b"\0"
        return struct.unpack("<I", width)[0] + 1, struct.unpack("<I", height)[0] + 1
    if kind == b"VP8L":
        bits = struct.unpack("<I", header[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", header[26:30])
    return width & 0x3FFF, height & 0x3FFF


READERS: Mapping[str, Callable[[bytes], Size | None]] = {
    ".png": _png,
    ".gif": _gif,
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".webp": _webp,
}
