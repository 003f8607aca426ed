// Calls functions of the site's search without an index: `node twins.cjs < requests`.
// Requests are JSON: {"scripts": [files], "settings": {…}, "calls": [["fold.normal", argument], …]}; answers are a list.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");
const requests = JSON.parse(fs.readFileSync(0, "utf-8"));
const page = { kbSearch: { settings: requests.settings } };
page.self = page;
vm.createContext(page);
for (const script of requests.scripts) vm.runInContext(fs.readFileSync(script, "utf-8"), page, { filename: script });

function call([name, argument]) {
  const [module, method] = name.split(".");
  return page.kbSearch[module][method](argument);
}

process.stdout.write(JSON.stringify(requests.calls.map(call)));
