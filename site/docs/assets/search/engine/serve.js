// Opens the index and answers queries, newest first: in a worker where the site is served, in the page from files.
(function (kb) {
  "use strict";
  const DATA = "du-lieu/";
  const waiting = new Map(); // by the script of a shard: what takes its value

  // The index whose shards `load(name, version)` promises; `packed(root)` is where many are had at once, if anywhere.
  // The root is loaded at once: the first query needs it.
  async function open(load, packed) {
    const root = await load("root", "");
    kb.settings = root.settings;
    const each = (names) => Promise.all(names.map(async (name) => [name, await load(name, root.version)]));
    let pack = packed ? packed(root) : null;

    async function together(names) {
      try {
        return [...(await pack.load(names))];
      } catch {
        pack = null; // something on the way does not give ranges after all
        return each(names);
      }
    }

    return new kb.index.Index(root, async (names) => {
      const inside = pack ? names.filter((name) => pack.place(name)) : [];
      const outside = names.filter((name) => !inside.includes(name));
      return (await Promise.all([inside.length ? together(inside) : [], each(outside)])).flat();
    });
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

  // Shards as scripts, for a page that is a file. Two indexes have shards of one name: the script that runs tells them apart.
  function scripted(base) {
    self.kbShard = (name, value) => waiting.get(document.currentScript)(value);
    return (name, version) =>
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(script, (value) => {
          waiting.delete(script);
          script.remove();
          resolve(value);
        });
        script.onerror = () => reject(new Error(name));
        script.charset = "utf-8";
        script.src = `${base}${DATA}${name}.js${version && `?${version}`}`;
        document.head.append(script);
      });
  }

  // A function that answers (query, options); while one is answered only the newest of the others waits.
  function answering(load, packed = null) {
    let index = null;
    let busy = null;
    let waiting = null;

    async function run({ query, options, resolve, reject }) {
      try {
        index = index || (await open(load, packed));
        resolve(await kb.search.answer(index, query, options));
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

    return (query, options) =>
      new Promise((resolve, reject) => {
        const one = { query, options, resolve, reject };
        if (!busy) busy = work(one);
        else {
          if (waiting) waiting.resolve(null); // overtaken by a newer query
          waiting = one;
        }
      });
  }

  // The page sends first where the index is, its root, which it has fetched while the worker was starting, "" when it
  // could not; and whether the server gives ranges.
  function startWorker() {
    let take = null;
    const opened = new Promise((resolve) => (take = resolve));
    let sent = null;
    const load = async (name, version) => {
      sent = await opened;
      return name === "root" && sent.root ? valueOf(sent.root) : fetched(sent.folder)(name, version);
    };
    const packed = (root) =>
      sent.ranges ? new kb.ranges.Pack(`${sent.folder}${DATA}pack.bin?${root.version}`, root.packed, root.slot) : null;
    const answer = answering(load, packed);
    self.onmessage = async ({ data: { id, query, options, opening } }) => {
      if (opening) return take(opening);
      try {
        return self.postMessage({ id, results: await answer(query, options) });
      } catch (error) {
        return self.postMessage({ id, error: String(error) });
      }
    };
  }

  kb.serve = { open, answering, fetched, scripted };
  if (typeof document === "undefined" && typeof self.postMessage === "function") startWorker();
})((self.kbSearch = self.kbSearch || {}));
