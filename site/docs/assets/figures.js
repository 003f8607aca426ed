// A figure wider than the screen shows its own record first; the rest of it is a scroll away.
(function () {
  "use strict";
  function centre(frame) {
    if (frame.scrollWidth <= frame.clientWidth) return;
    var box = frame.querySelector(".kb-n-self").getBoundingClientRect();
    var seen = frame.getBoundingClientRect();
    frame.scrollLeft += box.left + box.width / 2 - seen.left - seen.width / 2;
  }
  document.querySelectorAll(".kb-scroll:has(.kb-n-self)").forEach(function (frame) {
    var folded = frame.closest("details");
    if (folded) folded.addEventListener("toggle", function () { if (folded.open) centre(frame); });
    centre(frame);
  });
})();
