// Twin of indexer/ranking/near_duplicates.py: near-duplicates are recognised by the sketches that the index holds.
(function (kb) {
  "use strict";
  function alike(one, other) {
    const { BINS, BIN_DIGITS, LEAST_EQUAL_BINS } = kb.settings.nearDuplicates;
    if (one.length !== other.length || one.length !== BIN_DIGITS * BINS) return one === other && one !== "";
    let equal = 0;
    for (let at = 0; at < one.length; at += BIN_DIGITS) {
      if (one.slice(at, at + BIN_DIGITS) === other.slice(at, at + BIN_DIGITS)) equal++;
    }
    return equal >= LEAST_EQUAL_BINS;
  }

  kb.nearDuplicates = { alike };
})((self.kbSearch = self.kbSearch || {}));
