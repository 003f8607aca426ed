"""A release is refused where tag, version and changelog do not agree; its page says what the changelog says."""

from __future__ import annotations

import pytest

from release.notes import ReleaseRefused, notes

PROJECT = '[project]\nname = "kb-van-ban"\nversion = "1.2.0"\n'
CHANGELOG = """\
# Changelog

## Unreleased

- Later.

## 1.2.0 - 2026-12-01

### Added

- One line.

## 1.1.0 - 2026-11-01

- Before.
"""


def test_the_notes_are_the_section_of_the_version() -> None:
    assert notes("v1.2.0", PROJECT, CHANGELOG) == "### Added\n\n- One line.\n"


def test_the_last_section_ends_with_the_file() -> None:
    project = PROJECT.replace("1.2.0", "1.1.0")
    assert notes("v1.1.0", project, CHANGELOG) == "- Before.\n"


@pytest.mark.parametrize(
    ("tag", "project", "changelog", "words"),
    [
        ("v1.3.0", PROJECT, CHANGELOG, "is not the version of pyproject.toml, 1.2.0"),
        ("1.2.0", PROJECT, CHANGELOG, "is not the version"),
        ("v1.2.0", "", CHANGELOG, "is not the version of pyproject.toml, none"),
        ("v1.2.0", PROJECT, CHANGELOG.replace("1.2.0 - 2026-12-01", "1.2.0"), "has no section"),
        ("v1.2.0", PROJECT, CHANGELOG.replace("### Added\n\n- One line.\n", ""), "has no section"),
        ("v1.2.0", PROJECT.replace("1.2.0", "1.2x0"), CHANGELOG, "is not the version"),
    ],
)
def test_what_does_not_agree_is_refused(tag: str, project: str, changelog: str, words: str) -> None:
    with pytest.raises(ReleaseRefused, match=words):
        notes(tag, project, changelog)
