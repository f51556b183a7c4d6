import { describe, expect, test } from "vitest";
import type { Party } from "../../shared/domain/party.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { mailed } from "./every-letter.ts";

const { learnworks, sterker } = procedures;

describe("the copy for whoever a complaint is about", () => {
  test("quotes what is claimed, and says that nothing has been decided (A16, B15, B23)", () => {
    const { text } = mailed(copied(), "copy", "respondent:1");
    expect(text).toContain("Sanne de Wit heeft een klacht.");
    expect(text).toContain("> De trainer kwam te laat en maakte grappen over deelnemers.");
    expect(text).toContain("Er is nog niets besloten\n\nWij kiezen geen kant.");
  });

  test("says their rights, whom to talk to, and until when the outcome comes", () => {
    const { text } = mailed(copied(), "copy", "respondent:1");
    expect(text).toContain("U mag uw kant vertellen. Wij horen u voor wij iets besluiten.");
    expect(text).toContain("U mag iemand meenemen naar een gesprek");
    expect(text).toContain("U mag ons alles vragen.");
    expect(text).toContain("Farah Amrani (projectmanager) behandelt deze klacht.");
    expect(text).toContain("De uitkomst komt voor donderdag 5 februari 2026 om 10.00 uur.");
  });

  test("tells a colleague that they do no work on it themselves", () => {
    const own = "U doet zelf niets aan deze klacht en leest het dossier niet.";
    expect(mailed(copied({ respondentStaff: "joost" }), "copy", "respondent:1").text).toContain(own);
    expect(mailed(copied(), "copy", "respondent:1").text).not.toContain(own);
  });

  test("names a file that came along, but does not hand it over", () => {
    const file = { name: "brief.pdf", contentType: "application/pdf", bytes: 9, key: "attachments/x/1" };
    const one = copied(trainer, { attachments: [file] });
    const { text } = mailed(one, "copy", "respondent:1");
    expect(text).toContain("Bij de klacht zit ook een bestand.");
    expect(text).not.toContain("brief.pdf");
  });

  test("keeps what the complainant wrote plain text, and a name that is a link out of it", () => {
    const words = {
      text: '"><script>alert(1)</script><img src=x>',
      complainant: { name: "Ga naar kwaad.example", email: "iemand@zorggroep.example" },
    };
    const { html, text } = mailed(copied(trainer, words), "copy", "respondent:1");
    const tags = startTags(html).map(({ tag }) => tag);
    expect(tags).not.toContain("script");
    expect(tags).not.toContain("img");
    expect(readable(html)).toContain("<script>alert(1)</script>");
    expect(text).toContain("Iemand heeft een klacht.");
    expect(text).not.toContain("kwaad.example");
  });
});

test("a colleague who is complained about reads their own language", () => {
  const people = learnworks.people.map((one) => (one.id === "joost" ? { ...one, language: "en" as const } : one));
  const one = copied({ respondentStaff: "joost" }, {}, { ...learnworks, people });
  expect(mailed(one, "copy", "respondent:1").language).toBe("en");
});

test("the invitation to talk has what is claimed, what is asked and that they may say no (A5, A7, A15)", () => {
  const one = new CaseUnderTest(sterker).perform("assess", { ...answers.handle, outcome: "talk-first", ...trainer });
  one.events({ type: "SendLetters", letter: "invitation", requestId: "invitation" });
  const { text } = mailed(one, "talk-invitation-respondent", "respondent:1");
  expect(text).toContain("> De trainer kwam te laat en maakte grappen over deelnemers.");
  expect(text).toContain("Zoek samen een oplossing");
  expect(text).toContain("U mag ook nee zeggen.");
});

test("a delay is theirs to know too, with dates and reason (B22)", () => {
  const one = copied();
  const posted = { newDate: "2026-02-20", delayWhy: "other", delayReason: "Wij spreken nog twee mensen." };
  one.events({ type: "Act", action: "announce-delay", by: one.dossier.owner, posted, actId: "delay" });
  const { text } = mailed(one, "delay-respondent", "respondent:1");
  expect(text).toContain("Nieuwe datum: vrijdag 20 februari 2026 om 17.00 uur");
  expect(text).toContain("Wij spreken nog twee mensen.");
});

test("a case that is opened again says why, and that nothing is decided (A16, B18)", () => {
  const { dossier, procedure } = copied();
  const reopened = {
    at: dossier.receivedAt,
    by: dossier.owner,
    reason: "De nieuwe dag kwam er niet.",
    closedAt: dossier.receivedAt,
  };
  const { text } = renderLetter({
    letter: "reopened-respondent",
    to: "respondent:1",
    dossier: { ...dossier, reopened },
    procedure,
    taskId: undefined,
    links: {},
    now: dossier.receivedAt,
  });
  expect(text).toContain("De nieuwe dag kwam er niet.");
  expect(text).toMatch(/er is nog niets besloten/i);
  expect(text).toMatch(/uw rechten/i);
});

describe("the outcome", () => {
  const letters = {
    letter: "GEHEIM voor de klager.",
    respondentLetter: "Dit is voor de trainer.",
    clientLetter: "Dit is voor de opdrachtgever.",
    teamLetter: "Dit is voor het team.",
  };

  test.each([
    ["outcome-respondent", "respondent:1", letters.respondentLetter],
    ["outcome-client", "client", letters.clientLetter],
    ["outcome-inside", "role:project-leader", letters.teamLetter],
  ] as const satisfies readonly (readonly [string, Party, string])[])(
    "in %s has words of its own (B28)",
    (kind, to, own) => {
      const { text } = mailed(decided(letters), kind, to);
      expect(text).toContain(own);
      for (const other of Object.values(letters)) if (other !== own) expect(text).not.toContain(other);
    },
  );

  test("without words for the client or the team says what it can", () => {
    const { clientLetter: _client, teamLetter: _team, ...rest } = letters;
    const one = decided(rest);
    expect(mailed(one, "outcome-client", "client").text).toContain("De klager heeft een eigen brief met de uitkomst.");
    expect(mailed(one, "outcome-inside", "role:project-leader").text).toContain("De klager heeft de uitkomst.");
  });
});

test("a copy inside holds the complaint, but not for somebody who became involved meanwhile (A22)", () => {
  const one = copied();
  const to: Party = "role:project-leader";
  expect(mailed(one, "copy-inside", to).text).toContain("De trainer kwam te laat");
  const posted = { respondentStaff: "joost" };
  one.events({ type: "Act", action: "name-respondent", by: one.dossier.owner, posted, actId: "name" });
  const { dossier, procedure } = one;
  const late = { letter: "copy-inside", to, dossier, procedure, links: {}, now: mondayMorning } as const;
  expect(renderLetter(late).text).not.toContain("De trainer kwam te laat");
});

function copied(
  about: Readonly<Record<string, string>> = trainer,
  words: ConstructorParameters<typeof CaseUnderTest>[3] = {},
  procedure = learnworks,
): CaseUnderTest {
  const one = new CaseUnderTest(procedure, mondayMorning, {}, words).perform("assess", { ...answers.handle, ...about });
  one.events({ type: "SendLetters", letter: "copies", requestId: "copies" });
  return one;
}

function decided(letters: Readonly<Record<string, string>>): CaseUnderTest {
  const client = { client: "Zorggroep Lindenhof, opleiding@lindenhof.example" };
  const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer, ...client });
  one.perform("write-outcome", letters);
  one.events({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
  return one;
}
