"""One module per kind of construct that pages hold: HTML in, Typst out."""
