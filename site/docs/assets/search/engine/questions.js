// Twin of indexer/questions.py: what a question asks for.
(function (kb) {
  "use strict";

  function plainOf(query) {
    return kb.fold.folded(kb.fold.syllables(query).join(" "));
  }

  // The term of the thing whose meaning is asked for; null where none is.
  function askedMeaning(query) {
    const plain = plainOf(query);
    const rest = plain.replace(kb.fold.patternFor(plain, kb.settings.questions.asksMeaning, "g"), " ");
    const words = kb.fold.words(rest);
    return rest !== plain && words.length ? `d:${words.join("_")}` : null;
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

  kb.questions = { askedMeaning, subject, nameTerm };
})((self.kbSearch = self.kbSearch || {}));
