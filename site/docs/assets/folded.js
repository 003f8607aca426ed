// What a link leads to may be folded away: it is unfolded first, and then seen. Some things are folded on a phone alone.
(function () {
  "use strict";
  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details:not([open])");
    if (!folded) return;
    for (var around = folded; around; around = around.parentElement.closest("details")) around.open = true;
    target.scrollIntoView();
  }
  if (window.matchMedia("screen and (max-width: 60em)").matches) {
    document.querySelectorAll("[data-narrow-folded]").forEach(function (one) { one.open = false; });
  }
  window.addEventListener("hashchange", unfold);
  unfold();
})();
