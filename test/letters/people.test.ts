import { describe, expect, test } from "vitest";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { languageOf, nameAndTitle, titleOf } from "../../shared/letters/wording/people.ts";
import { CaseUnderTest, procedures } from "../support/case-under-test.ts";

const { learnworks } = procedures;
const dossier: Dossier = {
  ...new CaseUnderTest(learnworks).dossier,
  respondents: [
    { party: "respondent:1", name: "Bram Kuipers" },
    { party: "respondent:2", name: "Ingrid Bakker", person: "ingrid" },
  ],
};

describe("what somebody is in a case", () => {
  test.each([
    ["complainant", "de klager", "the complainant"],
    ["respondent:1", "degene over wie het gaat", "the person it is about"],
    ["client", "de opdrachtgever", "the client"],
    ["independent", "de onafhankelijke persoon", "the independent person"],
    ["role:office-manager", "office manager", "office manager"],
    ["deputy:project-manager", "vervanger van de projectmanager", "deputy of the project manager"],
    ["person:wim", "directeur", "director"],
    ["person:nobody", "collega", "colleague"],
  ] as const satisfies readonly (readonly [Party, string, string])[])("%s: %s, %s", (who, nl, en) => {
    expect(titleOf(who, learnworks, "nl")).toBe(nl);
    expect(titleOf(who, learnworks, "en")).toBe(en);
  });

  test("goes with the name, and stands alone once that has been erased", () => {
    expect(nameAndTitle("respondent:1", dossier, learnworks, "nl")).toBe("Bram Kuipers (degene over wie het gaat)");
    const erased = { ...dossier, respondents: [{ party: "respondent:1" as const, name: "" }] };
    expect(nameAndTitle("respondent:1", erased, learnworks, "nl")).toBe("degene over wie het gaat");
  });
});

describe("the language of what somebody gets", () => {
  const people = learnworks.people.map((one) => (one.id === "ingrid" ? { ...one, language: "en" as const } : one));
  const mixed: Procedure = { ...learnworks, people };
  const english: Procedure = { ...learnworks, house: { ...learnworks.house, language: "en", languages: ["en"] } };

  test.each([
    { title: "a complainant reads their own", who: "complainant", procedure: mixed, language: "nl" },
    { title: "but only where the house writes it", who: "complainant", procedure: english, language: "en" },
    { title: "a colleague reads their own", who: "role:office-manager", procedure: mixed, language: "en" },
    { title: "also by person", who: "person:ingrid", procedure: mixed, language: "en" },
    { title: "and when the complaint is about them", who: "respondent:2", procedure: mixed, language: "en" },
    { title: "others read the house's", who: "respondent:1", procedure: mixed, language: "nl" },
    { title: "as a deputy who chose none does", who: "deputy:office-manager", procedure: mixed, language: "nl" },
    { title: "as the client does", who: "client", procedure: english, language: "en" },
    { title: "as the independent person does", who: "independent", procedure: english, language: "en" },
  ] as const)("$title", ({ who, procedure, language }) => {
    expect(languageOf(who, dossier, procedure)).toBe(language);
  });
});
