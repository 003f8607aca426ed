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
      var visible = looks.has(line.closest("[data-look]").dataset.look) && seen.has(line.dataset.from) && seen.has(line.dataset.to);
      show(line, visible);
      if (visible && line.tagName === "path") count += 1;
    });
    said.textContent = "Đang hiện " + seen.size + " ô, " + count + " mối quan hệ.";
  }

  // On another day the boxes have other statuses: as-of.js has said which.
  function followDay() {
    var counts = Object.create(null);
    nodes.forEach(function (node) {
      if (!node.dataset.statusLabel) return;
      counts[node.dataset.status] = counts[node.dataset.status] || { label: node.dataset.statusLabel, count: 0 };
      counts[node.dataset.status].count += 1;
    });
    var fieldset = form.querySelector("[data-choices=status]");
    if (!fieldset || !Object.keys(counts).length) return;
    var order = Object.keys(counts).sort(function (a, b) { return counts[b].count - counts[a].count || (a < b ? -1 : 1); });
    fieldset.replaceChildren.apply(fieldset, [fieldset.querySelector("legend")].concat(order.map(function (status) {
      var label = document.createElement("label");
      var box = document.createElement("input");
      var count = document.createElement("span");
      box.type = "checkbox";
      box.name = "status";
      box.value = status;
      box.checked = true;
      count.className = "kb-fine";
      count.textContent = counts[status].count;
      label.append(box, " " + counts[status].label + " ", count);
      return label;
    })));
  }

  function setAll(checked) {
    form.querySelectorAll("input").forEach(function (box) { box.checked = checked; });
    apply();
  }

  followDay();
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.querySelector("[data-all]").addEventListener("click", function () { setAll(true); });
  form.querySelector("[data-none]").addEventListener("click", function () { setAll(false); });
  if (window.matchMedia("(max-width: 40em)").matches) form.querySelector("details").open = false;
  apply();
})();
