import { describe, expect, test } from "vitest";
import { actionsFor } from "../../shared/domain/actions/catalogue.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { mayReadFile, seatOf } from "../../shared/domain/seats.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";
import { act, eventsOf, lettersIn, problemsOf } from "../support/steps.ts";

const { learnworks, sterker } = procedures;
const tuesday = "2026-01-06T09:00:00.000Z";

type Days = Readonly<Record<string, readonly [from: string, until: string]>>;

/** The same procedure with these colleagues away on these days, both included. */
function away(procedure: Procedure, days: Days): Procedure {
  const people = procedure.people.map((one) => {
    const [from, until] = days[one.id] ?? [];
    return from === undefined || until === undefined ? one : { ...one, absences: [{ from, until }] };
  });
  return { ...procedure, people };
}

const januaryAway = (...ids: readonly string[]): Days =>
  Object.fromEntries(ids.map((id) => [id, ["2026-01-01", "2026-01-31"] as const]));

const about = (...ids: readonly string[]) => ({ ...answers.handle, respondentStaff: ids.join(",") });

function complaintSaying(text: string, procedure: Procedure = learnworks) {
  return new CaseUnderTest(procedure, mondayMorning, {}, { text });
}

describe("who acts for a role", () => {
  test.each<[string, Days, Party, string | undefined]>([
    ["its holder", {}, "role:office-manager", undefined],
    ["the deputy while the holder is away", januaryAway("ingrid"), "deputy:office-manager", "away"],
    ["the next role up while both are away", januaryAway("ingrid", "joost"), "role:project-manager", "away"],
    [
      "the role above that while nobody below is there",
      januaryAway("ingrid", "joost", "farah"),
      "role:director",
      "away",
    ],
    [
      "the holder all the same when everybody is away: somebody has to have it",
      januaryAway("ingrid", "joost", "farah", "wim"),
      "role:office-manager",
      undefined,
    ],
    [
      "the holder on the day before they leave",
      { ingrid: ["2026-01-06", "2026-01-09"] },
      "role:office-manager",
      undefined,
    ],
    ["the deputy on the first day", { ingrid: ["2026-01-05", "2026-01-09"] }, "deputy:office-manager", "away"],
    ["the deputy on the last day", { ingrid: ["2025-12-29", "2026-01-05"] }, "deputy:office-manager", "away"],
    ["the holder on the day after", { ingrid: ["2025-12-29", "2026-01-04"] }, "role:office-manager", undefined],
  ])("is %s", (_who, days, assignee, because) => {
    const task = new CaseUnderTest(away(learnworks, days)).open("assess");
    expect([task.assignee, task.because]).toEqual([assignee, because]);
  });

  test("follows local days, not those of Greenwich", () => {
    const procedure = away(learnworks, { ingrid: ["2026-07-01", "2026-07-10"] });
    // Half past midnight on 1 July in Amsterdam.
    const subject = new CaseUnderTest(procedure, "2026-06-30T22:30:00.000Z");
    expect(subject.open("assess", "2026-06-30T22:30:00.000Z").assignee).toBe("deputy:office-manager");
  });

  test("is nobody who is what it is about, however many roles they have (A22, B16)", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", about("joost"));
    const seats = learnworks.roles.map(({ id }) => seatOf(id, subject.dossier, learnworks, tuesday));
    expect(seats).toEqual([
      { party: "role:office-manager" },
      { party: "deputy:project-leader", because: "involved" },
      { party: "role:project-manager" },
      { party: "role:director" },
    ]);
  });

  test("is rather somebody who is away than somebody who is involved", () => {
    const procedure = away(learnworks, januaryAway("wim"));
    const subject = new CaseUnderTest(procedure).perform("assess", about("ingrid", "joost", "farah"));
    expect(subject.open("establish-facts").assignee).toBe("role:director");
  });
});

describe("an owner who is away (B16, B17)", () => {
  test("keeps the case, while the task goes to who is there", () => {
    const procedure = away(learnworks, { farah: ["2026-01-06", "2026-01-31"] });
    const subject = new CaseUnderTest(procedure).perform("assess", answers.handle);
    expect(subject.open("establish-facts", tuesday)).toMatchObject({
      assignee: "deputy:project-manager",
      because: "away",
    });
    expect(subject.dossier.owner).toBe("role:project-manager");
  });

  test("who handed the case over before leaving is not stood in for: the new owner is there", () => {
    const procedure = away(learnworks, { farah: ["2026-01-06", "2026-01-31"] });
    const subject = new CaseUnderTest(procedure).perform("assess", answers.handle);
    act(subject, "hand-over-case", "role:project-manager", { handTo: "wim", reason: "Ik ben weg." });
    expect(subject.open("establish-facts", tuesday).assignee).toBe("person:wim");
  });

  test("who got the case by hand is stood in for by whose role it is", () => {
    const procedure = away(learnworks, { wim: ["2026-01-06", "2026-01-31"] });
    const subject = new CaseUnderTest(procedure).perform("assess", answers.handle);
    act(subject, "hand-over-case", "role:project-manager", { handTo: "wim", reason: "Graag jij." });
    expect(subject.open("establish-facts", tuesday).assignee).toBe("role:project-manager");
    expect(subject.dossier.owner).toBe("person:wim");
  });
});

describe("whoever is named in the complaint is not the first to read it (A22)", () => {
  test.each([
    "Het gaat over Ingrid Bakker.",
    "INGRID  BAKKER deed niets.",
    "Ingrìd Bakker (de office manager) deed niets.",
    "Beste Ingrid Bakker,\nHet gaat over u, Ingrid Bakker.",
    "Mevrouw Bakker deed niets.",
    "I. Bakker (van kantoor) deed niets.",
  ])("%s", (text) => {
    const subject = complaintSaying(text);
    const task = subject.open("assess");
    expect([task.assignee, task.because]).toEqual(["deputy:office-manager", "involved"]);
    expect(mayReadFile("role:office-manager", subject.dossier, learnworks)).toBe(false);
    // Nor does she hear that it is late.
    const events = subject.events({ type: "RingAlarms", taskId: task.taskId }, "2026-01-16T08:00:00.000Z");
    const told = eventsOf(events, "AlarmRang").flatMap(({ facts }) => facts.told);
    expect(told.filter((who) => who === "role:office-manager" || who === "person:ingrid")).toEqual([]);
  });

  test.each([
    "Beste Ingrid Bakker,\nDe trainer kwam te laat.",
    "Dear Ingrid Bakker, the trainer was late.",
    "Ingrid deed niets.",
    "De bakker om de hoek deed niets.",
  ])("whom it only greets, or names by half, reads it: %s", (text) => {
    expect(complaintSaying(text).open("assess").assignee).toBe("role:office-manager");
  });

  test("nor its owner, from the first moment (B16)", () => {
    expect(complaintSaying("Het gaat over Farah Amrani.").dossier.owner).toBe("deputy:project-manager");
  });

  test("nor whom a reply names before anybody assessed it: the case changes hands before they are told of it", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.open("assess");
    const facts = { mailId: "m1", from: "complainant" as const };
    const words = {
      address: "sanne.dewit@zorggroep.example",
      subject: "Re",
      text: "Het gaat over Farah Amrani.",
      attachments: [],
    };
    const events = subject.events({ type: "FileMessage", facts, private: words });
    expect(lettersIn(events)).toEqual([
      "owner-assigned to deputy:project-manager",
      "message-filed to deputy:project-manager",
    ]);
  });

  test("nor while somebody is only consulted about it (B8)", () => {
    const subject = complaintSaying("Het gaat over Ingrid Bakker.");
    const consult = { ...answers.handle, outcome: "consult", question: "Wat nu?", consultWhom: "director" };
    subject.perform("assess", consult).perform("consult", { consultAdvice: "Behandel de klacht." });
    expect(subject.open("assess", tuesday).assignee).toBe("deputy:office-manager");
  });

  test("once it is assessed, who was only mentioned works on it as ever", () => {
    const subject = complaintSaying("Ingrid Bakker was heel aardig, de trainer niet.");
    subject.perform("assess", answers.handle);
    expect(subject.open("write-outcome").assignee).toBe("role:office-manager");
  });

  test("a complaint that names everybody is read by whose work it is", () => {
    const names = learnworks.people.map(({ name }) => name).join(" en ");
    const subject = complaintSaying(`Niemand hielp mij: niet ${names}.`);
    expect(subject.dossier.owner).toBe("role:project-manager");
    expect(subject.open("assess").assignee).toBe("role:office-manager");
    expect(() => subject.perform("assess", about("ingrid"))).not.toThrow();
  });
});

describe("a colleague who complains does not handle the complaint (B14)", () => {
  const ingrid = { name: "Ingrid Bakker", email: "Ingrid.Bakker@learnworks.example" };

  test("when they filled in the form themselves", () => {
    const subject = new CaseUnderTest(learnworks, mondayMorning, { channel: "web" }, { complainant: ingrid });
    expect(subject.open("assess").assignee).toBe("deputy:office-manager");
    expect(mayReadFile("person:ingrid", subject.dossier, learnworks)).toBe(false);
  });

  test("when they write from a mailbox of their own, under their name", () => {
    const complainant = { name: "Ingrid Bakker", email: "ingrid@thuis.example" };
    const subject = new CaseUnderTest(learnworks, mondayMorning, {}, { complainant });
    expect(subject.open("assess").assignee).toBe("deputy:office-manager");
  });

  test("when they want answers elsewhere", () => {
    const complainant = { name: "I. Bakker", email: "thuis@ingrid.example", writesFrom: ingrid.email };
    expect(new CaseUnderTest(learnworks, mondayMorning, {}, { complainant }).open("assess").assignee).toBe(
      "deputy:office-manager",
    );
  });

  test("from the moment that they say that a complaint which they sent in is their own", () => {
    const farah = { name: "Farah Amrani", email: "farah.amrani@learnworks.example" };
    const subject = new CaseUnderTest(
      learnworks,
      mondayMorning,
      { passedOnBy: "person:farah" },
      { complainant: farah },
    );
    expect(subject.dossier.owner).toBe("role:project-manager");
    subject.perform("complete-registration", { outcome: "own" });
    expect(subject.dossier.owner).toBe("deputy:project-manager");
  });
});

describe("who turns out to be what it is about gives up at once what they have (A22, B16)", () => {
  test("the case and the open tasks, when the complaint is assessed", () => {
    const subject = new CaseUnderTest(sterker);
    const task = subject.open("assess");
    // She is the line manager complained about, and says so herself.
    const events = subject.events({
      type: "AnswerTask",
      taskId: task.taskId,
      by: task.assignee,
      posted: about("yasmina"),
    });
    expect(subject.dossier).toMatchObject({ owner: "deputy:manager-io", ownerRole: "manager-io" });
    expect(lettersIn(events)).toEqual(["owner-assigned to deputy:manager-io"]);
    expect(subject.open("establish-facts")).toMatchObject({ assignee: "deputy:manager-io", because: "involved" });
  });

  test("when a colleague finds out later, with every open task and a link for who has it now", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    const ours = [subject.open("first-response").taskId, subject.open("establish-facts").taskId];
    const notHers = subject.open("write-outcome");
    const events = act(subject, "name-respondent", "role:office-manager", { respondentStaff: "farah" }, tuesday);
    expect(eventsOf(events, "TaskHandedOver").map(({ facts }) => facts)).toEqual(
      ours.map((taskId) => ({ taskId, to: "deputy:project-manager", because: "involved" })),
    );
    expect(lettersIn(events)).toEqual([
      "owner-assigned to deputy:project-manager",
      "task to deputy:project-manager",
      "task to deputy:project-manager",
    ]);
    expect(subject.dossier.tasks.find(({ taskId }) => taskId === notHers.taskId)?.assignee).toBe("role:office-manager");
  });

  test("when the complainant says that it is about somebody who handles complaints (A4)", () => {
    const subject = complaintSaying("Mijn klacht gaat over Ingrid Bakker.");
    subject.open("assess");
    act(subject, "about-a-handler", "complainant", { respondentStaff: "ingrid,joost" });
    expect(subject.dossier.respondents.map(({ person }) => person)).toEqual(["ingrid", "joost"]);
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:project-manager");
  });

  test.each(["De manager, FARAH.Amrani@learnworks.example", "farah amrani"])(
    "also when they were named as: %s",
    (named) => {
      const subject = new CaseUnderTest(learnworks);
      subject.perform("assess", { ...answers.handle, respondentOthers: named });
      expect(subject.dossier.respondents).toMatchObject([
        { party: "respondent:1", name: "Farah Amrani", person: "farah" },
      ]);
      expect(subject.dossier.owner).toBe("deputy:project-manager");
    },
  );

  test.each<Party>(["role:project-manager", "deputy:director", "person:farah"])(
    "as %s they answer nothing, read nothing and may do nothing",
    (by) => {
      const subject = new CaseUnderTest(learnworks).perform("assess", about("farah"));
      const { taskId } = subject.open("establish-facts");
      const tried = subject.when({ type: "AnswerTask", taskId, by, posted: answers.facts });
      expect(problemsOf(tried)).toEqual(["not-yours"]);
      expect(mayReadFile(by, subject.dossier, learnworks)).toBe(false);
      const task = subject.dossier.tasks.at(-1);
      expect(actionsFor({ by, task }, subject.dossier, learnworks, tuesday)).toEqual([]);
    },
  );
});
