"""The page that checks drafts: kb itself in the browser, served and from a disk, says what the command line says."""

from __future__ import annotations

import base64
import gzip
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from kb.browser_runtime import installed
from kb.corpus.load import load_corpus
from kb.corpus.packed import pack as pack_corpus
from kb.drafts import read_draft
from kb.language.dates import PartialDate
from kb.register.compiled import compiled
from kb.register.folder import read_tables
from kb.register.layers import Layer, LayerRegister
from kb.register.lookup import Register
from kb.register.shards import sharded
from kb.review.formats import shown
from kb.review.judge import Reviewer
from kb.review.portable import PortableReview
from kb.site_build.offline import FOLDER, pack
from kb.workspace import Workspace
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run
from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(
    installed(Workspace(ROOT / "corpus").runtime) is None, reason="no Python for browsers here: make runtime"
)
DAY = "2026-11-29"
TABLES = read_tables(ROOT / "corpus" / "register")
VERDICTS = ("tests/kb/review/verdicts.yaml", "tests/kb/review/quotes.yaml", "tests/kb/citation/contradictions.yaml")
TYPICAL = 40
"""Documents that a long draft cites; the median of drafts is under ten."""
MOST_BYTES = 300_000
"""Of the register for one check, as a server compresses them."""
WRONG = "Căn cứ Chỉ thị số 46/CT-TW ngày 22/6/2015 của Bộ Chính trị;"
ENDED = "Căn cứ Thông tư số 55/2023/TT-BTC ngày 15 tháng 8 năm 2023 của Bộ Tài chính;"
RUNTIME = """
const [name, content, day, done] = arguments;
const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)).buffer;
const box = document.querySelector("[data-check]");
const base = new URL("./", document.querySelector("script[src$='.js'][src*='kiem-tra']").src).href;
const parts = JSON.parse(box.dataset.parts);
for (const name of Object.keys(parts)) parts[name] = base + parts[name];
const { shards, lock } = box.dataset;
self.asked = self.asked || new kbRuntime.Runtime(parts, base + shards, JSON.parse(lock), () => {});
"""
ASK = f"""{RUNTIME}
self.asked.check(name, bytes, day).then((found) => done(found), (error) => done({{ error: String(error) }}));
"""
ASK_ALL = f"""{RUNTIME}
async function all() {{
  const found = await self.asked.check(name, bytes, day);
  return found.refused ? [found] : [found, await self.asked.report("json"), await self.asked.report("html")];
}}
all().then(done, (error) => done({{ error: String(error) }}));
"""


def drafts() -> Iterator[tuple[str, bytes]]:
    """The texts of every table about verdicts, and a file of each kind."""
    yield from registered()
    for table in VERDICTS:
        for number, case in enumerate(yaml.safe_load((ROOT / table).read_text("utf-8"))):
            yield f"{Path(table).stem}-{number}.txt", case["text"].encode()
    yield "van-ban.docx", packed(parts_of(paragraph(run(WRONG))))
    yield "trang.html", f"<!doctype html><meta charset=utf-8><table><tr><td>{WRONG}</table>".encode()
    yield "hong.docx", b"PK\x03\x04"
    yield "khong.pdf", b"%PDF-1.7\n"


def registered() -> Iterator[tuple[str, bytes]]:
    """Drafts that cite what the register alone knows: a table about verdicts, then every document of so many."""
    table = yaml.safe_load((ROOT / "tests/kb/review/registered.yaml").read_text("utf-8"))
    yield "so-dang-ky.txt", "\n".join(case["text"] for case in table["cases"]).encode()
    entries = TABLES.entries[:: len(TABLES.entries) // 200]
    lines = [f"{e.type} số {e.number} ngày {PartialDate.parse(e.days[0]).shown}" for e in entries]
    yield (
        "ca-nuoc.txt",
        "\n".join([*lines, *(f"Công văn số {known}" for known in sorted(TABLES.known)[::3000])]).encode(),
    )
    ended = [e for e in TABLES.entries if e.end]
    yield (
        "het-hieu-luc.txt",
        "\n".join(f"{e.short_name} năm {e.days[0][:4]}" for e in ended[:: len(ended) // 50]).encode(),
    )


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """What the page is to show, and its reports: those of `kb review`, which asks the whole register."""
    lines, corpus = compiled(TABLES), load_corpus(ROOT / "corpus")
    sources, shards = sharded(lines)
    portable = PortableReview(pack_corpus(corpus), sources)
    portable.check("a.txt", b"A", DAY)
    portable.go_on(dict(enumerate(shards)))
    found = {name: list(answers(portable, name, content)) for name, content in drafts()}
    terminal = Reviewer(corpus, [LayerRegister(Layer.REGISTER, Register(lines))])
    for name, content in registered():
        own = terminal.review(read_draft(content, name), date.fromisoformat(DAY))
        assert own.coverage.compared[Layer.REGISTER] > 10
        found[name][1:] = [shown([own], form) for form in ("json", "html")]
    return found


def answers(portable: PortableReview, name: str, content: bytes) -> Iterator[Any]:
    found = json.loads(portable.check(name, content, DAY))
    yield found
    if "refused" not in found:
        yield from (portable.report(form).decode() for form in ("json", "html"))


def ask(browser: webdriver.Chrome, name: str, content: bytes, script: str = ASK) -> Any:
    browser.set_script_timeout(120)
    return browser.execute_async_script(script, name, base64.b64encode(content).decode(), DAY)


def test_every_verdict_is_that_of_the_command_line(
    browser: webdriver.Chrome, address: str, expected: dict[str, Any]
) -> None:
    browser.get(f"{address}kiem-tra/")
    assert len(expected) > 100
    assert {name for name, content in drafts() if ask(browser, name, content, ASK_ALL) != expected[name]} == set()


@pytest.fixture(scope="module")
def on_disk(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("mang đi")
    pack(site, folder / "kho.zip")
    with zipfile.ZipFile(folder / "kho.zip") as archive:
        archive.extractall(folder)
    return (folder / FOLDER / "kiem-tra" / "index.html").as_uri()


def test_it_works_from_a_disk(browser: webdriver.Chrome, on_disk: str, expected: dict[str, Any]) -> None:
    browser.get(on_disk)
    for name, content in [*registered(), *list(drafts())[-6:]]:
        assert ask(browser, name, content, ASK_ALL) == expected[name]


def checked(browser: webdriver.Chrome) -> None:
    box = browser.find_element(By.CSS_SELECTOR, "[data-check]")
    WebDriverWait(browser, 60).until(lambda _: box.get_attribute("data-checked"))
    assert box.get_attribute("data-check-error") is None


def test_a_reader_sees_what_to_mend(browser: webdriver.Chrome, address: str, tmp_path: Path) -> None:
    browser.get(f"{address}kiem-tra/")
    draft = tmp_path / "kế hoạch.txt"
    draft.write_text(f"{WRONG}\nThông tư số 124/2021/TT-BCA ngày 28/12/2021\n", "utf-8")
    browser.find_element(By.ID, "du-thao").send_keys(str(draft))
    checked(browser)
    remarks = browser.find_element(By.CSS_SELECTOR, "[data-check-part=remarks]")
    assert remarks.text == "Đã đối chiếu 2 trong 2 viện dẫn: 2 với kho."
    assert not browser.find_element(By.CSS_SELECTOR, "[data-check-part=unread]").is_displayed()
    card = browser.find_element(By.CSS_SELECTOR, ".kb-check-card")
    assert "sai · dòng 1" in card.text
    assert "→ Chỉ thị số 46-CT/TW, ngày 22/6/2015 của Bộ Chính trị" in card.text
    assert browser.find_element(By.CSS_SELECTOR, ".kb-check-text mark.kb-check-now").text.startswith("Chỉ thị số 46")
    browser.find_element(By.CSS_SELECTOR, "[data-check-do=next]").click()
    assert browser.find_element(By.CSS_SELECTOR, "mark.kb-check-now").text.startswith("Thông tư số 124")
    source = card.find_element(By.TAG_NAME, "a").get_attribute("href")
    assert source == f"{address}van-ban/ct-46-ct-tw-2015/"


def test_a_copied_block_is_without_what_ended_and_says_so(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}kiem-tra/")
    browser.find_element(By.ID, "noi-dung").send_keys(ENDED)
    browser.find_element(By.CSS_SELECTOR, ".kb-check form button").click()
    summary = browser.find_element(By.CSS_SELECTOR, "[data-check-part=summary]")
    WebDriverWait(browser, 60).until(lambda _: summary.text == "Nội dung đã dán: 1 viện dẫn: 1 hết hiệu lực.")
    browser.find_element(By.CSS_SELECTOR, "[data-check-do=bases]").click()
    said = browser.find_element(By.CSS_SELECTOR, "[data-check-part=left-out]")
    WebDriverWait(browser, 10).until(lambda _: said.text.startswith("Không có căn cứ nào dùng được để sao chép:"))
    assert "hết hiệu lực: " in said.text


def test_a_day_that_cannot_be_read_is_said(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}kiem-tra/")
    day = browser.find_element(By.ID, "ngay-ky")
    assert day.get_attribute("value") == date.today().strftime("%d/%m/%Y")
    day.clear()
    day.send_keys("31/2/2026")
    browser.find_element(By.ID, "noi-dung").send_keys(WRONG)
    browser.find_element(By.CSS_SELECTOR, ".kb-check form button").click()
    said = browser.find_element(By.CSS_SELECTOR, "[data-check-part=said]").text
    assert said.startswith("“31/2/2026” không phải ngày; viết ngày/tháng/năm")


def test_only_what_a_draft_needs_of_the_register_is_loaded(browser: webdriver.Chrome, address: str, site: Path) -> None:
    entries = [entry for entry in TABLES.entries if entry.days[0] >= "2010"]
    cited = entries[:: len(entries) // TYPICAL][:TYPICAL]
    text = "\n".join(f"{entry.type} số {entry.number} ngày {entry.shown_days}" for entry in cited)
    urls = asked_for(browser, address, text)
    shards = [site / url.removeprefix(address) for url in urls if "/so-dang-ky" in url]
    assert TYPICAL * 0.8 < len(set(shards)) == len(shards) < TYPICAL * 2
    assert sum(len(gzip.compress(shard.read_bytes())) for shard in shards) <= MOST_BYTES


def test_a_shard_that_cannot_be_had_is_no_silence(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}kiem-tra/")
    browser.execute_script("document.querySelector('[data-check]').dataset.shards = 'khong-co/so-';")
    assert "error" in ask(browser, "a.txt", "Nghị định số 01/2019/NĐ-CP ngày 01/01/2019".encode())


def asked_for(browser: webdriver.Chrome, address: str, text: str) -> list[str]:
    """The addresses that the check of a text asks for, on a fresh page."""
    log: Any = browser
    browser.get(f"{address}kiem-tra/")
    log.get_log("performance")
    ask(browser, "a.txt", text.encode())
    messages = [json.loads(entry["message"])["message"] for entry in log.get_log("performance")]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


def test_nothing_leaves_the_machine(browser: webdriver.Chrome, address: str) -> None:
    urls = asked_for(browser, address, WRONG)
    assert all(url.startswith((f"{address}kiem-tra/", "blob:", "data:")) for url in urls), urls
