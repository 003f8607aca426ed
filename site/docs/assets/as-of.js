// Shows a page of a plan as of the day in its address (?ngay=YYYY-MM-DD), from the spans that the page holds.
(function () {
  "use strict";
  var box = document.querySelector(".kb-day");
  if (!box) return;
  var turns = JSON.parse(box.dataset.turns);
  var today = box.dataset.today;
  var asked = new URLSearchParams(location.search).get("ngay");
  var day = isDay(asked) ? asked : null;

  function isDay(text) {
    var found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text || "");
    if (!found) return false;
    var date = new Date(Date.UTC(+found[1], found[2] - 1, +found[3]));
    return date.getUTCMonth() === found[2] - 1 && date.getUTCDate() === +found[3];
  }

  function shown(text) { return text.split("-").reverse().join("/"); }

  // [from, status, label, reason, how sure]: ISO days compare as text.
  function turn(record) {
    return turns[record].filter(function (one) { return one[0] <= day; }).pop();
  }

  function each(selector, action) { Array.prototype.forEach.call(document.querySelectorAll(selector), action); }

  function repaint(attribute, change) {
    each("[" + attribute + "]", function (element) {
      var record = element.getAttribute(attribute);
      if (Object.prototype.hasOwnProperty.call(turns, record)) change(element, turn(record));
    });
  }

  function paintStatuses() {
    repaint("data-on", function (badge, now) {
      badge.className = "kb-badge kb-" + now[1];
      badge.textContent = now[2];
      badge.title = now[3];
    });
    repaint("data-label", function (element, now) { element.textContent = now[2]; });
    repaint("data-why", function (element, now) { element.textContent = now[3]; });
    repaint("data-sure", function (element, now) { element.textContent = now[4] && "Mức chắc chắn: " + now[4] + "."; });
    repaint("data-at", function (cite, now) {
      cite.dataset.status = now[1];
      cite.title = cite.dataset.name + " · " + now[2] + ": " + now[3];
    });
    each("[data-day]", function (label) { label.textContent = "Ngày " + shown(day); });
    each("[data-alone]", function (label) { label.textContent = label.dataset.alone; });
    each("dl [data-today], [data-other-day]", function (line) { line.hidden = false; });
    each("[data-since]", function (line) { line.hidden = !line.dataset.since || line.dataset.since > day; });
    each("[data-of]", function (count) {
      var list = document.getElementById(count.dataset.of);
      count.textContent = list.querySelectorAll(":scope > li:not([hidden])").length;
    });
  }

  function paintTally() {
    var counts = Object.create(null);
    Object.keys(turns).forEach(function (record) {
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

  function regroup() {
    var groups = Array.prototype.slice.call(document.querySelectorAll("[data-group]"));
    each("[data-item]", function (item) {
      var status = turn(item.dataset.item)[1];
      var home = groups.find(function (group) { return group.dataset.group.split(" ").includes(status); });
      home.querySelector("ul").append(item);
    });
    groups.forEach(function (group) {
      var count = group.querySelectorAll("[data-item]").length;
      group.querySelector("[data-count]").textContent = count;
      group.hidden = !count;
    });
  }

  // The day goes along to the other pages of the plan.
  function carry() {
    var plan = new URL(box.dataset.plan, location.href).pathname;
    each(".kb a[href]", function (link) {
      if (link.origin !== location.origin || !link.pathname.startsWith(plan) || link.hasAttribute("download")) return;
      if (link.closest(".kb-day")) return;
      link.search = "?ngay=" + day;
    });
  }

  var form = box.querySelector("[data-day-form]");
  var said = box.querySelector("[data-day-said]");
  form.hidden = false;
  form.elements.ngay.value = day || today;
  var back = box.querySelector("[data-day-back]");
  back.setAttribute("href", location.pathname);
  if (day) {
    paintStatuses();
    paintTally();
    regroup();
    carry();
    box.classList.add("kb-other-day");
    said.textContent = "Tình trạng vào ngày " + shown(day) + ", không phải hôm nay.";
    back.hidden = false;
    box.hidden = false;
  } else if (asked) {
    said.textContent = "“" + asked.slice(0, 40) + "” không phải là một ngày (viết như 2024-05-31). " + said.textContent;
  }
})();
