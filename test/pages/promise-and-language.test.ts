import { describe, expect, test } from "vitest";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Language } from "../../shared/domain/text.ts";
import { CaseToRead, pathOf } from "../support/case-to-read.ts";
import { procedures } from "../support/case-under-test.ts";
import { readable } from "../support/markup.ts";
import { taskOf } from "./every-page.ts";

const setup = (one: CaseToRead, { language = "nl" }: { language?: Language } = {}) => ({
  text: readable(taskOf(one, language)),
});

describe("the contact that was promised", () => {
  const promise = "Bel of mail de klager voor maandag 12 januari 2026 om 10.00 uur. Dat hebben wij beloofd.";

  test("is on the page of whoever establishes the facts, and on no other", () => {
    expect(setup(new CaseToRead(procedures.learnworks).upTo("establish-facts")).text).toContain(promise);
    expect(setup(new CaseToRead(procedures.learnworks).upTo("assess")).text).not.toContain(promise);
  });

  test("is no longer asked for once it is recorded", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("establish-facts");
    one.answer({
      spokenOn: "2026-01-05",
      whatHappened: "Te laat.",
      finding: "founded",
      category: "trainer",
      cause: "none",
    });
    expect(setup(one.at("2026-01-06T09:00:00.000Z").open("establish-facts")).text).not.toContain(
      "Dat hebben wij beloofd.",
    );
  });
});

describe("a complainant who reads another language", () => {
  const write = "Schrijf deze brief in het Engels. Het voorstel hieronder is nog (deels) Nederlands.";
  const english = (kind: TaskKindId) => new CaseToRead(procedures.learnworks, { language: "en" }).upTo(kind);

  test("is named as such on every page, and the writer is told which language to write", () => {
    for (const kind of pathOf(procedures.learnworks)) {
      const { text } = setup(english(kind));
      expect(text).toContain("De klager leest Engels.");
      expect(text.includes(write)).toBe(kind === "write-outcome");
    }
  });

  test("is still told about when the page is read in that language", () => {
    const { text } = setup(english("write-outcome"), { language: "en" });
    expect(text).toContain(
      "The complainant reads English. Write this letter in English. The proposal below may still be partly in Dutch.",
    );
  });

  test("may read the house's language while its staff read another", () => {
    const { text } = setup(new CaseToRead(procedures.learnworks).upTo("write-outcome"), { language: "en" });
    expect(text).toContain(
      "The complainant reads Dutch. Write this letter in Dutch. The proposal below may still be partly in English.",
    );
  });

  test("is no news when all read the same", () => {
    expect(setup(new CaseToRead(procedures.learnworks).upTo("write-outcome")).text).not.toContain("De klager leest");
  });
});
