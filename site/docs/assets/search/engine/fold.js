// Twin of indexer/fold.py: one form for every way of typing the same Vietnamese text.
(function (kb) {
  "use strict";
  const compiled = new Map();

  // A pattern of the settings, compiled once; all of them know every script.
  function pattern(source, flags) {
    const key = flags + source;
    if (!compiled.has(key)) compiled.set(key, new RegExp(source, flags + "u"));
    return compiled.get(key);
  }

  function normal(text) {
    const { misplaced, placement } = kb.settings.fold;
    const plain = text.normalize("NFC").replace(/Ð/g, "Đ").toLowerCase();
    return plain.replace(pattern(misplaced, "g"), (found) => placement[found]);
  }

  function folded(text) {
    const decomposed = normal(text).replace(/đ/g, "d").normalize("NFD");
    return decomposed.replace(pattern(`[${kb.settings.fold.marks}]`, "g"), "");
  }

  function syllables(text) {
    return normal(text).match(pattern(kb.settings.fold.syllable, "g")) || [];
  }

  // A text without white space at its ends, in words.
  function words(text) {
    return text.split(pattern(kb.settings.fold.space, "g")).filter(Boolean);
  }

  kb.fold = { pattern, normal, folded, syllables, words };
})((self.kbSearch = self.kbSearch || {}));
