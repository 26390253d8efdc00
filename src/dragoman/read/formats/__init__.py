"""One file per kind of file: what it holds, as pages."""
