// What a reader takes away from the page that checks drafts: a text to the clipboard, a file to the disk.
self.kbHand = (function () {
  "use strict";

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = kbMake("textarea", {}, text);
      document.body.append(area);
      area.select();
      document.execCommand("copy"); // for pages opened from a disk
      area.remove();
    }
    told(button, "Đã sao chép");
    setTimeout(() => told(button, ""), 2000);
  }

  // In a place of its own, kept free beside the button, so that nothing moves under the finger.
  function told(button, words) {
    button.dataset.told = words;
    document.querySelector("[data-check-part=told]").textContent = words;
  }

  function save(content, type, name) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    kbMake("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  return { copy, save };
})();
