// The page "Gửi văn bản mới": a file is read into the draft of a record, looked at, checked, and handed to an editor.
(function () {
  "use strict";
  const LARGEST = 50000000; // bytes, as kb reads them (kb/drafts/open.py)
  const LONGEST_ADDRESS = 6000; // characters that servers and browsers take as one address
  const box = document.querySelector("[data-submit]");
  const base = new URL("./", document.currentScript.src).href;
  const part = (name) => box.querySelector(`[data-submit-part=${name}]`);
  const file = document.getElementById("van-ban");
  const source = document.getElementById("nguon");
  const parts = JSON.parse(box.dataset.parts);
  for (const name of Object.keys(parts)) parts[name] = base + parts[name];
  const runtime = new kbRuntime.Runtime(parts, "", JSON.parse(box.dataset.lock), load); // a new document asks nothing of the register

  function say(...words) {
    part("said").replaceChildren(...words);
  }

  function load(share) {
    part("progress").hidden = share >= 1;
    part("progress").value = share;
    if (share < 1) say("Đang tải chương trình (khoảng 6 MB, chỉ tải lần đầu)…");
  }

  function today() {
    const now = new Date();
    return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  }

  async function read() {
    const chosen = file.files[0];
    if (!chosen) return say("Chọn tệp trước.");
    if (chosen.size > LARGEST) return say(`“${chosen.name}” lớn hơn 50 MB; hãy tách tệp rồi thử lại.`);
    part("result").hidden = true;
    say("Đang đọc văn bản…");
    try {
      const from = source.value.trim() || `tệp ${chosen.name}`;
      const found = await runtime.draft(chosen.name, await chosen.arrayBuffer(), from, today());
      if (found.refused) say(`Chưa đọc được: ${found.refused}.`);
      else if (found.held) say("Văn bản này đã có trong kho: ", ...found.held.flatMap(([name, address]) => [linkTo(name, address), " "]));
      else await show(found);
    } catch (error) {
      part("progress").hidden = true;
      say(error.message === "slow" ? "Quá 60 giây chưa xong, đã dừng: tệp này quá lớn hoặc bị hỏng." : "Chương trình dừng vì lỗi; tải lại trang rồi thử lại.");
      box.dataset.submitError = error.message;
    }
    box.dataset.submitted = chosen.name;
  }

  function linkTo(name, address) {
    const whole = new URL("../" + address, base).href;
    return kbMake("a", { href: location.protocol === "file:" ? `${whole}index.html` : whole }, name);
  }

  async function show(found) {
    part("result").hidden = false;
    part("summary").replaceChildren(...[...found.summary.slice(0, -1), ...found.unread.map((line) => `Chưa đọc được: ${line}`)].map((line) => kbMake("li", {}, line)));
    part("fields").replaceChildren(...found.fields.map(fieldOf));
    part("files").replaceChildren(...found.files.map(fileOf));
    say("");
    await check();
    document.getElementById("ban-nhap").focus();
  }

  // A field with how sure its reading is: found and sure, to be looked at, or not found.
  function fieldOf({ label, value, notes, doubtful, missing }) {
    const state = missing || !value ? "missing" : doubtful ? "doubtful" : "sure";
    const words = { missing: "? chưa có", doubtful: "△ cần xem lại", sure: "✓ đã đọc được" }[state];
    const said = notes.length > 4 ? [...notes.slice(0, 4), `và ${notes.length - 4} chú thích nữa trong bản ghi`] : notes;
    return kbMake("div", { "data-sure": state }, kbMake("dt", {}, label),
      kbMake("dd", {}, kbMake("strong", {}, words), ` ${value}`, ...said.map((note) => kbMake("span", { class: "kb-line kb-fine" }, note))));
  }

  function fileOf({ path, text }, index) {
    const area = kbMake("textarea", { id: `tep-${index}`, rows: "18", spellcheck: "false", "data-path": path });
    area.value = text;
    return kbMake("p", {}, kbMake("label", { for: `tep-${index}` }, path), area);
  }

  function files() {
    return [...part("files").querySelectorAll("textarea")].map((area) => ({ path: area.dataset.path, text: area.value }));
  }

  async function check() {
    const problems = await runtime.checkFiles(files());
    const lines = problems.map((one) => kbMake("li", {}, `${one.path.replace(/^[^/]*\//, "")}, dòng ${one.line}: ${one.message}`, ...(one.help ? [kbMake("span", { class: "kb-line kb-fine" }, `Cách sửa: ${one.help}`)] : [])));
    part("problems").replaceChildren(kbMake("p", {}, problems.length ? `Quy tắc biên tập: ${problems.length} chỗ phải sửa.` : "Quy tắc biên tập: không có lỗi."), kbMake("ul", {}, ...lines));
    part("send").replaceChildren(...files().flatMap(waysToSend));
  }

  function waysToSend({ path, text }) {
    const name = path.split("/").pop();
    const down = kbMake("button", { type: "button" }, `Tải ${name}`);
    down.addEventListener("click", () => kbHand.save(text, "text/yaml", name));
    const address = `${box.dataset.repo.replace(/\/$/, "")}/new/main?${new URLSearchParams({ filename: `corpus/${path}`, value: text })}`;
    if (!box.dataset.repo) return [down];
    if (address.length > LONGEST_ADDRESS) return [down, kbMake("span", { class: "kb-fine" }, `${name} dài quá một địa chỉ trang: tải tệp rồi gửi.`)];
    return [down, kbMake("a", { href: address, rel: "noopener noreferrer" }, `Mở trang tạo tệp ${name} trên GitHub`)];
  }

  function begin() {
    const missing = kbRuntime.missing();
    part("missing").textContent = missing && `${missing} Dùng lệnh kb import trên máy tính có Python.`;
    part("missing").hidden = !missing;
    part("form").hidden = Boolean(missing);
    file.addEventListener("change", () => { part("chosen").textContent = file.files[0] ? file.files[0].name : ""; });
    part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      read();
    });
    box.querySelector("[data-submit-do=check]").addEventListener("click", check);
  }

  begin();
})();
