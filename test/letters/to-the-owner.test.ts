import { describe, expect, test } from "vitest";
import type { EventOf } from "../../shared/domain/events.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { links, mailed } from "./every-letter.ts";

const { learnworks } = procedures;
const owner: Party = "role:project-manager";

describe("a term of the whole case", () => {
  test.each([
    {
      title: "nearly at its end",
      now: "2026-01-29T08:00:00.000Z",
      subject: "Bijna te laat: de uitkomst",
      says: "Kies dan een nieuwe datum en zeg waarom.",
      again: true,
    },
    {
      title: "at its end",
      now: "2026-02-05T09:00:00.000Z",
      subject: "Te laat: de uitkomst",
      says: "Wij schreven de klager dat wij te laat zijn en nog geen nieuwe datum hebben.",
      again: false,
    },
  ])("$title is told with its duty and what to do (B21, B22): $subject", ({ now, subject, says, again }) => {
    const letter = mailed(warned(now), "case-warning", owner, { now });
    expect(letter.subject).toBe(`[LW-2026-0001] ${subject}`);
    expect(letter.text).toContain("donderdag 5 februari 2026 om 10.00 uur");
    expect(letter.text).toContain("(B21)");
    expect(letter.text).toContain(says);
    expect(letter.text.includes("u krijgt weer bericht")).toBe(again);
  });

  test("says who has to do something now", () => {
    const now = "2026-01-29T08:00:00.000Z";
    expect(mailed(warned(now), "case-warning", owner, { now }).text).toContain(
      "Nu aan zet: Farah Amrani (projectmanager): Stel vast wat er is gebeurd",
    );
  });

  test("that was moved warns of its new date, and says why (B22)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    const posted = { newDate: "2026-02-20", delayWhy: "other", delayReason: "Meer mensen." };
    one.events({ type: "Act", action: "announce-delay", by: owner, posted, actId: "delay" });
    const now = "2026-02-20T16:00:00.000Z";
    const { taskId } = one.open("establish-facts", "2026-02-19T09:00:00.000Z");
    one.events({ type: "RingAlarms", taskId }, now);
    const { text } = mailed(one, "case-warning", owner, { now });
    expect(text).toContain("Uiterlijk: vrijdag 20 februari 2026 om 17.00 uur");
    expect(text).toContain("De nieuwe datum is vrijdag 20 februari 2026 om 17.00 uur.");
  });

  test("rung together with another tells of its own term", () => {
    const now = "2026-02-05T09:00:00.000Z";
    const one = new CaseUnderTest(learnworks);
    const { taskId } = one.open("assess", "2026-02-04T09:00:00.000Z");
    one.events({ type: "RingAlarms", taskId }, now);
    const ids = one.dossier.letters.flatMap(({ letter, to, letterId }) =>
      letter === "case-warning" && to === owner ? [letterId] : [],
    );
    const subjects = ids.map((letterId) => mailed(one, "case-warning", owner, { letterId, now }).subject);
    expect(subjects.some((subject) => subject.includes("de eerste reactie"))).toBe(true);
    expect(subjects.some((subject) => subject.includes("de uitkomst"))).toBe(true);
  });

  test("promises no other warning where none is to come", () => {
    const clocks = learnworks.clocks.map((clock) => ({ ...clock, warnings: clock.warnings.slice(0, 1) }));
    const now = "2026-01-29T08:00:00.000Z";
    const { text } = mailed(warned(now, { ...learnworks, clocks }), "case-warning", owner, { now });
    expect(text).toContain("Dan zijn wij te laat.");
    expect(text).not.toContain("weer bericht");
  });
});

describe("a message about the case (B17)", () => {
  test("says who wrote it and how to answer, and opens the case", () => {
    const { text } = mailed(written("complainant", "Nog iets."), "message-filed", owner, {
      links: { task: links.task },
    });
    expect(text).toContain("Van: Sanne de Wit (de klager), iemand@zorggroep.example");
    expect(text).toContain("Antwoord niet op deze mail: de klager leest dat niet. Mail of bel de klager zelf.");
    expect(text).toContain(`Open de zaak:\n${links.task}`);
    expect(text).not.toContain("De uitkomst is al verstuurd.");
  });

  test("from the other side says so (B24)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    const posted = { message: "Ik was er die dag niet." };
    one.events({ type: "Act", action: "add-to-case", by: "respondent:1", posted, actId: "add" });
    const { text } = mailed(one, "message-filed", owner);
    expect(text).toContain("Degene over wie het gaat schreef over deze zaak.");
    expect(text).toContain("Van: Bram Kuipers (degene over wie het gaat)");
  });

  test("after the outcome says what we told the complainant to do", () => {
    const one = new CaseUnderTest(learnworks).perform("write-outcome", { letter: "Zo zit het." });
    one.events({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
    one.post();
    const told = (from: "complainant" | "staff") => mailed(file(one, from, "x"), "message-filed", owner).text;
    expect(told("complainant")).toContain(
      `De uitkomst is al verstuurd. Wij schreven: ‘${learnworks.house.afterwards.nl}’`,
    );
    expect(told("staff")).not.toContain("De uitkomst is al verstuurd.");
    expect(told("staff")).toContain("uw collega leest dat niet");
  });

  test("gets a letter of its own, also when others wrote in between", () => {
    const one = file(
      file(written("complainant", "Eerste bericht"), "staff", "Van een collega"),
      "unknown",
      "Tweede bericht",
    );
    const texts = one.dossier.letters
      .filter(({ letter }) => letter === "message-filed")
      .map(({ letterId }) => mailed(one, "message-filed", owner, { letterId }).text);
    expect(texts[0]).toContain("> Eerste bericht");
    expect(texts[0]).not.toContain("Tweede bericht");
    expect(texts[1]).toContain("> Van een collega");
    expect(texts[2]).toContain("> Tweede bericht");
    expect(texts[2]).toContain("Wij kennen het adres niet.");
  });

  test("has what they wrote and not what they answered, and says what we have to say about their mail", () => {
    const answered =
      "Op ma 5 jan 2026 om 10:00 schreef Klachten <klachten@learnworks.example>:\n> Uw klacht is binnen.";
    const remark = "[In deze mail staat geen tekst. Kijk in de bijlage.]";
    const message = `Nog iets.\n\nGroet, Sanne\n\n${answered}\n\n${remark}`;
    const { text } = mailed(written("complainant", message), "message-filed", owner);
    expect(text).toContain(`> Nog iets.\n>\n> Groet, Sanne\n>\n> ${remark}`);
    expect(text).not.toContain("Uw klacht is binnen.");
  });

  test("stays text in HTML", () => {
    const { html, text } = mailed(
      written("complainant", '"><script>alert(1)</script><img src=x>'),
      "message-filed",
      owner,
    );
    const tags = startTags(html).map(({ tag }) => tag);
    expect(tags).not.toContain("script");
    expect(tags).not.toContain("img");
    expect(readable(html)).toContain("<script>alert(1)</script>");
    expect(text).toContain("<script>alert(1)</script>");
  });
});

describe("a new owner (B16)", () => {
  test("by hand-over reads that a colleague gave it, and every term with its duty", () => {
    const one = new CaseUnderTest(learnworks);
    const posted = { handTo: "wim", reason: "Vakantie." };
    one.events({ type: "Act", action: "hand-over-case", by: owner, posted, actId: "hand" });
    const { text } = mailed(one, "owner-assigned", "person:wim");
    expect(text).toContain("Een collega gaf de zaak aan u.");
    expect(text).toContain("Reactie voor: maandag 12 januari 2026 om 10.00 uur");
    expect(text).toContain("Uitkomst voor: donderdag 5 februari 2026 om 10.00 uur");
    expect(text).toContain("(B21)");
    expect(text).toContain(links.status);
  });

  test("in place of somebody who is involved reads that, and to keep it to themselves (A22)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, respondentStaff: "farah" });
    const { text } = mailed(one, "owner-assigned", "deputy:project-manager");
    expect(text).toContain(
      "U krijgt de zaak omdat de projectmanager bij deze klacht betrokken is. Praat er met hem of haar niet over.",
    );
    // Nobody was in touch with the complainant yet (B20).
    expect(text).toContain("Reactie voor: maandag 12 januari 2026 om 10.00 uur");
  });

  test.each([
    ["deputy:project-manager", "U krijgt de zaak omdat de projectmanager er nu niet is."],
    ["role:project-manager", "U krijgt de zaak omdat u projectmanager bent."],
  ] as const)("as %s reads why", (to, says) => {
    const { dossier } = new CaseUnderTest(learnworks);
    const wanted = { letter: "owner-assigned", to, dossier: { ...dossier, owner: to }, procedure: learnworks } as const;
    expect(renderLetter({ ...wanted, links, now: mondayMorning }).text).toContain(says);
  });
});

/** A case whose warnings rang at this moment through a task that was opened the day before. */
function warned(now: string, procedure: Procedure = learnworks): CaseUnderTest {
  const one = new CaseUnderTest(procedure).perform("assess", answers.handle);
  const dayBefore = new Date(Date.parse(now) - 86_400_000).toISOString();
  const { taskId } = one.open("establish-facts", dayBefore);
  one.events({ type: "RingAlarms", taskId }, now);
  return one;
}

function written(from: EventOf<"MessageFiled">["facts"]["from"], text: string): CaseUnderTest {
  return file(new CaseUnderTest(learnworks), from, text);
}

function file(one: CaseUnderTest, from: EventOf<"MessageFiled">["facts"]["from"], text: string): CaseUnderTest {
  const facts = { mailId: `mail-${one.dossier.messages.length + 1}`, from };
  const words = { address: "iemand@zorggroep.example", subject: "Re: uw klacht", text, attachments: [] };
  one.events({ type: "FileMessage", facts, private: words });
  return one;
}
