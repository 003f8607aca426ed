// The table of what a plan rests on: by severity (a button each), status and section; without it all is listed.
(function () {
  "use strict";
  var GRAVEST_FIRST = ["wrong", "lapsed", "note", ""];
  var table = document.querySelector("[data-level-list]");
  if (!table) return;
  var levels = document.querySelector("[data-level-filter]");
  var more = document.querySelector("[data-table-choose]");
  var status = more.querySelector("[data-choose-group]");
  var section = more.querySelector("[data-choose-section]");
  var said = document.querySelector("[data-level-said]");
  var groups = Array.prototype.slice.call(table.tBodies);
  var rows = Array.prototype.slice.call(table.querySelectorAll("tr[data-level]"));
  var level = null;

  function fits(row) {
    return (level === null || row.dataset.level === level) &&
      (!status.value || row.parentNode.dataset.anchor === status.value) &&
      (!section.value || row.dataset.sections.split(" ").includes(section.value));
  }

  function show() {
    rows.forEach(function (row) { row.hidden = !fits(row); });
    groups.forEach(function (group) { group.hidden = !group.querySelector("tr[data-level]:not([hidden])"); });
    Array.prototype.forEach.call(levels.children, function (button) {
      button.setAttribute("aria-pressed", String(button.value === (level === null ? "tat-ca" : level)));
    });
    said.textContent = "Đang hiện " + rows.filter(function (row) { return !row.hidden; }).length + "/" + rows.length + " dòng.";
  }

  function offer(value, words, count) {
    var button = document.createElement("button");
    button.type = "button";
    button.value = value === null ? "tat-ca" : value;
    button.textContent = words + " (" + count + " dòng)";
    button.addEventListener("click", function () {
      level = value;
      show();
    });
    levels.append(button);
  }

  offer(null, "tất cả", rows.length);
  GRAVEST_FIRST.forEach(function (severity) {
    var own = rows.filter(function (row) { return row.dataset.level === severity; });
    if (own.length) offer(severity, severity ? levels.dataset[severity] : "không có gì phải sửa", own.length);
  });
  status.addEventListener("change", show);
  section.addEventListener("change", show);
  more.querySelector("[data-table-print]").addEventListener("click", function () { print(); });
  levels.hidden = more.hidden = false;
  show();
})();
