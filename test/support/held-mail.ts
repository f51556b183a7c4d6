import { takeMail } from "../../functions/receive-mail/take-mail.ts";
import { mailsHeld } from "../../shared/domain/held-mail.ts";
import { personIdOf } from "../../shared/domain/roles.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyIntake, type IntakeEntry } from "../../shared/store/intake-log.ts";
import { listFiles } from "../../shared/store/listings.ts";
import type { World } from "./embedded-world.ts";

const organisation = "learnworks";

/** What the intake log of Learnworks says, oldest first. */
export const intakeOf = (world: World): Promise<readonly IntakeEntry[]> =>
  Array.fromAsync(everyIntake(world.items, organisation));

/** The complaints of Learnworks. */
export async function complaintsOf(world: World) {
  const rows = await Array.fromAsync(everyCase(world.items, organisation));
  const files = await Promise.all(rows.map(({ caseId }) => world.cases.load(organisation, caseId)));
  return files.filter(({ matter }) => matter.kind === "complaint");
}

/** The files in which mail waits for a person, oldest first, with their mails. */
export async function heldBy(world: World) {
  const { entries } = await listFiles(world.items, organisation, { list: "mails", limit: 100 });
  const files = await Promise.all(entries.map(({ caseId }) => world.cases.load(organisation, caseId)));
  return files.map((file) => ({ file, caseId: file.caseId, mails: mailsHeld(file) }));
}

/** The task of a file with held mail, opened as its state machine opens it. @returns the person who gets it. */
export async function askAbout(world: World, caseId: string): Promise<string | undefined> {
  const command = { type: "OpenTask", kind: "look-at-mail", requestId: "one" } as const;
  const { dossier } = await world.cases.execute(organisation, caseId, command);
  const assignee = dossier.tasks[0]?.assignee;
  return assignee === undefined ? undefined : personIdOf(assignee, world.cases.procedure(organisation));
}

/** Somebody says what the mail is, and it becomes that, unless `settled` is false. */
export async function say(
  world: World,
  caseId: string,
  posted: Readonly<Record<string, string>>,
  settled = true,
): Promise<void> {
  await askAbout(world, caseId);
  const answer = { type: "AnswerTask", taskId: "look-at-mail-1", by: "person:ingrid", posted } as const;
  const executed = await world.cases.execute(organisation, caseId, answer);
  if (!executed.ok) throw new Error(`The answer was refused: ${JSON.stringify(executed.refusal)}`);
  if (settled) await takeMail({ settled: [{ organisation, caseId }] }, world.dependencies);
}
