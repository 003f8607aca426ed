// The page's side of the search: a worker answers where the site is served, the page itself where it is a file.
(function (kb) {
  "use strict";
  const base = new URL("./", document.currentScript.src).href;
  const root = new URL("../", base).href;
  const file = location.protocol === "file:";
  let engine = null; // promised, for a page that is a file

  // "" when it cannot be had.
  function rootText(folder) {
    const answered = fetch(`${folder}du-lieu/root.js`, { cache: "no-cache" });
    return answered.then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
  }

  // Whether the server gives several ranges of a file in one answer, and the browser can read what is in the pack.
  function givesRanges(folder) {
    if (typeof DecompressionStream !== "function") return false;
    const answered = fetch(`${folder}du-lieu/probe.txt`, { headers: { Range: "bytes=0-0,2-2" } });
    const several = /^multipart\/byteranges/i;
    return answered.then((answer) => answer.status === 206 && several.test(answer.headers.get("Content-Type"))).catch(() => false);
  }

  function inWorker(folder) {
    const worker = new Worker(`${base}engine.js`);
    const waiting = new Map();
    let last = 0;
    Promise.all([rootText(folder), givesRanges(folder)]).then(([root, ranges]) => worker.postMessage({ opening: { folder, root, ranges } }));
    worker.onmessage = ({ data: { id, results, error } }) => {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error) reject(new Error(error));
      else resolve(results);
    };
    worker.onerror = () => {
      for (const { reject } of waiting.values()) reject(new Error("worker"));
      waiting.clear();
    };
    return (query, options) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        worker.postMessage({ id: last, query, options });
      });
  }

  // The engine is a script beside this one; without an origin it cannot run in a worker.
  function inPage(folder) {
    engine = engine || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = () => reject(new Error("engine.js"));
      script.src = `${base}engine.js`;
      document.head.append(script);
    });
    const ready = engine.then(() => kb.serve.answering(kb.serve.scripted(folder)));
    return async (query, options) => (await ready)(query, options);
  }

  // Asks the index of a folder, which is opened by the first question: promises results; null when a newer query
  // overtook this one. Without a query it only opens the index.
  function asking(folder) {
    let answer = null;
    return (query, options) => {
      if (!answer) answer = file ? inPage(folder) : inWorker(folder);
      return answer(query, options);
    };
  }

  // The address of a record's page, or of the document itself elsewhere; null for what is no address.
  function addressOf(url) {
    if (/^https?:\/\//.test(url)) return url;
    if (!url.startsWith("/")) return null;
    const [, path, rest] = /^\/([^?#]*)(.*)$/.exec(url);
    const page = file && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
    return root + page + rest;
  }

  kb.client = { ask: asking(base), askLibrary: asking(`${base}thu-vien/`), addressOf };
})((self.kbSearch = self.kbSearch || {}));
