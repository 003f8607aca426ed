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
    part("summary").replaceChildren(...found.summary.map((line) => kbMake("li", {}, line)));
    part("unread").replaceChildren(...found.unread.map((line) => kbMake("li", {}, `Chưa đọc được: ${line}`)));
    part("fields").replaceChildren(...found.fields.map((field, place) => fieldOf(field, place, found.types)));
    part("files").replaceChildren(...found.files.map(fileOf));
    say("");
    await check();
    document.getElementById("ban-nhap").focus();
  }

  const STATES = { missing: "? còn trống", doubtful: "△ cần xem lại", sure: "✓ đã đọc được", edited: "✎ đã sửa" };

  function inputOf(form, attributes, value, types) {
    if (form === "none") return kbMake("output", attributes, value || "không có");
    if (form === "type") {
      const known = [["", "chưa rõ"], ...types].map(([code, words]) => kbMake("option", { value: code }, words));
      const select = kbMake("select", attributes, ...known);
      select.value = value;
      return select;
    }
    const input = kbMake(form === "long" ? "textarea" : "input", { ...attributes, ...(form === "long" ? { rows: "2" } : { type: "text" }) });
    input.value = value;
    return input;
  }

  // A field to be set right, with how sure its reading is: read, to be looked at, or not found.
  function fieldOf({ field, label, value, form, hint, notes, doubtful, missing }, place, types) {
    const state = missing || !value ? "missing" : doubtful ? "doubtful" : "sure";
    const shown = notes.length > 3 ? [...notes.slice(0, 3), `và ${notes.length - 3} chú thích nữa trong tệp cho người biên tập`] : notes;
    const id = `truong-${place}`;
    const said = kbMake("span", { id: `${id}-noi`, class: "kb-line kb-fine" }, [hint, ...shown].filter(Boolean).join(". "));
    const input = inputOf(form, { id, "aria-describedby": said.id }, value, types);
    const words = kbMake("strong", {}, STATES[state]);
    const row = kbMake("div", { "data-sure": state, "data-field": field }, kbMake("label", { for: id }, label), words, input, said);
    input.addEventListener("change", () => set(row, field, input.value));
    return row;
  }

  // One field after the other: each is written into the draft that the one before it left.
  let written = Promise.resolve();
  function set(row, field, value) {
    written = written.then(() => write(row, field, value));
  }

  // What was typed is written into the draft by kb itself; what is no day is refused and said beside its field.
  async function write(row, field, value) {
    const [area] = part("files").querySelectorAll("textarea");
    const { text, refused } = await runtime.edit(area.value, { [field]: value });
    area.value = text;
    const why = Object.values(refused)[0];
    row.dataset.sure = why ? "doubtful" : value.trim() ? "edited" : "missing";
    row.querySelector("strong").textContent = why ? `△ ${why}` : STATES[row.dataset.sure];
    await check();
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
    const left = [...part("fields").querySelectorAll("[data-sure=doubtful]")].map((row) => row.querySelector("label").textContent.toLowerCase());
    part("left").textContent = left.length ? `Còn phải xem lại: ${left.join(", ")}.` : "";
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
