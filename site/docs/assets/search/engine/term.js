// Twin of indexer/engines/port.py (Term): the union of some written forms, its postings read when first asked for.
(function (kb) {
  "use strict";

  const NOTHING = { ids: new Uint32Array(0), codes: new Uint8Array(0) };

  class Term {
    // `forms` are {written, records, top, read}; read() gives {ids, codes}, or undefined when they have still to come.
    constructor(forms, weights, records) {
      this.forms = forms;
      this.weights = weights;
      this.count = Math.min(records, forms.reduce((sum, form) => sum + form.records, 0));
      this.top = forms.reduce((sum, form) => sum + weights[form.top], 0);
      this.read = null;
    }

    lists() {
      if (this.read) return this.read;
      const lists = this.forms.map((form) => form.read());
      if (lists.every(Boolean)) this.read = lists;
      return lists.map((list) => list || NOTHING);
    }

    numbers() {
      return new Set(this.lists().flatMap((list) => [...list.ids]));
    }

    // What the term weighs in a record; 0 where it does not stand.
    weightIn(number) {
      let weight = 0;
      for (const { ids, codes } of this.lists()) {
        const at = placeIn(ids, number);
        if (ids[at] === number) weight += this.weights[codes[at]];
      }
      return weight;
    }
  }

  // The place of the first of ascending numbers that is not below `number`.
  function placeIn(ids, number) {
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ids[middle] < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  kb.term = { Term };
})((self.kbSearch = self.kbSearch || {}));
