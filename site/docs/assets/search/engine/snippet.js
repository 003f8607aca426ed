// Twin of indexer/snippet.py: the window of a text with the most of the query's words.
(function (kb) {
  "use strict";

  // Where the words of a query stand in a text: [start, end]. A word typed with diacritics marks only itself.
  function placesIn(text, words) {
    const { folded, normal, pattern } = kb.fold;
    const bare = new Set(words.filter((word) => word === folded(word)));
    const accented = new Set(words.filter((word) => !bare.has(word)));
    const places = [];
    for (const match of text.matchAll(pattern(kb.settings.fold.syllable, "g"))) {
      const word = normal(match[0]);
      if (accented.has(word) || (bare.size && bare.has(folded(word)))) places.push([match.index, match.index + match[0].length]);
    }
    return places;
  }

  // {text, marks}; places count code points in the twin and UTF-16 units here, as a page does.
  function snippet(text, words) {
    const width = kb.settings.snippet.WIDTH;
    const flat = kb.fold.words(text).join(" ");
    const places = placesIn(flat, words);
    const start = bestStart(flat, places, width);
    let end = Math.min(flat.length, start + width);
    while (end < flat.length && flat[end] !== " ") end++;
    const head = start ? "… " : "";
    const shift = head.length - start;
    const marks = places.filter(([a, b]) => start <= a && b <= end).map(([a, b]) => [a + shift, b + shift]);
    return { text: head + flat.slice(start, end) + (end < flat.length ? " …" : ""), marks };
  }

  function bestStart(text, places, width) {
    const words = places.map(([a, b]) => text.slice(a, b).toLowerCase());
    let from = 0;
    let best = 0;
    let start = 0;
    for (const [first] of places) {
      const inside = new Set();
      for (let i = from; i < places.length && places[i][1] <= first + width; i++) inside.add(words[i]);
      const distinct = inside.size;
      from++;
      if (distinct > best) [best, start] = [distinct, first];
    }
    start = Math.max(0, start - 20);
    return start === 0 ? start : text.indexOf(" ", start) + 1;
  }

  kb.snippet = { snippet, placesIn };
})((self.kbSearch = self.kbSearch || {}));
