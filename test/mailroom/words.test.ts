import { describe, expect, test } from "vitest";
import { eventSummary, eventWords, titleOfTask } from "../../local/mailroom/event-words.ts";
import { partyWords } from "../../local/mailroom/party-words.ts";
import { stepWords } from "../../local/mailroom/step-words.ts";
import { wayWords } from "../../local/mailroom/way-words.ts";
import { procedures } from "../../procedures/all.ts";
import { type ComplaintEvent, complaintEvent } from "../../shared/domain/events.ts";
import type { Party } from "../../shared/domain/party.ts";
import { branches } from "../../shared/domain/tasks/task-kind.ts";
import { synthesise } from "../../workflows/definitions.ts";
import { pictureOf } from "../../workflows/picture.ts";
import { mondayMorning, nextMorning } from "./world.ts";

const learnworks = procedures.find(({ id }) => id === "learnworks");

describe("Whoever is in a case is told in words", () => {
  const parties: readonly { who: Party; nl: string; en: string }[] = [
    { who: "complainant", nl: "klager", en: "complainant" },
    { who: "client", nl: "opdrachtgever", en: "client" },
    { who: "independent", nl: "onafhankelijke persoon", en: "independent person" },
    { who: "respondent:1", nl: "degene over wie het gaat", en: "person it is about" },
    { who: "respondent:2", nl: "degene over wie het gaat (2)", en: "person it is about (2)" },
    { who: "role:director", nl: "directeur (Wim de Graaf)", en: "director (Wim de Graaf)" },
    {
      who: "deputy:director",
      nl: "vervanger van de directeur (Farah Amrani)",
      en: "deputy of the director (Farah Amrani)",
    },
    { who: "person:joost", nl: "Joost Vermeulen", en: "Joost Vermeulen" },
  ];

  test.each(parties)("$who: $en", ({ who, nl, en }) => {
    expect(partyWords(who, learnworks, "nl")).toBe(nl);
    expect(partyWords(who, learnworks, "en")).toBe(en);
  });

  test("and by code where no procedure knows them any more", () => {
    expect(partyWords("role:headmaster", learnworks, "en")).toBe("headmaster");
    expect(partyWords("person:robin", undefined, "en")).toBe("robin");
  });
});

describe("What happened is told at a glance", () => {
  const said = (event: ComplaintEvent) => `${eventWords[event.type].en}: ${eventSummary(event, learnworks, "en")}`;

  const events: readonly { event: ComplaintEvent; told: string }[] = [
    {
      event: {
        type: "TaskOpened",
        facts: {
          taskId: "address-respondent-2",
          kind: "address-respondent",
          about: "respondent:2",
          assignee: "deputy:project-manager",
          because: "involved",
          requestId: "x",
          dueAt: nextMorning,
        },
        private: {},
      },
      told: `Task given: ${titleOfTask("address-respondent-2", "en")} (person it is about (2)) → deputy of the project manager (Joost Vermeulen), by 6 Jan 2026, 09:00 (because who would do it is involved)`,
    },
    {
      event: {
        type: "TaskOpened",
        facts: {
          taskId: "statement-1",
          kind: "statement",
          about: "complainant",
          assignee: "role:project-manager",
          onBehalfOf: "complainant",
          requestId: "x",
          dueAt: nextMorning,
        },
        private: {},
      },
      told: `Task given: ${titleOfTask("statement-1", "en")} (on behalf of complainant) → project manager (Farah Amrani), by 6 Jan 2026, 09:00`,
    },
    {
      event: {
        type: "AlarmRang",
        facts: {
          alarmId: "case:decision:2",
          taskId: "solve-1",
          dueAt: nextMorning,
          reason: "case-deadline",
          told: ["role:project-manager", "role:director"],
        },
        private: {},
      },
      told: "Alarm rang: a term of the case is over: outcome → project manager (Farah Amrani), director (Wim de Graaf)",
    },
    {
      event: {
        type: "LetterQueued",
        facts: { letterId: "letter-1", letter: "receipt", to: "complainant", by: "post" },
        private: {},
      },
      told: "Letter made ready: receipt (by post) → complainant",
    },
    {
      event: {
        type: "DelayAnnounced",
        facts: { by: "role:project-manager", from: mondayMorning, to: nextMorning },
        private: { reason: "Het onderzoek duurt langer." },
      },
      told: "Delay announced: from 5 Jan 2026, 10:00 to 6 Jan 2026, 09:00",
    },
    {
      event: { type: "IndependentFound", facts: { by: "both-sides" }, private: { name: "Anouk Smit" } },
      told: "Independent person found: accepted by both sides",
    },
    {
      event: {
        type: "OwnerAssigned",
        facts: { owner: "role:director", role: "project-manager", because: "away" },
        private: {},
      },
      told: "Owner assigned: director (Wim de Graaf) (because who would do it is away)",
    },
  ];

  test.each(events)("$event.type: $told", ({ event, told }) => {
    expect(said(complaintEvent.parse(event))).toBe(told);
  });
});

describe("Every machine, whatever branches a procedure has,", () => {
  const all = Object.fromEntries(branches.map((branch) => [branch, true]));
  const most = procedures.flatMap((one) =>
    (["judgment", "solution"] as const).map((handling) => ({
      ...one,
      id: `${one.id}-${handling}`,
      branches: { ...one.branches, ...all, mediation: handling === "judgment", handling },
    })),
  );
  const pictures = Object.values(synthesise([...procedures, ...most])).map(pictureOf);
  const untranslated = (names: readonly string[], words: (name: string, language: "nl") => string) =>
    [...new Set(names)].filter((name) => words(name, "nl") === name);

  test("has a Dutch name for each of its steps", () => {
    const steps = pictures.flatMap(({ boxes }) => boxes.map(({ id }) => id));
    // The beginning is called the same in both languages.
    expect(untranslated(steps, stepWords)).toEqual(["Begin"]);
    expect(stepWords("Assess", "en")).toBe("Assess");
  });

  test("has Dutch words for each way between them", () => {
    const ways = pictures.flatMap(({ arrows }) => arrows.flatMap(({ labels }) => labels));
    expect(untranslated(ways, wayWords)).toEqual([]);
    expect(wayWords("approved, skipped", "nl")).toBe("goedgekeurd, niet nodig");
    expect(wayWords("approved, skipped", "en")).toBe("approved, skipped");
  });
});
