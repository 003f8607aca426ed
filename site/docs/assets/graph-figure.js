// The figure of all relations as the page holds it: shows some of its boxes and lines and puts them in new places; with
// all of them it is again as it was drawn when the page was built. Paper gets the same in sheets (kb/figures/strips.py).
window.kbFigure = function (nodes, lines) {
  "use strict";
  var SHEET = 172 / 261 * 0.96; // height to width of what a sheet holds, with some of it left free
  var PAPER = 900; // pixels across that a sheet shows at least, or a small figure would be printed huge
  var CLEAR = 3;
  var PHONE = window.matchMedia("(max-width: 40em)");
  var svg = nodes[0].closest("svg"), frame = svg.parentNode;
  var labels = Array.prototype.slice.call(svg.querySelectorAll(".kb-d-label text"));
  var sheets = document.querySelector(".kb-strips");
  var heights = nodes.map(function (node) { return +node.querySelector("rect").getAttribute("height"); });
  var width = +nodes[0].querySelector("rect").getAttribute("width");
  var parts = nodes.concat(lines, labels);
  var MOVED = ["transform", "d", "x", "y", "class"];
  var built = parts.map(function (part) { return MOVED.map(function (name) { return part.getAttribute(name); }); });
  var builtSize = ["viewBox", "width", "height"].map(function (name) { return svg.getAttribute(name); });
  var builtSheets = sheets.innerHTML;

  function ends(line) { return line.dataset.ends.split(" ").map(Number); }

  function nameOf(node) {
    var words = node.querySelectorAll("text:not(.kb-d-below), title");
    return Array.prototype.map.call(words, function (one) { return one.textContent; }).join(" ");
  }

  function visible(element, shown) { element.style.display = shown ? "" : "none"; }

  function widen(node, pixels) { node.querySelector("rect").setAttribute("width", pixels); }

  function asBuilt() {
    nodes.forEach(function (node) { widen(node, width); });
    parts.forEach(function (part, i) {
      MOVED.forEach(function (name, at) {
        if (built[i][at] !== null) part.setAttribute(name, built[i][at]);
      });
      visible(part, true);
    });
    ["viewBox", "width", "height"].forEach(function (name, at) { svg.setAttribute(name, builtSize[at]); });
    sheets.innerHTML = builtSheets;
  }

  function show(boxes, shown) {
    if (boxes.size === nodes.length && shown.size === lines.length) {
      asBuilt();
      return;
    }
    var kept = Array.from(boxes).sort(function (a, b) { return a - b; });
    var place = new Map(kept.map(function (box, at) { return [box, at]; }));
    var drawn = lines.filter(function (line) { return shown.has(line); });
    var links = drawn.map(function (line) { return ends(line).map(function (end) { return place.get(end); }); });
    var laid = window.kbDrawing.draw(
      kept.map(function (box) { return heights[box]; }), width, links, frame.clientWidth, PHONE.matches
    );
    nodes.forEach(function (node, at) { visible(node, boxes.has(at)); });
    kept.forEach(function (box, at) {
      nodes[box].setAttribute("transform", "translate(" + laid.boxes[at].join(" ") + ")");
      widen(nodes[box], laid.width);
    });
    lines.forEach(function (line, i) {
      visible(line, shown.has(line));
      visible(labels[i], false);
    });
    drawn.forEach(function (line, at) { move(line, labels[lines.indexOf(line)], laid.curves[at]); });
    resize(laid);
  }

  function move(line, label, curve) {
    line.setAttribute("d", curve.path);
    if (!curve.label) return;
    label.setAttribute("x", curve.label.x);
    label.setAttribute("y", curve.label.y);
    label.setAttribute("class", curve.label.end ? "kb-t-end" : "");
    visible(label, true);
  }

  function resize(laid) {
    svg.setAttribute("viewBox", "0 0 " + laid.across + " " + laid.down);
    svg.setAttribute("width", laid.across);
    svg.setAttribute("height", laid.down);
    sheets.replaceChildren.apply(sheets, cuts(laid).map(function (cut) { return sheet(laid, cut); }));
    frame.scrollTo(0, 0);
  }

  // Where paper is cut: as low as a sheet allows, through no box.
  function cuts(laid) {
    var room = Math.max(laid.across, PAPER) * SHEET, found = [], top = 0;
    while (laid.down - top > room) {
      var end = clear(laid, top, top + room);
      found.push([top, end - top]);
      top = end;
    }
    return found.concat([[top, laid.down - top]]);
  }

  function clear(laid, top, lowest) {
    var end = lowest;
    for (;;) {
      var cut = laid.boxes.filter(function (box, at) { return box[1] - CLEAR < end && end < box[1] + laid.heights[at]; });
      if (!cut.length) return end;
      end = Math.min.apply(null, cut.map(function (box) { return box[1]; })) - CLEAR;
      if (end <= top) return lowest;
    }
  }

  function sheet(laid, cut) {
    var made = document.createElementNS(svg.namespaceURI, "svg"), use = document.createElementNS(svg.namespaceURI, "use");
    made.setAttribute("class", "kb-strip");
    made.setAttribute("viewBox", [0, cut[0], Math.max(laid.across, PAPER), cut[1]].join(" "));
    use.setAttribute("href", "#" + svg.id);
    use.setAttribute("width", laid.across);
    use.setAttribute("height", laid.down);
    made.append(use);
    return made;
  }

  return { ends: ends, nameOf: nameOf, show: show };
};
