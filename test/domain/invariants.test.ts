import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../shared/domain/decide.ts";
import { replay } from "../../shared/domain/dossier.ts";
import { complaintEvent } from "../../shared/domain/events.ts";
import { fourFacts } from "../../shared/domain/four-facts.ts";
import { taskKindsOf } from "../../shared/domain/procedure.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";

/** Anything that may be wanted of a case, in whatever order; `days` passes before it. */
const step = fc.record({
  days: fc.integer({ min: 0, max: 12 }),
  want: fc.oneof(
    fc.record({ open: fc.nat(4), request: fc.nat(6) }),
    fc.record({
      answer: fc.constantFrom(...Object.values(answers)),
      party: fc.constantFrom("role:director" as const, "complainant" as const),
    }),
    // Asked and answered in one go, so that cases also reach their end.
    fc.record({ perform: fc.nat(4) }),
    fc.constant({ ring: true as const }),
    fc.record({ letter: fc.constantFrom("receipt" as const, "outcome" as const, "referral" as const) }),
    fc.record({ sent: fc.nat(12), refused: fc.boolean() }),
    fc.record({ mail: fc.nat(3), from: fc.constantFrom("complainant" as const, "staff" as const, "unknown" as const) }),
    fc.constant({ close: true as const }),
  ),
});
type Want = typeof step extends fc.Arbitrary<infer Step> ? (Step extends { want: infer W } ? W : never) : never;

function performSensibly(index: number, subject: CaseUnderTest, at: string): void {
  const sensible = [
    ["assess", answers.handle],
    ["assess", answers.solvedAtOnce],
    ["assess", answers.notAComplaint],
    ["establish-facts", answers.facts],
    ["draw-lessons", answers.lessons],
  ] as const;
  const [kind, posted] = sensible[index % sensible.length] ?? sensible[0];
  if (subject.dossier.status === "open") subject.perform(kind, posted, at);
}

function commandOf(want: Exclude<Want, { perform: number }>, subject: CaseUnderTest): Command {
  const open = subject.dossier.tasks.find(({ status }) => status === "open")?.taskId ?? "none";
  if ("open" in want) {
    const kinds = taskKindsOf(subject.procedure);
    return { type: "OpenTask", kind: kinds[want.open % kinds.length] ?? "assess", requestId: `r${want.request}` };
  }
  if ("answer" in want) return { type: "AnswerTask", taskId: open, by: want.party, posted: want.answer };
  if ("ring" in want) return { type: "RingAlarms", taskId: open };
  if ("letter" in want) return { type: "SendLetter", letter: want.letter };
  if ("sent" in want) {
    const letterId = `letter-${want.sent + 1}`;
    return want.refused
      ? { type: "RecordLetterRefused", letterId }
      : { type: "RecordLetterSent", letterId, providerMessageId: "m" };
  }
  if ("mail" in want) {
    const words = { address: "a@b.example", subject: "s", text: "t", attachments: [] };
    return { type: "FileMessage", facts: { mailId: `mail-${want.mail}`, from: want.from }, private: words };
  }
  return { type: "CloseCase" };
}

test("whatever is wanted of a case in whatever order, its story stays possible", () => {
  let closed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(procedures.learnworks, procedures.sterker),
      fc.array(step, { maxLength: 40 }),
      (procedure, steps) => {
        const subject = new CaseUnderTest(procedure);
        let now = Date.parse(mondayMorning);
        for (const { days, want } of steps) {
          now += days * 86_400_000;
          if ("perform" in want) {
            performSensibly(want.perform, subject, new Date(now).toISOString());
            continue;
          }
          const before = subject.happened.length;
          const decision = subject.when(commandOf(want, subject), new Date(now).toISOString());
          // A refusal changes nothing.
          if (!decision.ok) expect(subject.happened.length).toBe(before);
        }
        const { dossier, happened } = subject;

        // Versions without gaps, and reading the events back gives the same case.
        expect(happened.map(({ version }) => version)).toEqual(happened.map((_one, index) => index + 1));
        expect(dossier.version).toBe(happened.length);
        const stored = happened.map((one) => ({
          ...one,
          event: complaintEvent.parse(JSON.parse(JSON.stringify(one.event))),
        }));
        expect(replay(stored)).toEqual(dossier);

        // Exactly one owner, who holds a role.
        expect(procedure.roles.filter(({ id }) => id === dossier.owner)).toHaveLength(1);

        // Closed means that the four facts are there, and nothing is opened after it.
        if (dossier.status === "closed") {
          closed += 1;
          expect(fourFacts(dossier)).toHaveProperty("facts");
          expect(Object.values(dossier.fourFacts).every((fact) => fact !== "")).toBe(true);
          const end = happened.findIndex(({ event }) => event.type === "CaseClosed");
          expect(
            happened
              .slice(end)
              .some(
                ({ event }) =>
                  event.type === "TaskOpened" || (event.type === "CaseClosed" && event !== happened[end]?.event),
              ),
          ).toBe(false);
        }

        // At most one open task of a kind; ids differ; an alarm rings once; a letter has one id.
        const open = dossier.tasks.filter(({ status }) => status === "open").map(({ kind }) => kind);
        expect(new Set(open).size).toBe(open.length);
        for (const ids of [
          dossier.tasks.map(({ taskId }) => taskId),
          dossier.letters.map(({ letterId }) => letterId),
          dossier.messages.map(({ mailId }) => mailId),
          happened.flatMap(({ event }) => (event.type === "AlarmRang" ? [event.facts.alarmId] : [])),
        ]) {
          expect(new Set(ids).size).toBe(ids.length);
        }
      },
    ),
    { numRuns: 400, seed: 20260105 },
  );
  // The property must have seen closed cases to say anything about them.
  expect(closed).toBeGreaterThan(5);
});
