import { App } from "aws-cdk-lib/core";
import { expect, test } from "vitest";
import { InvalidSettings, settingsFrom } from "../../infra/settings.ts";
import { outputFolder } from "./synthesised.ts";

test("everything may be left out", () => {
  expect(settingsFrom(new App({ outdir: outputFolder() }).node)).toEqual({});
});

test.each([
  { title: "a region that is none", context: { region: "Dublin" }, says: /--context region: is no region/ },
  {
    title: "a host name with a path",
    context: { domain: "x.example/pages", certificate: "arn:aws:acm:1" },
    says: /domain/,
  },
  {
    title: "a host name without its certificate",
    context: { domain: "x.example" },
    says: /goes together with `domain`/,
  },
  { title: "an address that is none", context: { alarmEmail: "beheer" }, says: /--context alarmEmail/ },
])("$title is refused with the name of the setting", ({ context, says }) => {
  const { node } = new App({ outdir: outputFolder(), context });
  expect(() => settingsFrom(node)).toThrow(InvalidSettings);
  expect(() => settingsFrom(node)).toThrow(says);
});
