"""A Markdown extension that spares text without any markup the search for it.

Most paragraphs of a handbook are plain; looking for links, emphasis and code in them was a
third of the work of Markdown. What comes out is the same, so no setting names it.
"""

import re
import xml.etree.ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

MARKUP = re.compile(rf"[`\\\[!<&*_{STX}]|  \n")
"""What every inline pattern of the site needs; `STX` begins what Markdown has set aside."""


class PlainTextExtension(Extension):
    """Adds `PlainTextTreeprocessor` right before inline markup."""

    def extendMarkdown(self, converter: Markdown) -> None:
        converter.treeprocessors.register(PlainTextTreeprocessor(converter), "plain_text", 21)


class PlainTextTreeprocessor(Treeprocessor):
    """Tells Markdown which texts are finished."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.text and not MARKUP.search(element.text):
                element.text = AtomicString(element.text)
