// Twin of indexer/query/plan.py: what is looked for and how much each find of it counts.
(function (kb) {
  "use strict";

  // `exists` says whether a term is in the index, which decides between readings.
  function makePlan(query, glossary, exists) {
    const { folded, syllables } = kb.fold;
    const set = kb.settings.plan;
    const [numbers, consumed] = numbersIn(query, exists);
    const expanded = new Map(
      [...kb.glossary.expansionsIn(query, glossary)].filter(([short]) => !consumed.has(folded(short)))
    );
    const contracted = kb.glossary.contractionsIn(query, glossary);
    const readings = [...numbers, ...textTerms(query, 1, "chữ", exists)];
    const meaning = kb.questions.askedMeaning(query);
    if (meaning && exists(meaning)) readings.push(planTerm(meaning, set.DEFINITION_WEIGHT, "định nghĩa"));
    const articles = kb.numbers.askedArticles(query).filter(exists);
    readings.push(...articles.map((term) => planTerm(term, set.ARTICLE_WEIGHT, "số điều")));
    for (const [short, long] of expanded) {
      readings.push(planTerm(`s:${short.toLowerCase()}`, set.ABBREVIATION_WEIGHT, `${short} như gõ`));
      readings.push(...textTerms(long, set.EXPANSION_SHARE, `${short} = ${long}`, exists));
    }
    for (const [short, long] of contracted) {
      readings.push(planTerm(`s:${short.toLowerCase()}`, set.CONTRACTION_WEIGHT, `${long} = ${short}`));
    }
    const terms = new Map();
    for (const one of readings) {
      if (!terms.has(one.term) || terms.get(one.term).weight < one.weight) terms.set(one.term, one);
    }
    const words = [
      ...syllables(query),
      ...[...expanded.values()].flatMap(syllables),
      ...[...contracted.keys()].map((short) => short.toLowerCase()),
    ];
    return {
      terms: [...terms.values()],
      words: [...new Set(words)],
      understood: Object.fromEntries([...expanded, ...contracted]),
    };
  }

  function planTerm(term, weight, reading) {
    return { term, weight, reading };
  }

  function numbersIn(text, exists) {
    const found = kb.numbers.queryTerms(text).filter(([term]) => exists(term));
    const consumed = new Set(found.flatMap(([, words]) => words.split(/[\s/-]+/u)));
    return [found.map(([term]) => planTerm(term, kb.settings.plan.NUMBER_WEIGHT, "số hiệu")), consumed];
  }

  function* textTerms(text, share, reading, exists) {
    const set = kb.settings.plan;
    const words = kb.fold.syllables(text);
    const plain = words.map(kb.fold.folded);
    const asking = kb.questions.wordsOfAsking(words, plain);
    const less = words.every((word, i) => word === plain[i]) ? set.UNMARKED_SHARE : set.FOLDED_SHARE;
    for (let i = 0; i < words.length; i++) {
      if (asking[i]) continue;
      yield* accented(`s:${words[i]}`, `f:${plain[i]}`, words[i] === plain[i], share * set.SYLLABLE_WEIGHT, less, reading);
    }
    for (let i = 0; i + 1 < words.length; i++) {
      if (asking[i] && asking[i + 1]) continue;
      const pair = `${words[i]}_${words[i + 1]}`;
      const bare = `${plain[i]}_${plain[i + 1]}`;
      yield* accented(`b:${pair}`, `g:${bare}`, pair === bare, share * set.BIGRAM_WEIGHT, less, reading);
    }
    for (const length of set.COMPOUND_SYLLABLES) {
      for (let i = 0; i + length <= words.length; i++) {
        const compound = `c:${words.slice(i, i + length).join("_")}`;
        if (exists(compound)) yield planTerm(compound, share * set.COMPOUND_WEIGHT, "từ ghép");
      }
    }
  }

  // An accented term trusts its exact form; one typed bare may be any of its lookalikes. `less` is the other's share.
  function* accented(exact, bare, typedBare, weight, less, reading) {
    if (typedBare) {
      yield planTerm(bare, weight, `${reading} (không dấu)`);
      yield planTerm(exact, weight * less, `${reading} (đúng như gõ)`);
    } else {
      yield planTerm(exact, weight, `${reading} (đúng dấu)`);
      yield planTerm(bare, weight * less, `${reading} (gần giống)`);
    }
  }

  kb.plan = { makePlan };
})((self.kbSearch = self.kbSearch || {}));
