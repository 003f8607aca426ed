// The status of a hit on the reader's day, from the spans of all records; the index knows that of the day it was built.
(function (kb) {
  "use strict";
  const day = document.documentElement.dataset.asOf; // set by as-of.js where it is not the day of the build
  let spans = null;

  function load() {
    spans ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.onload = () => resolve(self.kbTurns || {});
      script.onerror = () => resolve({});
      script.src = kb.client.addressOf("/tim-kiem/tinh-trang.js");
      document.head.append(script);
    });
    return spans;
  }

  // [from, status, label]: ISO days compare as text.
  async function follow(element, id) {
    if (!day) return;
    const own = (await load())[id] || [];
    const now = own.filter(([from]) => from <= day).pop();
    if (!now) return;
    element.dataset.status = now[1];
    element.className = `kbs-status kb-badge kb-${now[1]}`;
    element.textContent = now[2];
  }

  kb.statuses = { follow, other: Boolean(day) };
})((self.kbSearch = self.kbSearch || {}));
