// Twin of indexer/query/numbers.py: the document numbers that stand in a query, in any spelling.
(function (kb) {
  "use strict";

  function unpadded(ordinal) {
    return ordinal.replace(/^0+/, "");
  }

  function wholeTerm(groups, symbol) {
    const letters = symbol.replace(/[^a-z\p{Nd}]/gu, "");
    return `n:${unpadded(groups.ordinal) || "0"}|${groups.year || ""}|${letters}`;
  }

  function all(text, name) {
    return text.matchAll(kb.fold.patternFor(text, kb.settings.numbers[name], "g"));
  }

  // Twin of kb/number/scanned.py: letters that stand for figures in a number.
  function withFigures(text) {
    const set = kb.settings.numbers;
    const read = (part) => [...part].map((letter) => set.figures[letter] || letter).join("");
    return text.replace(kb.fold.patternFor(text, set.scanned, "g"), (typed, ordinal, letter, year) => {
      const figures = read(year);
      return kb.fold.patternFor(figures, set.scannedYear, "").test(figures) ? read(ordinal) + letter + figures : typed;
    });
  }

  // [term, words it was read from]: proposals, the index says which of them mean anything.
  function queryTerms(query) {
    const text = withFigures(kb.fold.folded(query));
    const found = [];
    for (const match of all(text, "whole")) {
      const groups = match.groups.symbol.split(/[\s/-]+/u);
      for (let length = groups.length; length > 0; length--) {
        found.push([wholeTerm(match.groups, groups.slice(0, length).join("")), match[0]]);
      }
    }
    for (const match of all(text, "typed")) {
      const { type, ordinal, year, issued } = match.groups;
      const name = `n:${kb.settings.numbers.types[type] || type}${unpadded(ordinal) || "0"}`;
      found.push([year ? `${name}|${year}` : name, match[0]]);
      if (issued) found.push([`${name}|${issued}`, match[0]]);
    }
    for (const match of all(text, "yeared")) {
      found.push([`n:${unpadded(match.groups.ordinal)}|${match.groups.year}`, match[0]]);
    }
    for (const match of all(text, "day")) {
      found.push([`n:day${Number(match.groups.month)}-${Number(match.groups.day)}`, match[0]]);
    }
    return [...new Map(found.map((pair) => [pair.join("\0"), pair])).values()];
  }

  // The terms of the articles that a query names: "điều 6" -> a:6.
  function askedArticles(query) {
    const terms = [...all(kb.fold.folded(query), "article")].map((match) => `a:${unpadded(match.groups.ordinal)}`);
    return [...new Set(terms)];
  }

  kb.numbers = { queryTerms, askedArticles };
})((self.kbSearch = self.kbSearch || {}));
