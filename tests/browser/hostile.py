"""A record in which every word that comes from outside is hostile: scripts, addresses that run, marks, overrides.

The small record once for each hostile text, with that text in every name, title, label, quotation and address.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from typing import Any

from dragoman.model.record import Record
from dragoman.store.json import from_json, to_json
from tests.show.newsroom import small_record

HOSTILE = (
    "<script>alert('script')</script>",
    "</title></style></script><script>alert('closed')</script>",
    "\"><img src=x onerror=alert('img')>",
    "'><svg/onload=alert('svg')>",
    "<details open ontoggle=alert('toggle')><summary>x</summary></details>",
    "<iframe srcdoc=\"<script>alert('frame')</script>\"></iframe>",
    "<form action=javascript:alert('form')><button formaction=javascript:alert('b')>x</button></form>",
    "<meta http-equiv=refresh content='0;url=http://hostile.invalid/'>",
    "<link rel=stylesheet href=http://hostile.invalid/x.css><base href=http://hostile.invalid/>",
    "<style>*{background:url(http://hostile.invalid/y)}</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert('m')>",
    "<!-- --!><img src=x onerror=alert('c')> -->",
    "&lt;script&gt;alert('entity')&lt;/script&gt; &#x3C;b&#x3E;",
    "{{ 7 * 7 }} {% for x in y %} ${7*7} <%= 7*7 %>",
    "javascript:alert('address')",
    " java\tscript:alert('address')",
    "data:text/html,<script>alert('data')</script>",
    "https://hostile.invalid/\"onmouseover=\"alert('over')",
    "https://hostile.invalid/\u202egpj.exe",
    "before \u202eturned around\u202d after \u2066isolated",
    "nul \x00 and <scr\x00ipt>alert('nul')</scr\x00ipt> \x1b[31m \u2028 \u2029",
    "half a pair \ud800 of surrogates",
)
OURS = {"id", "kind", "act", "manner", "form", "article", "judgement", "published_by", "level", "status", "stance"}
OURS |= {"outcome", "standing", "on", "start", "end", "published", "reported", "anchor", "sha256", "language", "time"}
OURS |= {"ref", "statement", "entity", "target", "claim", "event", "by", "of", "alleged_by", "party", "head", "side"}
OURS |= {"place", "copy_of", "supersedes", "country", "inside", "addressee", "wording"}
LISTED = {"aliases", "reasons"}
ID = re.compile(r"[a-z]{2}-[0-9a-z]+")


def hostile_record() -> Record:
    parts = [one(text, number) for number, text in enumerate(HOSTILE)]
    lists = [f.name for f in fields(Record) if f.name != "dragoman"]
    joined = {name: tuple(row for part in parts for row in getattr(part, name)) for name in lists}
    return replace(parts[0], **joined)


def one(text: str, number: int) -> Record:
    """The small record with ids of its own, hostile wherever it can be."""
    plain = json.loads(to_json(small_record()))
    turned = {key: rows if key == "dragoman" else hostile(rows, text, number) for key, rows in plain.items()}
    return from_json(json.dumps(turned), path="-")


def hostile(value: Any, text: str, number: int, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: hostile(part, text, number, name) for name, part in value.items()}
    if isinstance(value, list):
        return [hostile(part, text, number, key) for part in value]
    if not isinstance(value, str):
        return value
    if ID.fullmatch(value):
        return f"{value}-{number}"
    if key == "url":
        return text
    return value if key in OURS else f"{value} {text}"
