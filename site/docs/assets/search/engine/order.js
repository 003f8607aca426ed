// Order of texts by code points, as Python sorts them.
(function (kb) {
  "use strict";

  function compare(one, other) {
    if (typeof one === "number") return one - other;
    const [a, b] = [[...one], [...other]];
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] !== b[i]) return a[i].codePointAt(0) - b[i].codePointAt(0);
    }
    return a.length - b.length;
  }

  // Order of lists, item by item.
  function compareAll(one, other) {
    for (let i = 0; i < one.length; i++) {
      const order = compare(one[i], other[i]);
      if (order) return order;
    }
    return 0;
  }

  kb.order = { compare, compareAll };
})((self.kbSearch = self.kbSearch || {}));
