import { resolve } from "node:path";
import { expect, test } from "vitest";
import { mailServerOf } from "../../local/relay/mail-server.ts";
import { settingsOf, usage } from "../../local/settings.ts";

test("Without flags the pages are at 4000, mail comes in at 2525 and ./data is kept", () => {
  expect(settingsOf([])).toEqual({ http: 4000, smtp: 2525, data: resolve("data") });
});

test("Every flag is taken, and a folder counts from here", () => {
  expect(settingsOf(["--http", "0", "--smtp=25", "--data", "../kept"])).toEqual({
    http: 0,
    smtp: 25,
    data: resolve("../kept"),
  });
});

test("Help is given whatever else is asked", () => {
  expect(settingsOf(["--help", "--http", "x"])).toBe("help");
  expect(["--http", "--smtp", "--data", "--relay", "--help"].every((flag) => usage.includes(`\n  ${flag} `))).toBe(
    true,
  );
});

test.each([
  { flags: ["--data", ""], reason: "--data names no folder" },
  { flags: ["--data", " "], reason: "--data names no folder" },
  { flags: ["--http", "65536"], reason: "--http 65536 is not a port" },
  { flags: ["--smtp", ""], reason: "is not a port" },
  { flags: ["--port", "1"], reason: "Usage: npm start" },
  { flags: ["somewhere"], reason: "Usage: npm start" },
])("$flags is refused with the reason", ({ flags, reason }) => {
  expect(() => settingsOf(flags)).toThrow(expect.objectContaining({ name: "CannotStart" }));
  expect(() => settingsOf(flags)).toThrow(reason);
});

const relayOf = (argv: readonly string[], environment?: Parameters<typeof settingsOf>[1]) => {
  const settings = settingsOf(argv, environment);
  return settings === "help" ? undefined : settings.relay;
};

test("A mail server is told with --relay, or in the environment when the flag is not there", () => {
  const environment = { WEDERHOOR_RELAY: "smtps://klachten:gehe%40im@mail.example" };
  expect(relayOf([])).toBeUndefined();
  expect(relayOf([], { WEDERHOOR_RELAY: "" })).toBeUndefined();
  expect(relayOf([], environment)).toMatchObject({ host: "mail.example", port: 465, secure: true });
  expect(relayOf([], environment)?.credentials).toEqual({ user: "klachten", pass: "gehe@im" });
  expect(relayOf(["--relay", "smtp://[::1]:2526"], environment)).toMatchObject({ host: "::1", port: 2526 });
});

test.each([
  { address: "smtp://mail.example:25", shown: "mail.example:25", secure: false },
  { address: "smtp://MAIL.example", shown: "mail.example:587", secure: false },
  { address: "smtps://user:pass@mail.example:4650/", shown: "mail.example:4650", secure: true },
  { address: "smtp://[2001:db8::1]:25", shown: "[2001:db8::1]:25", secure: false },
  { address: "smtp://10.0.0.7:25", shown: "10.0.0.7:25", secure: false },
])("$address is the mail server $shown", ({ address, shown, secure }) => {
  const server = mailServerOf(address);
  expect(server?.name).toBe(shown);
  expect(server?.secure).toBe(secure);
});

test.each([
  "",
  "mail.example:25",
  "http://mail.example",
  "smtp:",
  "smtp://",
  "smtp://:25",
  "smtp://mail.example:0",
  "smtp://mail.example:65536",
  "smtp://mail.example:abc",
  "smtp://geheim@mail.example",
  "smtp://:geheim@mail.example",
  "smtp://user:geheim%zz@mail.example",
  "smtp://user:geheim%0d%0aQUIT@mail.example",
  "smtp://user:geheim@mail.example/path",
  "smtp://user:geheim@mail.example?tls=no",
  "smtp://user:geheim@mail.example#x",
  "smtp://user:geheim@mail..example",
  "smtp://user:geheim@mail.example\n",
  "smtp://user:geheim@mail example",
])("%j is no mail server, told in one sentence without what may be a password", (address) => {
  const told = expect.objectContaining({
    name: "CannotStart",
    message: expect.stringMatching(/^--relay is not a mail server: write smtp:[^\n]*$/),
  });
  expect(() => relayOf([`--relay=${address}`])).toThrow(told);
  expect(() => relayOf([`--relay=${address}`])).not.toThrow("geheim");
});

test.each([
  ["smtp://user:geheim@mail.example"],
  ["--relais=smtp://user:geheim@mail.example"],
  ["--relay", "--http", "smtp://user:ge/heim@mail.example", "smtp://user:geheim@mail.example"],
])("A password in a wrong place is not repeated: %j", (...argv) => {
  expect(() => settingsOf(argv)).toThrow("Usage: npm start");
  expect(() => settingsOf(argv)).not.toThrow("heim");
});
