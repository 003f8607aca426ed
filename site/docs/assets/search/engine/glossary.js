// Twin of indexer/query/glossary.py: the glossary as a query sees it, ANTT ↔ an ninh, trật tự.
(function (kb) {
  "use strict";

  // Abbreviation -> expansion for each one typed in the query.
  function expansionsIn(query, glossary) {
    const { folded, words } = kb.fold;
    const known = new Map(Object.entries(glossary).map((pair) => [folded(pair[0]), pair]));
    const found = new Map();
    for (const token of words(query.replace(/,/g, " "))) {
      const word = token.replace(/^[“”"'().;:]+|[“”"'().;:]+$/g, "");
      const [short, long] = known.get(folded(word)) || ["", ""];
      if (short && ([...word].length >= kb.settings.glossary.leastLength || word === short)) found.set(short, long);
    }
    return found;
  }

  // Abbreviation -> expansion for each expansion that stands in the query, accented or not.
  function contractionsIn(query, glossary) {
    const { folded, syllables } = kb.fold;
    const typed = ` ${syllables(query).join(" ")} `;
    const plain = folded(typed);
    const found = new Map();
    for (const [short, long] of Object.entries(glossary)) {
      const words = syllables(long);
      const expansion = ` ${words.join(" ")} `;
      if (words.length > 1 && (typed.includes(expansion) || plain.includes(folded(expansion)))) found.set(short, long);
    }
    return found;
  }

  kb.glossary = { expansionsIn, contractionsIn };
})((self.kbSearch = self.kbSearch || {}));
