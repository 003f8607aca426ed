"""What a test of files looks at: names left in a folder, the line of a refusal."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.errors import KbError

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX")
root = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="takes rights of root away")
NOBODY = 65534


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(write: Callable[[], object], path: Path) -> str:
    """The one line of a refusal, which names the file."""
    with pytest.raises(KbError) as caught:
        write()
    line = str(caught.value)
    assert str(path) in line
    assert "\n" not in line
    assert ";" in line
    return line
