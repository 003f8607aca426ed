// Loads the page again when there are newer pages than the one that is shown: kb serve answers with a number.
(function () {
  "use strict";
  let shown = null;

  async function look() {
    try {
      const answer = await fetch("/kb-lan-dung", { cache: "no-store" });
      const now = await answer.text();
      if (shown !== null && answer.ok && now !== shown) location.reload();
      shown = answer.ok ? now : shown;
    } catch {
      // The server was stopped; it may come back.
    }
    setTimeout(look, 1000);
  }

  look();
})();
