// Twin of indexer/search.py and indexer/hits.py: a query answered, in steps that each load what they need: plan, rank, show.
(function (kb) {
  "use strict";
  const VERIFIED = 60; // so many records are read to see whether a quoted phrase stands in them

  // Options: limit, page, sort ("issued", "rank"), facets (counted or not), filters {kind, type, issuer, year, status,
  // topic}. Answers as indexer.results says, or {problem} for a query that cannot be asked, with what is
  // `said` of a value that nothing has.
  async function answer(index, query, options = {}) {
    index.forget();
    const text = clean(query);
    if (!kb.fold.syllables(text).length) return { problem: "empty" };
    if ([...text].length > kb.settings.query.most) return { problem: "long" };
    const parsed = kb.query.parse(text);
    const results = await found(index, text, parsed, options);
    if (results.problem) return results;
    const beyond = await index.settle(() => kb.registered.beyond(index, query, results.hits.length > 0));
    return { ...results, beyond, numbered: kb.numbered.numbered(results, query) };
  }

  // The results, of another wording where the one typed has none.
  async function found(index, text, parsed, options) {
    const results = await ask(index, text, parsed, options);
    if (results.hits.length) {
      return { ...results, suggestion: await meant(index, parsed.text, kb.suggest.restore) };
    }
    const said = results.total ? null : await index.settle(() => kb.unknown.said(index, options.filters || {}, parsed));
    if (said) return { problem: "value", said };
    const better = await meant(index, parsed.text, kb.suggest.suggest);
    const again = better ? await ask(index, better, kb.query.parse(better), options) : results;
    return { ...again, query: text, suggestion: better, corrected: again.hits.length > 0 };
  }

  // What was perhaps meant: keys of Telex or VNI decoded, else another wording.
  async function meant(index, text, otherwise) {
    return (await index.settle(() => kb.keys.asMeant(index, text))) || index.settle(() => otherwise(index, text));
  }

  function clean(query) {
    return wordsOfName(query.replace(/[\p{Cc}\p{Cs}]/gu, " ").trim());
  }

  // Twin of kb/number/file_name.py: the words of a file's name; any other text as it is.
  function wordsOfName(text) {
    const { file, copy, joint } = kb.settings.fileName;
    const named = kb.fold.pattern(`^(?:${file})$`, "i").exec(text);
    if (!named) return text;
    const { pattern, words } = kb.fold;
    return words(named.groups.stem.replace(pattern(copy, "g"), "").replace(pattern(joint, "g"), " ")).join(" ");
  }

  async function ask(index, text, query, { limit = 10, page = 1, sort = null, facets = false, filters = {} }) {
    const plan = await index.settle(() => planned(index, query.text));
    let within = await index.settle(() => kb.filters.allowed(index, filters, query));
    const named = await index.settle(() => namedBy(index, query.text));
    if (query.phrases.length && within.size <= VERIFIED) within = await havingPhrases(index, within, query.phrases);
    const spare = query.phrases.length ? VERIFIED : kb.settings.search.spareRecords;
    const wanted = limit && !sort ? limit * page + spare : 0;
    const without = await index.settle(() => kb.filters.leftOut(index, query));
    const ranking = await index.settle(() =>
      plan.terms.length ? kb.rank.rank(index, plan, wanted, { within, without, named }) : listing(index, within)
    );
    let ordered = await index.settle(() => sorted(index, ranking.best, sort));
    if (query.phrases.length && within.size > VERIFIED) {
      const numbers = new Set(ordered.slice(0, limit * page + VERIFIED).map(([number]) => number));
      const sure = await havingPhrases(index, numbers, query.phrases);
      ordered = ordered.filter(([number]) => sure.has(number));
    }
    const hits = await index.settle(() => hitsOf(index, ordered, ranking, plan, named, limit, page));
    return {
      query: text,
      understood: plan.understood,
      total: ranking.results.length,
      atMost: query.phrases.length > 0 && within.size > VERIFIED, // more were found than were read
      hits,
      facets: facets ? await index.settle(() => kb.filters.counts(index, ranking.results)) : null,
      page,
      first: limit * (page - 1) + 1,
      sameNumber: await index.settle(() => sameNumber(index, plan)),
    };
  }

  // The plan; the posting lists of its terms are asked for in the same round of loading as the terms.
  function planned(index, text) {
    const plan = kb.plan.makePlan(text, index.glossary, (term) => index.exists(term));
    for (const { term } of plan.terms) index.lookUp(term)?.lists();
    return plan;
  }

  // Records whose whole name was typed, alone or with words of asking around it.
  function namedBy(index, text) {
    const names = [...new Set([text, kb.questions.subject(text)])].filter((name) => kb.fold.syllables(name).length);
    const found = names.map((name) => index.lookUp(kb.questions.nameTerm(name))).filter(Boolean);
    return new Set(found.flatMap((term) => [...term.numbers()]));
  }

  function sameNumber(index, plan) {
    const terms = plan.terms.filter((one) => one.term.startsWith("n:")).map((one) => index.lookUp(one.term));
    const most = Math.max(0, ...terms.map((term) => (term ? term.numbers().size : 0)));
    return most > 1 ? most : 0;
  }

  // Every record that passes the filters, when there is nothing else to go by.
  function listing(index, within) {
    const numbers = [...(within || [])];
    const best = numbers.map((number) => [number, index.factors ? index.factors[number] : 1]);
    best.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { best, results: numbers, terms: [], total: 0 };
  }

  function sorted(index, best, sort) {
    if (!sort || !best.length) return best;
    if (!Object.hasOwn(kb.settings.search.sorted, sort)) return best;
    const column = index.column(sort);
    const direction = kb.settings.search.sorted[sort];
    const value = (number) => (column ? column[number] : 0);
    const good = best.filter(([, score]) => score >= kb.settings.search.leastSortedShare * best[0][1]);
    const key = ([number, score]) => [value(number) ? 0 : 1, direction * value(number), -score];
    return good.sort((a, b) => kb.order.compareAll(key(a), key(b)));
  }

  // The hits as far as the page asked for, near-duplicates behind the first of them.
  function hitsOf(index, ordered, ranking, plan, named, limit, page) {
    const enough = limit ? limit * page : ordered.length;
    const shown = [];
    for (const [number, score] of ordered) {
      const record = index.stored(number);
      const twin = record && record.sketch && shown.find((one) => twins(one.record, record));
      if (twin) twin.alike.push(record.id);
      else if (shown.length === enough) break;
      else shown.push({ number, score, record, alike: [] });
    }
    const asked = shown.slice(limit * (page - 1));
    return index.wanted.size ? [] : asked.map((one) => hitOf(index, one, ranking, plan, named.has(one.number)));
  }

  // Documents are told apart by their numbers, never folded: the index holds no sketches of them.
  function twins(one, other) {
    return Boolean(one) && one.kind === other.kind && kb.nearDuplicates.alike(one.sketch, other.sketch);
  }

  function hitOf(index, { number, score, record, alike }, ranking, plan, isNamed) {
    const points = kb.rank.pointsOf(ranking, number);
    const covered = points.reduce((sum, one) => sum + one.most, 0);
    const factors = [["loại bản ghi", kb.settings.weigh.kindWeight[record.kind]]];
    if (record.prior !== 1) factors.push(["được dựa vào, còn hiệu lực", record.prior]);
    if (isNamed) factors.push(["đúng cả tên", kb.settings.rank.NAMED_FACTOR]);
    if (points.length) factors.push(["phần nội dung tìm có mặt", kb.rank.coverage(covered, ranking.total)]);
    const { text, names, issuers, prior, sketch, ...shown } = record;
    return {
      ...shown,
      issuer: issuers.join(", "),
      score,
      snippet: kb.snippet.snippet(text || record.title, plan.words),
      titleMarks: kb.snippet.placesIn(record.title, plan.words),
      alike,
      explain: { points: points.map(({ planned, gain }) => [planned.term, planned.reading, gain]), factors },
    };
  }

  async function havingPhrases(index, numbers, phrases) {
    return index.settle(() => {
      const records = [...numbers].map((number) => [number, index.stored(number)]);
      return new Set(records.filter(([, record]) => record && hasPhrases(record, phrases)).map(([number]) => number));
    });
  }

  // Whether each quoted phrase stands in the record, accented as typed when it was.
  function hasPhrases(record, phrases) {
    const { folded, syllables } = kb.fold;
    const text = ` ${syllables([record.title, ...record.names, record.text, record.number].join("\n")).join(" ")} `;
    const plain = folded(text);
    return phrases.every((phrase) => {
      const words = syllables(phrase).join(" ");
      return (words === folded(words) ? plain : text).includes(` ${words} `);
    });
  }

  kb.search = { answer, wordsOfName };
})((self.kbSearch = self.kbSearch || {}));
