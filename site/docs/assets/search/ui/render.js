// Results as elements. Whatever comes from the records reaches the page as text, never as markup.
(function (kb) {
  "use strict";

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  // A text with its matches marked; marks with only a space between them are one.
  function marked(text, marks) {
    const parts = document.createDocumentFragment();
    const joined = [];
    for (const [start, end] of marks) {
      const before = joined[joined.length - 1];
      if (before && text.slice(before[1], start) === " ") before[1] = end;
      else joined.push([start, end]);
    }
    let at = 0;
    for (const [start, end] of joined) {
      parts.append(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    }
    parts.append(text.slice(at));
    return parts;
  }

  function titleOf(hit) {
    return marked(hit.title, hit.titleMarks);
  }

  // Kind, section, who issued it when, whether it holds.
  function aboutOf(hit) {
    const section = hit.section && (hit.kind === "article" ? hit.section : `mục ${hit.section}`);
    const issued = ["document", "article"].includes(hit.kind) ? [hit.issuer, hit.year].filter(Boolean).join(" ") : "";
    return [hit.kind_label, section, issued].filter(Boolean).join(" · ");
  }

  function statusOf(hit) {
    if (!hit.status_label) return null;
    const shown = make("span", { class: "kbs-status", "data-status": hit.status }, hit.status_label);
    kb.statuses.follow(shown, hit.id);
    return shown;
  }

  // "Hiểu ANTT = an ninh, trật tự", several documents of one number, what was set right.
  function notesOf(results, again) {
    const notes = [];
    if (results.sameNumber) {
      notes.push(make("p", {}, `Có ${results.sameNumber} văn bản mang số này; xem cơ quan và năm ban hành.`));
    }
    for (const [short, long] of Object.entries(results.understood)) {
      notes.push(make("p", {}, "Hiểu ", make("b", {}, short), ` = ${long}`));
    }
    if (results.suggestion) {
      const link = make("a", { href: `?q=${encodeURIComponent(results.suggestion)}` }, results.suggestion);
      link.addEventListener("click", (event) => again(event, results.suggestion));
      notes.push(
        results.corrected
          ? make("p", {}, `Không thấy “${results.query}”; đây là kết quả cho “`, link, "”.")
          : make("p", {}, "Có phải: ", link, "?")
      );
    }
    return notes;
  }

  function points(value) {
    return value.toLocaleString("vi-VN", { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  }

  // Vì sao có kết quả này: the points of each term, the factors, their product.
  function whyOf(hit) {
    const rows = hit.explain.points
      .map(([term, reading, gain]) => [term.slice(2).replace(/[_|]/g, " "), reading, points(gain)])
      .concat(hit.explain.factors.map(([reading, factor]) => ["×", reading, points(factor)]), [["=", "điểm", points(hit.score)]]);
    const head = make("tr", {}, ...["Gặp", "Hiểu là", "Điểm"].map((text) => make("th", { scope: "col" }, text)));
    const body = rows.map((row) => make("tr", {}, ...row.map((text) => make("td", {}, text))));
    const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
    return make("details", { class: "kbs-why" }, make("summary", {}, "Vì sao có kết quả này"), table);
  }

  function itemOf(hit) {
    const address = kb.client.addressOf(hit.url);
    const title = make(address ? "a" : "span", { class: "kbs-title", href: address }, titleOf(hit));
    return make(
      "li",
      { "data-id": hit.id },
      make("h2", {}, title),
      make("p", { class: "kbs-about" }, aboutOf(hit), statusOf(hit)),
      hit.snippet.text === hit.title ? null : make("p", { class: "kbs-snippet" }, marked(hit.snippet.text, hit.snippet.marks)),
      hit.alike.length ? make("p", { class: "kbs-about" }, `và ${hit.alike.length} bản gần giống`) : null,
      whyOf(hit)
    );
  }

  kb.render = { make, marked, titleOf, aboutOf, statusOf, notesOf, itemOf };
})((self.kbSearch = self.kbSearch || {}));
