// A figure of relations as the page holds it: shows some of its boxes and lines and puts them in new places; with all of
// them, on a wide screen, it is again as it was drawn when the page was built.
window.kbFigure = function (svg) {
  "use strict";
  var PHONE = window.matchMedia("(max-width: 40em)");
  var MOVED = ["transform", "d", "x", "y", "class"];
  var nodes = Array.prototype.slice.call(svg.querySelectorAll("[data-node]"));
  var lines = Array.prototype.slice.call(svg.querySelectorAll("path[data-ends]"));
  var frame = svg.parentNode;
  var before = null; // how it was built, once it is changed

  function ends(line) { return line.dataset.ends.split(" ").map(Number); }

  function nameOf(node) {
    var words = node.querySelectorAll("text:not(.kb-d-below), title");
    return Array.prototype.map.call(words, function (one) { return one.textContent; }).join(" ");
  }

  function visible(element, shown) { element.style.display = shown ? "" : "none"; }

  function widen(node, pixels) { node.querySelector("rect").setAttribute("width", pixels); }

  function valuesOf(element, names) { return names.map(function (name) { return element.getAttribute(name); }); }

  function keep() {
    var labels = Array.prototype.slice.call(svg.querySelectorAll(".kb-d-label text")), parts = nodes.concat(lines, labels);
    before = {
      labels: labels,
      parts: parts,
      values: parts.map(function (part) { return valuesOf(part, MOVED); }),
      size: valuesOf(svg, ["viewBox", "width", "height"]),
      heights: nodes.map(function (node) { return +node.querySelector("rect").getAttribute("height"); }),
      width: +nodes[0].querySelector("rect").getAttribute("width")
    };
  }

  function asBuilt() {
    nodes.forEach(function (node) { widen(node, before.width); });
    before.parts.forEach(function (part, i) {
      MOVED.forEach(function (name, at) {
        if (before.values[i][at] !== null) part.setAttribute(name, before.values[i][at]);
      });
      visible(part, true);
    });
    resize(before.size);
  }

  // Sets of places among the boxes and of lines. A figure that nobody sees is not laid out.
  function show(boxes, shown) {
    var whole = boxes.size === nodes.length && shown.size === lines.length && !PHONE.matches;
    if (!frame.clientWidth || (whole && !before)) return;
    if (!before) keep();
    if (whole) asBuilt();
    else layOut(boxes, shown);
  }

  function layOut(boxes, shown) {
    var kept = Array.from(boxes).sort(function (a, b) { return a - b; });
    var place = new Map(kept.map(function (box, at) { return [box, at]; }));
    var drawn = lines.filter(function (line) { return shown.has(line); });
    var links = drawn.map(function (line) { return ends(line).map(function (end) { return place.get(end); }); });
    var laid = window.kbDrawing.draw(
      kept.map(function (box) { return before.heights[box]; }), before.width, links, frame.clientWidth, PHONE.matches
    );
    nodes.forEach(function (node, at) { visible(node, boxes.has(at)); });
    kept.forEach(function (box, at) {
      nodes[box].setAttribute("transform", "translate(" + laid.boxes[at].join(" ") + ")");
      widen(nodes[box], laid.width);
    });
    lines.forEach(function (line, i) {
      visible(line, shown.has(line));
      visible(before.labels[i], false);
    });
    drawn.forEach(function (line, at) { move(line, before.labels[lines.indexOf(line)], laid.curves[at]); });
    resize(["0 0 " + laid.across + " " + laid.down, laid.across, laid.down]);
    frame.dataset.laid = "";
    frame.scrollTo(0, 0);
  }

  function move(line, label, curve) {
    line.setAttribute("d", curve.path);
    if (!curve.label) return;
    label.setAttribute("x", curve.label.x);
    label.setAttribute("y", curve.label.y);
    label.setAttribute("class", curve.label.end ? "kb-t-end" : "");
    visible(label, true);
  }

  function resize(size) {
    ["viewBox", "width", "height"].forEach(function (name, at) { svg.setAttribute(name, size[at]); });
  }

  return { nodes: nodes, lines: lines, ends: ends, nameOf: nameOf, show: show, phone: PHONE };
};
