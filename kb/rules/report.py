"""Formats problems: text for a person; JSON, GitHub annotations and SARIF for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from kb.formats import sarif
from kb.problem import Problem
from kb.rules.run import rules

Format = Callable[[Sequence[Problem], int], str]


def as_text(problems: Sequence[Problem], records: int) -> str:
    """A problem a line, then how many records were checked and how many problems there are."""
    verdict = f"{len(problems)} lỗi" if problems else "không có lỗi"
    more = "\nXem giải thích một mã lỗi: kb explain MÃ" if problems else ""
    return "\n".join([*map(str, problems), f"Đã kiểm tra {records} bản ghi: {verdict}.{more}"])


def as_json(problems: Sequence[Problem], records: int) -> str:
    """{"problems": [{"path", "line", "column", "code", "message", "help"}], "summary"}."""
    summary = {"records": records, "problems": len(problems)}
    return _dumped({"problems": [problem.as_json() for problem in problems], "summary": summary})


def as_github(problems: Sequence[Problem], records: int) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    mark = problem.mark
    place = f"file={_escaped(mark.path)},line={mark.line},col={mark.column},title={problem.code}"
    return f"::error {place}::{_escaped(f'{problem.message}. Cách sửa: {problem.help}', in_property=False)}"


def _escaped(text: str, in_property: bool = True) -> str:
    for raw, code in (
        ("%", "%25"),
        ("\r", "%0D"),
        ("\n", "%0A"),
        *(((":", "%3A"), (",", "%2C")) if in_property else ()),
    ):
        text = text.replace(raw, code)
    return text


def as_sarif(problems: Sequence[Problem], records: int) -> str:
    """SARIF 2.1.0, one run."""
    used = {problem.code for problem in problems}
    described = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.why},
        }
        for rule in rules()
        if rule.code in used
    ]
    return _dumped(sarif.log("kb check", described, map(_result, problems)))


def _result(problem: Problem) -> dict[str, Any]:
    text = f"{problem.message}. Cách sửa: {problem.help}"
    region = {"startLine": problem.mark.line, "startColumn": problem.mark.column}
    return sarif.result(problem.code, "error", text, problem.mark.path, region)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


FORMATS: dict[str, Format] = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
