"""Lets `python -m macros` stand for the `handbook` command."""

from macros.cli import main

main()
