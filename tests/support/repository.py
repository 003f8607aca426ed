"""A Git repository of a test."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(root: Path, *arguments: str, day: str = "2026-01-02T03:04:05+07:00") -> None:
    """Run Git in a folder as somebody on a certain day, whatever is set on this machine."""
    dated = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "GIT_CONFIG_GLOBAL": os.devnull}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.vn"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], env=os.environ | dated, check=True, capture_output=True)
