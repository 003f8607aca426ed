// Filters the figure of all relations by kind of relation, type and status. Without it the figure shows all.
(function () {
  "use strict";
  var form = document.querySelector("[data-graph-filter]");
  if (!form) return;
  var nodes = Array.prototype.slice.call(document.querySelectorAll("[data-node]"));
  var lines = Array.prototype.slice.call(document.querySelectorAll("[data-from]"));
  var said = form.querySelector("[data-graph-said]");

  function chosen(name) {
    return new Set(Array.prototype.map.call(form.querySelectorAll("input[name=" + name + "]:checked"), function (box) {
      return box.value;
    }));
  }

  function show(element, visible) { element.style.display = visible ? "" : "none"; }

  function apply() {
    var looks = chosen("look");
    var types = chosen("type");
    var statuses = chosen("status");
    var seen = new Set();
    nodes.forEach(function (node) {
      var visible = types.has(node.dataset.type) && (!node.dataset.status || statuses.has(node.dataset.status));
      show(node, visible);
      if (visible) seen.add(node.dataset.node);
    });
    var count = 0;
    lines.forEach(function (line) {
      var visible = looks.has(line.dataset.look) && seen.has(line.dataset.from) && seen.has(line.dataset.to);
      show(line, visible);
      if (visible && line.tagName === "path") count += 1;
    });
    said.textContent = "Đang hiện " + seen.size + " bản ghi, " + count + " mối quan hệ.";
  }

  function setAll(checked) {
    form.querySelectorAll("input").forEach(function (box) { box.checked = checked; });
    apply();
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.querySelector("[data-all]").addEventListener("click", function () { setAll(true); });
  form.querySelector("[data-none]").addEventListener("click", function () { setAll(false); });
  if (window.matchMedia("(max-width: 40em)").matches) form.querySelector("details").open = false;
  apply();
})();
