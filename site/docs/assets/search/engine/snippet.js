// Twin of indexer/snippet.py: the window of a text with the most of the query's words.
(function (kb) {
  "use strict";

  // Where the words of a query stand in a text: [start, end]. A word typed with diacritics marks only itself.
  function placesIn(text, words) {
    const { folded, normal, pattern } = kb.fold;
    const bare = new Set(words.filter((word) => word === folded(word)));
    const accented = new Set(words.filter((word) => !bare.has(word)));
    const places = [];
    const known = new Map(); // a text says most of its words again
    // A pattern is shared, and what folds a word may use it: `matchAll` keeps its place to itself.
    for (const match of text.matchAll(pattern(kb.settings.fold.syllable, "g"))) {
      const [written] = match;
      let wanted = known.get(written);
      if (wanted === undefined) {
        const word = normal(written);
        known.set(written, (wanted = accented.has(word) || (bare.size > 0 && bare.has(folded(word)))));
      }
      if (wanted) places.push([match.index, match.index + written.length]);
    }
    return places;
  }

  // {text, marks}; places count code points in the twin and UTF-16 units here, as a page does.
  function snippet(text, words) {
    const { WIDTH: width, LEAD: lead } = kb.settings.snippet;
    const flat = kb.fold.words(text).join(" ");
    const places = placesIn(flat, words);
    const start = bestStart(flat, places, width, lead);
    let end = Math.min(flat.length, start + width);
    while (end < flat.length && flat[end] !== " ") end++;
    const head = start ? "… " : "";
    const shift = head.length - start;
    const marks = places.filter(([a, b]) => start <= a && b <= end).map(([a, b]) => [a + shift, b + shift]);
    return { text: head + flat.slice(start, end) + (end < flat.length ? " …" : ""), marks };
  }

  function bestStart(text, places, width, lead) {
    const words = places.map(([a, b]) => text.slice(a, b).toLowerCase());
    const inside = new Map(); // how often each word stands in the window
    let end = 0;
    let best = 0;
    let start = 0;
    for (let from = 0; from < places.length; from++) {
      const [first] = places[from];
      for (; end < places.length && places[end][1] <= first + width; end++) inside.set(words[end], (inside.get(words[end]) || 0) + 1);
      if (inside.size > best) [best, start] = [inside.size, first];
      if (end === from) {
        end++; // a word longer than the window
        continue;
      }
      const left = (inside.get(words[from]) || 0) - 1;
      if (left > 0) inside.set(words[from], left);
      else inside.delete(words[from]);
    }
    start = Math.max(0, start - lead);
    return start === 0 ? start : text.indexOf(" ", start) + 1;
  }

  kb.snippet = { snippet, placesIn };
})((self.kbSearch = self.kbSearch || {}));
