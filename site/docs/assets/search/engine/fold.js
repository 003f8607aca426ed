// Twin of kb/language/fold.py: one form for every way of typing the same Vietnamese text.
(function (kb) {
  "use strict";
  const MOST_KEPT = 20000;
  const ascii = new Map();
  const compiled = { "": new Map(), g: new Map(), i: new Map() };

  // A pattern of the settings, compiled once; all of them know every script.
  function pattern(source, flags) {
    const known = compiled[flags];
    if (!known.has(source)) known.set(source, new RegExp(source, `${flags}u`));
    return known.get(source);
  }

  // `change`, its answers for single words kept: a query folds the same words again and again.
  function kept(change) {
    const known = new Map();
    return (text) => {
      let answer = known.get(text);
      if (answer === undefined) {
        answer = change(text);
        if (known.size >= MOST_KEPT) known.clear();
        if (text.length < 20) known.set(text, answer);
      }
      return answer;
    };
  }

  // One of two forms of a pattern: the second knows ASCII only, and is compiled ten times as fast.
  function patternFor(text, [any, plain], flags) {
    if (/[^\x00-\x7f]/.test(text)) return pattern(any, flags);
    if (!ascii.has(plain)) ascii.set(plain, new RegExp(plain, flags));
    return ascii.get(plain);
  }

  // Twin of kb/language/letters.py: one spelling for every letter. Marks of Markdown stay, as they do there.
  function spelt(text) {
    if (!/[^\x00-\x7f]/.test(text)) return text;
    const { spelling, lookalikes, otherScript, invisible, numberBackslash, word } = kb.settings.fold;
    const seen = composed(text.replace(pattern(invisible, "g"), ""));
    const usual = [...seen].map((letter) => (Object.hasOwn(spelling, letter) ? spelling[letter] : letter)).join("");
    const latin = usual.replace(pattern(`${word}+`, "g"), (found) =>
      pattern(otherScript, "").test(found) ? found : [...found].map((letter) => lookalikes[letter] || letter).join("")
    );
    return composed(latin.replace(pattern(numberBackslash, "g"), "/"));
  }

  // Letters with their marks, in whatever order they were typed, as one code point; a stroke through d makes it đ.
  function composed(text) {
    const { marked, quality, struck } = kb.settings.fold;
    const ordered = text.replace(pattern(marked, "g"), (found) => {
      const bare = found.replace(pattern(struck, "g"), (_, letter) => (letter === "d" ? "đ" : "Đ"));
      const [base, ...marks] = bare.normalize("NFD");
      const first = (mark) => quality.includes(mark);
      return [base, ...marks.filter(first), ...marks.filter((mark) => !first(mark))].join("");
    });
    return ordered.normalize("NFC");
  }

  const normal = kept((text) => {
    const { misplaced, placement } = kb.settings.fold;
    const plain = spelt(text).toLowerCase();
    return plain.replace(pattern(misplaced, "g"), (found) => placement[found]);
  });

  const folded = kept((text) => {
    const decomposed = normal(text).replace(/đ/g, "d").normalize("NFD");
    return decomposed.replace(pattern(kb.settings.fold.marks, "g"), "");
  });

  function syllables(text) {
    return normal(text).match(pattern(kb.settings.fold.syllable, "g")) || [];
  }

  // A text without white space at its ends, in words.
  function words(text) {
    return text.split(pattern(kb.settings.fold.space, "g")).filter(Boolean);
  }

  kb.fold = { pattern, patternFor, spelt, normal, folded, syllables, words };
})((self.kbSearch = self.kbSearch || {}));
