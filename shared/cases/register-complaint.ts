import { createHash } from "node:crypto";
import { yearOf } from "../domain/calendar.ts";
import { register } from "../domain/decide.ts";
import type { Channel, Complainant, Report } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { ConditionFailed, type Instant, type Secrets, type Workflow } from "../ports.ts";
import { nextCaseNumber } from "../store/case-numbers.ts";
import { type CaseStore, TryAgain } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import { claimKey } from "../store/keys.ts";
import { viewWrite } from "../store/views.ts";
import { reportInWords } from "./report-in-words.ts";
import { startCase } from "./start-case.ts";

/** What a colleague wrote down of a complaint that came in without a mail. */
export interface HeardComplaint {
  readonly words: string;
  readonly complainant: Complainant;
  readonly report: Report;
  /** In which language we write back. */
  readonly language: Language;
  readonly channel: Exclude<Channel, "email" | "web">;
  readonly receivedAt: Instant;
  /** The colleague's id in the procedure. */
  readonly by: string;
  /** Tells this form from every other one that was handed out, so that sending it twice is one complaint. */
  readonly ticket: string;
}

interface RegisterComplaintDependencies {
  readonly cases: CaseStore;
  readonly workflow: Workflow;
  readonly secrets: Secrets;
}

const attempts = 8;

/**
 * Registers a complaint that came by phone, by letter or in person, with whom wrote it down (A23, B5, B14). Once this returns it cannot be lost.
 * @returns the id of the case; of the same one when it is sent twice. @throws {TryAgain}
 */
export async function registerComplaint(
  heard: HeardComplaint,
  procedure: Procedure,
  dependencies: RegisterComplaintDependencies,
): Promise<string> {
  const { cases } = dependencies;
  const claim = claimKey("ACT", procedure.id, idOf(heard));
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const earlier = await claimedCase(cases.items, claim);
    if (earlier !== undefined) return earlier;
    try {
      return await create(heard, procedure, dependencies);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new TryAgain(`Others of ${procedure.id} kept taking numbers.`);
}

async function create(
  heard: HeardComplaint,
  procedure: Procedure,
  { cases, workflow, secrets }: RegisterComplaintDependencies,
): Promise<string> {
  const { id: organisation } = procedure;
  const { channel, receivedAt, language, by } = heard;
  const caseId = secrets.id();
  const number = await nextCaseNumber(cases.items, procedure, yearOf(receivedAt, procedure.calendar.timeZone));
  const now = cases.now();
  const identity = { organisation, caseId, number: number.number, replyKey: secrets.id() };
  const events = register(
    {
      facts: { ...identity, procedureVersion: procedure.version, channel, receivedAt, language },
      private: wordsOf(heard, procedure),
    },
    procedure,
    now,
  );
  await cases.create(events, [
    number.write,
    { put: { ...claimKey("ACT", organisation, idOf(heard)), caseId }, when: "absent" },
    viewWrite({ organisation, caseId, viewId: secrets.id(), at: now, person: by, what: "registered" }),
  ]);
  // It is promised already: when the state machine cannot be told now, the sweeper tells it.
  await startCase({ organisation, caseId, machine: "complaint" }, { cases, workflow }).catch(() => undefined);
  return caseId;
}

function wordsOf({ words, complainant, report, channel }: HeardComplaint, { house }: Procedure) {
  const { language } = house;
  const text = [words, ...reportInWords(report, language)].filter((part) => part !== "").join("\n\n");
  const subject = report.course === undefined ? subjects[channel][language] : `${about[language]} ${report.course}`;
  return { complainant, subject, text, attachments: [], report };
}

const about = { nl: "Klacht over", en: "Complaint about" } as const;
const subjects = {
  phone: { nl: "Klacht per telefoon", en: "Complaint by phone" },
  counter: { nl: "Klacht in een gesprek", en: "Complaint in person" },
  letter: { nl: "Klacht per brief", en: "Complaint by letter" },
} as const;

/** The same form with the same words has the same id. */
function idOf({ words, complainant, report, channel, ticket }: HeardComplaint): string {
  const contents = JSON.stringify(["register", ticket, words, complainant, report, channel]);
  return createHash("sha256").update(contents).digest("hex");
}
