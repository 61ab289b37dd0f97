"""Evidence for an inspection: a figure, a regulation or a year, down to the filed records."""

from macros.exporting.evidence.pack import Pack, make_pack
from macros.exporting.evidence.page import as_site

__all__ = ["Pack", "as_site", "make_pack"]
