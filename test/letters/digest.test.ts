import { describe, expect, test } from "vitest";
import type { OpenTask } from "../../shared/domain/dossier.ts";
import { languages } from "../../shared/domain/text.ts";
import { renderDigest } from "../../shared/letters/digest.ts";
import { CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";
import { readingEase } from "../support/reading-ease.ts";

const { learnworks } = procedures;
const ingrid = { name: "Ingrid Bakker", email: "ingrid.bakker@learnworks.example" };
const url = "https://wederhoor.example/desk/learnworks";

/** The complaint came on a Monday morning: by Wednesday at five it must be assessed. */
function digest(now: string, language: "nl" | "en" = "nl", count = 1) {
  const one = new CaseUnderTest(learnworks);
  const task: OpenTask = one.open("assess");
  const tasks = Array.from({ length: count }, () => ({ task, dossier: one.dossier }));
  return renderDigest({ tasks, now, url }, ingrid, learnworks, language);
}

const wednesday = "2026-01-07T05:30:00.000Z";
const thursday = "2026-01-08T05:30:00.000Z";

describe("the morning mail (B17)", () => {
  test("says what is due today, of which file, and where to do it", () => {
    const { text, subject, html } = digest(wednesday);
    expect(subject).toBe("Eén taak voor vandaag");
    expect(text).toContain("LW-2026-0001");
    expect(text).toContain(url);
    expect(html).toContain(`href="${url}"`);
    expect(text).toMatch(/vandaag/i);
    expect(text).not.toMatch(/te laat/i);
  });

  test("says what is late", () => {
    expect(digest(thursday).text).toMatch(/te laat/i);
    expect(digest(thursday, "en").text).toMatch(/late/i);
  });

  test("counts in its subject", () => {
    expect(digest(thursday, "nl", 3).subject).toBe("3 taken voor vandaag");
    expect(digest(thursday, "en", 3).subject).toBe("3 tasks for today");
  });

  test("names nobody of the case", () => {
    const one = new CaseUnderTest(learnworks);
    const task = one.open("assess");
    one.perform("assess", {
      outcome: "handle",
      category: "trainer",
      severity: "ordinary",
      claim: "no",
      talked: "no",
      ...trainer,
    });
    const { text, html } = renderDigest(
      { tasks: [{ task, dossier: one.dossier }], now: thursday, url },
      ingrid,
      learnworks,
      "nl",
    );
    for (const part of [text, html]) expect(part).not.toMatch(/Sanne|de Wit|Bram|Kuipers|grappen/);
  });

  test.each(languages)("is plain to read in %s", (language) => {
    const { text } = digest(thursday, language);
    const ours = text.split("\n").filter((line) => !/https:|LW-/.test(line));
    expect(readingEase(ours, language)).toBeGreaterThanOrEqual(60);
  });
});
