import { createHandler } from "../../functions/daily-round/handler.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { filesIn } from "../../shared/learning/closed-files.ts";
import type { Instant } from "../../shared/ports.ts";
import type { LearningWorld } from "./learning-world.ts";
import { caseFromMail, StoredCase } from "./stored-case.ts";

export const organisation = "learnworks";

/** The function as it is deployed, on this morning. */
export function morning(world: LearningWorld, at: Instant): Promise<void> {
  world.clock.at = at;
  return createHandler(() => world.dependencies)({}, lambdaContext("daily-round", "r"));
}

/** What the sweeper does with what was promised. */
export async function swept(world: LearningWorld): Promise<void> {
  await sweep({}, { ...world.dependencies, graceMs: 0 });
}

/** The files of a list, the oldest first. */
export async function filesOf(world: LearningWorld, list: string, house = organisation): Promise<readonly Dossier[]> {
  const ids = await Array.fromAsync(filesIn([list], house, world.cases));
  return Promise.all(ids.map((caseId) => world.cases.load(house, caseId)));
}

export const fileOf = (world: LearningWorld, { caseId }: Pick<Dossier, "caseId">) =>
  new StoredCase(world, organisation, caseId);

let mails = 0;

/** A complaint that was filed and assessed then. */
export async function assessedOn(
  world: LearningWorld,
  at: Instant,
  posted: Readonly<Record<string, string>> = {},
): Promise<StoredCase> {
  world.clock.at = at;
  mails += 1;
  const raw = `From: Klager ${mails} <klager${mails}@zorggroep.example>
To: klachten@learnworks.example
Subject: Klacht ${mails}
Message-ID: <morgen-${mails}@zorggroep.example>
Content-Type: text/plain; charset=utf-8

Het ging niet goed.
`;
  const file = await caseFromMail(world, raw);
  const choices = { category: "trainer", severity: "ordinary", claim: "no", talked: "no", hold: "no" };
  await file.perform("assess", { outcome: "handle", ...choices, ...posted });
  return file;
}

/** The same, solved at once, told and closed then. */
export async function closedOn(
  world: LearningWorld,
  at: Instant,
  posted: Readonly<Record<string, string>> = {},
  lessons: Readonly<Record<string, string>> = {},
): Promise<StoredCase> {
  const file = await assessedOn(world, at, { outcome: "solved", solution: "Een nieuwe datum.", ...posted });
  await file.perform("write-outcome", { letter: "Wij lossen het op.", respondentLetter: "Het is opgelost." });
  await file.perform("approve-outcome", { outcome: "approved" });
  await file.send("outcome");
  await file.perform("draw-lessons", { cause: "agreements", lesson: "Spreek het af.", ...lessons });
  return file.do({ type: "CloseCase" });
}
