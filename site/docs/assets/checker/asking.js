// What a reader hands to the page that checks drafts: a file chosen or dropped, or a text typed or pasted.
self.kbAsking = class {
  // `said(text)` tells the reader what cannot be taken; `taken()` begins a check; `cleared()` hides an earlier one.
  constructor(part, { said, taken, cleared }) {
    Object.assign(this, { part, said, taken, cleared, name: "", title: "", content: null, pasted: null });
    this.typed = document.getElementById("noi-dung");
    const file = document.getElementById("du-thao");
    file.addEventListener("change", () => this.takeFile(file.files[0]));
    this.typed.addEventListener("paste", (event) => this.paste(event));
    part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.typed.value.trim()) this.takeTyped();
      if (this.content) taken();
      else said("Chọn tệp hoặc dán nội dung trước.");
    });
    this.listenToDrops(part("drop"));
  }

  async takeFile(chosen) {
    const LARGEST = 50000000; // bytes, as kb reads them (kb/drafts/open.py)
    if (!chosen) return;
    this.cleared();
    this.part("chosen").textContent = chosen.name;
    if (/\.(doc|rtf|odt)$/i.test(chosen.name)) { // read by way of LibreOffice, which a browser has not
      this.content = null;
      this.said(`Trang không đọc được “${chosen.name}”: hãy mở bằng Word, lưu thành .docx rồi chọn lại.`);
      return;
    }
    if (chosen.size > LARGEST) {
      this.content = null;
      this.said(`“${chosen.name}” lớn hơn 50 MB; hãy tách tệp rồi thử lại.`);
      return;
    }
    Object.assign(this, { name: chosen.name, title: chosen.name, content: await chosen.arrayBuffer(), pasted: null });
    this.taken();
  }

  // What was pasted from Word keeps its tables as HTML, while the text shown is what was pasted; once edited, the text counts.
  paste(event) {
    const html = event.clipboardData.getData("text/html");
    if (html && !this.typed.value) setTimeout(() => { this.pasted = { html, text: this.typed.value }; });
  }

  takeTyped() {
    const text = this.typed.value;
    const kept = this.pasted && this.pasted.text === text;
    this.title = "Nội dung đã dán";
    this.name = kept ? "noi-dung-dan.html" : "noi-dung-dan.txt";
    this.content = new TextEncoder().encode(kept ? `<!doctype html><meta charset="utf-8">${this.pasted.html}` : text).buffer;
  }

  listenToDrops(drop) {
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("kb-check-over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("kb-check-over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("kb-check-over");
      this.takeFile(event.dataTransfer.files[0]);
    });
  }
};
