import { createHash } from "node:crypto";
import { closingOn, localDay } from "../domain/calendar.ts";
import { calendarOf } from "../domain/clocks.ts";
import { tooFarAhead } from "../domain/deciding/objections.ts";
import { type Colleague, mayOpen } from "../domain/desk-rights.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Measure } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import { isInvolved } from "../domain/seats.ts";
import { measureTypeOptions } from "../domain/tasks/measure-fields.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import { manyLines, oneLine } from "../mail/plain-text.ts";
import { ConditionFailed, type Workflow } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import { claimKey } from "../store/keys.ts";
import { startCase } from "./start-case.ts";

type Posted = Readonly<Record<string, string>>;

/** Characters that the words of a measure may have; what is longer is refused. */
export const longestOfMeasure = { text: 300, why: 2_000 } as const;
const mostCases = 20;

export interface AgreeOnMeasureDependencies {
  readonly cases: CaseStore;
  readonly workflow: Workflow;
}

/**
 * Agrees on a measure that came from elsewhere than a complaint, a pattern or a review, such as an audit (B38); sent twice it is one measure.
 * Complaints may be named by number, but only those that `by` may open: others are as unknown as those that do not exist.
 * @returns what is wrong with it; nothing when it stands.
 */
export async function agreeOnMeasure(
  posted: Posted,
  by: Colleague,
  procedure: Procedure,
  { cases, workflow }: AgreeOnMeasureDependencies,
): Promise<readonly Problem[]> {
  const organisation = procedure.id;
  const named = await complaintsNamed(posted["cases"] ?? "", by, procedure, cases);
  const read = readMeasure(posted, named, by, procedure, cases);
  if (!read.ok) return read.problems;
  const claim = { ...claimKey("ACT", organisation, idOf(posted, by)), caseId: "measure" };
  try {
    const { caseId } = await cases.agreeMeasure(organisation, read.measure, [{ put: claim, when: "absent" }]);
    // It is promised already: when the state machine cannot be told now, the sweeper tells it.
    await startCase({ organisation, caseId, machine: "measure" }, { cases, workflow }).catch(() => undefined);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return [];
}

type Read =
  | { readonly ok: true; readonly measure: Omit<Measure, "shielded"> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function readMeasure(
  posted: Posted,
  named: readonly Dossier[] | undefined,
  by: Colleague,
  procedure: Procedure,
  cases: CaseStore,
): Read {
  const text = oneLine(posted["text"] ?? "", longestOfMeasure.text + 1).trim();
  const why = manyLines(posted["why"] ?? "", longestOfMeasure.why + 1).trim();
  const type = measureTypeOptions.find(({ id }) => id === posted["measureType"])?.id;
  const owner = procedure.people.find(({ id }) => id === posted["owner"]);
  const due = posted["due"] ?? "";
  const isComing =
    /^\d{4}-\d{2}-\d{2}$/.test(due) && isDate(due) && due > localDay(cases.now(), procedure.calendar.timeZone);
  const shielded = owner !== undefined && named?.some((one) => isInvolved(owner.id, one, procedure)) === true;
  const problems = [
    ...(text === "" ? [problem("text", noText)] : []),
    ...(text.length > longestOfMeasure.text ? [problem("text", tooLong)] : []),
    ...(why.length > longestOfMeasure.why ? [problem("why", tooLong)] : []),
    ...(type === undefined ? [problem("measureType", noType)] : []),
    ...(owner === undefined ? [problem("owner", noOwner)] : []),
    ...(shielded ? [problem("owner", involvedOwner)] : []),
    ...(isComing ? tooFarAhead("due", due, { procedure, now: cases.now() }) : [problem("due", noDue)]),
    ...(named === undefined ? [problem("cases", unknownCase)] : []),
  ];
  if (problems.length > 0 || type === undefined || owner === undefined || named === undefined) {
    return { ok: false, problems };
  }
  const counted = countedBy(posted["counted"] ?? "", procedure);
  return {
    ok: true,
    measure: {
      ...{ text, measureType: type, source: "other", agreedBy: `person:${by.id}`, owner: `person:${owner.id}` },
      dueAt: closingOn(due, calendarOf(procedure)),
      cases: named.map(({ caseId }) => caseId),
      ...(why !== "" && { why }),
      ...(counted !== undefined && { counted }),
    },
  };
}

/** The complaints of these numbers; `undefined` when one of them is none that this colleague may open. */
async function complaintsNamed(
  numbers: string,
  by: Colleague,
  procedure: Procedure,
  cases: CaseStore,
): Promise<readonly Dossier[] | undefined> {
  const named = [
    ...new Set(
      numbers
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter((one) => one !== ""),
    ),
  ];
  if (named.length > mostCases) return undefined;
  const found = await Promise.all(
    named.map(async (number) => {
      const caseId = await claimedCase(cases.items, claimKey("NUMBER", procedure.id, number));
      const dossier = caseId === undefined ? undefined : await cases.load(procedure.id, caseId);
      const isTheirs = dossier?.matter.kind === "complaint" && mayOpen(by, dossier, procedure);
      return isTheirs ? dossier : undefined;
    }),
  );
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** `category:trainer` or `cause:planning`, as the form has it. */
function countedBy(value: string, { categories, causes }: Procedure): Measure["counted"] {
  const [dimension, code] = value.split(":", 2);
  const isOf = (list: Procedure["categories"]) => list.some(({ id }) => id === code);
  if (code === undefined) return undefined;
  if (dimension === "category" && isOf(categories)) return { dimension, value: code };
  return dimension === "cause" && isOf(causes) ? { dimension, value: code } : undefined;
}

function isDate(date: string): boolean {
  const parsed = new Date(`${date}T12:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

/** The same form with the same words has the same id. */
function idOf(posted: Posted, { id }: Colleague): string {
  const words = Object.entries(posted).toSorted(([a], [b]) => a.localeCompare(b));
  return createHash("sha256")
    .update(JSON.stringify(["measure", id, words]))
    .digest("hex");
}

const problem = (field: string, message: Problem["message"]): Problem => ({ field, message });
const noText = { nl: "Schrijf op wat wij gaan doen.", en: "Write down what we are going to do." };
const tooLong = { nl: "Dit is te lang. Maak het korter.", en: "This is too long. Make it shorter." };
const noType = { nl: "Kies wat voor maatregel het is.", en: "Choose what kind of measure it is." };
const noOwner = { nl: "Kies wie hem uitvoert.", en: "Choose who carries it out." };
const involvedOwner = {
  nl: "Een van deze klachten gaat over deze collega. Kies een ander.",
  en: "One of these complaints is about this colleague. Choose somebody else.",
};
const noDue = { nl: "Vul een dag in die nog komt.", en: "Fill in a day that is still to come." };
const unknownCase = {
  nl: "Wij kennen een van deze nummers niet als klacht. Schrijf ze zoals LW-2026-0001, met een komma ertussen.",
  en: "We do not know one of these numbers as a complaint. Write them like LW-2026-0001, with a comma in between.",
};
