// What a reader takes away from the page that checks drafts: a text to the clipboard, a file to the disk.
self.kbHand = (function () {
  "use strict";

  async function copy(text, button) {
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = kbMake("textarea", {}, text);
      document.body.append(area);
      area.select();
      document.execCommand("copy"); // for pages opened from a disk
      area.remove();
    }
    button.textContent = "Đã sao chép";
    setTimeout(() => { button.textContent = words; }, 2000);
  }

  function save(content, type, name) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    kbMake("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  return { copy, save };
})();
