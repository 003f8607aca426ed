"""python -m release.notes TAG: what CHANGELOG.md says of the version of a tag, printed for the page of the release."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_VERSION = re.compile(r'^version = "([^"]+)"$', re.MULTILINE)


class ReleaseRefused(Exception):
    """The tag, the version of pyproject.toml and the headings of CHANGELOG.md do not agree."""


def notes(tag: str, pyproject: str, changelog: str) -> str:
    """The section ``## 1.2.3 - 2026-12-01`` of the changelog for the tag ``v1.2.3``. Raises ReleaseRefused."""
    found = _VERSION.search(pyproject)
    if not found or tag != f"v{found[1]}":
        raise ReleaseRefused(f"tag “{tag}” is not the version of pyproject.toml, {found[1] if found else 'none'}")
    heading = rf"^## {re.escape(found[1])} - \d{{4}}-\d\d-\d\d\n(.*?)(?=^## |\Z)"
    section = re.search(heading, changelog, re.MULTILINE | re.DOTALL)
    if not section or not section[1].strip():
        raise ReleaseRefused(f"CHANGELOG.md has no section “## {found[1]} - YYYY-MM-DD” with a line in it")
    return section[1].strip() + "\n"


if __name__ == "__main__":
    try:
        pyproject, changelog = ((ROOT / name).read_text("utf-8") for name in ("pyproject.toml", "CHANGELOG.md"))
        sys.stdout.write(notes(sys.argv[1], pyproject, changelog))
    except ReleaseRefused as error:
        sys.exit(str(error))
