import { Temporal } from "temporal-polyfill";
import { localDay } from "../domain/calendar.ts";
import { calendarOf } from "../domain/clocks.ts";
import { type Colleague, mayOpen, partiesOf } from "../domain/desk-rights.ts";
import type { Dossier, OpenTask } from "../domain/dossier.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { isAway } from "../domain/seats.ts";
import { ConditionFailed, type Instant } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { listFiles } from "../store/listings.ts";
import { promise } from "../store/outbox.ts";
import { digestTaken } from "../store/round-notes.ts";

/** More than anybody does in a day. */
const mostTasks = 50;

/** Something that a colleague has to do today, or should have done. */
export interface DueTask {
  readonly task: OpenTask;
  readonly dossier: Dossier;
}

/**
 * Promises a mail to every colleague who is at work and has something to do that is due today or late (B17): on working days, once a day.
 * Whoever has nothing gets nothing.
 */
export async function promiseDigests(organisation: string, { cases }: { readonly cases: CaseStore }): Promise<void> {
  const procedure = cases.procedure(organisation);
  const now = cases.now();
  const today = localDay(now, procedure.calendar.timeZone);
  if (!isWorkingDay(today, procedure)) return;
  for (const colleague of procedure.people) {
    if (isAway(`person:${colleague.id}`, procedure, now)) continue;
    if ((await dueTasks(colleague, organisation, cases)).length === 0) continue;
    await promiseDigest(organisation, colleague.id, today, cases);
  }
}

function isWorkingDay(day: string, procedure: Procedure): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !calendarOf(procedure).holidays.has(day);
}

async function promiseDigest(organisation: string, person: string, day: string, cases: CaseStore): Promise<void> {
  const taken = await digestTaken(cases.items, organisation, person, day);
  if (taken === undefined) return;
  const now = cases.now();
  const mail = promise({ what: "digest", organisation, person, day, since: now, notBefore: now, attempts: 0 });
  try {
    await cases.items.transact([taken, mail]);
  } catch (error) {
    // Another round did so at the same moment.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** What is due today or late, the oldest first. Nothing of a file that is kept from this colleague. */
export async function dueTasks(
  colleague: Colleague,
  organisation: string,
  cases: CaseStore,
): Promise<readonly DueTask[]> {
  const procedure = cases.procedure(organisation);
  const now = cases.now();
  const tomorrow = startOfTomorrow(now, procedure);
  const pages = await Promise.all(
    [...new Set(asWhom(colleague, procedure, now))].map((party) =>
      listFiles(cases.items, organisation, { list: `tasks:${party}`, limit: mostTasks }),
    ),
  );
  const entries = pages
    .flatMap((page) => page.entries)
    .filter(({ sort }) => sort < tomorrow)
    .toSorted((one, other) => one.sort.localeCompare(other.sort))
    .slice(0, mostTasks);
  const due: DueTask[] = [];
  for (const { caseId, name } of entries) {
    const dossier = await cases.load(organisation, caseId);
    const task = dossier.tasks.find(({ taskId }) => taskId === name);
    // A list may lag behind.
    if (task?.status === "open" && mayOpen(colleague, dossier, procedure)) due.push({ task, dossier });
  }
  return due;
}

/** Themselves and their roles; also the roles that they deputise while the holder is away. */
function asWhom(colleague: Colleague, procedure: Procedure, now: Instant): readonly Party[] {
  const standIn = procedure.roles
    .filter(({ deputy, id }) => deputy === colleague.id && isAway(`role:${id}`, procedure, now))
    .map(({ id }): Party => `role:${id}`);
  return [...partiesOf(colleague, procedure), ...standIn];
}

function startOfTomorrow(now: Instant, { calendar: { timeZone } }: Procedure): Instant {
  const tomorrow = Temporal.PlainDate.from(localDay(now, timeZone)).add({ days: 1 });
  return new Date(tomorrow.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}
