"""Readers of the three kinds of source file; each remembers the line of everything it reads."""
