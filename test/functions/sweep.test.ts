import { expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { listed } from "../../shared/store/keys.ts";
import { complaintMail, setup, storedMail } from "../support/embedded-world.ts";
import { complaintsOf, intakeOf } from "../support/held-mail.ts";

test("What this version does not know in the outbox is told of, and keeps nothing else from being done", async () => {
  const world = setup();
  const { items, archive, dependencies } = world;
  const long = "2026-01-01T00:00:00.000Z";
  const strange = { pk: "CASE#learnworks#x", sk: "STRANGE#1", ...listed("PENDING", "learnworks", long, "x") };
  await items.transact([{ put: { ...strange, kind: "strange", pending: { what: "strange", since: long } } }]);
  const get = archive.get.bind(archive);
  archive.get = async () => {
    throw new Error("The process ended here.");
  };
  await receiveMail(await storedMail(world, { raw: complaintMail() }), dependencies).catch(() => undefined);
  archive.get = get;

  await expect(sweep({}, dependencies)).rejects.toThrow("unreadable");

  expect(await intakeOf(world)).toMatchObject([{ disposition: "case" }]);
  expect(await complaintsOf(world)).toHaveLength(1);
});
