// Twin of indexer/query/parse.py: what a user typed, taken apart. Nothing here can fail.
(function (kb) {
  "use strict";

  function replaced(text, name, change) {
    return text.replace(kb.fold.pattern(kb.settings.query[name], "g"), (...parts) => change(parts[parts.length - 1], parts[0]));
  }

  function parse(query) {
    const { folded, syllables, words } = kb.fold;
    const fields = [];
    const without = [];
    const phrases = [];
    let text = replaced(query, "field", (groups, whole) => {
      const word = folded(groups.word);
      if (!Object.hasOwn(kb.settings.facets.words, word)) return whole;
      fields.push([word, groups.quoted || groups.value || ""]);
      return " ";
    });
    text = replaced(text, "phrase", (groups) => {
      if (!syllables(groups.words).length) return " ";
      (groups.minus ? without : phrases).push(groups.words);
      return groups.minus ? " " : ` ${groups.words} `;
    });
    if (!phrases.length) {
      text = replaced(text, "minus", (groups) => {
        without.push(groups.word);
        return groups.space;
      });
    }
    return { text: words(text).join(" "), phrases, without, fields };
  }

  // First and last year of 2021, 2019..2022, >=2019, ..2020; null for what is none.
  function years(value) {
    const match = kb.fold.pattern(`^(?:${kb.settings.query.years})$`, "").exec(kb.fold.normal(value).trim());
    if (!match) return null;
    const { sign, first, to, last, until } = match.groups;
    const ever = kb.settings.query.ever;
    if (until) return [0, Number(until)];
    const year = Number(first);
    if (to) return [year, last ? Number(last) : ever];
    return { "": [year, year], ">=": [year, ever], ">": [year + 1, ever], "<=": [0, year], "<": [0, year - 1] }[sign || ""];
  }

  kb.query = { parse, years };
})((self.kbSearch = self.kbSearch || {}));
