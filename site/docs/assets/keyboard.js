// The theme opens its menu with a label, which no key reaches: with scripts it is a button in the label's place.
(function () {
  "use strict";
  var label = document.querySelector("label.md-header__button[for=__drawer]");
  var drawer = document.getElementById("__drawer");
  if (!label || !drawer) return;
  var button = document.createElement("button");
  button.type = "button";
  button.className = label.className + " kb-menu";
  button.setAttribute("aria-label", "Mở mục lục");
  button.append.apply(button, Array.prototype.slice.call(label.childNodes));
  label.replaceWith(button);
  function say() { button.setAttribute("aria-expanded", String(drawer.checked)); }
  drawer.addEventListener("change", say);
  say();
  button.addEventListener("click", function () { drawer.click(); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && drawer.checked) { drawer.click(); button.focus(); }
  });
})();
