// Light or dark, before the page is painted: what the reader chose, else what the device says. The theme's switch.
(function () {
  "use strict";
  var KEY = "kb-mau-nen";
  var NAMES = ["scheme", "primary", "accent"];
  var inputs = [].slice.call(document.querySelectorAll("[data-md-component=palette] input"));

  function stored() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  function store(scheme) {
    try { localStorage.setItem(KEY, scheme); } catch (error) { /* the choice holds for this page */ }
  }

  function of(input, name) { return input.getAttribute("data-md-color-" + name); }

  // Of the two buttons of the switch the one that leads away from what is shown is seen.
  function show(shown) {
    NAMES.forEach(function (name) { document.body.setAttribute("data-md-color-" + name, of(shown, name)); });
    inputs.forEach(function (input) {
      input.checked = input === shown;
      input.nextElementSibling.hidden = input !== shown;
    });
  }

  function wanted() {
    var scheme = stored();
    return inputs.filter(function (input) { return of(input, "scheme") === scheme; })[0] ||
      inputs.filter(function (input) { return matchMedia(of(input, "media")).matches; })[0] || inputs[0];
  }

  inputs.forEach(function (input) {
    input.addEventListener("change", function () { show(input); store(of(input, "scheme")); });
    matchMedia(of(input, "media")).addEventListener("change", function () { show(wanted()); });
  });
  show(wanted());
})();
