// Twin of kb/number/document_number.py and kb/register/lookup.py: what the register says of a number that no hit bears.
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

  // [line, address] of each document; the sentence alone for a number that is only known; none for other queries.
  function documents(index, query, hits) {
    const asked = index.root.registered ? keysOf(query) : null;
    if (!asked || hits.some((hit) => hit.number && keysOf(hit.number)?.marked === asked.marked)) return [];
    const bytes = new TextEncoder().encode(asked.folded);
    const shard = index.shard(`register${kb.pack.crc32(bytes, bytes.length) % kb.settings.register.shards}`);
    const rows = shard && Object.hasOwn(shard, asked.folded) ? shard[asked.folded] : null;
    if (!rows) return [];
    const same = rows.filter(([number]) => keysOf(number)?.marked === asked.marked);
    const said = (same.length ? same : rows).map(([, line, address]) => [line, address]);
    return said.length ? said : [[kb.settings.register.known, ""]];
  }

  kb.registered = { keysOf, documents };
})((self.kbSearch = self.kbSearch || {}));
