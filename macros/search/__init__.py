"""The index that the search box of the site reads: built here, looked up in the browser."""
