// Twin of indexer/query/questions.py: what a question asks for.
(function (kb) {
  "use strict";

  function plainOf(query) {
    return kb.fold.folded(kb.fold.syllables(query).join(" "));
  }

  // The term of the thing whose meaning is asked for; null where none is. The law it is asked of is left out.
  function askedMeaning(query) {
    const set = kb.settings.questions;
    const parts = query.split(",").map(plainOf).filter(Boolean);
    if (parts.length > 1 && kb.fold.patternFor(parts[0], set.under, "").test(parts[0])) parts.shift();
    const plain = parts.join(" ");
    const rest = plain.replace(kb.fold.patternFor(plain, set.asksMeaning, "g"), " ");
    const words = kb.fold.words(rest.replace(kb.fold.patternFor(rest, set.byLaw, ""), ""));
    return rest !== plain && words.length ? `d:${words.join("_")}` : null;
  }

  // Which of a question's words only ask; of a question that has no other words, none. `plain` are the words folded.
  function wordsOfAsking(words, plain) {
    const set = kb.settings.questions;
    const line = plain.join(" ");
    const matches = [...line.matchAll(kb.fold.patternFor(line, set.askingWords, "g"))];
    let next = 0;
    const asking = words.map((word, i) => {
      const start = next;
      const end = start + plain[i].length;
      next = end + 1;
      const inside = matches.some((match) => match.index <= start && end <= match.index + match[0].length);
      return inside && (word === plain[i] || set.accented.includes(word));
    });
    return asking.every(Boolean) ? asking.map(() => false) : asking;
  }

  // A question without its words of asking, folded: what a heading would say.
  function subject(query) {
    let plain = plainOf(query);
    for (let time = 0; time < 3; time++) {
      plain = plain.replace(kb.fold.patternFor(plain, kb.settings.questions.asking, "g"), "").trim();
    }
    return plain;
  }

  function nameTerm(name) {
    return `x:${kb.fold.folded(kb.fold.syllables(name).join("_"))}`;
  }

  kb.questions = { askedMeaning, wordsOfAsking, subject, nameTerm };
})((self.kbSearch = self.kbSearch || {}));
