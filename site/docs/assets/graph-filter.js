// Filters the figure of all relations by kind of relation, type, status and name, and lays out anew what is left. Without
// it the figure shows all.
(function () {
  "use strict";
  var form = document.querySelector("[data-graph-filter]");
  if (!form) return;
  var nodes = Array.prototype.slice.call(document.querySelectorAll("[data-node]"));
  var lines = Array.prototype.slice.call(document.querySelectorAll("path[data-ends]"));
  var figure = window.kbFigure(nodes, lines);
  var near = form.querySelector("[data-near]");
  var said = form.querySelector("[data-graph-said]");

  function chosen(name) {
    return new Set(Array.prototype.map.call(form.querySelectorAll("input[name=" + name + "]:checked"), function (box) {
      return box.value;
    }));
  }

  // As people type: no marks, no case.
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().trim(); }

  var names = nodes.map(function (node) { return plain(figure.nameOf(node)); });

  // The boxes whose name holds what was typed, with those that a line joins with them.
  function around(boxes, shown) {
    var typed = plain(near.value);
    if (!typed) return boxes;
    var named = new Set(nodes.map(function (node, at) { return at; }).filter(function (at) {
      return boxes.has(at) && names[at].includes(typed);
    }));
    var found = new Set(named);
    shown.forEach(function (line) {
      var ends = figure.ends(line);
      if (named.has(ends[0]) || named.has(ends[1])) ends.forEach(function (end) { found.add(end); });
    });
    return found;
  }

  function apply() {
    var looks = chosen("look"), types = chosen("type"), statuses = chosen("status"), boxes = new Set();
    nodes.forEach(function (node, at) {
      if (types.has(node.dataset.type) && (!node.dataset.status || statuses.has(node.dataset.status))) boxes.add(at);
    });
    function within(line) {
      return looks.has(line.parentNode.dataset.look) && figure.ends(line).every(function (end) { return boxes.has(end); });
    }
    var shown = lines.filter(within);
    boxes = around(boxes, shown);
    shown = shown.filter(within);
    figure.show(boxes, new Set(shown));
    said.textContent = "Đang hiện " + boxes.size + " ô, " + shown.length + " mối quan hệ." +
      (near.value && !boxes.size ? " Không ô nào có tên như vậy: gõ số hiệu, ví dụ 48-CT/TW." : "");
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
    form.querySelectorAll("input[type=checkbox]").forEach(function (box) { box.checked = checked; });
    near.value = "";
    apply();
  }

  followDay();
  form.hidden = false;
  form.addEventListener("change", apply);
  near.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.querySelector("[data-all]").addEventListener("click", function () { setAll(true); });
  form.querySelector("[data-none]").addEventListener("click", function () { setAll(false); });
  if (window.matchMedia("(max-width: 40em)").matches) form.querySelector("details").open = false;
  apply();
})();
