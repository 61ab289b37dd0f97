"""The printed books: rendered pages to Typst to PDF."""
