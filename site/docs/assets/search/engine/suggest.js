// Twin of indexer/query/suggest.py: words that the index does not know, corrected from the index's own words.
(function (kb) {
  "use strict";

  function suggest(index, query) {
    const words = kb.fold.syllables(query);
    const { fewestLetters, abbreviations } = kb.settings.suggest;
    const unknown = new Set(words.filter((word) => {
      const bare = kb.fold.folded(word);
      return isAlphabetic(word) && [...word].length >= fewestLetters && !abbreviations.includes(bare) && !index.exists(`f:${bare}`);
    }));
    if (!unknown.size) return null;
    const known = index.syllables().filter(isAlphabetic);
    const corrected = [];
    for (const word of words) {
      const before = corrected[corrected.length - 1] || "";
      corrected.push((unknown.has(word) && nearest(index, word, known, before)) || word);
    }
    const text = corrected.join(" ");
    return text === words.join(" ") ? null : text;
  }

  // The query with wrong diacritics set right; null when nobody would write it otherwise.
  function restore(index, query) {
    const words = kb.fold.syllables(query);
    const plain = words.map(kb.fold.folded);
    const better = [...words];
    words.forEach((word, place) => {
      const around = [[place - 1, place], [place, place + 1]].filter(([a, b]) => a >= 0 && b < words.length);
      if (word === plain[place] || around.some((pair) => index.exists(pairOf(words, pair, "b:")))) return;
      let best = null;
      for (const [first, second] of around) {
        for (const [form, count] of index.written(pairOf(plain, [first, second], "g:"))) {
          const parts = form.split("_");
          if (parts[first + second - place - first] !== words[first + second - place]) continue;
          const rank = [count, parts[place - first]];
          if (!best || kb.order.compareAll(rank, best) > 0) best = rank;
        }
      }
      if (best) better[place] = best[1];
    });
    const text = better.join(" ");
    return text === words.join(" ") ? null : text;
  }

  function isAlphabetic(word) {
    return /^\p{L}+$/u.test(word);
  }

  function pairOf(words, places, kind) {
    return `${kind}${words[places[0]]}_${words[places[1]]}`;
  }

  // The closest known word; of equals, one that is seen after the word before it.
  function nearest(index, word, known, before) {
    const { longWord, mostSlips, mostLengthDifference } = kb.settings.suggest;
    const bare = kb.fold.folded(word);
    const most = bare.length >= longWord ? mostSlips : mostSlips - 1;
    const close = [];
    for (const candidate of known) {
      const plain = kb.fold.folded(candidate);
      if (Math.abs(plain.length - bare.length) > mostLengthDifference) continue;
      const distance = editDistance(bare, plain);
      if (distance <= most) close.push([distance, candidate]);
    }
    const least = Math.min(...close.map(([distance]) => distance));
    const ranked = close
      .filter(([distance]) => distance === least)
      .map(([, candidate]) => [index.exists(`b:${before}_${candidate}`) ? 0 : 1, candidate])
      .sort(kb.order.compareAll);
    return ranked.length ? ranked[0][1] : null;
  }

  // The distance of optimal string alignment, as rapidfuzz's OSA: a swap of adjacent letters is one slip.
  function editDistance(a, b) {
    let previous = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const before = previous;
      previous = row;
      row = [i];
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
      }
    }
    return row[b.length];
  }

  kb.suggest = { suggest, restore };
})((self.kbSearch = self.kbSearch || {}));
