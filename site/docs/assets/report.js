// The text that reports an error of the page, where the site names no address to send it to: the page and day as they are seen.
(function () {
  "use strict";
  var text = document.querySelector("[data-report]");
  if (!text) return;
  var button = document.querySelector("button[data-copies=" + text.id + "]");

  function shown(day) { return [day.getDate(), day.getMonth() + 1, day.getFullYear()].join("/"); }

  // Caught before copy.js takes the text: the address may have changed since the page came.
  button.addEventListener("click", function () {
    var other = document.querySelector(".kb-other-day [data-day-said]");
    text.querySelector("[data-report-address]").textContent = decodeURI(location.href);
    text.querySelector("[data-report-day]").textContent = "Xem ngày " + shown(new Date()) + (other ? ". " + other.textContent : "");
  }, true);
})();
