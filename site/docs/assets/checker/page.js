// The page that checks drafts: a file or a pasted text in, the draft with marks and the findings beside it out.
(function () {
  "use strict";
  const box = document.querySelector("[data-check]");
  if (!box) return;
  const base = new URL("./", document.currentScript.src).href;
  const root = new URL("../", base).href;
  const WORST = ["wrong", "ambiguous", "expired", "suspect", "unverified", "unknown", "correct"];
  const LARGEST = 50000000; // bytes, as kb reads them (kb/drafts/open.py)
  const state = { name: "", content: null, pasted: "", found: null, verdict: null, at: 0, checks: 0 };
  const part = (name) => box.querySelector(`[data-check-part=${name}]`);
  const day = document.getElementById("ngay-ky");
  const file = document.getElementById("du-thao");
  const typed = document.getElementById("noi-dung");
  const parts = JSON.parse(box.dataset.parts);
  for (const name of Object.keys(parts)) parts[name] = base + parts[name];
  const runtime = new kbRuntime.Runtime(parts, base + box.dataset.shards, JSON.parse(box.dataset.lock), load);

  function say(text) {
    part("said").textContent = text;
  }

  function load(share) {
    part("progress").hidden = share >= 1;
    part("progress").value = share;
    if (share < 1) say("Đang tải chương trình kiểm tra (khoảng 6 MB, chỉ tải lần đầu)…");
  }

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // "31/5/2026" as an ISO day; null for what is none.
  function isoDay(text) {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
    if (!found) return null;
    const date = new Date(Date.UTC(+found[3], found[2] - 1, +found[1]));
    if (date.getUTCMonth() !== found[2] - 1 || date.getUTCDate() !== +found[1]) return null;
    return date.toISOString().slice(0, 10);
  }

  function today() {
    const now = new Date();
    const [day, month] = [now.getDate(), now.getMonth() + 1];
    return [day < 10 ? "0" + day : day, month < 3 ? "0" + month : month, now.getFullYear()].join("/");
  }

  // What belonged to an earlier check goes, and what is still to come of it is not shown. The number of the new one.
  function clear() {
    part("result").hidden = true;
    delete box.dataset.checked;
    delete box.dataset.checkError;
    return ++state.checks;
  }

  async function take(chosen) {
    if (!chosen) return;
    clear();
    part("chosen").textContent = chosen.name;
    if (/\.(doc|rtf|odt)$/i.test(chosen.name)) { // read by way of LibreOffice, which a browser has not
      state.content = null;
      say(`Trang không đọc được “${chosen.name}”: hãy mở bằng Word, lưu thành .docx rồi chọn lại.`);
      return;
    }
    if (chosen.size > LARGEST) {
      state.content = null;
      say(`“${chosen.name}” lớn hơn 50 MB; hãy tách tệp rồi thử lại.`);
      return;
    }
    Object.assign(state, { name: chosen.name, title: chosen.name, content: await chosen.arrayBuffer(), pasted: "" });
    await check();
  }

  // What was pasted from Word keeps its tables as HTML, while the text shown is what was pasted; once edited, the text counts.
  function paste(event) {
    const html = event.clipboardData.getData("text/html");
    if (html && !typed.value) setTimeout(() => { state.pasted = { html, text: typed.value }; });
  }

  function typedFile() {
    const { pasted } = state;
    const kept = pasted && pasted.text === typed.value;
    state.title = "Nội dung đã dán";
    state.name = kept ? "noi-dung-dan.html" : "noi-dung-dan.txt";
    state.content = new TextEncoder().encode(kept ? `<!doctype html><meta charset="utf-8">${pasted.html}` : typed.value).buffer;
  }

  async function check() {
    const number = clear();
    const on = isoDay(day.value);
    if (!on) {
      say(`“${day.value}” không phải ngày; viết ngày/tháng/năm, ví dụ ${today()}.`);
      day.focus();
      return;
    }
    say("Đang kiểm tra…");
    try {
      const found = await runtime.check(state.name, state.content, on);
      if (number !== state.checks) return;
      if (found.refused) say(`Chưa kiểm tra được: ${found.refused}.`);
      else show(found);
    } catch (error) {
      if (number !== state.checks) return;
      fail(error);
    }
    box.dataset.checked = state.name;
  }

  function fail(error) {
    part("progress").hidden = true;
    say(error.message === "slow" ? "Quá 60 giây chưa xong, đã dừng: tệp này quá lớn hoặc bị hỏng; hãy tách tệp rồi thử lại." : "Chương trình kiểm tra dừng vì lỗi; tải lại trang rồi thử lại.");
    box.dataset.checkError = error.message;
  }

  function show(found) {
    Object.assign(state, { found, verdict: null, at: 0 });
    part("result").hidden = false;
    part("summary").textContent = `${state.title}: ${found.summary}.`;
    part("remarks").replaceChildren(...found.remarks.map((line) => make("p", {}, line)));
    part("unread").replaceChildren(make("p", {}, "Chưa đọc được:"), make("ul", {}, ...found.unread.map((line) => make("li", {}, line))));
    part("unread").hidden = !found.unread.length;
    say("");
    offer(Object.keys(MADE).filter((verb) => verb !== "commented" || /\.do[ct][xm]$/i.test(state.name)));
    box.querySelector("[data-check-do=bases]").hidden = !found.bases && !found.left_out.length;
    part("left-out").replaceChildren();
    showFilters();
    showText();
    showFindings();
    document.getElementById("ket-qua").focus();
  }

  // The buttons of files that are made when asked for: of these and no others.
  function offer(verbs) {
    for (const verb of Object.keys(MADE)) box.querySelector(`[data-check-do=${verb}]`).hidden = !verbs.includes(verb);
  }

  function showFilters() {
    const { findings } = state.found;
    const buttons = WORST.map((verdict) => [verdict, findings.filter((one) => one.verdict === verdict)])
      .filter(([, ones]) => ones.length)
      .map(([verdict, ones]) => {
        const button = make("button", { type: "button", "aria-pressed": String(state.verdict === verdict) }, `${[...new Set(ones.map((one) => one.words))].join("; ")} (${ones.length})`);
        button.addEventListener("click", () => {
          state.verdict = state.verdict === verdict ? null : verdict;
          state.at = 0;
          showFilters();
          showFindings();
        });
        return button;
      });
    part("filters").replaceChildren(...buttons);
  }

  function showText() {
    const verdicts = new Map(state.found.findings.map((one) => [one.number, one.open ? "unverified" : one.verdict]));
    const pieces = state.found.segments.map(([text, number]) => {
      if (number === null) return document.createTextNode(text);
      const mark = make("mark", { "data-number": number, "data-verdict": verdicts.get(number) }, text);
      mark.addEventListener("click", () => go(listed().findIndex((one) => one.number === number)));
      return mark;
    });
    part("text").replaceChildren(...pieces);
  }

  function listed() {
    return state.found.findings.filter((one) => !state.verdict || one.verdict === state.verdict);
  }

  function showFindings() {
    let heading = "";
    const items = listed().flatMap((one, index) => {
      const before = one.part === heading ? [] : [make("li", { class: "kb-check-part" }, one.part)];
      heading = one.part;
      return [...before, cardOf(one, index)];
    });
    part("findings").replaceChildren(...items);
    mark();
  }

  function cardOf(one, index) {
    const name = one.target ? make("a", { href: addressOf(one.target) }, one.source) : null;
    const typing = [one.correction, ...one.replacements].filter(Boolean);
    const card = make(
      "li",
      { class: "kb-check-card", "data-verdict": one.open ? "unverified" : one.verdict, "data-number": one.number },
      make("p", {}, make("strong", {}, one.label), ` · ${one.place}`),
      make("p", {}, one.typed),
      ...typing.map((words) => make("p", {}, "→ ", make("ins", {}, words), " ", copying(words))),
      ...one.said.map((sentence) => make("p", {}, sentence)),
      name ? make("p", { class: "kb-fine" }, "Nguồn: ", name, " trong kho") : null
    );
    card.addEventListener("click", (event) => event.target.closest("a, button") || go(index));
    return card;
  }

  function copying(words) {
    const button = make("button", { type: "button" }, "Sao chép");
    button.addEventListener("click", () => copy(words, button));
    return button;
  }

  function addressOf(id) {
    return `${root}van-ban/${id}/${location.protocol === "file:" ? "index.html" : ""}`;
  }

  // Go to a finding of the list: its card and its place in the draft come into sight.
  function go(index) {
    const all = listed();
    if (!all.length) return;
    state.at = (index + all.length) % all.length;
    mark();
    const { number } = all[state.at];
    const [card, place] = ["findings", "text"].map((name) => part(name).querySelector(`[data-number="${number}"]`));
    if (card) card.scrollIntoView({ block: "nearest" });
    if (place) part("text").scrollTop = place.offsetTop - part("text").clientHeight / 2; // the page stays, and the buttons
  }

  function mark() {
    const all = listed();
    const now = all.length ? all[state.at].number : null;
    for (const element of box.querySelectorAll("[data-number]")) element.classList.toggle("kb-check-now", element.dataset.number === String(now));
    part("where").textContent = all.length ? `${state.at + 1}/${all.length}` : "không có viện dẫn nào";
  }

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", {}, text);
      document.body.append(area);
      area.select();
      document.execCommand("copy"); // for pages opened from a disk
      area.remove();
    }
    told(button, "Đã sao chép");
    setTimeout(() => told(button, ""), 2000);
  }

  // Where that fails the findings stay, and nothing is asked of a worker that may have stopped.
  async function download(verb) {
    const { name, checks } = state;
    const [ask, type, ending] = MADE[verb];
    say("Đang tạo tệp tải về…");
    try {
      save(await ask(), type, name.replace(/\.[^.]*$/, "") + ending);
      if (checks === state.checks) say("");
    } catch (error) {
      if (checks !== state.checks) return;
      offer([]);
      fail(error);
    }
  }

  // What ended is left out of the block: beside the button stands what was, and what to cite instead.
  async function copyBases(button) {
    const { bases, left_out: left } = state.found;
    if (bases) await copy(bases, button);
    const lines = left.map((line) => make("li", {}, line));
    const heading = bases ? "Không đưa vào khối vừa sao chép:" : "Không có căn cứ nào dùng được để sao chép:";
    part("left-out").replaceChildren(...(lines.length ? [make("p", {}, heading), make("ul", {}, ...lines)] : []));
  }

  // In a place of its own, kept free beside the button, so that nothing moves under the finger.
  function told(button, words) {
    button.dataset.told = words;
    part("told").textContent = words;
  }

  function save(content, type, name) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const MADE = {
    commented: [() => runtime.commented(state.content), WORD, "-chu-thich.docx"],
    page: [() => runtime.report("html"), "text/html", "-ra-soat.html"],
    json: [() => runtime.report("json"), "application/json", "-ra-soat.json"],
  };
  const actions = {
    bases: copyBases,
    print: () => print(),
    previous: () => go(state.at - 1),
    next: () => go(state.at + 1),
  };

  function begin() {
    const missing = kbRuntime.missing();
    part("missing").textContent = missing && `${missing} Dùng lệnh kb review trên máy tính có Python.`;
    part("missing").hidden = !missing;
    part("form").hidden = Boolean(missing);
    if (missing) return;
    day.value = today();
    file.addEventListener("change", () => take(file.files[0]));
    typed.addEventListener("paste", paste);
    part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (typed.value.trim()) typedFile();
      if (state.content) check();
      else say("Chọn tệp hoặc dán nội dung trước.");
    });
    const drop = part("drop");
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("kb-check-over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("kb-check-over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("kb-check-over");
      take(event.dataTransfer.files[0]);
    });
    box.addEventListener("click", (event) => {
      const button = event.target.closest("[data-check-do]");
      if (!button) return;
      const verb = button.dataset.checkDo;
      if (MADE[verb]) download(verb);
      else actions[verb](button);
    });
  }

  begin();
})();
