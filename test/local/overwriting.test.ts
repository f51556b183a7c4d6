import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openCore } from "../../local/core.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";

test("words that were erased are in no byte of the table's files after the morning round, while the edition runs", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wederhoor-overwriting-"));
  const file = (name: string) => join(folder, name);
  const core = openCore({
    procedures: [procedures.sterker],
    publicUrl: "https://wederhoor.example",
    places: {
      items: file("items.sqlite"),
      engine: file("engine.sqlite"),
      post: file("post.sqlite"),
      clock: file("clock.sqlite"),
      archive: file("archive"),
      sessionKey: file("session.key"),
    },
    realNow: () => Date.parse(mondayMorning),
  });
  onTestFinished(async () => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const bytes = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith("items.sqlite"))
      .map((name) => readFileSync(file(name), "latin1"))
      .join("");
  const { items } = core.cases;
  const mails = Array.from({ length: 80 }, (_, nth) => ({ pk: `MAIL#sterker#${nth}`, sk: "MAIL" }));
  await items.transact(mails.map((key) => ({ put: { ...key, subject: `Koosje ${"over haar cursus ".repeat(40)}` } })));
  await items.transact(mails.map((key) => ({ put: { ...key, subject: "", erased: true } })));
  expect(bytes()).toContain("Koosje");

  await core.time.advanceTo("2026-01-06T09:00:00.000Z");

  expect(bytes()).not.toContain("Koosje");
});
