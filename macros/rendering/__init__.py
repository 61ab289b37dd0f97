"""Pages as readers will see them, without MkDocs: macros called, Markdown rendered, uses found."""
