"""`dragoman doctor`: does the installation work here, and if not, what mends it.

Checks only this machine; asks nothing of the network.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import typer

from dragoman.show.cli import output
from dragoman.show.cli.options import AsJson


def doctor(as_json: AsJson = False) -> None:
    """Check that all is there, and say the mend.

    The installation, the language model, write access and the terminal."""
    from dragoman.show.checks import CHECKS, Finding

    findings: Sequence[Finding] = [check() for check in CHECKS]
    if as_json:
        output.data(json.dumps([finding.as_json() for finding in findings], indent=1) + "\n")
    else:
        output.show(finding.line() for finding in findings)
    if not all(finding.fine for finding in findings):
        raise typer.Exit(1)
