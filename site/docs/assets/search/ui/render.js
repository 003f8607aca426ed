// Results as elements. Whatever comes from the records reaches the page as text, never as markup.
(function (kb) {
  "use strict";

  const UNKNOWN = "chua_xac_dinh"; // whose label alone does not say of what

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
    const shown = make("span", { class: `kbs-status kb-badge kb-${hit.status}`, "data-status": hit.status }, hit.status === UNKNOWN ? "Chưa xác định tình trạng" : hit.status_label);
    kb.statuses.follow(shown, hit.id);
    return shown;
  }

  // "Hiểu ANTT = an ninh, trật tự", several documents of one number, what was set right.
  function notesOf(results, again) {
    const notes = results.beyond.map(([lead, line, address]) => {
      const link = address ? make("a", { href: kb.client.addressOf(address) }, line) : line;
      return make("p", { class: "kbs-registered" }, lead, link);
    });
    if (results.sameNumber) {
      notes.push(make("p", {}, `Kho có ${results.sameNumber} văn bản mang số này; xem cơ quan và năm ban hành.`));
    }
    const other = kb.reasons.otherNumber(results);
    if (other) {
      const link = make("a", { href: kb.client.addressOf(results.hits[0].url) }, other[1]);
      notes.push(make("p", {}, "Kho không có văn bản số ", make("b", {}, other[0]), "; có phải ", link, "? Có nơi ghi số ấy cho văn bản này."));
    }
    for (const [short, long] of kb.reasons.understood(results)) {
      notes.push(make("p", {}, "Hiểu ", make("b", {}, short), ` = ${long}`));
    }
    if (results.suggestion) {
      const link = make("a", { href: `?q=${encodeURIComponent(results.suggestion)}` }, results.suggestion);
      link.addEventListener("click", (event) => again(event, results.suggestion));
      notes.push(
        results.corrected
          ? make("p", {}, `Không tìm thấy “${results.query}”; đây là kết quả cho “`, link, "”.")
          : make("p", {}, "Có phải: ", link, "?")
      );
    }
    return notes;
  }

  // Vì sao có kết quả này, a line for each reason.
  function whyOf(hit) {
    const lines = kb.reasons.of(hit).map((reason) => make("li", {}, reason));
    return make("details", { class: "kbs-why" }, make("summary", {}, "Vì sao có kết quả này"), make("ul", {}, ...lines));
  }

  // The section of a plan that a hit is a paragraph of: "plan#ii-1"; empty for other hits.
  function sectionOf(hit) {
    return hit.kind === "paragraph" ? hit.id.replace(/\.[^.#]*$/, "") : "";
  }

  // One more paragraph of a section that stands in the list already, below the first one.
  function foldedInto(item, hit) {
    let more = item.querySelector(".kbs-folded");
    if (!more) {
      more = make("details", { class: "kbs-folded" }, make("summary", {}), make("ul", {}));
      item.querySelector(".kbs-why").before(more);
    }
    const link = make("a", { href: kb.client.addressOf(hit.url) }, marked(hit.snippet.text, hit.snippet.marks));
    more.querySelector("ul").append(make("li", { "data-id": hit.id }, link));
    more.querySelector("summary").textContent = `và ${more.querySelectorAll("li").length} đoạn nữa của mục này`;
  }

  function itemOf(hit) {
    const address = kb.client.addressOf(hit.url);
    const title = make(address ? "a" : "span", { class: "kbs-title", href: address }, titleOf(hit));
    return make(
      "li",
      { "data-id": hit.id, "data-section": sectionOf(hit) || null },
      make("h2", {}, title),
      make("p", { class: "kbs-about" }, statusOf(hit), aboutOf(hit)),
      hit.snippet.text === hit.title ? null : make("p", { class: "kbs-snippet" }, marked(hit.snippet.text, hit.snippet.marks)),
      hit.alike.length ? make("p", { class: "kbs-about" }, `và ${hit.alike.length} bản gần giống`) : null,
      whyOf(hit)
    );
  }

  kb.render = { make, marked, titleOf, aboutOf, statusOf, notesOf, itemOf, sectionOf, foldedInto };
})((self.kbSearch = self.kbSearch || {}));
