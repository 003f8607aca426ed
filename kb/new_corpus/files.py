"""The files of a new corpus: what is written by a template, generated, or taken over from what comes with kb."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kb.corpus.corpus import Corpus
from kb.model import RECORD_CLASSES
from kb.model.schema import schema_text

FIRST = "nd-30-2020-nd-cp"
"""The record to copy: the decree on how official texts are written, which any office cites."""
TEMPLATES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "requirements.txt": "requirements.txt",
    "workflow.yml": ".github/workflows/kho.yml",
    "dependabot.yml": ".github/dependabot.yml",
}
"""File of the folder `template` -> its path in the new folder."""
_TEMPLATE = Path(__file__).with_name("template")
_VERSION = "@VERSION@"
_SYSTEMS = ("windows", "linux", "osx")


def new_files(carried: Corpus, settings: Path, version: str) -> dict[str, bytes]:
    """Path in the new folder -> content.

    `carried` is the corpus that comes with kb, `settings` its folder of VS Code's settings, `version` that of kb.
    Raises UnknownRecord where the corpus has no first record.
    """
    files = dict(_first_records(carried))
    for name, path in TEMPLATES.items():
        files[path] = (_TEMPLATE / name).read_text("utf-8").replace(_VERSION, version)
    for cls in RECORD_CLASSES:
        files[f"corpus/schema/{cls.record_kind.name}.json"] = schema_text(cls)
    for setting in sorted(settings.iterdir()):
        text = setting.read_text("utf-8")
        files[f".vscode/{setting.name}"] = _tasks(text) if setting.name == "tasks.json" else text
    return {path: text.encode() for path, text in files.items()}


def _first_records(carried: Corpus) -> Iterator[tuple[str, str]]:
    """The first record and all that it names, directly or through others: body, topic."""
    waiting, met = [FIRST], {FIRST}
    while waiting:
        record = carried.get(waiting.pop())
        shown = carried.sourced[record.id].shown
        yield f"corpus/{record.record_kind.folder}/{record.id}.yaml", carried.texts[shown]
        named = {reference.id for reference in record.references()} - met
        waiting += sorted(named)
        met |= named


def _tasks(text: str) -> str:
    """VS Code's tasks with the kb that the shell finds, and not that of a checkout."""
    tasks = json.loads(text)
    for task in tasks["tasks"]:
        for system in _SYSTEMS:
            task.pop(system, None)
    return json.dumps(tasks, ensure_ascii=False, indent=2) + "\n"
