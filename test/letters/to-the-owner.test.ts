import { describe, expect, test } from "vitest";
import type { Party } from "../../shared/domain/party.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { CaseToRead } from "../support/case-to-read.ts";
import { procedures } from "../support/case-under-test.ts";
import { letterOf, links } from "./every-letter.ts";

const urlsIn = (text: string) => [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);

describe("a term of the whole case", () => {
  test.each([
    {
      title: "before its end",
      now: "2026-01-29T08:00:00.000Z",
      subject: "Bijna te laat: de uitkomst",
      says: "u krijgt weer bericht",
    },
    {
      title: "at its end",
      now: "2026-02-05T09:00:00.000Z",
      subject: "Te laat: de uitkomst",
      says: "Bel of mail de klager vandaag. Zeg dat wij te laat zijn, waarom, en wanneer de uitkomst wel komt.",
    },
  ])("a warning about the whole case $title: $subject", ({ now, subject, says }) => {
    const one = new CaseToRead(procedures.learnworks).upTo("establish-facts").at(now);
    one.do({ type: "RingAlarms", taskId: "establish-facts-1" });
    const taskId = one.dossier.tasks.at(-1)?.taskId;
    const letter = renderLetter({
      ...letterOf("case-warning"),
      dossier: one.dossier,
      taskId,
      to: "role:project-manager",
      now,
    });
    expect(letter.subject).toBe(`[LW-2026-0001] ${subject}`);
    expect(letter.text).toContain("donderdag 5 februari 2026 om 10.00 uur");
    expect(letter.text).toContain("(B21)");
    expect(letter.text).toContain(says);
  });

  test.each([
    {
      title: "before its end",
      now: "2026-01-09T08:00:00.000Z",
      says: "Zeg wie de klacht behandelt en wat er nu gebeurt.",
      again: true,
    },
    {
      title: "at its end",
      now: "2026-01-12T09:00:00.000Z",
      says: "Bel of mail de klager vandaag. Zeg dat wij te laat zijn en wat er nu gebeurt.",
      again: false,
    },
  ])("a warning about the first response $title", ({ now, says, again }) => {
    const one = new CaseToRead(procedures.learnworks).upTo("establish-facts").at(now);
    one.do({ type: "RingAlarms", taskId: "establish-facts-1" });
    const to: Party = "role:project-manager";
    const { text } = renderLetter({ ...letterOf("case-warning"), dossier: one.dossier, to, now });
    expect(text).toContain(says);
    expect(text.includes("u krijgt weer bericht")).toBe(again);
  });

  test("warnings that ring together each tell of their own term", () => {
    const now = "2026-02-05T09:00:00.000Z";
    const one = new CaseToRead(procedures.learnworks).upTo("establish-facts").at(now);
    one.do({ type: "RingAlarms", taskId: "establish-facts-1" });
    const warnings = one.dossier.letters.filter(
      ({ letter, to }) => letter === "case-warning" && to === "role:project-manager",
    );
    const subjects = warnings.map(
      ({ letterId }) =>
        renderLetter({ ...letterOf("case-warning"), dossier: one.dossier, letterId, to: "role:project-manager", now })
          .subject,
    );
    expect(subjects.some((subject) => subject.includes("de eerste reactie"))).toBe(true);
    expect(subjects.some((subject) => subject.includes("de uitkomst"))).toBe(true);
  });

  test("a warning promises no other where none is to come", () => {
    const house = procedures.learnworks;
    const clocks = house.clocks.map((clock) => ({ ...clock, warnings: clock.warnings.slice(0, 1) }));
    const procedure = { ...house, clocks };
    const one = new CaseToRead(procedure).upTo("establish-facts").at("2026-01-09T08:00:00.000Z");
    one.do({ type: "RingAlarms", taskId: "establish-facts-1" });
    const wanted = { dossier: one.dossier, procedure, to: "role:project-manager", now: one.now } as const;
    const { text } = renderLetter({ ...letterOf("case-warning"), ...wanted });
    expect(text).toContain("Dan zijn wij te laat.");
    expect(text).not.toContain("weer bericht");
  });
});

describe("a message about the case", () => {
  test("a message says who wrote it, how to answer, and opens the task that waits", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess").write("complainant", "Nog iets.");
    const letter = { ...letterOf("message-filed"), dossier: one.dossier };
    const { text } = renderLetter({ ...letter, links: { task: links.task } });
    expect(text).toContain("Van: Sanne de Wit, iemand@zorggroep.example");
    expect(text).toContain("Antwoord niet op deze mail: de klager leest dat niet. Mail of bel de klager zelf.");
    expect(text).not.toContain("De uitkomst is al verstuurd.");
    expect(urlsIn(text)).toEqual([links.task]);
    expect(urlsIn(renderLetter({ ...letter, links: {} }).text)).toEqual([]);
  });

  test("a message after the outcome says what we told the complainant to do", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("draw-lessons");
    const told = (from: "complainant" | "staff") =>
      renderLetter({ ...letterOf("message-filed"), dossier: one.write(from, "x").dossier }).text;
    expect(told("complainant")).toContain(
      `De uitkomst is al verstuurd. Wij schreven: ‘${procedures.learnworks.house.afterwards.nl}’ Neem contact op.`,
    );
    expect(told("staff")).not.toContain("De uitkomst is al verstuurd.");
    expect(told("staff")).toContain("uw collega leest dat niet");
  });

  test("two messages each get their own letter, also when a colleague wrote in between", () => {
    const one = new CaseToRead(procedures.learnworks)
      .write("complainant", "Eerste bericht")
      .write("staff", "Van een collega")
      .write("unknown", "Tweede bericht");
    const ids = one.dossier.letters.filter(({ letter }) => letter === "message-filed").map(({ letterId }) => letterId);
    const texts = ids.map(
      (letterId) => renderLetter({ ...letterOf("message-filed"), dossier: one.dossier, letterId }).text,
    );
    expect(texts[0]).toContain("> Eerste bericht");
    expect(texts[0]).not.toContain("Tweede bericht");
    expect(texts[1]).toContain("> Van een collega");
    expect(texts[2]).toContain("> Tweede bericht");
    expect(texts[2]).toContain("Wij kennen het adres niet.");
  });
});
