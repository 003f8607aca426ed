// Opens the index and answers queries, newest first: in a worker where the site is served, in the page from files.
(function (kb) {
  "use strict";
  const DATA = "du-lieu/";

  // The index whose shards `load(name, version)` promises. The root is loaded at once: the first query needs it.
  async function open(load) {
    const root = await load("root", "");
    kb.settings = root.settings;
    return new kb.index.Index(root, (name) => load(name, root.version));
  }

  // Shards as text, for a page with an origin.
  function fetched(base) {
    return async (name, version) => {
      const answer = await fetch(`${base}${DATA}${name}.js${version && `?${version}`}`, version ? {} : { cache: "no-cache" });
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return valueOf(await answer.text());
    };
  }

  // The value of a shard that was read as text.
  function valueOf(text) {
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
  }

  // Shards as scripts, for a page that is a file.
  function scripted(base) {
    const waiting = new Map();
    self.kbShard = (name, value) => waiting.get(name)(value);
    return (name, version) =>
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, (value) => {
          waiting.delete(name);
          script.remove();
          resolve(value);
        });
        script.onerror = () => reject(new Error(name));
        script.charset = "utf-8";
        script.src = `${base}${DATA}${name}.js${version && `?${version}`}`;
        document.head.append(script);
      });
  }

  // A function that answers (query, wishes); while one is answered only the newest of the others waits.
  function answering(load) {
    let index = null;
    let busy = null;
    let waiting = null;

    async function run({ query, wishes, resolve, reject }) {
      try {
        index = index || (await open(load));
        resolve(await kb.search.answer(index, query, wishes));
      } catch (error) {
        reject(error);
      }
    }

    async function work(first) {
      for (let one = first; one; ) {
        await run(one);
        one = waiting;
        waiting = null;
      }
      busy = null;
    }

    return (query, wishes) =>
      new Promise((resolve, reject) => {
        const one = { query, wishes, resolve, reject };
        if (!busy) busy = work(one);
        else {
          if (waiting) waiting.resolve(null); // overtaken by a newer query
          waiting = one;
        }
      });
  }

  // The page sends the root first, which it has fetched while the worker was starting; "" when it could not.
  function startWorker() {
    const fetching = fetched(new URL("./", self.location.href).href);
    let take = null;
    const root = new Promise((resolve) => (take = resolve));
    const answer = answering(async (name, version) => {
      const text = name === "root" && (await root);
      return text ? valueOf(text) : fetching(name, version);
    });
    self.onmessage = async ({ data: { id, query, wishes, root: text } }) => {
      if (text !== undefined) return take(text);
      try {
        return self.postMessage({ id, results: await answer(query, wishes) });
      } catch (error) {
        return self.postMessage({ id, error: String(error) });
      }
    };
  }

  kb.serve = { open, answering, fetched, scripted };
  if (typeof document === "undefined" && typeof self.postMessage === "function") startWorker();
})((self.kbSearch = self.kbSearch || {}));
