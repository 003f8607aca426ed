// Twin of indexer/sketch.py: a sketch of a text, by which near-duplicates know each other.
(function (kb) {
  "use strict";
  const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
  });

  const encoder = new TextEncoder();
  const pair = new Uint8Array(4000); // of two syllables

  function crc32(bytes, length) {
    let sum = 0xffffffff;
    for (let i = 0; i < length; i++) sum = CRC[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  // The least hash of each bin; a text that is too short for that is its own sketch.
  function sketch(text) {
    const { BINS, LEAST } = kb.settings.sketch;
    const words = kb.fold.syllables(text);
    if (words.length < LEAST) return kb.fold.folded(words.join(" "));
    const least = new Uint32Array(BINS).fill(0xffffffff);
    for (let i = 0; i + 1 < words.length; i++) {
      const { written } = encoder.encodeInto(`${words[i]} ${words[i + 1]}`, pair);
      const hashed = crc32(pair, written);
      if (hashed < least[hashed % BINS]) least[hashed % BINS] = hashed;
    }
    return least;
  }

  function alike(one, other) {
    if (typeof one === "string" || typeof other === "string") return one === other && one !== "";
    return one.filter((value, i) => value === other[i]).length >= kb.settings.sketch.ALIKE;
  }

  kb.sketch = { crc32, sketch, alike };
})((self.kbSearch = self.kbSearch || {}));
