// Whether the first hit bears the number that was typed, or is only found by another writing of its number.
(function (kb) {
  "use strict";
  const YEAR = /\b(?:19|20)\d{2}\b/g;

  // "own": the number typed is the first hit's; "other": that is found by a number which is not its own; "" for words.
  function numbered(results, query) {
    const [first] = results.hits;
    const terms = first ? first.explain.points.map(([term]) => term).filter((term) => term.startsWith("n:")) : [];
    if (!terms.length || results.corrected) return "";
    if (first.kind !== "document") return "own"; // a day of the year: its observance
    return bears(first, terms, query) ? "own" : "other";
  }

  function bears(hit, terms, query) {
    const own = kb.registered.keysOf(hit.number);
    if (!own) return false;
    if (terms.includes(`n:${own.folded}`)) return true;
    if (kb.registered.askedIn(query)) return false; // another number, typed whole
    const [ordinal, year] = own.folded.split("|");
    const years = [year, hit.year].filter(Boolean);
    const strange = (query.match(YEAR) || []).some((typed) => !years.includes(typed) && !hit.number.includes(typed));
    return !strange && terms.some((term) => isOf(term, own, ordinal, years));
  }

  // A term names the whole number, or its ordinal with the year or the type in front: n:6|2014|ndcp, n:6|2014, n:nd6|2014.
  function isOf(term, own, ordinal, years) {
    const [head, year, symbol] = term.slice(2).split("|");
    if (symbol !== undefined) return [head, year, symbol].join("|") === own.folded;
    return head.replace(/^\D+/, "") === ordinal && (!year || years.includes(year));
  }

  kb.numbered = { numbered };
})((self.kbSearch = self.kbSearch || {}));
