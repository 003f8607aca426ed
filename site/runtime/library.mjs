// node library.mjs FOLDER: compiles the standard library of the Pyodide in FOLDER/node_modules (library.py).
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const pyodide = `${folder}/node_modules/pyodide`;
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: pyodide });
python.FS.mkdir("/runtime");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/runtime");
python.runPython(await readFile(new URL("library.py", import.meta.url), "utf8"));
