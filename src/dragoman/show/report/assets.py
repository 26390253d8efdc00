"""The style sheet and the script of the page, each one text, and the policy that lets in these and no others."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from markupsafe import Markup

HERE = Path(__file__).parent
STYLE = ("tokens.css", "parts.css", "sections.css", "page.css", "narrow.css", "print.css")
SCRIPT = ("theme.js", "filters.js", "drawer.js", "page.js")


@cache
def style(files: tuple[str, ...] = STYLE) -> Markup:
    return Markup("".join((HERE / "style" / name).read_text(encoding="utf-8") for name in files))


@cache
def script() -> Markup:
    return Markup("".join((HERE / "script" / name).read_text(encoding="utf-8") for name in SCRIPT))


def policy() -> str:
    """The security policy of the page: its own style sheet and script, each known by its hash, and nothing else."""
    return (
        f"default-src 'none'; style-src {digest(style())}; script-src {digest(script())}; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
