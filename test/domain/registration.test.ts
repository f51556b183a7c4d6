import { describe, expect, test } from "vitest";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import type { Party } from "../../shared/domain/party.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";
import { exampleAnswer } from "../support/example-answers.ts";
import { act, eventsOf, lettersIn, problemsOf } from "../support/steps.ts";

const { learnworks } = procedures;
const joost = { name: "Joost Vermeulen", email: "joost.vermeulen@learnworks.example" };
const told = exampleAnswer("complete-registration", mondayMorning);

/** A complaint that Joost, the project leader, sent in. */
function passedOn(text = "Een deelnemer belde: de trainer kwam te laat.", by: Party = "person:joost") {
  return new CaseUnderTest(learnworks, mondayMorning, { passedOnBy: by }, { complainant: joost, text });
}

describe("a complaint that a colleague sends in (B14)", () => {
  test("is registered at once, with an owner, before anybody knows whose it is (A23, B16)", () => {
    const { dossier } = passedOn();
    expect(dossier).toMatchObject({
      status: "open",
      number: "LW-2026-0001",
      owner: "role:project-manager",
      identified: false,
      passedOnBy: "person:joost",
    });
  });

  test("is completed by that colleague first, within the time in which the receipt must go (B9, B13)", () => {
    const subject = passedOn();
    expect(subject.open("complete-registration")).toMatchObject({
      assignee: "person:joost",
      role: "office-manager",
      dueAt: "2026-01-06T09:00:00.000Z",
    });
    expect(lettersIn(subject.happened.map(({ event }) => event))).toEqual(["task to person:joost"]);
  });

  test("is then that of the person who complained, in their words, language and way (B5, B11)", () => {
    const subject = passedOn();
    const { taskId } = subject.open("complete-registration");
    const posted = { ...told, complainantPhone: "06 555 01 23", complainantLanguage: "en", complaint: "He was late." };
    const events = subject.events({ type: "AnswerTask", taskId, by: "person:joost", posted });
    expect(eventsOf(events, "ComplainantIdentified")).toEqual([
      {
        type: "ComplainantIdentified",
        facts: { by: "person:joost", channel: "phone", language: "en" },
        private: {
          complainant: { name: "Sanne de Wit", email: "sanne.dewit@zorggroep.example", phone: "06 555 01 23" },
          text: "He was late.",
        },
      },
    ]);
    expect(subject.dossier).toMatchObject({ identified: true, text: "He was late.", language: "en", channel: "phone" });
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    expect(subject.dossier.letters.at(-1)).toMatchObject({ letter: "receipt", to: "complainant", by: "mail" });
    // Joost passed it on; nothing keeps him from working on it.
    expect(() => act(subject, "add-to-case", "person:joost", { message: "Zij belde om tien uur." })).not.toThrow();
  });

  test.each(["phone", "counter", "letter", "email"])("can have come by %s (B5)", (channel) => {
    const subject = passedOn().perform("complete-registration", { ...told, channel });
    expect(subject.dossier.channel).toBe(channel);
  });

  test("can be the colleague's own, who then does not handle it", () => {
    const subject = passedOn().perform("complete-registration", { outcome: "own" });
    expect(subject.dossier).toMatchObject({ identified: true, complainant: joost, channel: "email" });
    expect(
      problemsOf(
        subject.when({
          type: "AnswerTask",
          taskId: subject.open("assess").taskId,
          by: "person:joost",
          posted: answers.handle,
        }),
      ),
    ).toEqual(["not-yours"]);
  });

  test("needs some way to reach who complained", () => {
    const subject = passedOn();
    const { taskId } = subject.open("complete-registration");
    const answer = (posted: Readonly<Record<string, string>>) =>
      problemsOf(
        subject.when({
          type: "AnswerTask",
          taskId,
          by: "person:joost",
          posted: { ...told, complainantEmail: "", ...posted },
        }),
      );
    expect(answer({})).toEqual(["complainantEmail"]);
    expect(answer({ complainantName: "", complainantPhone: "06 555 01 23" })).toEqual(["complainantName"]);
    expect(answer({ complainantAddress: "Dorpsstraat 1, Dorp" })).toEqual([]);
  });

  test("is completed by the intake officer when that colleague does not, and then one role up (B13)", () => {
    const subject = passedOn();
    subject.expire(subject.open("complete-registration").taskId);
    const wednesday = "2026-01-07T08:00:00.000Z";
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ status: "expired", expiredAt: wednesday });
    const second = subject.open("complete-registration", wednesday);
    expect(second.assignee).toBe("role:office-manager");
    subject.expire(second.taskId);
    expect(subject.open("complete-registration", "2026-01-09T08:00:00.000Z").assignee).toBe("role:project-manager");
  });

  test("is completed by the intake officer when it is about that very colleague (A22)", () => {
    expect(passedOn("Het gaat over Joost Vermeulen.").open("complete-registration").assignee).toBe(
      "role:office-manager",
    );
    const about = passedOn();
    act(about, "name-respondent", "role:office-manager", { respondentStaff: "joost" });
    expect(about.open("complete-registration").assignee).toBe("role:office-manager");
  });

  test("goes to who it is not about, when the words that name somebody come only then", () => {
    const subject = passedOn();
    const assess = subject.open("assess");
    expect(assess.assignee).toBe("role:office-manager");
    subject.perform("complete-registration", { ...told, complaint: "Ingrid Bakker belde nooit terug." });
    const reseated = subject.dossier.tasks.find(({ taskId }) => taskId === assess.taskId);
    expect(reseated).toMatchObject({ assignee: "deputy:office-manager", because: "involved" });
  });

  test("warns the owner when the receipt has not gone in time for it (B9)", () => {
    const subject = passedOn();
    const { taskId } = subject.open("complete-registration");
    const events = subject.events({ type: "RingAlarms", taskId }, "2026-01-06T09:00:00.000Z");
    expect(lettersIn(events)).toContain("case-warning to role:project-manager");
  });

  test("sent in by whoever has the office, is completed by them", () => {
    const subject = passedOn("?", "person:ingrid");
    expect(subject.open("complete-registration")).toMatchObject({ assignee: "person:ingrid" });
  });
});

describe("a complaint that the complainant sent themselves", () => {
  test.each(["email", "web"] as const)("by %s needs no completing", (channel) => {
    const subject = new CaseUnderTest(learnworks, mondayMorning, { channel });
    expect(passedBy("complete-registration", subject.dossier, learnworks)).toBe("skipped");
    expect(subject.events({ type: "OpenTask", kind: "complete-registration", requestId: "r1" })).toEqual([]);
    expect(subject.dossier.identified).toBe(true);
  });

  test("nor one that was completed already", () => {
    const subject = passedOn().perform("complete-registration", told);
    expect(passedBy("complete-registration", subject.dossier, learnworks)).toBe("skipped");
  });
});
