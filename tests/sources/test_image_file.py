"""Sizes of pictures, read from the first bytes."""

import struct

import pytest

from macros.sources.image_file import image_size

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
GIF = b"GIF89a" + struct.pack("<HH", 640, 480)
JPEG = (b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"\0\0"
        + b"\xff\xc0" + struct.pack(">HBHH", 11, 8, 480, 640))  # fmt: skip
LOSSY = b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + struct.pack("<HH", 640, 480)
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L" + b"\0" * 5 + struct.pack("<I", 639 | 479 << 14)
EXTENDED = b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x7f\x02\0" + b"\xdf\x01\0"


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.png", PNG, (640, 480)),
        ("a.gif", GIF, (640, 480)),
        ("a.jpg", JPEG, (640, 480)),
        ("a.webp", LOSSY, (640, 480)),
        ("a.webp", LOSSLESS, (640, 480)),
        ("a.webp", EXTENDED, (640, 480)),
        ("a.png", GIF, None),
        ("a.jpg", b"\xff\xd8\xff", None),
        ("a.png", b"", None),
        ("a.webp", b"RIFF", None),
    ],
)
def test_image_size(tmp_path, name, content, size):
    """Width and height, or None for what is not a picture of that kind."""
    (tmp_path / name).write_bytes(content)

    assert size == image_size(tmp_path / name)
