// Shows a page as of a day: the reader's today, or the day in its address (?ngay=31/5/2024 or 2024-05-31), from the
// spans that the page holds. Every link inside the site takes the day along.
(function () {
  "use strict";
  var OLD = 30; // days after which a built copy says how old it is
  var box = document.querySelector(".kb-day");
  if (!box) return;
  var built = box.dataset.built;
  var own = unpacked(box.dataset.turns);
  var held = document.querySelector("[data-page-turns]");
  var turns = held ? Object.assign(unpacked(held.dataset.pageTurns), own) : own;
  var weak = box.dataset.weakStatuses.split(" ");
  var said = box.querySelector("[data-day-said]");
  var form = box.querySelector("[data-day-form]");
  var asked = new URLSearchParams(location.search).get("ngay");
  var other = readDay(asked);
  var today = readersToday();
  var day = other || today;

  // Each text of the spans is written once (kb/views/as_of.packed).
  function unpacked(text) {
    var packed = JSON.parse(text), found = {};
    Object.keys(packed.spans).forEach(function (record) {
      found[record] = packed.spans[record].map(function (span) {
        return span.map(function (at) { return packed.texts[at]; });
      });
    });
    return found;
  }

  // "31/5/2024", "31-05-2024", "31.5.2024" or "2024-05-31" as an ISO day; null for what is none.
  function readDay(text) {
    var iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec((text || "").trim());
    var typed = /^(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4})$/.exec((text || "").trim());
    var parts = iso ? [iso[1], iso[2], iso[3]] : typed ? [typed[3], typed[2], typed[1]] : null;
    if (!parts) return null;
    var date = new Date(Date.UTC(+parts[0], parts[1] - 1, +parts[2]));
    if (+parts[0] < 1000 || date.getUTCMonth() !== parts[1] - 1 || date.getUTCDate() !== +parts[2]) return null;
    return date.toISOString().slice(0, 10);
  }

  // A clock that stands before the day on which the page was built is wrong: the page is then of that day.
  function readersToday() {
    var now = new Date();
    var local = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
    return local > built ? local : built;
  }

  // As kb.language.dates writes it: no zero before the months from March on.
  function shown(text) { return text.replace(/-0([3-9])-/, "-$1-").split("-").reverse().join("/"); }

  function each(selector, action) { Array.prototype.forEach.call(document.querySelectorAll(selector), action); }

  // [from, status, label, reason, how sure]: ISO days compare as text.
  function turn(record) { return last(turns[record]); }

  function last(spans) { return spans.filter(function (one) { return one[0] <= day; }).pop(); }

  // An element without a record of its own is of the item that it stands in.
  function repaint(attribute, change) {
    each("[" + attribute + "]", function (element) {
      var record = element.getAttribute(attribute) || element.closest("[data-item]").dataset.item;
      if (Object.prototype.hasOwnProperty.call(turns, record)) change(element, turn(record));
    });
  }

  function paintStatuses() {
    repaint("data-on", function (badge, now) {
      badge.className = "kb-badge kb-" + now[1];
      badge.textContent = now[2];
    });
    repaint("data-note", function (note, now) {
      var said = note.querySelectorAll("strong, span");
      said[0].textContent = now[2];
      said[1].textContent = now[3];
      said[2].textContent = now[4] && "Mức chắc chắn: " + now[4] + ".";
    });
    repaint("data-why", function (element, now) { element.textContent = now[3]; });
    repaint("data-at", function (cite, now) { cite.dataset.status = now[1]; });
    repaint("data-node", paintBox);
    each("[data-said-on]", function (element) { element.textContent = last(JSON.parse(element.dataset.saidOn))[1]; });
    each("[data-shown-day]", function (element) { element.textContent = shown(day); });
    each("[data-alone]", function (label) { label.textContent = label.dataset.alone; });
    each("dl [data-today], [data-other-day]", function (line) { line.hidden = false; });
    each("[data-since]", function (line) {
      line.hidden = !line.dataset.since || line.dataset.since > day;
      var lead = line.querySelector("[data-lead]"); // of what had still to come when the page was built
      if (lead) lead.textContent = lead.dataset.lead;
    });
    each("[data-of]", function (count) {
      var list = document.getElementById(count.dataset.of);
      count.textContent = list.querySelectorAll(":scope > li:not([hidden])").length;
    });
  }

  // What the pointer is told of a citation: its document is written in the page, its status on the day is added here.
  function tellOfCitations() {
    repaint("data-at", function (cite, now) {
      cite.title += " · " + now[2] + (now[3] ? ": " + now[3] : "");
    });
  }

  // A box of a figure has room for few words.
  function paintBox(box, now) {
    var below = box.querySelector(".kb-d-below");
    if (below) below.textContent = now[1] === "mot_phan" ? "Đã sửa đổi, bổ sung" : now[2];
    if (!box.dataset.status) return;
    box.dataset.status = now[1];
    box.dataset.statusLabel = now[2];
  }

  // The bars of the statuses: how many records have each on the day.
  function paintBars() {
    each("[data-bars]", function (table) {
      var counts = Object.create(null);
      Object.keys(own).forEach(function (record) {
        var now = turn(record);
        counts[now[1]] = counts[now[1]] || { label: now[2], count: 0 };
        counts[now[1]].count += 1;
      });
      var rows = Array.prototype.slice.call(table.querySelectorAll("[data-bar]"));
      var most = Math.max.apply(null, Object.keys(counts).map(function (status) { return counts[status].count; }));
      Object.keys(counts).forEach(function (status) {
        if (rows.every(function (row) { return row.dataset.bar !== status; })) rows.push(barLike(rows[0], status, counts[status]));
      });
      rows.forEach(function (row) {
        var count = counts[row.dataset.bar] ? counts[row.dataset.bar].count : 0;
        row.hidden = !count;
        row.querySelector("td span").textContent = count;
        row.querySelector("rect").setAttribute("width", 100 * count / most + "%");
      });
    });
  }

  function barLike(row, status, now) {
    var added = row.cloneNode(true);
    added.dataset.bar = status;
    added.querySelector("th").textContent = now.label;
    added.querySelector("rect").setAttribute("class", "kb-bar kb-bar-" + status);
    row.parentNode.append(added);
    return added;
  }

  // The line of today on a figure of time stands where the day is; a day before or behind the axis has none.
  function paintTimeline() {
    each("[data-axis-start]", function (figure) {
      var at = 100 * (Date.parse(day) - Date.parse(figure.dataset.axisStart)) / 86400000 / figure.dataset.axisDays;
      var line = figure.querySelector(".kb-t-today");
      var words = figure.querySelector("[data-today-label]");
      var summary = figure.querySelector("desc");
      if (!line || !words) return;
      [line, words].forEach(function (part) { part.style.display = at < 0 || at > 100 ? "none" : ""; });
      line.setAttribute("x1", at + "%");
      line.setAttribute("x2", at + "%");
      words.setAttribute("x", at + "%");
      words.textContent = other ? "Ngày " + shown(day) : "Hôm nay";
      summary.textContent = summary.textContent.replace(/hôm nay [\d/]+$/, (other ? "ngày " : "hôm nay ") + shown(day));
    });
  }

  // What cannot be relied on is not taken along: see copy.js.
  function paintCopying() {
    repaint("data-basis", function (line, now) {
      line.dataset.weak = weak.includes(now[1]) ? now[2].toLowerCase() + ": " + now[3] : "";
    });
    document.dispatchEvent(new CustomEvent("kb-day"));
  }

  function paintTally() {
    var counts = Object.create(null);
    Object.keys(own).forEach(function (record) {
      var now = turn(record);
      counts[now[1]] = counts[now[1]] || { label: now[2], count: 0 };
      counts[now[1]].count += 1;
    });
    var order = Object.keys(counts).sort(function (a, b) { return counts[b].count - counts[a].count || (a < b ? -1 : 1); });
    each("[data-tally]", function (list) {
      list.replaceChildren.apply(list, order.map(function (status) {
        var item = document.createElement("li");
        var badge = document.createElement("span");
        var count = document.createElement("strong");
        badge.className = "kb-badge kb-" + status;
        count.textContent = counts[status].count;
        badge.append(count, " " + counts[status].label);
        item.append(badge);
        return item;
      }));
    });
  }

  // A list by status has a group for each status of the day it was built; on another day there may be one more.
  function groupLike(group, now) {
    var added = group.cloneNode(true);
    var heading = added.querySelector("h2");
    added.dataset.group = now[1];
    added.querySelector("ul").replaceChildren();
    heading.removeAttribute("id");
    heading.firstChild.textContent = now[2] + " (";
    group.after(added);
    return added;
  }

  function regroup() {
    var groups = Array.prototype.slice.call(document.querySelectorAll("[data-group]"));
    each("[data-item]", function (item) {
      var now = turn(item.dataset.item);
      var home = groups.find(function (group) { return group.dataset.group.split(" ").includes(now[1]); });
      if (!home) groups.push(home = groupLike(groups[groups.length - 1], now));
      (home.querySelector(":scope > ul") || home).append(item);
    });
    groups.forEach(function (group) {
      var count = group.querySelectorAll("[data-item]").length;
      group.querySelector("[data-count]").textContent = count;
      group.hidden = !count;
    });
    each("[data-counts-of-today]", function (line) { line.hidden = true; });
    each("[data-only]", function (list) {
      var statuses = list.dataset.only.split(" ");
      Array.prototype.forEach.call(list.children, function (item) {
        item.hidden = !statuses.includes(turn(item.dataset.record)[1]);
      });
    });
  }

  // The day goes along to every page of the site: by the boxes of figures, and by links that a script adds later, too.
  function carry(link) {
    var root = new URL(box.dataset.root || "./", location.href);
    var to = new URL(link.getAttribute("href"), location.href);
    if (to.protocol !== root.protocol || to.host !== root.host || !to.pathname.startsWith(root.pathname)) return;
    if (link.hasAttribute("download") || link.closest(".kb-day, .kb-day-bar") || /\.(?!html$)\w+$/.test(to.pathname)) return;
    to.searchParams.set("ngay", day);
    link.setAttribute("href", to.href);
  }

  function age() { return Math.round((Date.parse(today) - Date.parse(built)) / 86400000); }

  function tell() {
    var wrong = asked && !other ? "“" + asked.slice(0, 40) + "” không phải là một ngày (viết như 31/5/2024). " : "";
    if (wrong) box.hidden = false;
    said.textContent = wrong + (other
      ? "Tình trạng vào ngày " + shown(day) + ", không phải hôm nay."
      : "Tình trạng hôm nay, ngày " + shown(day) + ".");
    if (age() <= OLD) return;
    var note = box.querySelector("[data-day-age]");
    note.textContent = "Trang này dựng ngày " + shown(built) + ", đã " + age() +
      " ngày: văn bản ban hành, thay thế, bãi bỏ từ đó đến nay chưa có trong trang.";
    note.hidden = false;
  }

  form.hidden = false;
  form.elements.ngay.value = shown(day);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var chosen = readDay(form.elements.ngay.value);
    if (chosen) {
      var words = new URLSearchParams(location.search);
      words.set("ngay", chosen);
      location.search = "?" + words;
    } else {
      said.textContent = "“" + form.elements.ngay.value.slice(0, 40) + "” không phải là một ngày (viết như 31/5/2024).";
    }
  });
  var back = box.querySelector("[data-day-back]");
  back.setAttribute("href", location.pathname);
  tell();
  tellOfCitations();
  if (day === built && !other) return;
  document.documentElement.dataset.asOf = day;
  paintStatuses();
  paintBars();
  paintTimeline();
  paintCopying();
  paintTally();
  regroup();
  if (!other) return;
  each("[data-day]", function (label) { label.textContent = "Ngày " + shown(day); });
  document.documentElement.style.setProperty("--kb-day", '"Ngày ' + shown(day) + ' "'); // what the style sheet writes
  each("a[href]", carry);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href]");
    if (link) carry(link);
  }, true);
  box.classList.add("kb-other-day");
  back.hidden = false;
  box.hidden = false;
})();
