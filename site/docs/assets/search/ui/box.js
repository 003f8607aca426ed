// The boxes in the header and on the first page: comboboxes whose list shows the first results as they are typed (ARIA 1.2 pattern).
(function (kb) {
  "use strict";
  const SHOWN = kb.hasLibrary ? 4 : 6; // fewer where articles stand below them, so that their heading is seen
  const SHOWN_OF_LIBRARY = 3;
  const PATIENCE = 3000; // milliseconds that Enter waits for the answer to what was typed; then the page of results waits
  const { make, marked, titleOf, aboutOf, statusOf } = kb.render;
  function attach(form) {
    const input = form.querySelector("input");
    const list = form.querySelector("[role=listbox]");
    let active = -1;
    let asked = "";
    let answer = null;

    function options() {
      return [...list.querySelectorAll("[role=option]")];
    }

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    }

    function activate(place) {
      active = place;
      options().forEach((option, i) => option.setAttribute("aria-selected", String(i === place)));
      const option = options()[place];
      if (!option) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", option.id);
      return option.scrollIntoView({ block: "nearest" });
    }

    function optionOf(hit, name) {
      const option = make(
        "li",
        { role: "option", id: `${list.id}-${name}`, "data-id": hit.id },
        make("span", { class: "kbs-title" }, titleOf(hit)),
        make("span", { class: "kbs-about" }, statusOf(hit), aboutOf(hit)),
        hit.snippet.text === hit.title ? null : make("span", { class: "kbs-snippet" }, marked(hit.snippet.text, hit.snippet.marks))
      );
      option.dataset.address = kb.client.addressOf(hit.url) || "";
      return option;
    }

    function leadingOption(name, text, address) {
      const option = make("li", { role: "option", id: `${list.id}-${name}`, class: "kbs-all" }, text);
      option.dataset.address = address;
      return option;
    }

    function allOption(results) {
      const none = kb.hasLibrary ? "Kho không có kết quả; xem gợi ý tìm" : "Không tìm thấy kết quả; xem gợi ý tìm";
      const text = results.total ? `Xem tất cả ${results.total} kết quả` : none;
      return leadingOption("all", text, kb.address.of(input.value));
    }

    // The day that the reader asked about goes along.
    function withDay(address) {
      const day = new URLSearchParams(location.search).get("ngay");
      const to = new URL(address, location.href);
      if (day && to.href.startsWith(kb.client.addressOf("/"))) to.searchParams.set("ngay", day);
      return to.href;
    }

    function noteOf(text) {
      return make("li", { role: "presentation", class: "kbs-note" }, text);
    }

    function correctedNotes(results) {
      return results.corrected ? [noteOf(`Kết quả cho “${results.suggestion}”`)] : [];
    }

    function show(results) {
      const notes = kb.reasons.understood(results).map(([short, long]) => noteOf(`Hiểu ${short} = ${long}`));
      const other = kb.reasons.otherNumber(results);
      if (other) notes.push(noteOf(`Kho không có văn bản số ${other[0]}; có phải ${other[1]}?`));
      notes.push(...results.beyond.map(([lead, line]) => noteOf(lead + line)), ...correctedNotes(results));
      list.replaceChildren(...notes, ...results.hits.map(optionOf), allOption(results));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      // A number names its document: Enter opens it. Where several bear it, where it is another's or words were typed,
      // the reader chooses.
      activate(kb.reasons.opens(results) ? 0 : -1);
    }

    // The hits of the library stand last, so that what is chosen above them stays chosen.
    function showLibrary(results) {
      list.querySelectorAll("[data-kbs-of-library]").forEach((item) => item.remove());
      const hits = results.hits.map((hit, place) => optionOf(hit, `law-${place}`));
      const address = kb.address.of(input.value, "library");
      const all = leadingOption("law-all", `Xem tất cả ${results.total} điều`, address);
      const heading = make("li", { role: "presentation", class: "kbs-layer" }, kb.library.NAME);
      const items = [heading, ...correctedNotes(results), ...hits, all];
      for (const item of items) item.dataset.kbsOfLibrary = "";
      list.append(...items);
    }

    // The library is asked when the corpus has answered, where the site has it.
    async function askLibrary(query) {
      if (!kb.hasLibrary) return;
      const results = await kb.client.askLibrary(query, { limit: SHOWN_OF_LIBRARY }).catch(() => null);
      if (results && !results.problem && results.hits.length && query === asked && !list.hidden) showLibrary(results);
    }

    async function type() {
      const query = input.value;
      asked = query;
      if (!query.trim()) return close();
      let results = null;
      try {
        results = await kb.client.ask(query, { limit: SHOWN });
      } catch {
        return close(); // Enter still leads to the page, which says what is wrong
      }
      if (results && !results.problem && query === asked && document.activeElement === input) {
        show(results);
        askLibrary(query);
      }
      return undefined;
    }

    function open(option) {
      if (option && option.dataset.address) location.assign(withDay(option.dataset.address));
    }

    const KEYS = {
      ArrowDown: () => (list.hidden ? type() : activate((active + 1) % options().length)),
      ArrowUp: () => !list.hidden && activate((active <= 0 ? options().length : active) - 1),
      Escape: () => (list.hidden ? input.blur() : close()),
      // Who types fast presses Enter before the answer is there: it decides whether a number opens its document.
      Enter: async () => {
        await Promise.race([answer, new Promise((wait) => setTimeout(wait, PATIENCE))]);
        if (input.value.trim()) open(list.hidden || active < 0 || asked !== input.value ? allOption({ total: 1 }) : options()[active]);
      },
    };

    input.addEventListener("input", () => { answer = type(); });
    input.addEventListener("focus", () => kb.client.ask("", {}).catch(() => null)); // opens the index while the user types
    input.addEventListener("keydown", (event) => {
      if (!Object.hasOwn(KEYS, event.key) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      KEYS[event.key]();
    });
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      open(event.target.closest("[role=option]"));
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      KEYS.Enter();
    });
  }

  document.querySelectorAll("form[data-kbs-box]").forEach(attach);

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.altKey || event.metaKey) return;
    const boxes = document.querySelectorAll("[data-kbs-page] input[type=search], [data-kbs-box] input");
    const seen = [...boxes].filter((one) => one.offsetParent);
    const box = seen.find((one) => one.closest("main")) || seen[0];
    if (!box) return location.assign(kb.client.addressOf("/tim-kiem/"));
    event.preventDefault();
    box.focus();
    box.select();
  });
})((self.kbSearch = self.kbSearch || {}));
