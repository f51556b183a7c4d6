// Loaded before everything else (NODE_OPTIONS=--import): writes down whatever the process asks of the network, to the file NETWORK_CALLS.
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const note = (what) => appendFileSync(process.env.NETWORK_CALLS ?? "/dev/stderr", `${what}\n`);

function watched(holder, kind) {
  for (const name of Object.getOwnPropertyNames(holder)) {
    if (!/^(lookup|lookupService|resolve.*|reverse)$/.test(name) || typeof holder[name] !== "function") continue;
    const original = holder[name];
    holder[name] = function (...args) {
      // An address is no question: nobody is asked.
      if (!(name === "lookup" && net.isIP(String(args[0])) > 0)) note(`${kind}.${name} ${String(args[0])}`);
      return original.apply(this, args);
    };
  }
}

watched(dns, "dns");
watched(dns.promises, "dns.promises");
watched(dns.Resolver.prototype, "Resolver");
watched(dns.promises.Resolver.prototype, "promises.Resolver");

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const path = typeof first === "string" && Number.isNaN(Number(first)) ? first : first?.path;
  if (path === undefined || path === null) note(`connect ${JSON.stringify(first)}`);
  return connect.apply(this, args);
};

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
  note("udp");
  return send.apply(this, args);
};

syncBuiltinESMExports();
