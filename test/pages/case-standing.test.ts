import { describe, expect, test } from "vitest";
import type { Dossier, Erasure } from "../../shared/domain/dossier.ts";
import { standing } from "../../shared/pages/case-standing.ts";
import { answers, CaseUnderTest, procedures } from "../support/case-under-test.ts";
import { send } from "../support/steps.ts";

const { learnworks } = procedures;

function closed(erasure: Erasure): Dossier {
  const subject = new CaseUnderTest(learnworks).perform("assess", answers.notAComplaint);
  send(subject, "referral");
  subject.events({ type: "CloseCase" });
  return { ...subject.dossier, erasure };
}

const held = { at: "2028-02-02T09:00:00.000Z", by: "role:director", reason: "Rechtszaak." } as const;

describe("The first lines of a closed case tell of the personal data", () => {
  test.each([
    ["nothing while nothing happens to them", {}, "Gesloten. Eigenaar"],
    [
      "when they will go",
      { announcedFor: "2028-03-02T11:00:00.000Z" },
      "Gesloten. Op donderdag 2 maart 2028 wissen wij de persoonsgegevens. Eigenaar",
    ],
    [
      "that they are held",
      { announcedFor: "2028-03-02T11:00:00.000Z", held },
      "Gesloten. De persoonsgegevens blijven langer bewaard. Eigenaar",
    ],
    [
      "until when they are held",
      { announcedFor: "2028-03-02T11:00:00.000Z", held: { ...held, until: "2029-01-01" } },
      "Gesloten. De persoonsgegevens blijven bewaard tot maandag 1 januari 2029. Eigenaar",
    ],
    [
      "when they will go after that",
      { announcedFor: "2029-01-31T11:00:00.000Z", held: { ...held, until: "2029-01-01" } },
      "Gesloten. Op woensdag 31 januari 2029 wissen wij de persoonsgegevens. Eigenaar",
    ],
    [
      "that they are gone",
      { announcedFor: "2028-03-02T11:00:00.000Z", erasedAt: "2028-03-02T11:00:00.000Z" },
      "Gesloten. De persoonsgegevens zijn gewist. Eigenaar",
    ],
  ])("%s", (_what, erasure, words) => {
    expect(standing(closed(erasure), learnworks, "nl").nl).toContain(words);
  });
});
