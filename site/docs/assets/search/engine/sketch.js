// Twin of indexer/ranking/near_duplicates.py: near-duplicates know each other by the sketches that the index holds.
(function (kb) {
  "use strict";
  const DIGITS = 8; // of a bin

  function alike(one, other) {
    const { BINS, ALIKE } = kb.settings.sketch;
    if (one.length !== other.length || one.length !== DIGITS * BINS) return one === other && one !== "";
    let equal = 0;
    for (let at = 0; at < one.length; at += DIGITS) equal += one.slice(at, at + DIGITS) === other.slice(at, at + DIGITS) ? 1 : 0;
    return equal >= ALIKE;
  }

  kb.sketch = { alike };
})((self.kbSearch = self.kbSearch || {}));
