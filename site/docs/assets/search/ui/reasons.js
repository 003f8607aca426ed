// Why a record is found, in words; what was understood of the query, where that was typed or decided.
(function (kb) {
  "use strict";

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
    if (results.numbered !== "other") return null;
    const typed = results.query.split(/[\s,;]+/).find((word) => /^\d+[/-].*\p{L}/u.test(word));
    return [typed || results.query.trim(), first.number];
  }

  // Whether Enter opens the first hit: it alone bears the number typed, and nothing beyond the corpus does.
  function opens(results) {
    return results.numbered === "own" && !results.sameNumber && !results.beyond.length;
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

  kb.reasons = { of, understood, otherNumber, opens };
})((self.kbSearch = self.kbSearch || {}));
