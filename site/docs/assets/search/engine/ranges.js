// Many shards in one answer: ranges of the pack, for a server that gives several of a file at once (RFC 9110, 14).
(function (kb) {
  "use strict";
  const NEAR = 100; // bytes between two ranges that cost less than the head of a part of their own

  class Pack {
    // `sizes` are the packed slots of the shards of each family, in the order of the file; a slot is so many bytes.
    constructor(address, sizes, slot) {
      this.address = address;
      this.starts = new Map();
      let at = 0;
      for (const [family, packed] of Object.entries(sizes)) {
        const from = new kb.pack.Unpacker(packed);
        const starts = [at];
        this.starts.set(family, starts);
        while (!from.ended) starts.push((at += slot * from.next()));
      }
    }

    // First byte and end of a shard; null for one that is not in the pack.
    place(name) {
      const [family, number] = name.split("-");
      const starts = this.starts.get(family);
      return starts && /^\d+$/.test(number) ? [starts[Number(number)], starts[Number(number) + 1]] : null;
    }

    // The values of shards that are in the pack, by name. Throws where the server does not give ranges.
    async load(names) {
      const places = new Map(names.map((name) => [name, this.place(name)]));
      const ranges = joined([...places.values()]).map(([start, end]) => `${start}-${end - 1}`);
      const answer = await fetch(this.address, { headers: { Range: `bytes=${ranges.join(",")}` } });
      if (answer.status !== 206) {
        answer.body?.cancel();
        throw new Error(`${this.address}: ${answer.status}`);
      }
      const parts = partsOf(answer, new Uint8Array(await answer.arrayBuffer()));
      const pieces = [...places.values()].map(([start, end]) => {
        const [first, bytes] = parts.find(([at, part]) => at <= start && end <= at + part.length);
        return trimmed(bytes.subarray(start - first, end - first));
      });
      const lines = (await inflated(pieces)).split("\n");
      return new Map(names.map((name, i) => [name, JSON.parse(lines[i])]));
    }
  }

  // A piece without the zeros that fill its last slot.
  function trimmed(bytes) {
    let end = bytes.length;
    while (bytes[end - 1] === 0) end--;
    return bytes.subarray(0, end);
  }

  // Pieces of raw deflate streams that look back into no other are one stream, ended by an empty last block.
  function inflated(pieces) {
    const stream = new DecompressionStream("deflate-raw");
    const writer = stream.writable.getWriter();
    for (const piece of [...pieces, new Uint8Array([3, 0])]) writer.write(piece).catch(() => null); // the reader fails too
    writer.close().catch(() => null);
    return new Response(stream.readable).text();
  }

  // Ranges in order, those that all but touch made one.
  function joined(ranges) {
    const found = [];
    for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
      const last = found[found.length - 1];
      if (last && start - last[1] <= NEAR) last[1] = end;
      else found.push([start, end]);
    }
    return found;
  }

  // [first byte, bytes] of each part of an answer, which has one or several.
  function partsOf(answer, bytes) {
    const range = /bytes (\d+)-(\d+)/i;
    const alone = range.exec(answer.headers.get("Content-Range") || "");
    if (alone) return [[Number(alone[1]), bytes]];
    const parts = [];
    const ascii = new TextDecoder("latin1");
    for (let at = 0, end = endOfHead(bytes, at); end; end = endOfHead(bytes, at)) {
      const [, first, last] = range.exec(ascii.decode(bytes.subarray(at, end)));
      at = end + Number(last) - Number(first) + 1;
      parts.push([Number(first), bytes.subarray(end, at)]);
    }
    return parts;
  }

  // Where the head that begins at a place ends, which an empty line does; 0 for no more heads.
  function endOfHead(bytes, start) {
    for (let at = start + 4; at <= bytes.length; at++) {
      if (bytes[at - 1] === 10 && bytes[at - 2] === 13 && bytes[at - 3] === 10 && bytes[at - 4] === 13) return at;
    }
    return 0;
  }

  kb.ranges = { Pack };
})((self.kbSearch = self.kbSearch || {}));
