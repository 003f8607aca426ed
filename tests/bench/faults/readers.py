"""Sixteen readers beside a writer and an editor: every answer is an answer."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench.faults.ground import run, template

READERS = 16


def read_beside_writers(scratch: Path, seconds: float) -> Counter[str]:
    """Counts: answers, indexes built, edits; failed answers."""
    ground = template(scratch / "template", "index")
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(READERS + 2) as pool:
        reading = [pool.submit(_reader, ground, end) for _ in range(READERS)]
        tasks = [*reading, pool.submit(_writer, ground, end), pool.submit(_editor, ground, end)]
    return sum((task.result() for task in tasks), Counter[str]())


def _reader(ground: Path, end: float) -> Counter[str]:
    counts = Counter[str]()
    while time.monotonic() < end:
        code, err = run(ground, ["search", "tt"])
        counts["answers"] += 1
        if code or "Traceback" in err:
            counts["failed"] += 1
            counts[err.strip().splitlines()[-1] if err.strip() else f"exit code {code}"] += 1
    return counts


def _writer(ground: Path, end: float) -> Counter[str]:
    counts = Counter[str]()
    while time.monotonic() < end:
        counts["indexes"] += run(ground, ["index"])[0] == 0
        counts["formats"] += run(ground, ["fmt"])[0] in (0, 2)  # 2: the editor has saved meanwhile
    return counts


def _editor(ground: Path, end: float) -> Counter[str]:
    """Saves a record as editors do: in place, and by a rename."""
    path, counts = ground / "corpus" / "documents" / "tt-1.yaml", Counter[str]()
    text = path.read_text("utf-8")
    while time.monotonic() < end:
        counts["edits"] += 1
        edited = text.replace("Tóm tắt.", f"Tóm tắt, lần {counts['edits']}.")
        if counts["edits"] % 2:
            path.write_text(edited, "utf-8")
        else:
            aside = path.with_name("tt-1.yaml~")
            aside.write_text(edited, "utf-8")
            aside.replace(path)
        time.sleep(0.3)
    return counts
