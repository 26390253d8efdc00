"""The style sheets and scripts: the report's own, the workspace's, and htmx. Named here one by one; no path is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman.show.report import assets

STATIC = Path(__file__).parent.parent / "static"
SCRIPTS = ("theme.js", "drawer.js", "page.js")
"""What the workspace takes of the report's scripts; its filters are asked of the server."""

ICON = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17548c"/>'
    b'<path d="M10 7h6a9 9 0 0 1 0 18h-6z" fill="none" stroke="#fff" stroke-width="3"/></svg>'
)

router = APIRouter(include_in_schema=False)


@cache
def style() -> bytes:
    return (str(assets.style()) + (STATIC / "workspace.css").read_text(encoding="utf-8")).encode()


@cache
def theme() -> bytes:
    return (assets.HERE / "script" / "theme.js").read_bytes()


@cache
def script() -> bytes:
    ours = [assets.HERE / "script" / name for name in SCRIPTS[1:]] + [STATIC / "workspace.js"]
    return b"".join(path.read_bytes() for path in ours)


@cache
def htmx() -> bytes:
    return (STATIC / "vendor" / "htmx.js").read_bytes()


FILES: Mapping[str, Callable[[], bytes]] = {
    "style.css": style,
    "theme.js": theme,
    "workspace.js": script,
    "htmx.js": htmx,
    "icon.svg": lambda: ICON,
}
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@router.get("/static/{stamp}/{name}")
async def file(stamp: str, name: str) -> Response:
    if name not in FILES:
        raise HTTPException(404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(FILES[name](), media_type=KINDS[Path(name).suffix], headers=headers)


@router.get("/favicon.ico")
async def icon() -> Response:
    return Response(ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})
