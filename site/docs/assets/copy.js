// Copies a citation, or a block of legal bases, as text and as HTML: Word keeps the layout when it is pasted. Of a block
// the ticked lines are copied; before the citation of what no longer holds is copied, that is said.
(function () {
  "use strict";
  var LAYOUT = "font-family:'Times New Roman',serif;font-size:14pt;text-align:justify;text-indent:1.27cm;margin:0 0 6pt";

  function all(element, selector) { return Array.prototype.slice.call(element.querySelectorAll(selector)); }

  function isTaken(line) {
    var box = line.querySelector("[data-take]");
    return !box || box.checked;
  }

  function lines(element) {
    var own = all(element, "[data-line]");
    return (own.length ? own.filter(isTaken) : [element]).map(function (line) {
      var parts = all(line, "[data-text]");
      return (parts.length ? parts.map(function (part) { return part.textContent; }).join("") : line.textContent).trim();
    });
  }

  // Each line that is copied ends with a semicolon, the last with a full stop (Nghị định 30/2020/NĐ-CP, Phụ lục I).
  function punctuate(block) {
    var taken = all(block, "[data-line]").filter(isTaken);
    all(block, "[data-end]").forEach(function (end) { end.textContent = ""; });
    taken.forEach(function (line, index) {
      line.querySelector("[data-end]").textContent = index === taken.length - 1 ? "." : ";";
    });
  }

  // On another day other lines hold: as-of.js has said which do not, and why.
  function follow() {
    all(document, "[data-basis][data-weak]").forEach(function (holder) {
      var box = holder.querySelector("[data-take]");
      var warning = holder.querySelector("[data-warning]");
      if (box) box.checked = !holder.dataset.weak;
      warning.textContent = holder.dataset.weak && holder.dataset.name + ": " + holder.dataset.weak + holder.dataset.instead;
      warning.hidden = !box || !holder.dataset.weak;
    });
    all(document, "[data-block]").forEach(punctuate);
  }

  function warningOf(button) {
    var holder = button.closest(".kb-citation");
    return holder ? holder.querySelector("[data-warning]").textContent : "";
  }

  // As text: the page's policy lets no element have a style of its own.
  function asHtml(texts, italic) {
    var holder = document.createElement("p");
    return texts.map(function (text) {
      holder.textContent = text;
      return '<p style="' + LAYOUT + (italic ? ";font-style:italic" : "") + '">' + holder.innerHTML + "</p>";
    }).join("");
  }

  // The command works from file:// too and hands the layout over as it is; the clipboard interface, which cleans the HTML
  // as if it stood in the page and so under its policy, is for browsers that no longer have the command.
  function copy(text, html) {
    if (copyByCommand(text, html)) return Promise.resolve();
    if (!window.ClipboardItem || !navigator.clipboard) return Promise.reject(new Error("copy refused"));
    return navigator.clipboard.write([new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([html], { type: "text/html" })
    })]);
  }

  function copyByCommand(text, html) {
    function fill(event) {
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
    }
    document.addEventListener("copy", fill);
    var done = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return done;
  }

  function say(button, words) {
    var status = button.nextElementSibling;
    if (!status || !status.classList.contains("kb-copied")) {
      status = document.createElement("span");
      status.className = "kb-copied";
      status.setAttribute("role", "status");
      button.insertAdjacentElement("afterend", status);
    }
    status.textContent = words;
  }

  function lacking(button) {
    var line = button.parentNode.querySelector("[data-lacking]");
    return line ? ". Còn thiếu: " + line.dataset.lacking : "";
  }

  // What is copied from a page of another day is of that day.
  function ofOtherDay() {
    var said = document.querySelector(".kb-other-day [data-day-said]");
    return said ? ". " + said.textContent : "";
  }

  all(document, "[data-block]").forEach(function (block) {
    all(block, "[data-take]").forEach(function (box) { box.hidden = false; });
    block.addEventListener("change", function () { punctuate(block); });
  });
  document.addEventListener("kb-day", follow);
  document.querySelectorAll("button[data-copies]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var warning = warningOf(button);
      if (warning && button.dataset.warned !== warning) {
        button.dataset.warned = warning;
        say(button, "Chưa sao chép. " + warning + ". Bấm lần nữa nếu vẫn cần viện dẫn này.");
        return;
      }
      var texts = lines(document.getElementById(button.dataset.copies));
      if (!texts.length) {
        say(button, "Chưa chọn căn cứ nào");
        return;
      }
      copy(texts.join("\n"), asHtml(texts, "italic" in button.dataset)).then(
        function () { say(button, "Đã sao chép" + lacking(button) + ofOtherDay()); },
        function () { say(button, "Trình duyệt không cho sao chép; hãy chọn chữ rồi nhấn Ctrl+C"); }
      );
    });
  });
})();
