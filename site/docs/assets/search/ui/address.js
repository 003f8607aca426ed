// What the address of the results page says: ?q=…&loai=…&nam=…
(function (kb) {
  "use strict";
  const FILTERS = { kind: "muc", type: "loai", issuer: "co-quan", year: "nam", status: "tinh-trang", topic: "chu-de" };
  const SORTS = new Map([["moi-nhat", "issued"], ["hieu-luc", "rank"]]);

  function read() {
    const said = new URLSearchParams(location.search);
    const filters = {};
    for (const [name, word] of Object.entries(FILTERS)) if (said.get(word)) filters[name] = said.get(word);
    return { query: said.get("q") || "", filters, sort: SORTS.get(said.get("xep")) || null };
  }

  function write({ query, filters, sort }) {
    const said = new URLSearchParams();
    const day = new URLSearchParams(location.search).get("ngay"); // the day that the reader asked about stays
    if (query.trim()) said.set("q", query.trim());
    for (const [name, word] of Object.entries(FILTERS)) if (filters[name]) said.set(word, filters[name]);
    const named = [...SORTS].find(([, column]) => column === sort);
    if (named) said.set("xep", named[0]);
    if (day) said.set("ngay", day);
    const address = String(said) ? `?${said}` : location.pathname;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A file's address stays as it is in browsers that keep files apart.
    }
  }

  kb.address = { read, write };
})((self.kbSearch = self.kbSearch || {}));
