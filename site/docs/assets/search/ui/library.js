// The library below the results of the corpus, where the site has it (kb build --library): asked when those are shown.
(function (kb) {
  "use strict";
  const section = document.querySelector("[data-kbs-library]");
  const NAME = "Thư viện pháp điển (ngoài kho)";
  if (!section) {
    kb.library = { NAME, async ask() {}, clear() {} };
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

  // Asks and shows; promises the results, nothing where a newer question overtook this one.
  async function ask(query, options, again) {
    const own = (asked = {});
    if (options.page === 1) section.hidden = true;
    try {
      const results = await kb.client.askLibrary(query, options);
      if (!results || own !== asked) return undefined;
      if (results.problem) return results;
      show(results, again);
      more = () => ask(query, { ...options, page: options.page + 1, facets: false }, again);
      section.dataset.kbsReady = query;
      return results;
    } catch {
      if (own !== asked) return undefined;
      if (options.page === 1) part("hits").replaceChildren();
      part("more").hidden = options.page === 1;
      section.hidden = false;
      part("said").textContent = "Không tải được dữ liệu của thư viện. Kiểm tra kết nối rồi tải lại trang.";
      return { problem: "unread" };
    }
  }

  part("more").addEventListener("click", () => more());
  kb.library = { NAME, ask, clear };
})((self.kbSearch = self.kbSearch || {}));
