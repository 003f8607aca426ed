// A page that moved takes the day asked about and the place on the page along.
(function () {
  "use strict";
  var to = document.querySelector("a[data-moved]");
  if (to) location.replace(to.href + location.search + location.hash);
})();
