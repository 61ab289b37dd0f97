"""Checks of what pages are written with: links, headings, tables, marks of Markdown and HTML."""
