"""A page that holds nothing but the search, over any index; and queries put to it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from selenium import webdriver

from indexer.browser.export import export

PAGE = '<!doctype html><meta charset="utf-8"><title>Tìm</title><script src="tim-kiem/ui.js"></script>\n'
ASK = """
    const [queries, options, done] = arguments;
    const marked = ({text, marks}) => marks.map(([start, end]) => text.slice(start, end));
    const short = (hit) => ({
      id: hit.id, score: hit.score, snippet: hit.snippet.text, marked: marked(hit.snippet), explain: hit.explain,
    });
    (async () => {
      const answers = [];
      for (const query of queries) {
        const found = await kbSearch.client.ask(query, options);
        answers.push({...found, hits: (found.hits || []).map(short)});
      }
      return answers;
    })().then(done, (error) => done(String(error)));
"""


def search_site(folder: Path, index: Path, site: Path) -> Path:
    """A folder with the search's scripts, as the built site has them, and the shards of an index."""
    (folder / "tim-kiem").mkdir(parents=True)
    for name in ("ui.js", "engine.js"):
        shutil.copy(site / "tim-kiem" / name, folder / "tim-kiem" / name)
    export(index, folder / "tim-kiem" / "du-lieu")
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


def ask(browser: webdriver.Chrome, queries: Sequence[str], **options: Any) -> list[dict[str, Any]]:
    """The answers of the search of the page that stands open."""
    browser.set_script_timeout(300)
    answers = browser.execute_async_script(ASK, list(queries), options)
    assert isinstance(answers, list), answers
    return answers
