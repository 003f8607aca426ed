// The review of a plan by severity: a button each, one at a time. Without it all citations are listed.
(function () {
  "use strict";
  var group = document.querySelector("[data-severity-filter]");
  var list = document.querySelector("[data-severity-list]");
  if (!group || !list) return;
  var items = Array.prototype.slice.call(list.children);
  var said = document.querySelector("[data-severity-said]");

  function choose(severity) {
    items.forEach(function (item) { item.hidden = severity !== null && item.dataset.severity !== severity; });
    Array.prototype.forEach.call(group.children, function (button) {
      button.setAttribute("aria-pressed", String(button.value === (severity === null ? "tat-ca" : severity)));
    });
    said.textContent = "Đang hiện " + items.filter(function (item) { return !item.hidden; }).length + " chỗ.";
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
  items.map(function (item) { return item.dataset.severity; }).filter(function (severity, index, all) {
    return all.indexOf(severity) === index;
  }).forEach(function (severity) {
    var own = items.filter(function (item) { return item.dataset.severity === severity; });
    offer(severity, own[0].dataset.words, own.length);
  });
  group.hidden = false;
  choose(null);
})();
