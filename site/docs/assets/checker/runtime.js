// Loads kb and the Python that runs it, and asks them in a worker. Parts are scripts: a page from a disk can load those.
(function () {
  "use strict";
  const LONGEST = 60000; // milliseconds for one answer; then the worker is stopped
  const contents = new Map();

  self.kbParts = { put: (name, packed) => contents.set(name, packed) };

  function script(source) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      tag.onload = resolve;
      tag.onerror = () => reject(new Error(source));
      tag.src = source;
      document.head.append(tag);
    });
  }

  function bytes(packed) {
    const text = atob(packed);
    const found = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) found[at] = text.charCodeAt(at);
    return found;
  }

  // The content of a part. Its text is let go of: it would stay in memory beside what was made of it.
  async function part(address) {
    const name = /([^/.]+)[^/]*\.js$/.exec(address)[1];
    await script(address);
    const packed = bytes(contents.get(name));
    contents.delete(name);
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  const text = (answer) => new TextDecoder().decode(answer);

  // Why this browser cannot run it; "" where it can.
  function missing() {
    if (typeof WebAssembly !== "object") return "Trình duyệt này không chạy được chương trình kiểm tra (thiếu hoặc đã tắt WebAssembly).";
    if (typeof DecompressionStream !== "function" || typeof Worker !== "function") return "Trình duyệt này quá cũ để chạy chương trình kiểm tra.";
    return "";
  }

  // `addresses`: of each part, by name; that of a shard of the register has its number and ".js" behind `shards`.
  // `said(share)` hears how much is loaded, from 0 to 1.
  class Runtime {
    constructor(addresses, shards, lock, said) {
      Object.assign(this, { addresses, shards, lock, said });
      this.waiting = new Map();
      this.last = 0;
    }

    async start() {
      const names = ["worker", "wasm", "library", "kb", "corpus", "sources"];
      let loaded = 0;
      const load = async (name) => {
        const content = await part(this.addresses[name]);
        this.said(++loaded / (names.length + 1));
        return content;
      };
      const [worker, ...rest] = await Promise.all(names.map(load));
      const address = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
      this.worker = new Worker(address);
      this.worker.onmessage = ({ data }) => this.hear(data);
      this.worker.onerror = (event) => this.stop(event.message || "worker");
      const handed = Object.fromEntries(rest.map((content, at) => [names[at + 1], content]));
      await this.ask("open", { ...handed, lock: this.lock }, rest, 2 * LONGEST);
      URL.revokeObjectURL(address);
      this.said(1);
    }

    ready() {
      if (!this.started) this.started = this.start();
      return this.started;
    }

    hear({ id, answer, error }) {
      const asked = this.waiting.get(id);
      if (!asked) return;
      this.waiting.delete(id);
      clearTimeout(asked.timer);
      if (error === undefined) asked.resolve(answer);
      else asked.reject(new Error(error));
    }

    // Ends the worker; the next question begins another.
    stop(why) {
      if (this.worker) this.worker.terminate();
      this.worker = this.started = this.pdf = this.importing = null;
      for (const { reject, timer } of this.waiting.values()) {
        clearTimeout(timer);
        reject(new Error(why));
      }
      this.waiting.clear();
    }

    ask(verb, asked, handed = [], longest = LONGEST) {
      if (!this.worker) return Promise.reject(new Error("stopped"));
      return new Promise((resolve, reject) => {
        const id = ++this.last;
        const timer = setTimeout(() => this.stop("slow"), longest);
        this.waiting.set(id, { resolve, reject, timer });
        this.worker.postMessage({ id, verb, ...asked }, handed);
      });
    }

    // The reader of PDF is large, and loaded for a PDF alone.
    async readPdf() {
      if (!this.pdf) this.pdf = part(this.addresses.pdf).then((archive) => this.ask("pdf", { archive }, [archive]));
      return this.pdf;
    }

    // What kb says of a file: the JSON of kb/review/portable.py, parsed. One file after another.
    check(name, content, day) {
      const before = this.busy || Promise.resolve();
      this.busy = before.catch(() => null).then(() => this.checked(name, content, day));
      return this.busy;
    }

    async checked(name, content, day) {
      await this.ready();
      await this.readAsPdf(content);
      let found = JSON.parse(text(await this.ask("check", { name, content, day })));
      while (found.needs) found = JSON.parse(text(await this.goOn(found.needs)));
      return found;
    }

    async readAsPdf(content) {
      const start = new TextDecoder("latin1").decode(content.slice(0, 1024));
      if (start.includes("%PDF-")) await this.readPdf();
    }

    // The answer, with the shards of the register that it needs.
    async goOn(numbers) {
      const shards = await Promise.all(numbers.map(async (number) => [number, await part(`${this.shards}${number}.js`)]));
      return this.ask("goOn", { shards }, shards.map(([, content]) => content));
    }

    async readImporting() {
      await this.ready();
      if (!this.importing) this.importing = part(this.addresses.importing).then((archive) => this.ask("importing", { archive }, [archive]));
      return this.importing;
    }

    // The draft of a new record: the JSON of kb/importing/portable.py, parsed.
    async draft(name, content, source, day) {
      await this.readImporting();
      await this.readAsPdf(content);
      return JSON.parse(await this.ask("draft", { name, content, source, day }));
    }

    // The draft with fields as the form has them: { text, refused }.
    async edit(text, values) {
      await this.readImporting();
      return JSON.parse(await this.ask("edit", { text, values: JSON.stringify(values) }));
    }

    // What kb check says of files, a list of { path, text }.
    async checkFiles(files) {
      await this.readImporting();
      return JSON.parse(await this.ask("checkFiles", { files: JSON.stringify(files) }));
    }

    // The text of a report on the file last checked, in a form of kb review --format.
    async report(form) {
      return text(await this.ask("report", { form }));
    }

    // That file, a Word file, with its comments, and what is to be said of it; empty where it was refused them.
    commented(content) {
      return this.ask("commented", { content });
    }
  }

  self.kbRuntime = { Runtime, missing };
})();
