// The button back to the top, seen while a reader far down a page scrolls up.
(function () {
  "use strict";
  var button = document.querySelector("[data-md-component=top]");
  if (!button) return;
  var before = 0;
  window.addEventListener("scroll", function () {
    button.hidden = window.scrollY >= before || window.scrollY < window.innerHeight;
    before = window.scrollY;
  }, { passive: true });
  button.addEventListener("click", function () {
    var heading = document.querySelector("h1");
    window.scrollTo({ top: 0 });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
})();
