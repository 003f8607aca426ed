// Part of the script where the site has the library beside the corpus (kb build --library).
(function (kb) {
  "use strict";
  kb.hasLibrary = true;
})((self.kbSearch = self.kbSearch || {}));
