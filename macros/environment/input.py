"""What MkDocs is given to build from."""

from collections.abc import Mapping
from pathlib import Path

from macros.handbook import Handbook, load_handbook

DAY = "day"
"""Key of `extra` under which a build says by which day status is judged; a preview does not."""


def handbook_of(config: Mapping[str, object]) -> Handbook:
    """Return the handbook that a MkDocs configuration belongs to."""
    return load_handbook(Path(config["config_file_path"]).parent, config["extra"].get(DAY))
