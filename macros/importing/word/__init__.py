"""Word documents, read with nothing lost."""

from macros.importing.word.reader import Word, read_word

__all__ = ["Word", "read_word"]
