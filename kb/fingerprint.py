"""Has the corpus changed? A cheap answer that reads no file: standard library only, because
every search asks before it trusts the index."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def corpus_fingerprint(root: Path) -> str:
    """Hash of path, size and modification time (ns) of every YAML file under `root`."""
    lines = []
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".yaml"):
                path = os.path.join(folder, name)
                stat = os.stat(path)
                lines.append(f"{os.path.relpath(path, root)}\0{stat.st_size}\0{stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
