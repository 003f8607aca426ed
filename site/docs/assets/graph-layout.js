// Lays boxes and arrows out in layers (Sugiyama's method), as kb/figures/layered.py does for the page as it is built:
// ends stand left of their beginnings where no circle forbids it. The same boxes and arrows get the same places.
window.kbLayers = (function () {
  "use strict";
  var DOWN = 14; // pixels between the boxes of a layer
  var SWEEPS = 12;

  function mean(numbers) { return numbers.reduce(function (sum, one) { return sum + one; }, 0) / numbers.length; }

  // What hangs together: the larger part first, boxes in the order given. `links` are pairs of places in `count` boxes.
  function parts(count, links) {
    var part = [], found = [], beside = [];
    for (var i = 0; i < count; i += 1) beside.push([]);
    links.forEach(function (link) {
      beside[link[0]].push(link[1]);
      beside[link[1]].push(link[0]);
    });
    for (i = 0; i < count; i += 1) {
      var waiting = part[i] === undefined ? [i] : [];
      if (waiting.length) found.push([]);
      while (waiting.length) {
        var current = waiting.pop();
        if (part[current] !== undefined) continue;
        part[current] = found.length - 1;
        found[found.length - 1].push(current);
        waiting = waiting.concat(beside[current]);
      }
    }
    found.forEach(function (own) { own.sort(function (a, b) { return a - b; }); });
    return found.sort(function (a, b) { return b.length - a.length || a[0] - b[0]; });
  }

  // How many steps each box stands from the left: an arrow that closes a circle does not count.
  function ranks(boxes, links) {
    var ends = new Map(boxes.map(function (box) { return [box, []]; }));
    links.forEach(function (link) { ends.get(link[0]).push(link[1]); });
    var rank = new Map(), begun = new Set();
    function visit(box) {
      if (begun.has(box)) return;
      begun.add(box);
      var most = 0;
      ends.get(box).forEach(function (end) {
        visit(end);
        if (rank.has(end)) most = Math.max(most, rank.get(end) + 1);
      });
      rank.set(box, most);
    }
    boxes.forEach(visit);
    return rank;
  }

  // The layers of a part, with a place kept free in each layer that an arrow crosses; and the way of each arrow.
  function layers(boxes, links, heights) {
    var rank = ranks(boxes, links), found = [], items = new Map();
    function add(layer, box, height) {
      var item = { box: box, layer: layer, height: height, near: [[], []] };
      found[layer] = found[layer] || [];
      item.at = found[layer].push(item) - 1;
      return item;
    }
    boxes.forEach(function (box) { items.set(box, null); });
    for (var layer = 0; boxes.some(function (box) { return rank.get(box) === layer; }); layer += 1) {
      boxes.forEach(function (box) { if (rank.get(box) === layer) items.set(box, add(layer, box, heights[box])); });
    }
    var ways = links.map(function (link) {
      var forward = rank.get(link[0]) < rank.get(link[1]);
      var left = items.get(link[forward ? 0 : 1]), right = items.get(link[forward ? 1 : 0]);
      var way = [left];
      for (var between = left.layer + 1; between < right.layer; between += 1) way.push(add(between, null, 0));
      way.push(right);
      for (var step = 1; step < way.length; step += 1) {
        way[step - 1].near[1].push(way[step]);
        way[step].near[0].push(way[step - 1]);
      }
      return forward ? way : way.reverse();
    });
    return { layers: found, ways: ways };
  }

  // Takes crossings out: each box stands where the boxes it is joined with stand on the average.
  function order(found) {
    for (var sweep = 0; sweep < SWEEPS; sweep += 1) {
      var side = sweep % 2;
      (side ? found.slice().reverse() : found).forEach(function (layer) {
        layer.forEach(function (item) {
          item.wish = item.near[side].length ? mean(item.near[side].map(function (one) { return one.at; })) : item.at;
        });
        layer.sort(function (a, b) { return a.wish - b.wish || a.at - b.at; });
        layer.forEach(function (item, at) { item.at = at; });
      });
    }
  }

  // Puts the boxes of a layer as near as can be to where they wish to stand, none over another: the least sum of squares.
  function settle(layer) {
    var blocks = [], offset = 0;
    layer.forEach(function (item, i) {
      if (i) offset += (layer[i - 1].height + item.height) / 2 + DOWN;
      item.offset = offset;
      blocks.push({ sum: item.wish - offset, items: [item] });
      while (blocks.length > 1) {
        var last = blocks[blocks.length - 1], before = blocks[blocks.length - 2];
        if (before.sum / before.items.length <= last.sum / last.items.length) break;
        before.sum += last.sum;
        before.items = before.items.concat(last.items);
        blocks.pop();
      }
    });
    blocks.forEach(function (block) {
      block.items.forEach(function (item) { item.y = block.sum / block.items.length + item.offset; });
    });
  }

  function place(found) {
    found.forEach(function (layer) {
      layer.forEach(function (item) { item.wish = 0; });
      settle(layer);
    });
    for (var sweep = 0; sweep < SWEEPS; sweep += 1) {
      (sweep % 2 ? found.slice().reverse() : found).forEach(function (layer) {
        layer.forEach(function (item) {
          var near = item.near[0].concat(item.near[1]);
          item.wish = near.length ? mean(near.map(function (one) { return one.y; })) : item.y;
        });
        settle(layer);
      });
    }
  }

  return { DOWN: DOWN, parts: parts, layers: layers, order: order, place: place };
})();
