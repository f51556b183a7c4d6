import { expect, onTestFinished, test } from "vitest";
import { takeMail } from "../../functions/receive-mail/take-mail.ts";
import { lookAgain } from "../../shared/cases/look-again.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { eraseDue } from "../../shared/learning/erase.ts";
import { listFiles } from "../../shared/store/listings.ts";
import { procedures } from "../support/case-under-test.ts";
import { organisation, plantedMail } from "../support/closed-complaint.ts";
import { LearningWorld } from "../support/learning-world.ts";
import { StoredCase } from "../support/stored-case.ts";

const personal = ["Zandstra", "mirthe.zandstra", "Kwetsende", "Bloemstraat", "dagboek", "Dirkje", "thuis.example"];

/** Mails of a forged sender that wait, each in a file of its own. */
async function setup(ids: readonly string[] = ["een"]) {
  const world = new LearningWorld();
  onTestFinished(() => world.remove());
  for (const id of ids) {
    const mail = await world.stored(plantedMail(id), organisation);
    await receiveMail({ ...mail, verdicts: { ...mail.verdicts, dmarc: "FAIL" } }, world.dependencies);
  }
  return {
    world,
    heldIn: async (place: number) => new StoredCase(world, organisation, (await held(world))[place] ?? ""),
  };
}

async function held({ items }: LearningWorld): Promise<readonly string[]> {
  return (await listFiles(items, organisation, { list: "mails", limit: 100 })).entries.map(({ caseId }) => caseId);
}

async function said(world: LearningWorld, file: StoredCase, answer: Readonly<Record<string, string>>) {
  await file.perform("look-at-mail", answer);
  await takeMail({ settled: [{ organisation, caseId: file.caseId }] }, world.dependencies);
}

function left(world: LearningWorld): readonly string[] {
  const all = JSON.stringify([world.raw(), world.archived()]);
  return personal.filter((word) => all.includes(word));
}

const refused = { outcome: "not-for-us", notForUs: "nothing", remark: "Dirkje kent haar." };
const twoYearsLater = "2028-01-05T11:00:00.000Z";

test("a mail that nobody made anything of is erased as long after as a closed case, with all that was said of it", async () => {
  const { world, heldIn } = await setup();
  await said(world, await heldIn(0), refused);
  world.clock.at = "2028-01-04T11:00:00.000Z";
  await eraseDue(organisation, world.dependencies);
  expect(left(world)).not.toEqual([]);
  world.clock.at = twoYearsLater;
  await eraseDue(organisation, world.dependencies);
  expect(left(world)).toEqual([]);
});

test("a mail that became a case stays with that case when the file in which it waited is erased", async () => {
  const { world, heldIn } = await setup();
  await said(world, await heldIn(0), { outcome: "new-case", complainantEmail: "mirthe@thuis.example" });
  world.clock.at = twoYearsLater;
  await eraseDue(organisation, world.dependencies);
  expect(world.archived()).toHaveLength(2);
});

test("a mail that somebody looks at again stays until that is decided, and the time after it", async () => {
  const { world, heldIn } = await setup();
  await said(world, await heldIn(0), refused);
  const { matter } = await (await heldIn(0)).dossier();
  world.clock.at = "2028-01-03T11:00:00.000Z";
  await lookAgain(matter.kind === "mail" ? matter.mail.mailId : "", procedures.learnworks, world.dependencies);
  world.clock.at = twoYearsLater;
  await eraseDue(organisation, world.dependencies);
  expect(world.archived()).toHaveLength(1);
  await said(world, await heldIn(1), refused);
  world.clock.at = "2030-01-08T11:00:00.000Z";
  await eraseDue(organisation, world.dependencies);
  expect(left(world)).toEqual([]);
});
