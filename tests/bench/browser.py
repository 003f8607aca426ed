"""The search of the site beside the theme's own and Pagefind, in one run of headless Chromium.

    python -m tests.bench.browser --articles articles.jsonl --queries queries.jsonl [--times 10] [--questions 100]

ARTICLES and QUERIES are of the forms in `tests.bench.retrieval`, QUERIES with {"relevant": [[id, …], …]}. `--times`
copies of the articles are indexed by the site's own search only: the others are measured on one copy. Printed: kB that
a server with compression sends for a first question and for the next one (all that the page needs, bodies only), and
how many files; ms from the opening of the page, whose address holds the question, to the result; ms of a question that
is pasted and loads its part of the index, of one that is typed (from its last letter on, 40 ms after the one before),
and of one asked again; heap of page and worker; MRR@10.

The server does what a static host does: it keeps connections open, compresses, gives ranges of a file (which it
does not compress), and sends head and body of an answer at
once (sent apart, the body waits for the browser's delayed acknowledgement of the head, 40 ms: Nagle's algorithm). It
speaks HTTP/1.1, so a browser has six files on the way at a time; HTTP/2 has no such bound.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import statistics
import tempfile
import threading
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

from selenium import webdriver

from tests.bench.searches import SEARCHES, articles_of
from tests.web.conftest import Quiet
from tests.web.ranges import ranged

FIRST = """
    const done = arguments[0];
    const ready = async () => { while (!window.first) await new Promise((wait) => setTimeout(wait, 1)); };
    ready().then(() => first).then(done, (error) => done(String(error)));
"""
EACH = """
    const [queries, done] = arguments;
    (async () => {
      const all = [];
      for (const query of queries) {
        const start = performance.now();
        const ids = await searching(query).catch(() => []);
        all.push([performance.now() - start, ids]);
      }
      return all;
    })().then(done);
"""
TYPED = """
    const [queries, done] = arguments;
    (async () => {
      const all = [];
      for (const query of queries) {
        for (let end = 1; end < query.length; end++) {
          searching(query.slice(0, end)).catch(() => null);
          await new Promise((wait) => setTimeout(wait, 40));
        }
        const start = performance.now();
        await searching(query).catch(() => null);
        all.push(performance.now() - start);
      }
      return all;
    })().then(done);
"""
HEAP = "const done = arguments[0]; performance.measureUserAgentSpecificMemory().then((m) => done(m.bytes));"
OPENINGS = 9
TYPED_QUESTIONS = 6


class Counting(Quiet):
    """Compresses what gets smaller by it and counts what is sent."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one piece
    disable_nagle_algorithm = True
    sent = 0
    files = 0
    apart = False
    """Whether pages are kept apart from others: Chromium measures the heap of no other page, but starts it slower."""
    bodies: ClassVar[dict[str, tuple[bytes, bytes]]] = {}
    """Shared by all requests: each file is read and compressed once."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        if str(path) not in self.bodies:
            data, small = path.read_bytes(), gzip.compress(path.read_bytes(), 6)
            self.bodies[str(path)] = data, small
        data, small = self.bodies[str(path)]
        compressed = len(small) < len(data)
        body = small if compressed else data
        head = {"Content-Type": self.guess_type(str(path))}
        part = ranged(self.headers.get("Range", ""), data, head["Content-Type"])
        if part:
            (head, body), compressed = part, False
        self.send_response(206 if part else 200)
        for name, value in head.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        if Counting.apart:
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        Counting.sent += len(body)
        Counting.files += 1
        self.wfile.write(body)


def chromium() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.add_argument("--enable-blink-features=ForceEagerMeasureMemory")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_script_timeout(1800)
    return driver


def measure(address: str, queries: list[dict[str, Any]], *, typing: bool = False) -> dict[str, float]:
    """The figures of one search whose page stands at an address; `typing` is of a search that answers as one types."""
    texts = [query["text"] for query in queries]
    firsts: list[dict[str, float]] = []
    browser = chromium()
    for opening in range(0, len(texts) - 1, max(1, len(texts) // OPENINGS)):
        ms = opened(browser, f"{address}?q={quote(texts[opening])}")
        first = {"KB first": Counting.sent / 1000, "files": Counting.files, "ms to result": ms}
        Counting.sent = Counting.files = 0
        browser.execute_async_script(EACH, [texts[opening + 1]])
        firsts.append(first | {"KB next": Counting.sent / 1000, "files next": Counting.files})
    figures = {name: statistics.median(one[name] for one in firsts) for name in firsts[0]}
    if typing:
        figures |= typed(browser, address, texts[1 :: max(1, len(texts) // TYPED_QUESTIONS)])
    answers = browser.execute_async_script(EACH, texts)
    figures["ms a question"] = statistics.median(ms for ms, _ in answers)
    again = browser.execute_async_script(EACH, texts[-20:] * 3)[20:]
    figures["ms asked again"] = statistics.median(ms for ms, _ in again)
    figures["heap MB"] = heap(browser, address, texts)
    figures["MRR@10"] = statistics.mean(
        reciprocal(query, ids) for query, (_, ids) in zip(queries, answers, strict=True)
    )
    browser.quit()
    return figures


def heap(browser: webdriver.Chrome, address: str, texts: list[str]) -> float:
    """Of page and worker in MB, when all the questions were asked."""
    Counting.apart = True
    opened(browser, f"{address}?q={quote(texts[0])}")
    browser.execute_async_script(EACH, texts)
    Counting.apart = False
    return float(browser.execute_async_script(HEAP)) / 1e6


def typed(browser: webdriver.Chrome, address: str, texts: list[str]) -> dict[str, float]:
    """Of questions that are typed one after another into a page just opened."""
    opened(browser, f"{address}?q={quote(texts[0])}")
    Counting.sent = 0
    waits = browser.execute_async_script(TYPED, texts[1:])
    return {"ms typed": statistics.median(waits), "KB typed": Counting.sent / 1000 / len(waits)}


def opened(browser: webdriver.Chrome, address: str) -> float:
    """Open a page for the first time; ms until the question in its address is answered."""
    browser.get("about:blank")
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    Counting.sent = Counting.files = 0
    browser.get(address)
    ms = browser.execute_async_script(FIRST)
    assert not isinstance(ms, str), ms
    return float(ms)


def reciprocal(query: dict[str, Any], ids: list[str]) -> float:
    """1 / the place of the first hit that answers; 0 when none does. Copies of an article count as it."""
    wanted = {one for group in query["relevant"] for one in group}
    return next((1 / place for place, one in enumerate(ids, 1) if one.partition("~")[0] in wanted), 0.0)


def times(path: Path, count: int, folder: Path) -> Path:
    """The articles `count` times, each copy under an id of its own."""
    copied = folder / f"articles-{count}.jsonl"
    with copied.open("w", encoding="utf-8") as lines:
        for copy in range(count):
            for row in articles_of(path):
                changed = row | {"id": f"{row['id']}~{copy}"} if copy else row
                lines.write(json.dumps(changed, ensure_ascii=False) + "\n")
    return copied


def run(name: str, make: Callable[[Path, Path], None], path: Path, queries: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        try:
            make(Path(scratch), path)
        except ImportError as missing:
            print(f"{name}: not installed ({missing})")
            return
        handler = functools.partial(Counting, directory=str(Path(scratch) / "site"))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        figures = measure(f"http://127.0.0.1:{server.server_port}/", queries, typing=name.startswith("kb"))
        server.shutdown()
        print(f"{name:<14}" + "".join(f"  {title} {value:.6g}" if title == "files" else f"  {title} {value:.3g}"
                                     for title, value in figures.items()), flush=True)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--only", choices=SEARCHES, help="Measure one of them.")
    options = parser.parse_args()
    queries = [json.loads(line) for line in options.queries.read_text("utf-8").splitlines()][: options.questions]
    for name, make in SEARCHES.items():
        if options.only in (None, name):
            run(name, make, options.articles, queries)
    if options.times > 1 and options.only in (None, "kb"):
        with tempfile.TemporaryDirectory() as folder:
            run(f"kb × {options.times}", SEARCHES["kb"], times(options.articles, options.times, Path(folder)), queries)


if __name__ == "__main__":
    main()
