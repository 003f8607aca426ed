// Twin of indexer/query/filters.py: the records that a search is limited to.
(function (kb) {
  "use strict";

  // As indexer.query.facets.plain: a value as it is compared.
  function plain(text) {
    return kb.fold.folded(kb.fold.syllables(text.replace(/[_-]/g, " ")).join(" "));
  }

  function common(sets) {
    return sets.reduce((one, other) => new Set([...one].filter((number) => other.has(number))));
  }

  // The numbers of the records that pass; null when every record does. Phrases are only narrowed down here.
  function allowed(index, filters, query) {
    const { names, words } = kb.settings.facets;
    const sets = [];
    for (const name of Object.keys(names)) {
      if (filters[name] != null) sets.push(having(index, [name], filters[name]));
    }
    for (const [word, value] of query.fields) sets.push(having(index, words[word], value));
    for (const phrase of query.phrases) sets.push(withPhrase(index, phrase));
    return sets.length ? common(sets) : null;
  }

  // The records that have a word which the query does not want.
  function leftOut(index, query) {
    return new Set(query.without.flatMap((words) => [...withPhrase(index, words)]));
  }

  // How many results have each value of each facet, most first.
  function counts(index, results) {
    const wanted = new Set(results);
    const found = {};
    for (const name of Object.keys(kb.settings.facets.names)) {
      const values = index
        .labels("=", name)
        .map(([, label, numbers]) => [label, numbers.filter((number) => wanted.has(number)).length])
        .filter(([, count]) => count)
        .sort((a, b) => b[1] - a[1] || kb.order.compare(a[0], b[0]));
      if (values.length) found[name] = values;
    }
    return found;
  }

  // Records whose facet has the value; else those whose value's name has it as a part.
  function having(index, names, value) {
    const span = names.length === 1 && names[0] === "year" && kb.query.years(value);
    if (span) {
      const inside = ([, label]) => /^\d+$/.test(label) && span[0] <= Number(label) && Number(label) <= span[1];
      return new Set(index.labels("=", "year").filter(inside).flatMap((row) => row[2]));
    }
    const wanted = plain(value);
    const exact = [];
    const partial = [];
    for (const name of names) {
      for (const prefix of ["=", "~"]) {
        for (const [known, , numbers] of index.labels(prefix, name)) {
          if (known === wanted) exact.push(...numbers);
          else if (prefix === "=" && ` ${known}`.includes(` ${wanted}`)) partial.push(...numbers);
        }
      }
    }
    return new Set(exact.length ? exact : partial);
  }

  // Records that have every pair of adjacent syllables of a phrase, accented when it was typed so.
  function withPhrase(index, phrase) {
    const words = kb.fold.syllables(phrase);
    const bare = words.every((word) => word === kb.fold.folded(word));
    const names =
      words.length === 1
        ? [`${bare ? "f" : "s"}:${words[0]}`]
        : words.slice(1).map((word, i) => `${bare ? "g" : "b"}:${words[i]}_${word}`);
    const found = names.map((name) => {
      const term = index.lookUp(name);
      return term ? term.numbers() : new Set();
    });
    return found.length ? common(found) : new Set();
  }

  kb.filters = { allowed, leftOut, counts, having, plain };
})((self.kbSearch = self.kbSearch || {}));
