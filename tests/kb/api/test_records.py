"""The JSON of the records: what its schemas say, all of it, and addresses that lead somewhere."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from kb.api.guide import guide
from kb.api.records import api_files
from kb.views.site_snapshot import SiteSnapshot


@pytest.fixture(scope="session")
def files(real: SiteSnapshot) -> dict[str, dict[str, Any]]:
    pairs = list(api_files(real))
    assert len(pairs) == len(dict(pairs))
    return json.loads(json.dumps(dict(pairs)))  # type: ignore[no-any-return]


def validator(files: dict[str, dict[str, Any]], schema: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(files[schema], format_checker=jsonschema.FormatChecker())


def test_every_file_is_as_its_schema_says(files: dict[str, dict[str, Any]]) -> None:
    schemas = {path for path in files if "/schema/" in path}
    for path in schemas:
        jsonschema.Draft202012Validator.check_schema(files[path])
    validators = {path: validator(files, path) for path in schemas}
    for path, value in files.items():
        if path not in schemas and path != "api/v1/index.json":
            assert [e.message for e in validators[value["schema"]].iter_errors(value)] == [], path


@pytest.mark.parametrize("path", ["api/v1/documents.json", "api/v1/documents/tt-124-2021-tt-bca.json"])
def test_the_schemas_allow_nothing_else(files: dict[str, dict[str, Any]], path: str) -> None:
    value, check = files[path], validator(files, files[path]["schema"])
    assert list(check.iter_errors(value | {"khac": 1}))
    for name in ("schema", "on") if "items" in value else ("schema", "url", "computed", "number"):
        assert list(check.iter_errors({key: v for key, v in value.items() if key != name})), name


def test_every_record_has_one_file_and_one_place_in_a_list(
    real: SiteSnapshot, files: dict[str, dict[str, Any]]
) -> None:
    listed = [item for part in files["api/v1/index.json"]["lists"] for item in files[part["json"]]["items"]]
    assert sorted(item["id"] for item in listed) == sorted(real.corpus.records)
    for item in listed:
        own = files[item["json"]]
        assert (own["id"], own["url"], own["kind"]) == (item["id"], item["url"], item["kind"])


def test_what_is_computed_is_there(files: dict[str, dict[str, Any]]) -> None:
    own = files["api/v1/documents/tt-23-2012-tt-bca.json"]
    assert own["computed"]["status"] == "het_hieu_luc"
    assert own["computed"]["on"] == "2026-01-01"
    assert {"label": "Bị thay thế bởi", "id": "tt-124-2021-tt-bca", "name": "Thông tư 124/2021/TT-BCA"} in own[
        "computed"
    ]["relations"]
    assert files["api/v1/documents/tt-124-2021-tt-bca.json"]["computed"]["cited_at"]


def test_the_guide_leads_to_the_lists(real: SiteSnapshot, files: dict[str, dict[str, Any]]) -> None:
    text = guide(real, "Kho", "Mô tả", "https://kho.example.vn/")
    assert text.startswith("# Kho\n\n> Mô tả.\n")
    for part in files["api/v1/index.json"]["lists"]:
        assert f"(https://kho.example.vn/{part['json']}): {part['count']} bản ghi" in text
