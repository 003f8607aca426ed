// The page's side of the search: a worker answers where the site is served, the page itself where it is a file.
(function (kb) {
  "use strict";
  const base = new URL("./", document.currentScript.src).href;
  const root = new URL("../", base).href;
  const file = location.protocol === "file:";
  let answer = null;

  // "" when it cannot be had.
  function rootText() {
    const answered = fetch(`${base}du-lieu/root.js`, { cache: "no-cache" });
    return answered.then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
  }

  // Whether the server gives several ranges of a file in one answer, and the browser can read what is in the pack.
  function givesRanges() {
    if (typeof DecompressionStream !== "function") return false;
    const answered = fetch(`${base}du-lieu/probe.txt`, { headers: { Range: "bytes=0-0,2-2" } });
    const several = /^multipart\/byteranges/i;
    return answered.then((answer) => answer.status === 206 && several.test(answer.headers.get("Content-Type"))).catch(() => false);
  }

  function inWorker() {
    const worker = new Worker(`${base}engine.js`);
    const waiting = new Map();
    let last = 0;
    Promise.all([rootText(), givesRanges()]).then(([root, ranges]) => worker.postMessage({ opening: { root, ranges } }));
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
  function inPage() {
    const ready = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = () => resolve(kb.serve.answering(kb.serve.scripted(base)));
      script.onerror = () => reject(new Error("engine.js"));
      script.src = `${base}engine.js`;
      document.head.append(script);
    });
    return async (query, options) => (await ready)(query, options);
  }

  // Promises results; null when a newer query overtook this one. Without a query it only opens the index.
  function ask(query, options) {
    if (!answer) answer = file ? inPage() : inWorker();
    return answer(query, options);
  }

  // The address of a record's page, or of the document itself elsewhere; null for what is no address.
  function addressOf(url) {
    if (/^https?:\/\//.test(url)) return url;
    if (!url.startsWith("/")) return null;
    const [path, anchor] = url.slice(1).split("#");
    const page = file && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
    return root + page + (anchor === undefined ? "" : `#${anchor}`);
  }

  kb.client = { ask, addressOf };
})((self.kbSearch = self.kbSearch || {}));
