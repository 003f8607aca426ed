// Twin of indexer/engines/port.py (Index): an engine that reads the shards of indexer/browser/export.py.
//
// What is asked for answers at once from the shards that are here, and notes the ones that are not; `settle` loads
// those and asks again until nothing is missing. So planning and ranking stay as plain as their twins.
(function (kb) {
  "use strict";
  const FOLDED = { "f:": "s:", "g:": "b:" };
  const MOST_HELD = 7e6; // characters of shards kept between two queries

  class Index {
    // `load(names)` promises the values of shards, by name.
    constructor(root, load) {
      this.root = root;
      this.count = root.count;
      this.glossary = root.glossary;
      this.load = load;
      this.shards = new Map();
      this.held = 0;
      this.wanted = new Set();
      this.rows = new Map(); // and terms: what the query at hand has looked up
      this.terms = new Map();
      this.syllableRows = new Map(root.terms.syllables.map((row) => [`s:${row.split(" ", 1)[0]}`, row]));
      this.recordFirsts = kb.pack.ascending(root.records.firsts);
      const { least, step, codes } = kb.settings.weigh;
      this.weights = Float64Array.from({ length: codes }, (_, code) => least * Math.exp(code * step));
      this.factors = factorsOf(root);
    }

    // The result of `work` once every shard that it asks for is here.
    async settle(work) {
      for (;;) {
        this.wanted.clear();
        const result = work();
        if (!this.wanted.size) return result;
        for (const [name, value] of await this.load([...this.wanted])) {
          this.shards.set(name, value);
          this.held += sizeOf(value);
        }
      }
    }

    // A shard, or undefined when it has still to come.
    shard(name) {
      const value = this.shards.get(name);
      if (value === undefined) this.wanted.add(name);
      return value;
    }

    // Drop the shards that were loaded first when there are too many: called between two queries.
    forget() {
      this.rows.clear();
      this.terms.clear();
      for (const [name, value] of this.shards) {
        if (this.held <= MOST_HELD) return;
        this.shards.delete(name);
        this.held -= sizeOf(value);
      }
    }

    lookUp(term) {
      if (this.terms.has(term)) return this.terms.get(term);
      const kind = FOLDED[term.slice(0, 2)];
      const [key, written] = kind ? [kind + term.slice(2), null] : keyOf(term);
      const forms = this.forms(key).filter((form) => written === null || form.written === written);
      const found = forms.length ? new kb.term.Term(forms, this.weights, this.count) : null;
      if (this.rows.has(key)) this.terms.set(term, found);
      return found;
    }

    exists(term) {
      return this.lookUp(term) !== null;
    }

    // The ways a folded term is written and the records of each.
    written(term) {
      const forms = this.forms(FOLDED[term.slice(0, 2)] + term.slice(2));
      return forms.map((form) => [form.written || term.slice(2), form.records]);
    }

    forms(key) {
      if (this.rows.has(key)) return this.rows.get(key);
      const row = key.startsWith("s:") ? this.syllableRows.get(key) : this.rowIn(key);
      const parts = row ? row.split(" ") : [];
      const forms = [];
      const { short, shortOfSyllable } = this.root.terms;
      const most = key.startsWith("s:") ? shortOfSyllable : short;
      for (let i = 1; i < parts.length; i += 2) forms.push(this.form(parts[i], parts[i + 1], most));
      if (row !== undefined) this.rows.set(key, forms);
      return forms;
    }

    // The row of a key; "" for one that no record has, undefined when its shard has still to come.
    rowIn(key) {
      if (key.startsWith("b:") && !key.slice(2).split("_").every((word) => this.syllableRows.has(`s:${word}`))) return "";
      const bytes = new TextEncoder().encode(placeOf(key));
      const shard = this.shard(`terms-${kb.pack.crc32(bytes, bytes.length) % this.root.terms.buckets}`);
      return shard && (shard.find((text) => text.startsWith(`${key} `)) || "");
    }

    // A written form; its list stands in the row when it has at most `short` postings.
    form(written, text, short) {
      const { leastCode } = this.root.terms;
      const from = new kb.pack.Unpacker(text);
      const records = from.next();
      const top = from.next() + leastCode;
      if (records <= short) return { written, records, top, read: once(() => readList(from, records, leastCode)) };
      const [place, start] = [from.next(), from.next()];
      return {
        written, records, top,
        read: once(() => {
          const shard = this.shard(`lists-${place}`);
          return shard && readList(new kb.pack.Unpacker(shard, start), records, leastCode);
        }),
      };
    }

    column(name) {
      if (name === "factor") return this.factors;
      const days = this.shard("days");
      return days && days[name].length ? days[name] : null;
    }

    // The record as it was written, by names; undefined when it has still to come.
    stored(number) {
      const block = lastAt(this.recordFirsts, number);
      const shard = this.shard(`records-${block}`);
      if (!shard) return undefined;
      const values = shard[number - this.recordFirsts[block]];
      return Object.fromEntries(this.root.records.fields.map((name, i) => [name, values[i]]));
    }

    // [folded value, label, records] of each value of a facet; `prefix` is = for what is counted, ~ for aliases.
    labels(prefix, name) {
      if (!this.root.facets.includes(name)) return [];
      const rows = this.shard(`facet-${name}`) || [];
      return rows.filter((row) => row[0] === prefix).map((row) => [row[1], row[2], kb.pack.ascending(row[3])]);
    }

    // Every syllable that is written somewhere.
    syllables() {
      const found = [];
      for (const row of this.root.terms.syllables) {
        const parts = row.split(" ");
        for (let i = 1; i < parts.length; i += 2) found.push(parts[i] || parts[0]);
      }
      return found;
    }
  }

  // `read`, its answer kept; undefined, which it says while a shard has still to come, is no answer.
  function once(read) {
    let answer;
    return () => (answer === undefined ? (answer = read()) : answer);
  }

  function readList(from, count, least) {
    const ids = from.ascending(count);
    const codes = new Uint8Array(count);
    for (let i = 0; i < count; i++) codes[i] = from.next() + least;
    return { ids, codes };
  }

  // As indexer.analysis.key_of: the folded form, and how it is written ("" for the folded form itself).
  function keyOf(term) {
    const kind = term.slice(0, 2);
    if (kind !== "s:" && kind !== "b:") return [term, ""];
    const bare = term.slice(2).split("_").map(kb.fold.folded).join("_");
    return [kind + bare, bare === term.slice(2) ? "" : term.slice(2)];
  }

  // As indexer.browser.terms.place_of.
  function placeOf(key) {
    const kind = key.slice(0, 2);
    if (kind === "n:") return `n:${(key.match(/\p{Nd}+/u) || [""])[0]}`;
    if (!["c:", "d:", "x:"].includes(kind)) return key;
    return `b:${key.slice(2).split("_").slice(0, 2).map(kb.fold.folded).join("_")}`;
  }

  // The place of the last of ascending numbers that is not above `number`.
  function lastAt(numbers, number) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] > number) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  }

  function factorsOf(root) {
    if (!root.factors) return null;
    const from = new kb.pack.Unpacker(root.factors.each);
    return Float64Array.from({ length: root.count }, () => root.factors.table[from.next()]);
  }

  function sizeOf(value) {
    return typeof value === "string" ? value.length : Array.isArray(value) ? value.reduce((sum, one) => sum + sizeOf(one), 8) : 8;
  }

  kb.index = { Index };
})((self.kbSearch = self.kbSearch || {}));
