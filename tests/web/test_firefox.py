"""The page that checks drafts in Firefox, served and from a disk: a smoke test beside every verdict in Chromium."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from kb.browser_runtime import installed
from kb.corpus.load import load_corpus
from kb.corpus.packed import pack
from kb.review.portable import PortableReview
from kb.workspace import Workspace
from tests.support.paths import ROOT
from tests.web.bidi import FIREFOX, Firefox, firefox
from tests.web.test_checker import ASK, DAY, drafts, on_disk

__all__ = ["on_disk"]
pytestmark = [
    pytest.mark.skipif(FIREFOX is None, reason="no Firefox here: apt-get install firefox-esr"),
    pytest.mark.skipif(installed(Workspace(ROOT / "corpus").runtime) is None, reason="no Python for browsers here"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as opened:
        yield opened


def ask(page: Firefox, name: str, content: bytes) -> Any:
    given = json.dumps([name, base64.b64encode(content).decode(), DAY])
    asked = f"new Promise((done) => (function () {{ {ASK} }})(...{given}, (found) => done(JSON.stringify(found))))"
    return json.loads(page.run(asked))


@pytest.mark.parametrize("served", [True, False])
def test_the_verdicts_are_those_of_the_command_line(page: Firefox, address: str, on_disk: str, *, served: bool) -> None:
    portable = PortableReview(pack(load_corpus(ROOT / "corpus")))
    page.open(f"{address}kiem-tra/" if served else on_disk)
    for name, content in list(drafts())[-6:]:
        assert ask(page, name, content) == json.loads(portable.check(name, content, DAY)), name
