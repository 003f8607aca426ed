// The worker's side of the page that checks drafts: Python in this browser runs kb itself (kb/review/portable.py).
(function () {
  const handed = new Map();
  const web = self.fetch.bind(self);
  let python = null;
  let portable = null;
  let portableImport = null;

  // Pyodide asks for its own files by address; they were handed over.
  self.fetch = (asked, options) => {
    const content = handed.get(String(asked.url || asked));
    if (!content) return web(asked, options);
    handed.delete(String(asked));
    const type = String(asked).endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return Promise.resolve(new Response(content, { headers: { "Content-Type": type } }));
  };

  const bytes = (content) => python.toPy(new Uint8Array(content));

  // Bytes of Python as bytes of their own, which can be handed on without a copy.
  function taken(made) {
    const found = made.toJs();
    made.destroy();
    return found;
  }

  async function open({ wasm, library, kb, corpus, sources, lock }) {
    handed.set("kb:///pyodide.asm.wasm", wasm);
    handed.set("kb:///python_stdlib.zip", library);
    python = await loadPyodide({
      indexURL: "kb:///",
      packageBaseUrl: "kb:///",
      lockFileContents: lock,
      createPyodideModule: _createPyodideModule,
      env: { HOME: "/", PYTHONDONTWRITEBYTECODE: "1" },
    });
    self.postMessage({ step: "python" });
    python.unpackArchive(kb, "zip", { extractDir: "/kb" });
    python.runPython('import sys; sys.path.insert(0, "/kb")');
    const module = python.pyimport("kb.review.portable");
    portable = module.PortableReview(bytes(corpus), bytes(sources));
    module.destroy();
  }

  const answers = {
    open,
    pdf: ({ archive }) => python.unpackArchive(archive, "zip", { extractDir: "/kb" }),
    importing: ({ archive }) => {
      python.unpackArchive(archive, "zip", { extractDir: "/kb" });
      const module = python.pyimport("kb.importing.portable");
      portableImport = module.PortableImport(portable.corpus);
      module.destroy();
    },
    draft: ({ name, content, source, day }) => portableImport.draft(name, bytes(content), source, day),
    edit: ({ text, values }) => portableImport.edit(text, values),
    checkFiles: ({ files }) => portableImport.check(files),
    check: ({ name, content, day }) => taken(portable.check(name, bytes(content), day)),
    // `shards`: of the register, [number, content] each.
    goOn: ({ shards }) => taken(portable.go_on(python.toPy(new Map(shards.map(([number, content]) => [number, bytes(content)]))))),
    report: ({ form }) => taken(portable.report(form)),
    commented: ({ content }) => taken(portable.commented(bytes(content))),
  };

  self.onmessage = async ({ data: { id, verb, ...asked } }) => {
    try {
      const answer = await answers[verb](asked);
      self.postMessage({ id, answer }, answer instanceof Uint8Array ? [answer.buffer] : []);
    } catch (error) {
      self.postMessage({ id, error: String(error) });
    }
  };
})();
