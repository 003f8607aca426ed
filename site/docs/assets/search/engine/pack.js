// Twin of indexer/browser/pack.py: numbers as text, one character a number.
(function (kb) {
  "use strict";
  const FIRST = 0x23;
  const BACKSLASH = 0x5c;
  const SURROGATES = 0xd800;
  const SURROGATES_END = 0xe000;
  const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
  });

  // Reads numbers one after another.
  class Unpacker {
    constructor(text, start = 0) {
      this.text = text;
      this.at = start;
    }

    next() {
      let code = this.text.charCodeAt(this.at++);
      if (code >= SURROGATES) {
        if (code < SURROGATES_END) code = this.text.codePointAt(this.at++ - 1);
        code -= SURROGATES_END - SURROGATES;
      }
      return code - (code > BACKSLASH ? 1 : 0) - FIRST;
    }

    get ended() {
      return this.at >= this.text.length;
    }

    // `count` ascending numbers, kept as the gaps between them.
    ascending(count) {
      const numbers = new Uint32Array(count);
      for (let i = 0, before = -1; i < count; i++) numbers[i] = before = before + 1 + this.next();
      return numbers;
    }
  }

  function ascending(text) {
    const from = new Unpacker(text);
    const numbers = [];
    for (let before = -1; !from.ended; ) numbers.push((before = before + 1 + from.next()));
    return numbers;
  }

  function crc32(bytes, length) {
    let sum = 0xffffffff;
    for (let i = 0; i < length; i++) sum = CRC[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  kb.pack = { Unpacker, ascending, crc32 };
})((self.kbSearch = self.kbSearch || {}));
