import { resolve } from "node:path";
import { expect, test } from "vitest";
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
  expect(["--http", "--smtp", "--data", "--help"].every((flag) => usage.includes(`\n  ${flag} `))).toBe(true);
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
