"""Which corpus a folder means, named or near; and who says that nobody named it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cli import main
from kb import workspace
from kb.errors import CorpusUnreadable
from kb.new_corpus import FIRST
from kb.site_build.build import corpus_of
from kb.workspace import find_workspace
from tests.support.corpora import clean_files, write

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("workspace.yaml").read_text("utf-8"))
TOLD = "kb: gần đây không có kho nào, dùng kho đi kèm kb: "


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_corpus_that_a_folder_means(case: dict[str, Any], tmp_path: Path) -> None:
    for name in case["files"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("id: x\n", "utf-8")
    named = tmp_path / case["named"] if "named" in case else None
    if refused := case.get("refused"):
        with pytest.raises(CorpusUnreadable, match=refused) as told:
            find_workspace(named)
        hint = f"; có phải: {(tmp_path / case['meant']).resolve()}?" if "meant" in case else ""
        assert str(told.value).endswith(hint)
        assert ("có phải" in str(told.value)) == ("meant" in case)
    else:
        assert find_workspace(named, tmp_path / case.get("here", ".")).corpus == (tmp_path / case["corpus"]).resolve()


@pytest.mark.parametrize("variable", [False, True], ids=["--corpus", "KB_CORPUS"])
def test_a_new_corpus_is_named_by_its_folder(variable: bool, tmp_path: Path) -> None:
    made = tmp_path / "kho"
    assert CliRunner().invoke(main, ["init", str(made)]).exit_code == 0
    named = [] if variable else ["--corpus", str(made)]
    runner = CliRunner(env={"KB_CORPUS": str(made) if variable else None})
    assert runner.invoke(main, [*named, "check"]).stdout == "Đã kiểm tra 3 bản ghi: không có lỗi.\n"
    assert FIRST in runner.invoke(main, [*named, "search", "30/2020/NĐ-CP"]).stdout
    assert {path.name for path in made.iterdir() if path.is_dir()} == {"corpus", "build", ".github", ".vscode"}


def test_a_site_reads_the_corpus_that_commands_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    for named in (tmp_path, tmp_path / "corpus"):
        monkeypatch.setenv("KB_CORPUS", str(named))
        assert corpus_of(str(tmp_path / "nơi-khác" / "mkdocs.yml")) == tmp_path / "corpus"


@pytest.mark.parametrize(("verb", "told"), [("check", True), ("stale", True), ("links", True), ("cite tt-1", False)])
@pytest.mark.parametrize("near", [False, True])
def test_the_corpus_that_nobody_named_is_told(
    verb: str, told: bool, near: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = write(tmp_path / "kb", clean_files())
    monkeypatch.setattr(workspace, "INSTALLED", carried)
    here = tmp_path / "kb" if near else tmp_path
    monkeypatch.chdir(here)
    done = CliRunner(env={"KB_CORPUS": None}).invoke(main, verb.split())
    assert done.stderr.startswith(f"{TOLD}{carried}\n") == (told and not near)
    assert TOLD not in done.stdout
