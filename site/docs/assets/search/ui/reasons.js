// Why a record is found, in words; what was understood of the query, where that was typed or decided.
(function (kb) {
  "use strict";

  // Letters and figures alone, without marks: "06/2014/NĐ-CP" -> "62014ndcp".
  function bare(text) {
    const plain = text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[^a-z0-9]/g, "");
    return plain.replace(/^0+/, "");
  }

  function isTyped(short, query) {
    return ` ${query.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(` ${short.toLowerCase()} `);
  }

  // The reading that gave the first hit most of its points.
  function decisive(results) {
    const [first] = results.hits;
    const best = first ? [...first.explain.points].sort((a, b) => b[2] - a[2])[0] : null;
    return best ? best[1] : "";
  }

  // [short, long] of each abbreviation that the reader has to be told of.
  function understood(results) {
    const reading = decisive(results);
    return Object.entries(results.understood).filter(
      ([short, long]) => isTyped(short, results.query) || reading.startsWith(`${long} = ${short}`)
    );
  }

  // The number typed and that of the first hit, where it is found by another one than its own; else null.
  function otherNumber(results) {
    const [first] = results.hits;
    if (!results.number || !first || first.kind !== "document" || !first.number) return null;
    if (!first.explain.points.some(([term]) => term.startsWith("n:"))) return null;
    const typed = results.query.split(/[\s,;]+/).filter((word) => /^\d+[/-].*\p{L}/u.test(word));
    const own = typed.some((word) => bare(first.number).startsWith(bare(word)));
    return typed.length && !own ? [typed[0], first.number] : null;
  }

  function words(points, kind) {
    const found = points.filter(([term]) => kind.includes(term.slice(0, 2))).map(([term]) => term.slice(2));
    return [...new Set(found)].map((word) => `“${word}”`).join(", ");
  }

  // A sentence for each reason, the strongest first.
  function of(hit) {
    const { points, factors } = hit.explain;
    const share = new Map(factors);
    const said = [];
    if (points.some(([term]) => term.startsWith("n:"))) said.push("Mang số hiệu đã gõ.");
    if (share.has("đúng cả tên")) said.push("Tên trùng cả câu tìm.");
    if (points.some(([, reading]) => reading === "định nghĩa")) said.push("Có chỗ định nghĩa từ đã gõ.");
    const exact = words(points, ["s:"]) || words(points, ["f:"]);
    if (exact) said.push(`Có chữ ${exact}.`);
    for (const reading of new Set(points.map((point) => point[1]).filter((one) => one.includes(" = ")))) {
      said.push(`Đã đọc ${reading.replace(/ \([^)]*\)$/, "")}.`);
    }
    if (share.get("được dựa vào, còn hiệu lực") > 1) said.push("Được xếp lên trước vì có nơi dựa vào.");
    return said;
  }

  kb.reasons = { of, understood, otherNumber };
})((self.kbSearch = self.kbSearch || {}));
