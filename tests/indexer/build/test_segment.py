"""The segmenter loaded without the rest of underthesea is underthesea's own."""

from __future__ import annotations

import subprocess
import sys

from indexer.build.segment import _segment
from tests.support.paths import ROOT


def test_its_words_are_those_of_the_whole_package() -> None:
    from underthesea import word_tokenize

    plan = (ROOT / "corpus" / "plans").glob("*.yaml")
    texts = [line for path in plan for line in path.read_text("utf-8").splitlines() if len(line) > 60][:80]
    assert len(texts) > 50
    for text in texts:
        words = dict.fromkeys(word for word in word_tokenize(text) if " " in word and "\n" not in word)
        assert _segment(text) == "\n".join(words)


def test_the_package_can_still_be_imported_whole_afterwards() -> None:
    code = (
        "import joblib, sys; load = joblib.load\n"
        "from indexer.build.segment import _segment; _segment('an ninh trật tự')\n"
        "assert 'underthesea' not in sys.modules and joblib.load is load\n"
        "import underthesea; print(underthesea.pos_tag('an ninh')[0][0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout.strip()) == (0, "an ninh"), done.stderr
