// Loaded before the language server: whoever asks for the network is told on standard error, and gets none.
const net = require("net");
const dns = require("dns");
const refuse = (what) => function () {
  process.stderr.write(`NETWORK ${what}\n`);
  throw new Error(`no network in this test: ${what}`);
};
net.Socket.prototype.connect = refuse("connect");
dns.lookup = refuse("lookup");
