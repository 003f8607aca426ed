"""Every library that is installed with kb stands on the page of licences, with what it says of itself."""

from __future__ import annotations

import re

import pytest

from release.licences import ELSEWHERE, PAGE, licence, page, projects
from tests.support.paths import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
ROWS = dict(re.findall(r"^\| ([\w.-]+) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE))


def test_the_page_lists_the_libraries_of_the_lock() -> None:
    assert list(ROWS) == ["Thư viện", *projects(LOCK)][-len(ROWS) :]
    assert set(projects(LOCK)) <= set(ROWS)


@pytest.mark.parametrize("project", projects(LOCK))
def test_no_library_is_without_a_licence(project: str) -> None:
    assert ROWS[project].strip()
    # another library may bring here what the lock wants on other versions of Python alone
    assert licence(project) == ROWS[project] or ELSEWHERE in (licence(project), ROWS[project])


def test_a_library_that_is_not_installed_is_told() -> None:
    assert page("khong-co-thu-vien-nay==1.0 \\\n    --hash=sha256:0\n").endswith(
        f"| khong-co-thu-vien-nay | {ELSEWHERE} |\n"
    )
