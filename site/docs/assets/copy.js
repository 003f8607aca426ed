// Copies a citation, or a block of legal bases, as text and as HTML: Word keeps the layout when it is pasted.
(function () {
  "use strict";
  var LAYOUT = "font-family:'Times New Roman',serif;font-size:14pt;text-align:justify;text-indent:1.27cm;margin:0 0 6pt";

  function lines(element) {
    var own = element.querySelectorAll("[data-line]");
    var found = own.length ? Array.prototype.slice.call(own) : [element];
    return found.map(function (line) { return line.textContent.trim(); });
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

  document.querySelectorAll("button[data-copies]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var texts = lines(document.getElementById(button.dataset.copies));
      copy(texts.join("\n"), asHtml(texts, "italic" in button.dataset)).then(
        function () { say(button, "Đã sao chép"); },
        function () { say(button, "Trình duyệt không cho sao chép; hãy chọn chữ rồi nhấn Ctrl+C"); }
      );
    });
  });
})();
