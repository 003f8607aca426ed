// A page that moved takes the day asked about and the place on the page along.
(function () {
  "use strict";
  var to = document.querySelector("a[data-moved]");
  if (!to) return;
  var address = new URL(to.href); // which may have the day already
  address.search = location.search;
  address.hash = location.hash;
  location.replace(address.href);
})();
