import { describe, expect, test } from "vitest";
import { learnworks } from "../../procedures/learnworks.ts";
import { parseProcedure } from "../../shared/domain/procedure.ts";
import type { Language } from "../../shared/domain/text.ts";
import { statusPage } from "../../shared/pages/status-page.tsx";
import { readable } from "../support/markup.ts";
import { CaseShown, everyTask } from "./case-shown.ts";
import { taskOf, viewOf } from "./every-page.ts";

const text = (one: CaseShown, language: Language = "nl") => readable(taskOf(one, language));

describe("the contact that was promised", () => {
  test("is on the page of whoever must be in touch, and on no other (B20)", () => {
    const promise = "Bel of mail de klager voor maandag 12 januari 2026 om 10.00 uur. Dat hebben wij beloofd.";
    expect(text(new CaseShown("learnworks").upTo("first-response"))).toContain(promise);
    expect(text(new CaseShown("learnworks").upTo("establish-facts"))).not.toContain(promise);
  });
});

describe("a complainant who reads another language", () => {
  const write = "Schrijf deze brief in het Engels. Het voorstel hieronder is nog (deels) Nederlands.";
  const ofColleagues = everyTask.filter(({ house, about }) => house === "learnworks" && about === undefined);

  test.each(ofColleagues)("is named as such at $kind, and the writer is told which language to write", ({ kind }) => {
    const one = new CaseShown("learnworks", { language: "en" }).upTo(kind);
    if (one.task.role === undefined) return expect(one.task.assignee).not.toContain("role:");
    const page = text(one);
    expect(page).toContain("De klager leest Engels.");
    expect(page.includes(write)).toBe(kind === "write-outcome" || kind === "final-outcome");
  });

  test("is still told about when the page is read in that language", () => {
    expect(text(new CaseShown("learnworks", { language: "en" }).upTo("write-outcome"), "en")).toContain(
      "The complainant reads English. Write this letter in English. The proposal below may still be partly in Dutch.",
    );
  });

  test("may read the house's language while its staff read another", () => {
    expect(text(new CaseShown("learnworks").upTo("write-outcome"), "en")).toContain(
      "The complainant reads Dutch. Write this letter in Dutch. The proposal below may still be partly in English.",
    );
  });

  test("is no news when all read the same", () => {
    expect(text(new CaseShown("learnworks").upTo("write-outcome"))).not.toContain("De klager leest");
  });
});

test("a house that writes one language offers no other", () => {
  const view = viewOf(new CaseShown("learnworks").upTo("assess"), "complainant");
  expect(statusPage(view)).toContain("?lang=en");
  const house = { ...learnworks.house, languages: ["nl" as const] };
  const procedure = parseProcedure("one-language.ts", { ...learnworks, house });
  expect(statusPage({ ...view, procedure })).not.toContain("?lang=");
});
