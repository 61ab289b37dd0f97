"""The index that the search box of the site reads: built here, looked up in the browser."""

import os

# NumPy brings a library for linear algebra, which nothing here does; when it is loaded it starts
# a thread for each core, and these wait busily: 0.1 s of each build.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
