// Filters a figure by kind of relation, type, status and name, and lays out anew what is left. Without it the figure
// shows all. On a phone it is laid out for the width, and a figure that names boxes to begin with shows what is around
// the first of them.
document.querySelectorAll("[data-graph-filter]").forEach(function (form) {
  "use strict";
  var figure = window.kbFigure(document.getElementById(form.dataset.graphFilter));
  var nodes = figure.nodes, lines = figure.lines;
  var near = form.querySelector("[data-near]");
  var said = form.querySelector("[data-graph-said]");
  var folded = form.closest("details");
  var named = form.querySelectorAll("[data-near-choice]");

  // Null where there is nothing of this name to choose from.
  function chosen(name) {
    if (!form.querySelector("input[name=" + name + "]")) return null;
    return new Set(Array.prototype.map.call(form.querySelectorAll("input[name=" + name + "]:checked"), function (box) {
      return box.value;
    }));
  }

  // As people type: no marks, no case.
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().trim(); }

  var names = null; // made when somebody asks by name

  // The boxes whose name holds what was typed, which are marked, with those that a line joins with them.
  function around(boxes, shown) {
    var typed = plain(near.value);
    nodes.forEach(function (node) { delete node.dataset.asked; });
    if (!typed) return boxes;
    names = names || nodes.map(function (node) { return plain(figure.nameOf(node)); });
    var asked = new Set(Array.from(boxes).filter(function (at) { return names[at].includes(typed); }));
    var found = new Set(asked);
    asked.forEach(function (at) { nodes[at].dataset.asked = ""; });
    shown.forEach(function (line) {
      var ends = figure.ends(line);
      if (asked.has(ends[0]) || asked.has(ends[1])) ends.forEach(function (end) { found.add(end); });
    });
    return found;
  }

  function passes(values, value) { return !values || !value || values.has(value); }

  function apply() {
    var looks = chosen("look"), types = chosen("type"), statuses = chosen("status"), boxes = new Set();
    nodes.forEach(function (node, at) {
      if (passes(types, node.dataset.type) && passes(statuses, node.dataset.status)) boxes.add(at);
    });
    function within(line) {
      return passes(looks, line.parentNode.dataset.look) && figure.ends(line).every(function (end) { return boxes.has(end); });
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
  named.forEach(function (button) {
    button.addEventListener("click", function () {
      near.value = button.textContent;
      apply();
    });
  });
  if (folded) folded.addEventListener("toggle", apply);
  figure.phone.addEventListener("change", apply);
  if (figure.phone.matches && named.length) near.value = named[0].textContent;
  if (!folded || folded.open) apply();
});
