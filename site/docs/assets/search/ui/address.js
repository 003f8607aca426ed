// What the address of the results page says: ?q=…&trong=…&loai=…&nam=…
(function (kb) {
  "use strict";
  const FILTERS = { kind: "muc", type: "loai", issuer: "co-quan", year: "nam", status: "tinh-trang", topic: "chu-de" };
  const SORTS = new Map([["moi-nhat", "issued"], ["hieu-luc", "rank"]]);
  const LAYERS = new Map([["kho", "corpus"], ["phap-dien", "library"]]); // neither: all, the corpus first

  function read() {
    const said = new URLSearchParams(location.search);
    const filters = {};
    for (const [name, word] of Object.entries(FILTERS)) if (said.get(word)) filters[name] = said.get(word);
    return { query: said.get("q") || "", filters, sort: SORTS.get(said.get("xep")) || null, layer: layerOf(said.get("trong")) };
  }

  // A site without the library has one layer.
  function layerOf(word) {
    return (kb.hasLibrary && LAYERS.get(word)) || null;
  }

  function wordOf(words, value) {
    const [word] = [...words].find(([, each]) => each === value) || [];
    return word;
  }

  // The address of the results of a query, in one layer where it is named.
  function of(query, layer = null) {
    const within = layer ? `&trong=${wordOf(LAYERS, layer)}` : "";
    return `${kb.client.addressOf("/tim-kiem/")}?q=${encodeURIComponent(query.trim())}${within}`;
  }

  function write({ query, filters, sort, layer }) {
    const said = new URLSearchParams();
    const day = new URLSearchParams(location.search).get("ngay"); // the day that the reader asked about stays
    if (query.trim()) said.set("q", query.trim());
    if (layer) said.set("trong", wordOf(LAYERS, layer));
    for (const [name, word] of Object.entries(FILTERS)) if (filters[name]) said.set(word, filters[name]);
    if (sort) said.set("xep", wordOf(SORTS, sort));
    if (day) said.set("ngay", day);
    const address = String(said) ? `?${said}` : location.pathname;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A file's address stays as it is in browsers that keep files apart.
    }
  }

  kb.address = { read, write, of };
})((self.kbSearch = self.kbSearch || {}));
