// A figure taller than paper as sheets, made when the page is printed and taken away afterwards: each holds the whole
// figure once more. Cut as kb/figures/strips.py cuts it for pages without scripts.
(function () {
  "use strict";
  var SHEET = 172 / 261 * 0.96; // height to width of what a sheet holds, with some of it left free
  var PAPER = 900; // pixels across that a sheet shows at least, or a small figure would be printed huge
  var CLEAR = 3;
  var holder = document.querySelector("[data-sheets]");
  if (!holder) return;
  var svg = document.getElementById(holder.dataset.sheets);

  // Upper and lower end of each box that is shown.
  function boxes() {
    return Array.prototype.filter.call(svg.querySelectorAll("[data-node]"), function (node) {
      return node.style.display !== "none";
    }).map(function (node) {
      var top = +/([\d.]+)\)$/.exec(node.getAttribute("transform"))[1];
      return [top, top + +node.querySelector("rect").getAttribute("height")];
    });
  }

  // As low as a sheet allows, through no box.
  function clear(shown, top, lowest) {
    var end = lowest;
    for (;;) {
      var cut = shown.filter(function (box) { return box[0] - CLEAR < end && end < box[1]; });
      if (!cut.length) return end;
      end = Math.min.apply(null, cut.map(function (box) { return box[0]; })) - CLEAR;
      if (end <= top) return lowest;
    }
  }

  function cuts(across, down) {
    var shown = boxes(), room = across * SHEET, found = [], top = 0;
    while (down - top > room) {
      var end = clear(shown, top, top + room);
      found.push([top, end - top]);
      top = end;
    }
    return found.concat([[top, down - top]]);
  }

  function sheet(across, cut) {
    var made = document.createElementNS(svg.namespaceURI, "svg"), use = document.createElementNS(svg.namespaceURI, "use");
    made.setAttribute("class", "kb-strip");
    made.setAttribute("viewBox", [0, cut[0], across, cut[1]].join(" "));
    use.setAttribute("href", "#" + svg.id);
    use.setAttribute("width", svg.getAttribute("width"));
    use.setAttribute("height", svg.getAttribute("height"));
    made.append(use);
    return made;
  }

  window.addEventListener("beforeprint", function () {
    var across = Math.max(+svg.getAttribute("width"), PAPER);
    var made = cuts(across, +svg.getAttribute("height")).map(function (cut) { return sheet(across, cut); });
    holder.replaceChildren.apply(holder, made);
  });
  window.addEventListener("afterprint", function () { holder.replaceChildren(); });
})();
