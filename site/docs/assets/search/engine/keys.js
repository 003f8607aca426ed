// Twin of kb/language/key_typing.py, kb/language/syllable.py and indexer/query/raw_keys.py: words typed in Telex or VNI
// where no input method read the keys.
(function (kb) {
  "use strict";

  function isSyllable(word) {
    const { syllable, tone } = kb.settings.keys;
    const parts = word.toLowerCase().normalize("NFD");
    const marks = parts.match(kb.fold.pattern(tone, "g")) || [];
    if (marks.length > 1) return false;
    return kb.fold.pattern(`^(?:${syllable})$`, "").test(parts.replace(kb.fold.pattern(tone, "g"), "").normalize("NFC"));
  }

  // The syllable that the keys of a word make; null where they make none, or none else.
  function decoded(word) {
    const keys = word.toLowerCase();
    if (keys.length > kb.settings.keys.longest || !/^[a-z]+[a-z1-9]*$/.test(keys)) return null;
    const [letters, tone] = /\d/.test(keys) ? vni(keys) : telex(keys);
    const made = withTone(letters, tone);
    return made !== keys && isSyllable(made) ? made : null;
  }

  function replacedAt(letters, at, letter) {
    return letters.slice(0, at) + letter + letters.slice(at + 1);
  }

  function lastOf(letters, wanted) {
    return Math.max(...[...wanted].map((letter) => letters.lastIndexOf(letter)));
  }

  function telex(keys) {
    const { telexTones, doubled } = kb.settings.keys;
    let letters = "";
    let tone = "";
    for (const key of keys) {
      if (Object.hasOwn(telexTones, key) && /[aăâeêioôơuưy]/.test(letters)) tone = telexTones[key];
      else if (key === "w") letters = shaped(letters);
      else if (key === "d" && letters[0] === "d") letters = `đ${letters.slice(1)}`;
      else if (Object.hasOwn(doubled, key) && letters.includes(key)) {
        letters = replacedAt(letters, letters.lastIndexOf(key), doubled[key]);
      } else letters += key;
    }
    return [letters, tone];
  }

  function shaped(letters) {
    const shapes = kb.settings.keys.shaped;
    if (letters.includes("uo") && !letters.startsWith("qu")) return letters.replaceAll("uo", "ươ");
    if (letters.includes("ưo")) return letters.replaceAll("ưo", "ươ");
    let at = lastOf(letters, Object.keys(shapes));
    if (letters.endsWith("ua") && !letters.startsWith("qu")) at = letters.length - 2;
    return at >= 0 ? replacedAt(letters, at, shapes[letters[at]]) : `${letters}ư`;
  }

  function vni(keys) {
    const { vniTones, vniShapes } = kb.settings.keys;
    let letters = "";
    let tone = "";
    for (const key of keys) {
      if (Object.hasOwn(vniTones, key)) tone = vniTones[key];
      else if (key === "9" && letters[0] === "d") letters = `đ${letters.slice(1)}`;
      else if (key === "7" && /u[oơ]/.test(letters) && !letters.startsWith("qu")) letters = letters.replace(/u[oơ]/g, "ươ");
      else if (Object.hasOwn(vniShapes, key)) {
        const at = lastOf(letters, Object.keys(vniShapes[key]));
        if (at < 0) return ["", ""];
        letters = replacedAt(letters, at, vniShapes[key][letters[at]]);
      } else if (/\d/.test(key)) return ["", ""];
      else letters += key;
    }
    return [letters, tone];
  }

  function withTone(letters, tone) {
    const start = /^(?:qu|gi[aăâeêoôơuư])/.test(letters) ? 2 : 0;
    const rhyme = /[aăâeêioôơuưy]+/.exec(letters.slice(start));
    if (!tone || !rhyme) return letters;
    const begin = start + rhyme.index;
    const vowels = rhyme[0];
    const marked = lastOf(vowels, "ăâêôơư");
    let at = vowels.length === 3 ? 1 : 0;
    if (marked >= 0) at = marked;
    else if (begin + vowels.length < letters.length) at = vowels.length - 1;
    return (letters.slice(0, begin + at + 1) + tone + letters.slice(begin + at + 1)).normalize("NFC");
  }

  // The query with every word decoded that no record has and whose keys make a word of one; null where none is.
  function asMeant(index, query) {
    const words = kb.fold.words(query);
    const better = words.map((word) => {
      const made = decoded(word);
      const meant = made && kb.fold.normal(made);
      return meant && !index.exists(`f:${kb.fold.folded(word)}`) && index.exists(`s:${meant}`) ? meant : word;
    });
    return better.some((word, place) => word !== words[place]) ? better.join(" ") : null;
  }

  kb.keys = { decoded, isSyllable, asMeant };
})((self.kbSearch = self.kbSearch || {}));
