// Twin of indexer/query/unknown.py: a filter, or a field word of the query, that no record can meet.
(function (kb) {
  "use strict";

  // What is said of the first value that nothing has; null where there is none.
  function said(index, filters, query) {
    const { names, words } = kb.settings.facets;
    const asked = Object.keys(names).map((name) => [[name], filters[name]]);
    asked.push(...query.fields.map(([word, value]) => [words[word], value]));
    for (const [facets, value] of asked) {
      if (value != null && !kb.filters.having(index, facets, value).size) {
        const called = facets.map((name) => names[name].toLowerCase()).join(" hay ");
        return `không có ${called} “${value}”; ${instead(index, facets, value)}`;
      }
    }
    return null;
  }

  function instead(index, facets, value) {
    const { listed, near, likeness } = kb.settings.unknown;
    const labels = new Map(facets.flatMap((name) => index.labels("=", name).map(([known, label]) => [known, label])));
    const wanted = kb.filters.plain(value);
    const close = [...labels.keys()]
      .map((known) => [ratio([...known], [...wanted]), known])
      .filter(([alike]) => alike >= likeness)
      .sort((one, other) => other[0] - one[0] || kb.order.compare(other[1], one[1]));
    if (close.length) return `gần giống: ${close.slice(0, near).map(([, known]) => labels.get(known)).join(", ")}`;
    const shown = [...labels.keys()].sort(kb.order.compare).map((known) => labels.get(known));
    const rest = shown.length > listed ? `, … (${shown.length} giá trị)` : "";
    return shown.length ? `có: ${shown.slice(0, listed).join(", ")}${rest}` : "chỉ mục này không có giá trị nào";
  }

  // As Python's difflib.SequenceMatcher.ratio of two short lists of letters.
  function ratio(one, other) {
    const length = one.length + other.length;
    return length ? (2 * matching(one, other)) / length : 1;
  }

  function matching(one, other) {
    let [start, begin, longest] = [0, 0, 0];
    for (let i = 0; i < one.length; i++) {
      for (let j = 0; j < other.length; j++) {
        let size = 0;
        while (i + size < one.length && j + size < other.length && one[i + size] === other[j + size]) size++;
        if (size > longest) [start, begin, longest] = [i, j, size];
      }
    }
    if (!longest) return 0;
    const before = matching(one.slice(0, start), other.slice(0, begin));
    return longest + before + matching(one.slice(start + longest), other.slice(begin + longest));
  }

  kb.unknown = { said, ratio };
})((self.kbSearch = self.kbSearch || {}));
