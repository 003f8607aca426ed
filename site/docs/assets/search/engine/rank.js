// Twin of indexer/ranking/rank.py, points.py and selection.py: BM25F over the few records worth scoring in full.
(function (kb) {
  "use strict";

  function saturate(weight) {
    const { K1 } = kb.settings.rank;
    return (weight * (K1 + 1)) / (weight + K1);
  }

  function coverage(covered, total) {
    const { UNCOVERED_FACTOR } = kb.settings.rank;
    return total ? UNCOVERED_FACTOR + ((1 - UNCOVERED_FACTOR) * covered) / total : 1;
  }

  // The plan's terms that stand in the index, the ones that weigh most first; the weight of all terms.
  function weighTerms(index, plan) {
    const terms = [];
    let total = 0;
    for (const planned of plan.terms) {
      const term = index.lookUp(planned.term);
      const count = term ? term.count : 0;
      const most = planned.weight * Math.log(1 + (index.count - count + 0.5) / (count + 0.5));
      total += most;
      if (term) terms.push({ planned, term, most, bound: most * saturate(term.top) });
    }
    terms.sort((a, b) => b.most - a.most);
    return { terms, total };
  }

  // The best `limit` records (0: every result), of `within` unless null, none of `without`. `named` are the records
  // whose whole name was typed. Answers {best: [[number, score]], results, terms, total}.
  function rank(index, plan, limit, { within = null, without = new Set(), named = new Set() } = {}) {
    const { terms, total } = weighTerms(index, plan);
    const split = splitOf(terms);
    const selecting = terms.slice(0, split);
    const rest = terms.slice(split);
    rest.forEach((one) => one.term.lists()); // asked for together with the others: one round of loading
    let found = accumulate(index, selecting, within, without);
    found = resultsOf(found, selecting.reduce((sum, one) => sum + one.most, 0));
    const { points, covered } = found;
    const left = limit && rest.length ? survivors(found, rest, total, limit, index.factors, named) : found.numbers;
    const scored = left.map((number) => {
      let [gained, has] = [points[number], covered[number]];
      for (const one of rest) {
        const weight = one.term.weightIn(number);
        if (weight) {
          gained += one.most * saturate(weight);
          has += one.most;
        }
      }
      const score = gained * coverage(has, total) * (index.factors ? index.factors[number] : 1);
      return [number, named.has(number) ? score * kb.settings.rank.NAMED_FACTOR : score];
    });
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { best: limit ? scored.slice(0, limit) : scored, results: found.numbers, terms, total };
  }

  // What each term of the plan gives a record, before coverage and factors.
  function pointsOf(ranking, number) {
    return ranking.terms
      .map((one) => [one, one.term.weightIn(number)])
      .filter(([, weight]) => weight)
      .map(([one, weight]) => ({ planned: one.planned, most: one.most, gain: one.most * saturate(weight) }));
  }

  // How many of the terms select.
  function splitOf(terms) {
    const { SELECTING_SHARE, COSTLY_SELECTING_SHARE, COSTLY_RECORDS } = kb.settings.rank;
    const whole = terms.reduce((sum, one) => sum + one.most, 0);
    let held = 0;
    for (let place = 0; place < terms.length; place++) {
      const costly = terms[place].term.count > COSTLY_RECORDS;
      if (held >= SELECTING_SHARE * whole || (held >= COSTLY_SELECTING_SHARE * whole && costly)) return place;
      held += terms[place].most;
    }
    return terms.length;
  }

  // Points and covered weight of each record that has one of the terms.
  function accumulate(index, terms, within, without) {
    const points = new Float64Array(index.count);
    const covered = new Float64Array(index.count);
    const sums = new Float64Array(index.count);
    const shares = index.weights.map(saturate);
    const touched = [];
    const add = (number, gain, most) => {
      if (!covered[number]) touched.push(number);
      points[number] += gain;
      covered[number] += most;
    };
    for (const one of terms) {
      const lists = one.term.lists();
      if (lists.length > 1) {
        for (const number of summed(lists, index.weights, sums)) {
          add(number, one.most * saturate(sums[number]), one.most);
          sums[number] = 0;
        }
      } else {
        const { ids, codes } = lists[0];
        const gains = shares.map((share) => one.most * share);
        for (let i = 0; i < ids.length; i++) add(ids[i], gains[codes[i]], one.most);
      }
    }
    const numbers = touched.filter((number) => (!within || within.has(number)) && !without.has(number));
    return { points, covered, numbers };
  }

  // A term of several written forms: a record's weights are summed before they saturate. The records that have any.
  function summed(lists, table, sums) {
    const touched = [];
    for (const { ids, codes } of lists) {
      for (let i = 0; i < ids.length; i++) {
        if (!sums[ids[i]]) touched.push(ids[i]);
        sums[ids[i]] += table[codes[i]];
      }
    }
    return touched;
  }

  // Without the records that have next to nothing of the question.
  function resultsOf(found, selecting) {
    const { LEAST_RESULT_SHARE, LEAST_SHARE_OF_BEST } = kb.settings.rank;
    const best = found.numbers.reduce((most, number) => Math.max(most, found.covered[number]), 0);
    const least = Math.min(LEAST_RESULT_SHARE * selecting, LEAST_SHARE_OF_BEST * best);
    return { ...found, numbers: found.numbers.filter((number) => found.covered[number] >= least) };
  }

  // The records that may still come among the first `limit`.
  function survivors({ points, covered, numbers }, rest, total, limit, factors, named) {
    const { UNCOVERED_FACTOR } = kb.settings.rank;
    const share = (1 - UNCOVERED_FACTOR) / total;
    const more = rest.reduce((sum, one) => sum + one.bound, 0);
    const base = UNCOVERED_FACTOR + share * rest.reduce((sum, one) => sum + one.most, 0);
    const factor = (number) => (factors ? factors[number] : 1);
    const sure = Float64Array.from(numbers, (number) => points[number] * (UNCOVERED_FACTOR + share * covered[number]) * factor(number));
    const least = sure.length > limit ? sure.sort()[sure.length - limit] : 0;
    return numbers.filter(
      (number) => (points[number] + more) * (base + share * covered[number]) * factor(number) >= least || named.has(number)
    );
  }

  kb.rank = { rank, coverage, pointsOf };
})((self.kbSearch = self.kbSearch || {}));
