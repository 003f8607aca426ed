// Twin of kb/number/asked.py, kb/register/lookup.py and indexer/beyond.py: what is known of a number beyond the hits.
(function (kb) {
  "use strict";

  // The keys of a text that is a number: `marked` tells the marks of its letters, `folded` does not; null for others.
  function keysOf(text) {
    const { whole, word, most } = kb.settings.documentNumber;
    const { pattern, normal, folded, words } = kb.fold;
    const typed = words(normal(text).replace(pattern(`^(?:${word})`, "i"), "")).join("");
    const match = pattern(`^(?:${whole})$`, "i").exec(typed);
    if (!match || [...typed].length > most) return null;
    const { ordinal, year, symbol } = match.groups;
    const letters = symbol.replace(/[^\p{L}\p{N}_]/gu, "").replaceAll("tư", "tw");
    const marked = `${ordinal.replace(/^0+/, "") || "0"}|${year || ""}|${letters}`;
    return { marked, folded: folded(marked) };
  }

  // The number that a query is, with or without the name of its type in front; null for others.
  function askedIn(query) {
    const { type, word } = kb.settings.documentNumber;
    const { pattern, spelt, words } = kb.fold;
    const number = spelt(query).replace(pattern(type, "i"), "");
    const keys = keysOf(number);
    return keys && { ...keys, typed: words(number.replace(pattern(`^(?:${word})`, "i"), "")).join("") };
  }

  // Twin of indexer/bearing.py: the years of the documents that bear the number, and whether it leads to another's.
  function bearing(index, asked) {
    const term = index.lookUp(`n:${asked.folded}`);
    const found = term ? [...term.numbers()].map((number) => index.stored(number)).filter(Boolean) : [];
    const documents = found.filter((record) => record.kind === "document");
    const own = documents.filter((record) => keysOf(record.number)?.folded === asked.folded);
    const same = own.filter((record) => keysOf(record.number).marked === asked.marked);
    return { years: (same.length ? same : own).map((record) => record.year), others: documents.length > own.length && !own.length };
  }

  // Twin of indexer/beyond.py: [words in front, line, address] of each document of the number beyond the hits; that
  // nothing holds it; none for other queries.
  function beyond(index, query, anyHit) {
    const asked = index.root.withoutRecord ? askedIn(query) : null;
    if (!asked) return [];
    const { years, others } = bearing(index, asked);
    const told = Object.hasOwn(index.root.withoutRecord, asked.marked) ? index.root.withoutRecord[asked.marked].split("\t") : [];
    const notes = told.map((said) => ["Cùng số, ", `${said}.`, ""]);
    const outside = index.root.registered ? documents(index, asked) : [];
    if (years.length) {
      const held = (days) => days.some((day) => years.some((year) => !year || day.startsWith(year)));
      const rest = outside.filter(([, , days]) => days.length && !held(days));
      return [...notes, ...rest.map(([line, address]) => ["Cùng số, ngoài kho, ", line, address])];
    }
    if (outside.length) return outside.map(([line, address]) => ["Ngoài kho, ", line, address]);
    const { notHeld, notInCorpus, onlyAlike } = kb.settings.register;
    const unheld = (index.root.registered ? notHeld : notInCorpus).replace("{}", asked.typed);
    return others ? [] : [["", `${unheld}${anyHit ? `; ${onlyAlike}` : ""}.`, ""]];
  }

  // [line, address, days] of each document of the register; the sentence alone for a number that is only known.
  function documents(index, asked) {
    const bytes = new TextEncoder().encode(asked.folded);
    const shard = index.shard(`register${kb.pack.crc32(bytes, bytes.length) % kb.settings.register.shards}`);
    const rows = shard && Object.hasOwn(shard, asked.folded) ? shard[asked.folded] : null;
    if (!rows) return [];
    const same = rows.filter(([number]) => keysOf(number)?.marked === asked.marked);
    const said = (same.length ? same : rows).map(([, ...row]) => row);
    return said.length ? said : [[kb.settings.register.known, "", []]];
  }

  kb.registered = { keysOf, askedIn, beyond };
})((self.kbSearch = self.kbSearch || {}));
