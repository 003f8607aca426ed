// The review and the matrix of a plan by severity: a button each, one at a time. Without it all is listed.
(function () {
  "use strict";
  var GRAVEST_FIRST = ["wrong", "lapsed", "note", ""];
  var group = document.querySelector("[data-level-filter]");
  var list = document.querySelector("[data-level-list]");
  if (!group || !list) return;
  var items = Array.prototype.slice.call(list.children);
  var said = document.querySelector("[data-level-said]");

  function choose(severity) {
    items.forEach(function (item) { item.hidden = severity !== null && item.dataset.level !== severity; });
    Array.prototype.forEach.call(group.children, function (button) {
      button.setAttribute("aria-pressed", String(button.value === (severity === null ? "tat-ca" : severity)));
    });
    said.textContent = "Đang hiện " + items.filter(function (item) { return !item.hidden; }).length + " dòng.";
  }

  function offer(severity, words, count) {
    var button = document.createElement("button");
    button.type = "button";
    button.value = severity === null ? "tat-ca" : severity;
    button.textContent = words + " (" + count + ")";
    button.addEventListener("click", function () { choose(severity); });
    group.append(button);
  }

  offer(null, "Tất cả", items.length);
  GRAVEST_FIRST.forEach(function (severity) {
    var own = items.filter(function (item) { return item.dataset.level === severity; });
    if (own.length) offer(severity, own[0].dataset.words, own.length);
  });
  group.hidden = false;
  choose(null);
})();
