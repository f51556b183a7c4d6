import { describe, expect, test } from "vitest";
import type { Happened } from "../../shared/domain/dossier.ts";
import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import { complaintEvent } from "../../shared/domain/events.ts";
import { answers, procedures } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks, sterker } = procedures;
const both = [
  ["Sterker", sterker],
  ["Learnworks", learnworks],
] as const;

/** What stays of a case once personal data have been erased. */
function erased(events: readonly Happened[]): readonly Happened[] {
  return events.map((one) => ({ ...one, event: complaintEvent.parse({ ...one.event, private: null }) }));
}

const ways = [
  ["handled", (subject: DutyCase) => subject.established().told().closed()],
  ["solved at once", (subject: DutyCase) => subject.assessed(answers.solvedAtOnce).told().closed()],
  ["no complaint", (subject: DutyCase) => subject.assessed(answers.notAComplaint).send("referral").close()],
  [
    "withdrawn",
    (subject: DutyCase) => subject.assessed().act("withdraw", "complainant", {}).send("withdrawal").closed(),
  ],
] as const;

describe.each(both)("the duties of a case at %s", (_house, procedure) => {
  test("are those of the procedure, in its order and words", () => {
    const ledger = new DutyCase(procedure).ledger();
    expect(ledger.map(({ id, text, section }) => ({ id, text, section }))).toEqual(
      procedure.duties.map(({ id, text, section }) => ({ id, text, section })),
    );
  });

  test("that concern the organisation say so", () => {
    const organisation = procedure.duties.filter(({ proof }) => proof === "organisation").map(({ id }) => id);
    const entries = new DutyCase(procedure).ledger().filter(({ id }) => organisation.includes(id));
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        status: "not-applicable",
        why: { en: "This concerns the organisation, not one case." },
      });
    }
  });

  test.each(ways)("%s: each has a moment with an event, or a reason", (_way, walk) => {
    const subject = walk(new DutyCase(procedure));
    for (const { status, at, event, why } of subject.ledger()) {
      if (status === "met") {
        expect(subject.happened.find(({ version }) => version === event?.version)?.event.type).toBe(event?.type);
        expect(at).toBeDefined();
      } else if (at === undefined) expect(why).toBeDefined();
    }
  });

  test.each(ways)("%s: once closed none is open but what comes after closing", (_way, walk) => {
    const open = walk(new DutyCase(procedure))
      .ledger()
      .filter(({ status }) => status === "open");
    expect(open.every(({ id }) => id === "B35")).toBe(true);
  });

  test.each(ways)("%s: say the same once personal data have been erased", (_way, walk) => {
    const subject = walk(new DutyCase(procedure));
    expect(dutyLedger(erased(subject.happened), procedure, subject.now)).toEqual(subject.ledger());
  });
});

test("a duty that was skipped when the case closed counts as late, with that reason", () => {
  const subject = new DutyCase(learnworks).established().told().closed();
  expect(subject.duty("B18")).toMatchObject({ status: "late", why: { en: "The case was closed without this." } });
});

test("what is waited for is said while the case is open", () => {
  expect(new DutyCase(sterker).assessed().duty("A16").why).toEqual({
    nl: "Nog niet iedereen heeft zijn kant kunnen vertellen.",
    en: "Not everybody has been able to tell their side yet.",
  });
});

test("a case that was opened again has duties again", () => {
  const subject = new DutyCase(learnworks).established().told().closed().at("2026-01-19T09:00:00.000Z");
  subject.perform("satisfaction", { score: "2" });
  subject.perform("follow-up", { outcome: "reopen", reopenReason: "De afspraak is niet nagekomen." });
  expect(subject.duty("B12").status).toBe("open");
});
