// A page of another day (as-of.js) says so wherever the reader is, and stays where he was when the day is changed.
(function () {
  "use strict";
  var KEY = "kb-place";
  var box = document.querySelector(".kb-day");
  if (!box) return;

  function seen() {
    var found = document.querySelectorAll(".kb [id]:not(svg *)");
    return Array.prototype.filter.call(found, function (one) { return one.offsetParent && one.getBoundingClientRect().top >= 0; })[0];
  }

  // The first part in sight and how far it stands from the top: the same part stands there again on the other day.
  function keep() {
    var part = seen();
    if (!part) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify([location.pathname, part.id, part.getBoundingClientRect().top]));
    } catch { return; } // a browser that keeps nothing shows the page from its top
  }

  function kept() {
    try {
      var place = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
      return place;
    } catch { return null; }
  }

  function returnTo(place) {
    var part = place && place[0] === location.pathname && document.getElementById(place[1]);
    if (!part) return;
    for (var fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    window.scrollBy(0, part.getBoundingClientRect().top - place[2]);
  }

  function bar() {
    var line = document.createElement("p");
    var back = document.createElement("a");
    line.className = "kb-day-bar";
    back.href = box.querySelector("[data-day-back]").getAttribute("href");
    back.textContent = "Trở về hôm nay";
    back.addEventListener("click", keep);
    line.append(box.querySelector("[data-day-said]").textContent + " ", back);
    box.closest(".kb").append(line);
  }

  var place = kept();
  box.addEventListener("submit", keep);
  box.addEventListener("click", function (event) { if (event.target.closest("a")) keep(); });
  if (box.classList.contains("kb-other-day")) bar();
  if (place) window.addEventListener("load", function () { returnTo(place); });
})();
