import { describe, expect, test } from "vitest";
import { wasAnswered } from "../../shared/domain/alarms.ts";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import { replay } from "../../shared/domain/evolve.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { answers, CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";
import { act, lettersIn, problemsOf, send, tryTo } from "../support/steps.ts";

const { learnworks, sterker } = procedures;
const tuesday = "2026-01-06T09:00:00.000Z";
const letters = { ...answers.outcomeLetter, teamLetter: "Wij bevestigen afspraken voortaan." };

/** Ready to be written, at a procedure where the office manager writes and the project manager answers for it. */
function decided(procedure: Procedure = learnworks, more: Readonly<Record<string, string>> = trainer) {
  return new CaseUnderTest(procedure)
    .perform("assess", { ...answers.handle, ...more })
    .round("hearing", { complainant: answers.account })
    .perform("establish-facts", answers.facts);
}

const away = (...ids: readonly string[]): Procedure => ({
  ...learnworks,
  people: learnworks.people.map((one) =>
    ids.includes(one.id) ? { ...one, absences: [{ from: "2026-01-06", until: "2026-01-31" }] } : one,
  ),
});

describe("the outcome is written by one and answered for by another (B27)", () => {
  test("the office manager writes, the project manager approves", () => {
    const subject = decided();
    expect(subject.open("write-outcome").assignee).toBe("role:office-manager");
    subject.perform("write-outcome", letters);
    expect(subject.open("approve-outcome").assignee).toBe("role:project-manager");
  });

  test("nobody approves what they wrote, in whichever seat they sit", () => {
    const subject = decided().perform("write-outcome", letters);
    const { taskId } = subject.open("approve-outcome");
    for (const by of ["role:office-manager", "deputy:project-leader", "person:ingrid"] as const) {
      const tried = subject.when({ type: "AnswerTask", taskId, by, posted: { outcome: "approved" } });
      expect(problemsOf(tried)).toEqual(["not-yours"]);
    }
    const deputy: Party = "deputy:project-manager";
    expect(subject.when({ type: "AnswerTask", taskId, by: deputy, posted: { outcome: "approved" } }).ok).toBe(true);
  });

  test("where the owner wrote it, nobody else has to approve", () => {
    const own = decided(sterker).perform("write-outcome", letters);
    expect(passedBy("approve-outcome", own.dossier, sterker)).toBe("skipped");
    // Also when it came to the owner because nobody else wrote it in time.
    const late = decided();
    late.expire(late.open("write-outcome").taskId);
    late.perform("write-outcome", letters, "2026-01-22T09:00:00.000Z");
    expect(passedBy("approve-outcome", late.dossier, learnworks)).toBe("skipped");
  });

  test("while the owner is away, it is not for the deputy who wrote it to approve it", () => {
    // Joost stands in for the office manager and for the project manager.
    const subject = decided(away("ingrid", "farah")).perform("write-outcome", letters, tuesday);
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ by: "deputy:office-manager" });
    expect(subject.open("approve-outcome", tuesday).assignee).toBe("role:director");
  });

  test("it is not handed to who wrote it, nor with the case", () => {
    const subject = decided().perform("write-outcome", letters);
    const { taskId } = subject.open("approve-outcome");
    const toWriter = { handTo: "ingrid", reason: "Doe jij het?" };
    const owner: Party = "role:project-manager";
    expect(problemsOf(tryTo(subject, "hand-over-task", owner, toWriter, tuesday, taskId))).toEqual(["handTo"]);
    act(subject, "hand-over-case", owner, toWriter);
    expect(subject.dossier.owner).toBe("person:ingrid");
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ taskId, assignee: owner, status: "open" });
  });

  test("what is sent back is written again from what it was, and approved again", () => {
    const subject = decided().perform("write-outcome", letters);
    subject.perform("approve-outcome", { outcome: "rework", reworkNote: "Noem ook de datum." });
    expect(subject.open("write-outcome", tuesday).assignee).toBe("role:office-manager");
    const again = catalogue["write-outcome"].prefill?.(subject.dossier, learnworks, "nl");
    expect(again).toMatchObject(letters);
    subject.perform("write-outcome", { ...letters, letter: "Op 5 januari kwam de trainer te laat." }, tuesday);
    expect(subject.open("approve-outcome", tuesday).assignee).toBe("role:project-manager");
    subject.perform("approve-outcome", { outcome: "approved" }, tuesday);
    expect(lettersIn(subject.happened.map(({ event }) => event)).filter((one) => one.startsWith("outcome"))).toEqual(
      [],
    );
  });

  test("sending back takes a reason", () => {
    const subject = decided().perform("write-outcome", letters);
    const { taskId, assignee: by } = subject.open("approve-outcome");
    expect(problemsOf(subject.when({ type: "AnswerTask", taskId, by, posted: { outcome: "rework" } }))).toEqual([
      "reworkNote",
    ]);
  });
});

describe("each reader has a letter of their own (B27, B28)", () => {
  const wish = { type: "SendLetters", letter: "outcome", requestId: "r1" } as const;

  test("complainant, every respondent, the client, and colleagues who should know, each once", () => {
    const two = { respondentOthers: "Bram Kuipers, bram.kuipers@trainers.example\nEls Smit" };
    const subject = decided(learnworks, { ...two, client: "Zorggroep Oost, inkoop@zorggroep.example" });
    expect(lettersIn(subject.events(wish))).toEqual([
      "outcome to complainant",
      "outcome-respondent to respondent:1",
      "outcome-respondent to respondent:2",
      "outcome-client to client",
      // The project manager owns the case and approved it: no news to her.
      "outcome-inside to role:project-leader",
    ]);
    expect(subject.events(wish)).toEqual([]);
  });

  test("only the complainant where nobody else has to do with it", () => {
    expect(lettersIn(decided(sterker, {}).events(wish))).toEqual(["outcome to complainant"]);
  });

  test("a colleague whom it is about reads the respondent's letter, not the one for colleagues", () => {
    const subject = decided(learnworks, { respondentStaff: "joost" });
    expect(lettersIn(subject.events(wish))).toEqual([
      "outcome to complainant",
      "outcome-respondent to respondent:1",
      "outcome-inside to deputy:project-leader",
    ]);
    expect(subject.dossier.letters.some(({ to }) => to === "role:project-leader")).toBe(false);
  });

  test("what a letter needs is asked when it is written: none for whom there is no reader", () => {
    const problems = (more: Readonly<Record<string, string>>) => {
      const subject = decided(learnworks, more);
      const { taskId, assignee: by } = subject.open("write-outcome");
      return problemsOf(subject.when({ type: "AnswerTask", taskId, by, posted: {} }));
    };
    expect(problems(trainer)).toEqual(["letter", "respondentLetter"]);
    expect(problems({})).toEqual(["letter"]);
  });

  test("the complainant counts as told once theirs was sent, whoever else has not", () => {
    const subject = decided();
    subject.events(wish);
    expect(wasAnswered(subject.dossier)).toBe(false);
    const letterId = subject.dossier.letters.find(({ letter }) => letter === "outcome")?.letterId ?? "";
    subject.events({ type: "RecordLetterSent", letterId, providerMessageId: "m1" });
    expect(wasAnswered(subject.dossier)).toBe(true);
  });

  test("after an independent advice everybody reads the final outcome, once more (B29)", () => {
    const subject = decided();
    send(subject, "outcome");
    const letter = "final-outcome";
    const final = lettersIn(subject.events({ type: "SendLetters", letter, requestId: "r2" }, tuesday));
    expect(final).toEqual([
      "outcome to complainant",
      "outcome-respondent to respondent:1",
      "outcome-inside to role:project-leader",
    ]);
  });
});

describe("a reaction (A18, B17, B29)", () => {
  const react = (posted: Readonly<Record<string, string>>) => {
    const subject = decided();
    send(subject, "outcome");
    const { taskId } = subject.open("react", tuesday);
    return subject.events({ type: "AnswerTask", taskId, by: "complainant", posted }, tuesday);
  };

  test("that it does not satisfy is told to the owner, in the complainant's words", () => {
    const events = react({ outcome: "not-satisfied", dissatisfaction: "Er is niets veranderd." });
    expect(lettersIn(events)).toEqual(["message-filed to role:project-manager"]);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: "MessageFiled",
        private: expect.objectContaining({ text: "Er is niets veranderd." }),
      }),
    );
  });

  test("that it does is told to nobody", () => {
    expect(lettersIn(react({ outcome: "satisfied" }))).toEqual([]);
  });
});

describe("copies (B15)", () => {
  const copies = { type: "SendLetters", letter: "copies", requestId: "c1" } as const;
  const held = { hold: "yes", holdReason: "Eerst veiligheid." };
  const assessed = (more: Readonly<Record<string, string>> = {}) =>
    new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer, ...more });

  test("go to each respondent and to the colleagues whom the procedure names", () => {
    expect(lettersIn(assessed().events(copies))).toEqual([
      "copy to respondent:1",
      "copy-inside to role:project-leader",
      "copy-inside to role:project-manager",
    ]);
  });

  test("that are held back go to colleagues only, and to the respondents when they are released", () => {
    const subject = assessed(held);
    expect(lettersIn(subject.events(copies))).toEqual([
      "copy-inside to role:project-leader",
      "copy-inside to role:project-manager",
    ]);
    const { taskId, assignee: by } = subject.open("release-copy");
    const events = subject.events({ type: "AnswerTask", taskId, by, posted: { outcome: "released" } }, tuesday);
    expect(lettersIn(events)).toEqual(["copy to respondent:1"]);
  });

  test("go to who was invited to a talk that solved nothing: the invitation told of no rights (A15, A16)", () => {
    const subject = new CaseUnderTest(sterker).perform("assess", {
      ...answers.handle,
      ...trainer,
      outcome: "talk-first",
    });
    const invited = subject.events({ type: "SendLetters", letter: "invitation", requestId: "i1" });
    expect(lettersIn(invited)).toEqual([
      "talk-invitation to complainant",
      "talk-invitation-respondent to respondent:1",
    ]);
    subject.perform("talk-result", { outcome: "not-solved" });
    expect(lettersIn(subject.events(copies))).toEqual(["copy to respondent:1"]);
  });

  test("go at once to who is named once the hearing has begun, and with the others before", () => {
    const els = { respondentOthers: "Els Smit, els.smit@trainers.example" };
    const early = assessed();
    expect(lettersIn(act(early, "name-respondent", "role:project-manager", els))).toEqual([]);
    expect(lettersIn(early.events(copies)).slice(0, 2)).toEqual(["copy to respondent:1", "copy to respondent:2"]);
    const late = new CaseUnderTest(sterker).perform("assess", answers.handle);
    late.open("statement", tuesday, "complainant");
    expect(lettersIn(act(late, "name-respondent", "role:manager-io", els))).toEqual(["copy to respondent:1"]);
  });

  test("tell a colleague who owned the case until now who handles it from now on (B15, B16)", () => {
    const subject = new CaseUnderTest(sterker).perform("assess", answers.handle);
    subject.open("statement", tuesday, "complainant");
    const events = act(subject, "name-respondent", "role:director", { respondentStaff: "yasmina" }, tuesday);
    expect(events.map(({ type }) => type).indexOf("OwnerAssigned")).toBeGreaterThan(0);
    expect(lettersIn(events)).toEqual(["owner-assigned to deputy:manager-io", "copy to respondent:1"]);
    const copied = subject.happened.findIndex(
      ({ event }) => event.type === "LetterQueued" && event.facts.letter === "copy",
    );
    expect(replay(subject.happened.slice(0, copied + 1)).owner).toBe("deputy:manager-io");
    const letterIds = subject.dossier.letters.map(({ letterId }) => letterId);
    expect(new Set(letterIds).size).toBe(letterIds.length);
  });

  test("of a complaint that is held back wait for who is named later, too", () => {
    const subject = assessed(held);
    subject.events(copies);
    const els = { respondentOthers: "Els Smit, els.smit@trainers.example" };
    expect(lettersIn(act(subject, "name-respondent", "role:project-manager", els))).toEqual([]);
    subject.perform("release-copy", { outcome: "released" }, tuesday);
    const copied = subject.dossier.letters.flatMap(({ letter, to }) => (letter === "copy" ? [to] : []));
    expect(copied).toEqual(["respondent:1", "respondent:2"]);
  });
});
