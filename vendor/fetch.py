"""Fetches the pinned files of `packages.toml` from npm, checks their hashes, and puts them into the package.

`python vendor/fetch.py` needs npm; `--check` needs nothing, and names the files that are not what was pinned. Does
not choose versions: to renew one, change it in `packages.toml` with its hash.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
HOUSE = HERE.parent


def pinned() -> list[dict[str, str]]:
    files: list[dict[str, str]] = tomllib.loads((HERE / "packages.toml").read_text(encoding="utf-8"))["file"]
    return files


def is_pinned(data: bytes, file: dict[str, str]) -> bool:
    return hashlib.sha256(data).hexdigest() == file["sha256"]


@cache
def archive(package: str) -> dict[str, bytes]:
    """The files of one version of a package, as npm has it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", package, "--silent", "--pack-destination", folder], check=True)
        (packed,) = Path(folder).iterdir()
        with tarfile.open(packed) as held:
            members = [member for member in held.getmembers() if member.isfile()]
            return {m.name.removeprefix("package/"): held.extractfile(m).read() for m in members}  # type: ignore[union-attr]


def fetch(file: dict[str, str]) -> None:
    """Put one file in its place. Ends the program where its hash is not the one that is pinned."""
    data = archive(f"{file['package']}@{file['version']}")[file["from"]]
    if not is_pinned(data, file):
        sys.exit(f"{file['package']} {file['version']}: {file['from']} has another hash than the one pinned")
    (HOUSE / file["to"]).write_bytes(data)


def main() -> int:
    if "--check" not in sys.argv[1:]:
        for file in pinned():
            fetch(file)
        return 0
    wrong = [file["to"] for file in pinned() if not is_pinned((HOUSE / file["to"]).read_bytes(), file)]
    for name in wrong:
        print(f"{name}: not the file that is pinned; run `make vendor`", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
