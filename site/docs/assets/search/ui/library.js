// The library below the results of the corpus, where the site has it (kb build --library): asked when those are shown.
(function (kb) {
  "use strict";
  const section = document.querySelector("[data-kbs-library]");
  const none = { ask() {}, clear() {} };
  if (!section) {
    kb.library = none;
    return;
  }
  const part = (name) => section.querySelector(`[data-kbs-library-part=${name}]`);
  let asked = null; // what was asked last
  let more = null; // asks for the next page

  function clear() {
    asked = null;
    section.hidden = true;
  }

  function show(results, again) {
    if (results.page === 1) part("hits").replaceChildren();
    part("said").textContent = `${results.atMost ? "Tối đa " : ""}${results.total} điều`;
    part("notes").replaceChildren(...kb.render.notesOf(results, again));
    part("hits").append(...results.hits.map(kb.render.itemOf));
    part("more").hidden = !results.hits.length || results.first + results.hits.length > results.total;
    section.hidden = !part("hits").children.length;
  }

  async function ask(query, options, again) {
    const own = (asked = {});
    if (options.page === 1) section.hidden = true;
    try {
      const results = await kb.client.askLibrary(query, options);
      if (!results || results.problem || own !== asked) return;
      show(results, again);
      more = () => ask(query, { ...options, page: options.page + 1 }, again);
      section.dataset.kbsReady = query;
    } catch {
      if (own !== asked) return;
      if (options.page === 1) part("hits").replaceChildren();
      part("more").hidden = options.page === 1;
      section.hidden = false;
      part("said").textContent = "Không tải được dữ liệu của thư viện. Kiểm tra kết nối rồi tải lại trang.";
    }
  }

  part("more").addEventListener("click", () => more());
  kb.library = { ask, clear };
})((self.kbSearch = self.kbSearch || {}));
