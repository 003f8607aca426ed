// The next days on the reader's clock, or from the day in the address on (as-of.js says which): day, days left, order.
(function () {
  "use strict";
  var lists = document.querySelectorAll("[data-coming]");
  var box = document.querySelector(".kb-day");
  if (!lists.length || !box) return;
  var WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
  var day = document.documentElement.dataset.asOf || box.dataset.built;

  // The next ISO day of "MM-DD" or "YYYY-MM-DD" from `day` on; null where none comes. 29 February comes within eight years.
  function next(due) {
    if (due.length > 5) return due >= day ? due : null;
    for (var year = +day.slice(0, 4), last = year + 8; year <= last; year += 1) {
      var found = year + "-" + due;
      if (found >= day && new Date(found + "T00:00:00Z").toISOString().slice(0, 10) === found) return found;
    }
    return null;
  }

  function left(days) { return days === 0 ? "hôm nay" : days === 1 ? "ngày mai" : "còn " + days + " ngày"; }

  function tell(row, on) {
    var weekday = WEEKDAYS[new Date(on + "T00:00:00Z").getUTCDay()];
    row.querySelector("[data-due-day]").textContent = weekday + ", " + on.replace(/-0([3-9])-/, "-$1-").split("-").reverse().join("/");
    row.querySelector("[data-due-left]").textContent = left(Math.round((Date.parse(on) - Date.parse(day)) / 86400000));
  }

  Array.prototype.forEach.call(lists, function (list) {
    var most = +list.dataset.coming || Infinity;
    var rows = Array.prototype.map.call(list.children, function (row) { return { row: row, on: next(row.dataset.due) }; });
    rows.sort(function (a, b) { return (a.on || "9999") < (b.on || "9999") ? -1 : a.on === b.on ? 0 : 1; });
    rows.forEach(function (one, index) {
      if (one.on) tell(one.row, one.on);
      one.row.hidden = !one.on || index >= most;
      list.append(one.row);
    });
  });
})();
