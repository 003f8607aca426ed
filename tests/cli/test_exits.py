"""How every command ends, in one table: found, not found, or used wrongly; what is said of it is one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cli import VERBS, main
from tests.kb.rules import fuzz
from tests.support.corpora import clean_files, write
from tests.support.registers import write_register

TABLE: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "exits.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("exits")
    write(root, clean_files() | {"plans/kh-1.yaml": fuzz.PLAN})
    write_register(root, ["30/2020/NĐ-BA|Nghị định|pd,cb:2020-03-05|bo-a|pd:Về công tác văn thư|pd:2020-05-01|||"])
    (root / "dung.txt").write_text("Thông tư số 01/2020/TT-BA ngày 01/01/2020", "utf-8")
    (root / "sai.txt").write_text("Thông tư số 01/2020/TT-BA ngày 02/01/2020", "utf-8")
    return root


@pytest.mark.parametrize("case", TABLE, ids=lambda case: " ".join(case["call"]))
def test_how_it_ends(place: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_DATA", str(place / "data"))
    call = [word.replace("{w}", str(place)) for word in case["call"]]
    done = CliRunner().invoke(main, ["--corpus", str(place / "corpus"), *call], prog_name="kb", catch_exceptions=False)
    assert done.exit_code == case["code"], done.output
    if case["code"] == 2 and len(call) > 1:
        assert done.stderr.startswith("kb: ")
        assert (done.stdout, done.stderr.count("\n")) == ("", 1)


def test_every_command_is_in_the_table() -> None:
    assert {*VERBS, *main.commands} <= {case["call"][0] for case in TABLE if case["call"]}
