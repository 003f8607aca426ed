// Days as an office writes them.
self.kbDay = (function () {
  "use strict";

  // "31/5/2026" as an ISO day; null for what is none.
  function iso(text) {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
    if (!found) return null;
    const date = new Date(Date.UTC(+found[3], found[2] - 1, +found[1]));
    if (date.getUTCMonth() !== found[2] - 1 || date.getUTCDate() !== +found[1]) return null;
    return date.toISOString().slice(0, 10);
  }

  // As kb.language.dates writes it: no zero before the months from March on.
  function today() {
    const now = new Date();
    const [day, month] = [now.getDate(), now.getMonth() + 1];
    return [day < 10 ? "0" + day : day, month < 3 ? "0" + month : month, now.getFullYear()].join("/");
  }

  return { iso, today };
})();
