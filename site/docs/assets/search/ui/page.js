// The results page: what was asked stands in its address, results and filters follow what is typed.
(function (kb) {
  "use strict";
  const page = document.querySelector("[data-kbs-page]");
  if (!page) return;
  const { make, notesOf, itemOf, sectionOf, foldedInto } = kb.render;
  const hitLinks = () => [...page.querySelectorAll(".kbs-hits a.kbs-title")];
  const FACETS = { kind: "Loại nội dung", type: "Thể loại", issuer: "Cơ quan", year: "Năm", status: "Tình trạng", topic: "Chủ đề" };
  if (kb.statuses.other) FACETS.status = "Tình trạng vào ngày dựng trang";
  const SHOWN_VALUES = 8;
  const LIMIT = 10;
  const SLOW = 5000; // milliseconds after which a reader is told that the server is slow
  const part = (name) => page.querySelector(`[data-kbs=${name}]`);
  const input = page.querySelector("input[type=search]");
  const state = { ...kb.address.read(), page: 1 };
  let latest = null; // the results shown

  function say(text) {
    part("said").textContent = text;
  }

  // Choose a value of a facet, or let go of it.
  function choose(name, value) {
    state.filters = { ...state.filters, [name]: state.filters[name] === value ? undefined : value };
    return run();
  }

  function facetOf(name, values) {
    const items = values.map(([label, count]) => {
      const chosen = state.filters[name] === label;
      const button = make("button", { type: "button", "aria-pressed": String(chosen), "data-value": label }, label, make("span", {}, ` ${count}`));
      button.addEventListener("click", () => choose(name, label));
      return make("li", {}, button);
    });
    const more = items.slice(SHOWN_VALUES);
    return make(
      "section",
      { "data-facet": name },
      make("h2", {}, FACETS[name]),
      make("ul", {}, ...items.slice(0, SHOWN_VALUES)),
      more.length ? make("details", {}, make("summary", {}, `${more.length} mục nữa`), make("ul", {}, ...more)) : null
    );
  }

  function showFacets(facets) {
    // A value from the address that no result has must still be seen, to be let go of.
    const all = { ...facets };
    for (const [name, value] of Object.entries(state.filters)) {
      if (value && !(all[name] || []).some(([label]) => label === value)) all[name] = [[value, 0], ...(all[name] || [])];
    }
    const shown = Object.keys(FACETS).filter((name) => all[name]);
    const focused = part("facets").contains(document.activeElement) ? document.activeElement : null;
    const facet = focused && focused.closest("[data-facet]").dataset.facet;
    part("facets").replaceChildren(...shown.map((name) => facetOf(name, all[name])));
    part("filters").hidden = !shown.length;
    if (focused) keepFocus(facet, focused.dataset.value);
  }

  // The button that was pressed is made anew: its successor has the focus, else the box, never the body.
  function keepFocus(facet, value) {
    const buttons = [...part("facets").querySelectorAll(`[data-facet=${facet}] button`)];
    const same = buttons.find((button) => button.dataset.value === value) || buttons[0];
    if (same && same.closest("details:not([open])") && same.closest("section")) same.closest("section details").open = true;
    (same || input).focus();
  }

  // Paragraphs of one section of a plan are one hit.
  function add(hit) {
    const section = sectionOf(hit);
    const same = section && [...part("hits").children].find((item) => item.dataset.section === section);
    if (same) foldedInto(same, hit);
    else part("hits").append(itemOf(hit));
  }

  function again(event, query) {
    event.preventDefault();
    input.value = query;
    input.focus();
    type();
  }

  function show(results) {
    const { hits, total } = results;
    latest = results;
    part("notes").replaceChildren(...notesOf(results, again));
    if (results.page === 1) part("hits").replaceChildren();
    const known = part("hits").children.length;
    hits.forEach(add);
    if (document.activeElement === part("more")) focusHit(known);
    part("more").hidden = !hits.length || results.first + hits.length > total;
    part("help").hidden = hits.length > 0 || results.page > 1;
    const filtered = Object.values(state.filters).some(Boolean) ? " với bộ lọc đã chọn" : "";
    const found = results.atMost ? `Tối đa ${total} kết quả` : `${total} kết quả`;
    const other = results.beyond.some(([lead]) => lead.startsWith("Ngoài kho")) ? "; sổ đăng ký có số này" : "";
    const where = kb.hasLibrary ? " trong kho" : "";
    say(total ? found + filtered : `Không tìm thấy kết quả cho “${results.query}”${where}${filtered}${other}.`);
    if (results.facets) showFacets(results.facets);
  }

  // The hit at this place of the list, else the last one.
  function focusHit(place) {
    const links = [...part("hits").querySelectorAll("a.kbs-title")];
    const link = links[Math.min(place, links.length - 1)];
    if (link) link.focus();
  }

  // Nothing of the corpus is shown any more.
  function empty() {
    part("notes").replaceChildren();
    part("hits").replaceChildren();
    part("more").hidden = true;
  }

  function clear() {
    kb.library.clear();
    empty();
    part("filters").hidden = true;
    part("help").hidden = false;
    say("");
  }

  // What the library found stands in its own part; here are what it can be filtered by, and that it found nothing.
  function showLibrary(results) {
    latest = results;
    part("help").hidden = results.hits.length > 0;
    say(results.total ? "" : `Không tìm thấy kết quả cho “${results.query}” trong pháp điển.`);
    if (results.facets) showFacets(results.facets);
  }

  // Promises the results of the layer asked for, the first of them where that is all.
  function answered(options) {
    if (state.layer !== "library") return kb.client.ask(state.query, options);
    empty();
    return kb.library.ask(state.query, options, again);
  }

  async function run(number = 1) {
    state.page = number;
    kb.address.write(state);
    const asked = { ...state };
    if (!state.query.trim()) return clear();
    if (state.layer === "corpus") kb.library.clear();
    const options = { limit: LIMIT, page: number, sort: state.sort, filters: state.filters };
    const slow = setTimeout(() => say("Máy chủ trả lời chậm, vẫn đang tải dữ liệu tìm kiếm…"), SLOW);
    try {
      const results = await answered({ ...options, facets: number === 1 });
      if (!results || ["query", "filters", "sort", "layer"].some((name) => asked[name] !== state[name])) return undefined;
      if (results.problem === "long") return say("Nội dung tìm dài quá 1.000 ký tự; hãy rút gọn.");
      if (results.problem === "unread") return say(""); // the part of the library says it
      if (results.problem === "value") {
        empty();
        part("filters").hidden = true;
        if (number === 1 && !state.layer) kb.library.ask(state.query, options, again); // it may have the value
        return say(`${results.said}.`);
      }
      if (results.problem) return clear();
      (state.layer === "library" ? showLibrary : show)(results);
      page.dataset.kbsReady = state.query;
      if (number === 1 && !state.layer) kb.library.ask(state.query, options, again);
    } catch {
      say("Không tải được dữ liệu tìm kiếm. Kiểm tra kết nối rồi tải lại trang.");
    } finally {
      clearTimeout(slow);
    }
    return undefined;
  }

  function type() {
    state.query = input.value;
    return run();
  }

  // Arrows go from hit to hit, and from the first back to the box.
  function step(event) {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.target.closest("select, details")) return;
    const links = hitLinks();
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== input) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? input : links[Math.min(next, links.length - 1)] || input).focus();
  }

  // Enter opens the one document that bears the number typed; else it goes to the first hit.
  async function submit() {
    await type();
    const one = latest && latest.query === state.query.trim() && latest.hits.length === 1 && kb.reasons.opens(latest);
    const [first] = hitLinks();
    if (one && first) location.assign(first.href);
    else if (first) first.focus();
  }

  // On a wide page the filters stand open beside the results, on a phone they fold away above them.
  part("drawer").open = matchMedia("(min-width: 60em)").matches || Object.values(state.filters).some(Boolean);
  input.value = state.query;
  input.addEventListener("input", type);
  page.addEventListener("keydown", step);
  page.addEventListener("keydown", (event) => event.key === "Escape" && input.focus());
  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  part("more").addEventListener("click", () => run(state.page + 1));
  for (const select of page.querySelectorAll("select")) {
    const name = select.dataset.kbsChooses; // sort or layer
    select.value = state[name] || "";
    select.addEventListener("change", () => {
      state[name] = select.value || null;
      return run();
    });
  }
  page.querySelectorAll("[data-kbs-example]").forEach((link) =>
    link.addEventListener("click", (event) => again(event, link.dataset.kbsExample))
  );
  if (state.query) run();
  else {
    clear();
    input.focus(); // who opens the page goes on typing
  }
})((self.kbSearch = self.kbSearch || {}));
