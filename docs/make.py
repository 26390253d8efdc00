"""Makes the reference pages from the code: the commands, the record, and the schema of the record.

`python docs/make.py` writes them; `--check` writes nothing, names the pages that are stale, and ends with 1 where
there are any. Does not touch the pages written by hand.
"""

from __future__ import annotations

import ast
import dataclasses
import enum
import inspect
import json
import re
import sys
import types
import typing
from collections.abc import Callable
from pathlib import Path

import pydantic
import typer

from dragoman.model import evidence, record
from dragoman.show.cli.app import app, dragoman

REFERENCE = Path(__file__).parent / "reference"
MADE = "<!-- Made by docs/make.py from the code: change the code, then run `make docs`. -->\n"


def pages() -> dict[str, str]:
    """Every page made from the code, by its name."""
    return {
        "commands.md": commands_page(),
        "record.md": record_page(),
        "record.schema.json": schema(),
        "api.md": api_page(),
    }


def commands_page() -> str:
    """The whole command line: each command with its help, example, arguments and options."""
    commands = [(f"## dragoman {asked.__name__}\n", asked, epilog) for asked, epilog in registered()]
    parts = [MADE]
    for heading, asked, epilog in [("# Commands\n", dragoman, app.info.epilog), *commands]:
        parts += [heading, help_of(asked), options_table(asked), fenced(epilog)]
    return "\n".join(part for part in parts if part)


def registered() -> list[tuple[Callable[..., None], str | None]]:
    """Every command of the program, with its example."""
    return [(c.callback, c.epilog) for c in app.registered_commands if c.callback is not None]


def help_of(command: Callable[..., None]) -> str:
    return inspect.cleandoc(command.__doc__ or "") + "\n"


def fenced(epilog: str | None) -> str:
    """The example of a command as a block, and what is said after it."""
    example, _, rest = (epilog or "").partition("\n\n")
    block = f"```\n{example.removeprefix('Example:').strip()}\n```\n"
    return f"{block}\n{rest}\n" if rest else block


def options_table(command: Callable[..., None]) -> str:
    """The arguments and options of one command, read from its signature."""
    hints = typing.get_type_hints(command, include_extras=True)
    asked = inspect.signature(command).parameters.values()
    rows = [option(p.name, typing.get_args(hints[p.name]), p.default) for p in asked]
    return table(["argument or option", "what it does", "default"], rows) if rows else ""


def option(name: str, annotated: tuple[typing.Any, ...], preset: object) -> list[str]:
    """One argument or option: how it is written, what it does, and what holds without it."""
    kind, info = annotated[:2]
    choices = "|".join(kind) if isinstance(kind, type) and issubclass(kind, enum.StrEnum) else ""
    shape = info.metavar or choices or ("" if kind is bool else "TEXT")
    declared = [flag for flag in (info.default, *(info.param_decls or ())) if isinstance(flag, str)]
    flags = ", ".join(declared or [f"--{name.replace('_', '-')}"])
    written = shape if isinstance(info, typer.models.ArgumentInfo) else f"{flags} {shape}".strip()
    plain = preset in (None, False, inspect.Parameter.empty)
    return [f"`{written}`", info.help or "", "" if plain else f"`{preset}`"]


def record_page() -> str:
    """The rows of the record, key by key, with the closed vocabularies at the end."""
    parts = [MADE, "# The record\n", inspect.cleandoc(record.__doc__ or "") + "\n"]
    rows = [("Record", record.Record), *((n, c) for n, c in classes(record) if n != "Record")]
    for name, made in [*rows, *((n, c) for n, c in classes(evidence) if n == "Evidence")]:
        parts += [f"## {name}\n", doc(made), table(["key", "value"], fields(made))]
    parts.append("# The words used\n")
    parts += [words(name, made) for name, made in enums(record)]
    return "\n".join(part for part in parts if part)


def classes(module: types.ModuleType) -> list[tuple[str, type]]:
    """The dataclasses of a module in the order of its text."""
    ours = [(n, c) for n, c in vars(module).items() if dataclasses.is_dataclass(c) and isinstance(c, type)]
    return [(name, made) for name, made in ours if made.__module__ == module.__name__]


def enums(module: types.ModuleType) -> list[tuple[str, type[enum.Enum]]]:
    """The closed vocabularies that a module uses, in order of name."""
    return sorted((n, c) for n, c in vars(module).items() if isinstance(c, type) and issubclass(c, enum.Enum))


def doc(made: type) -> str:
    """The words of a class, without the doc that dataclasses write themselves and without doctests."""
    found = ast.get_docstring(ast.parse(inspect.getsource(made)).body[0]) or ""  # type: ignore[arg-type]
    return re.split(r"\n\s*>>>", found)[0].strip() + "\n" if found else ""


def fields(made: type) -> list[list[str]]:
    hints = typing.get_type_hints(made)
    return [[f"`{f.name}`", type_told(hints[f.name])] for f in dataclasses.fields(made)]


def type_told(hint: typing.Any) -> str:
    """A type in words.

    >>> type_told(tuple[str, ...]), type_told(str | None)
    ('list of string', 'string or null')
    """
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return f"list of {type_told(args[0])}"
    if origin in (types.UnionType, typing.Union):
        return " or ".join(type_told(arg) for arg in args)
    if origin is typing.Literal:
        return ", ".join(f"`{arg}`" for arg in args)
    if origin is not None:
        return "object"
    plain = {str: "string", int: "number", float: "number", bool: "true or false", type(None): "null", object: "object"}
    if hint in plain:
        return plain[hint]
    return "ISO day" if hint.__name__ == "date" else f"[{hint.__name__}](#{hint.__name__.lower()})"


def api_page() -> str:
    """The JSON API of the workspace: each address with its parameters, as OpenAPI has them."""
    from dragoman.show.web.app import ABOUT, inside
    from dragoman.show.web.settings import Settings

    spec = inside(Settings(folder=Path())).openapi()
    rest = "`dragoman serve` gives the whole of it, with the shape of every answer, at `/api/v1/openapi.json`.\n"
    parts = [MADE, "# The JSON API\n", ABOUT + "\n", rest]
    first: dict[str, str] = {}
    for path, methods in spec["paths"].items():
        for method, asked in methods.items():
            parts += [f"## {method.upper()} {path}\n", asked["summary"] + ".\n", asked.get("description", "") + "\n"]
            told = api_parameters(asked.get("parameters", []))
            parts.append(f"Parameters as of `{first[told]}`.\n" if told in first else told)
            if told:
                first.setdefault(told, path)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(part for part in parts if part))


def api_parameters(parameters: list[dict[str, typing.Any]]) -> str:
    rows = [[f"`{one['name']}`", one.get("description", ""), one["in"]] for one in parameters]
    return table(["parameter", "what it does", "in"], rows) if rows else ""


def words(name: str, made: type[enum.Enum]) -> str:
    """One closed vocabulary."""
    return f"## {name}\n\n{doc(made)}\n{', '.join(f'`{member.value}`' for member in made)}\n"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines) + "\n"


def schema() -> str:
    """The JSON schema of the record."""
    made = pydantic.TypeAdapter(record.Record).json_schema(mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=1) + "\n"


def stale() -> list[Path]:
    """The pages that differ from what the code says, or are not there."""
    files = {REFERENCE / name: content for name, content in pages().items()}
    return [file for file, content in files.items() if not file.exists() or file.read_text("utf-8") != content]


def main() -> int:
    if "--check" in sys.argv[1:]:
        for file in stale():
            print(f"docs/reference/{file.name}: stale; run `make docs`", file=sys.stderr)
        return 1 if stale() else 0
    REFERENCE.mkdir(exist_ok=True)
    for name, content in pages().items():
        (REFERENCE / name).write_text(content, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
