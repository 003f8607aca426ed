// What a link leads to may be folded away: it is unfolded first, and then seen.
(function () {
  "use strict";
  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details:not([open])");
    if (!folded) return;
    for (var around = folded; around; around = around.parentElement.closest("details")) around.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();
})();
