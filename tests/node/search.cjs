// Runs the query side of the site's search without a page: `node search.cjs < requests`.
// Requests are JSON: {"scripts": [files], "data": folder, "addresses": ["?q=…"], "queries": [[query, options]]}.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const requests = JSON.parse(fs.readFileSync(0, "utf-8"));
const place = { search: "", pathname: "/tim-kiem/" };
const page = { TextEncoder, TextDecoder, URLSearchParams, location: place, document: {}, history: {} };
page.self = page;
page.history.replaceState = (state, title, address) => (page.shown = address);
vm.createContext(page);
for (const script of requests.scripts) vm.runInContext(fs.readFileSync(script, "utf-8"), page, { filename: script });
const kb = page.kbSearch;

async function shard(name) {
  const text = fs.readFileSync(path.join(requests.data, `${name}.js`), "utf-8");
  page.text = text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"));
  return vm.runInContext("JSON.parse(text)", page);
}

function read(address) {
  place.search = address;
  const said = kb.address.read();
  kb.address.write(said);
  return { ...said, written: page.shown };
}

async function main() {
  const index = await kb.serve.open(shard, null);
  const answers = [];
  for (const [query, options] of requests.queries) {
    const results = await kb.search.answer(index, query, options);
    answers.push({ ...results, hits: (results.hits || []).map((hit) => hit.id) });
  }
  process.stdout.write(JSON.stringify({ addresses: requests.addresses.map(read), answers }));
}

main();
