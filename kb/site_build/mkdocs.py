"""MkDocs, in the process that is started for it: what the system or kb refuses is one line there too."""

from __future__ import annotations

import runpy

from kb.errors import KbError
from kb.files import refusal
from kb.output import run_main, say


def run() -> None:
    """Run MkDocs on the arguments of the process. Raises SystemExit, with 2 where the system or kb refuses."""
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except (KbError, OSError) as error:
        say(f"kb: {refusal(error) if isinstance(error, OSError) else error}", err=True)
        raise SystemExit(2) from None


if __name__ == "__main__":
    run_main(run)
