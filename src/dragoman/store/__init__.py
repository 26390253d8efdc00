"""The record as it is kept, and back: as a file (`folder`), and as one run of many in a database (`save`, `load`)."""
