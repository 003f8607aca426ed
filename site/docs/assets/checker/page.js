// The page that checks drafts: asks kb of what was handed to it, shows the answer, and makes the files that are taken away.
(function () {
  "use strict";
  const box = document.querySelector("[data-check]");
  if (!box) return;
  const base = new URL("./", document.currentScript.src).href;
  const part = (name) => box.querySelector(`[data-check-part=${name}]`);
  const day = document.getElementById("ngay-ky");
  const parts = JSON.parse(box.dataset.parts);
  for (const name of Object.keys(parts)) parts[name] = base + parts[name];
  const runtime = new kbRuntime.Runtime(parts, base + box.dataset.shards, JSON.parse(box.dataset.lock), load);
  const findings = new kbFindings(box, new URL("../", base).href);
  let checks = 0; // the number of the last one: what is still to come of an earlier one is not shown
  let asking = null;

  function say(...words) {
    part("said").replaceChildren(...words);
  }

  function load(share) {
    part("progress").hidden = share >= 1;
    part("progress").value = share;
    if (share < 1) say("Đang tải chương trình kiểm tra (khoảng 6 MB, chỉ tải lần đầu)…");
  }

  // What belonged to an earlier check goes. The number of the new one.
  function clear() {
    part("result").hidden = true;
    delete box.dataset.checked;
    delete box.dataset.checkError;
    return ++checks;
  }

  async function check() {
    const number = clear(), { name, content } = asking;
    const on = kbDay.iso(day.value);
    if (!on) {
      say(`“${day.value}” không phải ngày; viết ngày/tháng/năm, ví dụ ${kbDay.today()}.`);
      day.focus();
      return;
    }
    say("Đang kiểm tra…");
    try {
      const found = await runtime.check(name, content, on);
      if (number !== checks) return;
      if (found.refused) say(`Chưa kiểm tra được: ${found.refused}.`);
      else show(found);
    } catch (error) {
      if (number !== checks) return;
      fail(error);
    }
    box.dataset.checked = name;
  }

  function fail(error) {
    part("progress").hidden = true;
    say(error.message === "slow" ? "Quá 60 giây chưa xong, đã dừng: tệp này quá lớn hoặc bị hỏng; hãy tách tệp rồi thử lại." : "Chương trình kiểm tra dừng vì lỗi; tải lại trang rồi thử lại.");
    box.dataset.checkError = error.message;
  }

  function show(found) {
    part("result").hidden = false;
    part("summary").textContent = `${asking.title}: ${found.summary}.`;
    part("remarks").replaceChildren(...found.remarks.map((line) => kbMake("p", {}, line)));
    part("unread").replaceChildren(kbMake("p", {}, "Chưa đọc được:"), kbMake("ul", {}, ...found.unread.map((line) => kbMake("li", {}, line))));
    part("unread").hidden = !found.unread.length;
    say("");
    offer(Object.keys(MADE).filter((verb) => verb !== "commented" || /\.do[ct][xm]$/i.test(asking.name)));
    box.querySelector("[data-check-do=bases]").hidden = !found.bases && !found.left_out.length;
    part("left-out").replaceChildren();
    findings.show(found);
    document.getElementById("ket-qua").focus();
    document.getElementById("ket-qua").scrollIntoView(); // a focus leaves the answer below the lower edge
  }

  // The buttons of files that are made when asked for: of these and no others.
  function offer(verbs) {
    for (const verb of Object.keys(MADE)) box.querySelector(`[data-check-do=${verb}]`).hidden = !verbs.includes(verb);
  }

  // Where that fails the findings stay, and nothing is asked of a worker that may have stopped.
  async function download(verb) {
    const { name } = asking, number = checks;
    const [ask, type, ending] = MADE[verb];
    say("Đang tạo tệp tải về…");
    try {
      const [content, told] = await ask();
      if (content.length) kbHand.save(content, type, name.replace(/\.[^.]*$/, "") + ending);
      if (number === checks) say(told && `${told[0].toUpperCase()}${told.slice(1)}.`);
    } catch (error) {
      if (number !== checks) return;
      offer([]);
      fail(error);
    }
  }

  // What ended is left out of the block: beside the button stands what was, and what to cite instead.
  async function copyBases(button) {
    const { bases, left_out: left, against_bases: against } = findings.found;
    if (bases) await kbHand.copy(bases, button);
    const instead = bases ? "Không đưa vào khối vừa sao chép:" : "Không có căn cứ nào dùng được để sao chép:";
    const weak = `Khối vừa sao chép còn ${against.length} viện dẫn phải thay, bỏ hoặc cân nhắc trước khi dùng:`;
    part("left-out").replaceChildren(
      ...listed(instead, left),
      ...listed(weak, against.map(({ words, said }) => `${words}: ${said.join("; ")}`))
    );
  }

  function listed(heading, lines) {
    return lines.length ? [kbMake("p", {}, heading), kbMake("ul", {}, ...lines.map((line) => kbMake("li", {}, line)))] : [];
  }

  const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  // What is asked for each file, as [content, what is to be said of it]; its type, and how its name ends.
  const MADE = {
    commented: [() => runtime.commented(asking.content), WORD, "-chu-thich.docx"],
    page: [async () => [await runtime.report("html"), ""], "text/html", "-ra-soat.html"],
    json: [async () => [await runtime.report("json"), ""], "application/json", "-ra-soat.json"],
  };
  const actions = {
    bases: copyBases,
    print: () => print(),
    previous: () => findings.go(findings.at - 1),
    next: () => findings.go(findings.at + 1),
  };

  function begin() {
    const missing = kbRuntime.missing();
    part("missing").textContent = missing && `${missing} Dùng lệnh kb review trên máy tính có Python.`;
    part("missing").hidden = !missing;
    part("form").hidden = Boolean(missing);
    if (missing) return;
    day.value = kbDay.today();
    asking = new kbAsking(part, { said: say, taken: check, cleared: clear });
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
