"""Office files are zip archives; without times of writing the same content is the same file."""

import io
import re
import zipfile

CORE = "docProps/core.xml"
MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def dateless(content: bytes, time: str = "") -> bytes:
    """Return an office file without the times at which its parts were written.

    Args:
        content: the archive.
        time: what it says about when it was made, e.g. ``2023-12-31T00:00:00Z``; as it is if empty.
    """
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = old.read(name)
            if name == CORE and time:
                part = MODIFIED.sub(rb"\g<1>" + time.encode(), part)
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return output.getvalue()
