// Where the boxes, arrows and words of a figure stand once it is laid out anew: layers side by side on a wide screen,
// two boxes a row on a phone held upright (as kb/figures/ladder.py draws them).
window.kbDrawing = (function () {
  "use strict";
  var ACROSS = 112, EDGE = 6, PORTS = 15, LANE = 28, LANES = 5, ROW = 20;
  var LEAST = 158; // pixels that the longest status needs in a box
  var layered = window.kbLayers;

  // Beginning and end of each arrow on the sides of their boxes, one below the other where several meet.
  function ports(ways) {
    var meeting = new Map();
    ways.forEach(function (way, number) {
      [0, way.length - 1].forEach(function (index) {
        var box = way[index], next = way[index ? index - 1 : 1];
        var side = box.box + (next.layer > box.layer ? "r" : "l");
        meeting.set(side, (meeting.get(side) || []).concat({ number: number, index: index, to: next.y, box: box }));
      });
    });
    var shifts = ways.map(function () { return {}; });
    meeting.forEach(function (ends) {
      var apart = Math.min(PORTS, (ends[0].box.height - 8) / ends.length);
      ends.sort(function (a, b) { return a.to - b.to || a.number - b.number; });
      ends.forEach(function (end, at) {
        shifts[end.number][end.index] = { y: (at - (ends.length - 1) / 2) * apart, shared: ends.length };
      });
    });
    return shifts;
  }

  function smooth(points) {
    return points.slice(1).reduce(function (path, to, i) {
      var from = points[i], middle = Math.round((from[0] + to[0]) / 2);
      return path + "C" + [middle, from[1], middle, to[1], to[0], to[1]].join(" ");
    }, "M" + points[0].join(" "));
  }

  // The label stands at the end that fewer arrows share, behind the head of the arrow.
  function label(points, shift, last) {
    var quiet = shift[0].shared <= shift[last].shared ? 0 : last;
    var at = points[quiet], next = points[quiet ? last - 1 : 1], away = quiet ? 13 : 6, right = next[0] > at[0];
    return { x: at[0] + (right ? away : -away), y: at[1] + 3.5, end: !right };
  }

  function curve(way, shift, width, top, column) {
    var last = way.length - 1;
    var points = way.map(function (item, i) {
      var x = item.layer * column + EDGE + width / 2, y = item.y + top;
      if (i && i < last) return [x, Math.round(y)];
      var right = way[i ? i - 1 : 1].layer > item.layer;
      return [x + (right ? width / 2 : -width / 2), Math.round(y + shift[i].y)];
    });
    return { path: smooth(points), label: label(points, shift, last) };
  }

  // Layers side by side, the parts one below the other.
  function wide(drawing, part, links, top) {
    var found = layered.layers(part, links.map(function (link) { return link.ends; }), drawing.heights);
    layered.order(found.layers);
    layered.place(found.layers);
    var items = [].concat.apply([], found.layers), column = drawing.width + ACROSS;
    var upper = top - Math.min.apply(null, items.map(function (item) { return item.y - item.height / 2; }));
    items.forEach(function (item) {
      if (item.box === null) return;
      drawing.boxes[item.box] = [EDGE + item.layer * column, Math.round(item.y - item.height / 2 + upper)];
    });
    var shifts = ports(found.ways);
    found.ways.forEach(function (way, i) {
      drawing.curves[links[i].number] = curve(way, shifts[i], drawing.width, upper, column);
    });
    drawing.across = Math.max(drawing.across, found.layers.length * column - ACROSS + 2 * EDGE);
    return upper + Math.max.apply(null, items.map(function (item) { return item.y + item.height / 2; }));
  }

  // A layer below the other, two boxes a row; the arrows run through the lane between the columns.
  function narrow(drawing, part, links, top) {
    var found = layered.layers(part, links.map(function (link) { return link.ends; }), drawing.heights), y = top;
    layered.order(found.layers);
    found.layers.forEach(function (layer) {
      var row = layer.filter(function (item) { return item.box !== null; });
      for (var first = 0; first < row.length; first += 2) {
        var pair = row.slice(first, first + 2);
        pair.forEach(function (item, column) {
          drawing.boxes[item.box] = [EDGE + column * (drawing.width + LANE), y];
        });
        y += Math.max.apply(null, pair.map(function (item) { return item.height; })) + ROW;
      }
    });
    var met = {};
    links.forEach(function (link, i) { drawing.curves[link.number] = { path: lane(drawing, link.ends, i, met) }; });
    drawing.across = 2 * drawing.width + LANE + 2 * EDGE;
    return y - ROW;
  }

  // Out of the side that faces the other column, along the lane, and in at the same kind of side.
  function lane(drawing, ends, number, met) {
    var middle = EDGE + drawing.width + LANE / 2, at = middle + (number % LANES - (LANES - 1) / 2) * 3;
    var points = ends.map(function (box) {
      met[box] = (met[box] || 0) + 1;
      var corner = drawing.boxes[box], apart = 6 * Math.floor(met[box] / 2) * (met[box] % 2 ? 1 : -1);
      var most = drawing.heights[box] / 2 - 6;
      var y = corner[1] + drawing.heights[box] / 2 + Math.max(-most, Math.min(most, apart));
      return [corner[0] < middle ? corner[0] + drawing.width : corner[0], Math.round(y)];
    });
    var from = points[0], to = points[1], turn = to[1] > from[1] ? 4 : -4;
    if (Math.abs(to[1] - from[1]) < 8) return "M" + from.join(" ") + "L" + to.join(" ");
    return "M" + from.join(" ") + "H" + (at + (from[0] < at ? -4 : 4)) + "Q" + [at, from[1], at, from[1] + turn].join(" ") +
      "V" + (to[1] - turn) + "Q" + [at, to[1], at + (to[0] < at ? -4 : 4), to[1]].join(" ") + "H" + to[0];
  }

  // Boxes that no arrow touches stand in rows below the rest.
  function rest(drawing, boxes, top, room) {
    var step = drawing.width + LANE, columns = Math.max(2, Math.floor((room - 2 * EDGE + LANE) / step)), y = top;
    for (var first = 0; first < boxes.length; first += columns) {
      var row = boxes.slice(first, first + columns);
      row.forEach(function (box, column) { drawing.boxes[box] = [EDGE + column * step, y]; });
      y += Math.max.apply(null, row.map(function (box) { return drawing.heights[box]; })) + layered.DOWN;
      drawing.across = Math.max(drawing.across, row.length * step - LANE + 2 * EDGE);
    }
    return y - layered.DOWN;
  }

  // `heights` of the boxes, all of one `width`; `links` as pairs of places in them; `room` pixels of the screen. Given
  // back: the width, the upper left corner of each box, path and label of each link, and the size of all.
  function draw(heights, width, links, room, isNarrow) {
    var column = Math.max(LEAST, Math.min(width, Math.floor((room - 2 * EDGE - LANE) / 2)));
    var drawing = { heights: heights, width: isNarrow ? column : width, boxes: [], curves: [], across: 0, down: 0 };
    var numbered = links.map(function (ends, number) { return { ends: ends, number: number }; });
    var top = EDGE, alone = [];
    layered.parts(heights.length, links).forEach(function (part) {
      if (part.length === 1) {
        alone.push(part[0]);
        return;
      }
      var held = new Set(part);
      var own = numbered.filter(function (link) { return held.has(link.ends[0]); });
      top = (isNarrow ? narrow : wide)(drawing, part, own, top) + 2 * layered.DOWN;
    });
    if (alone.length) top = rest(drawing, alone, top, room) + 2 * layered.DOWN;
    drawing.down = Math.round(Math.max(0, top - 2 * layered.DOWN) + EDGE);
    return drawing;
  }

  return { draw: draw };
})();
