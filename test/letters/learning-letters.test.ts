import { describe, expect, test } from "vitest";
import type { LetterKind } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { fileKindOf } from "../../shared/letters/wording/file-words.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { FileUnderTest, measureOf, reviewOf, signalOf } from "../support/file-under-test.ts";
import { everyLetter, links } from "./every-letter.ts";

const { learnworks } = procedures;

const learning = everyLetter.filter(({ wanted }) => wanted.dossier.matter.kind !== "complaint");

test.each(learning)("$title of no complaint does not speak of the complaint", ({ wanted }) => {
  const { subject, text } = renderLetter(wanted);
  expect(subject + text).not.toMatch(/\b(?:de|deze|the|this) (?:klacht|zaak|complaint|case)\b/i);
});

test("colleagues get every letter about each of these files (A28, B36)", () => {
  const kinds: readonly LetterKind[] = ["task", "reminder", "overdue", "escalation"];
  for (const file of ["measure", "promise", "signal", "review"] as const) {
    const got = new Set(learning.filter(({ wanted }) => fileKindOf(wanted.dossier) === file).map(({ kind }) => kind));
    expect(kinds.filter((kind) => !got.has(kind))).toEqual([]);
  }
});

describe("a task", () => {
  test.each([
    {
      of: "a measure",
      one: () => new FileUnderTest(learnworks, measureOf(learnworks)),
      kind: "report-measure",
      says: [
        "U hebt een taak bij maatregel",
        "omdat deze maatregel van u is.",
        "Dit is de maatregel\n\n> Afspraken vooraf bevestigen",
        "Uiterlijk: maandag 2 maart 2026 om 17.00 uur",
        "Deze datum is zo afgesproken.",
      ],
    },
    {
      of: "a promise",
      one: () => new FileUnderTest(learnworks, measureOf(learnworks, { measureType: "promise", text: "Wij bellen." })),
      kind: "report-measure",
      says: ["Doe wat wij beloofden", "bij belofte", "omdat u zorgt dat wij doen wat wij beloofden.", "> Wij bellen."],
    },
    {
      of: "a pattern",
      one: () => new FileUnderTest(learnworks, signalOf()),
      kind: "look-into-signal",
      says: ["bij patroon", "omdat u projectmanager bent.", "Er kwamen 3 klachten met dezelfde oorzaak:"],
    },
    {
      of: "a review",
      one: () => new FileUnderTest(learnworks, reviewOf()),
      kind: "check-overview",
      says: ["bij terugblik", "omdat u office manager bent.", "Deze terugblik gaat over het jaar 2025."],
    },
  ] as const)("of $of says what it is, why you and by when", ({ one, kind, says }) => {
    const file = one();
    file.open(kind);
    const { subject, text } = mailed(file, "task");
    for (const words of says) expect(subject + text).toContain(words);
    expect(text).toContain("Wat als u niets doet?");
  });

  test("that comes to a deputy, because a complaint behind it is about the holder, says so (B16)", () => {
    const holder = learnworks.roles.find(({ id }) => id === learnworks.responsibilities.learning)?.holder ?? "";
    const file = new FileUnderTest(learnworks, signalOf({ shielded: [holder] }));
    file.open("look-into-signal");
    expect(mailed(file, "task").text).toContain("omdat de projectmanager bij een klacht die erbij hoort betrokken is.");
  });

  test("of a measure that was moved says so", () => {
    const file = new FileUnderTest(learnworks, measureOf(learnworks));
    file.perform("report-measure", { outcome: "extended", newDue: "2026-04-01", extendReason: "Ziek." });
    file.open("report-measure", "2026-01-06T09:00:00.000Z");
    const { text } = mailed(file, "task");
    expect(text).toContain("Uiterlijk: woensdag 1 april 2026 om 17.00 uur");
    expect(text).toContain("De datum is later verzet.");
  });
});

describe("what we did, for a complainant who wished to hear it", () => {
  const told = everyLetter.filter(({ kind }) => kind === "you-said-we-did");

  test.each(told)("$title: what they said, what we did, and thanks", (example) => {
    const { text } = renderLetter(example.wanted);
    const { house, categories } = example.wanted.procedure;
    expect(text).toContain(categories[0]?.label[example.language]);
    expect(text).toContain(
      { nl: "Wij bellen nu een dag van tevoren", en: "We now call the trainer" }[example.language],
    );
    expect(text).toContain({ nl: "Dank u wel.", en: "Thank you." }[example.language]);
    expect(text).toContain(house.phone);
  });

  test.each(told)("$title: names no colleague", ({ wanted }) => {
    const { text, html } = renderLetter(wanted);
    for (const { name } of wanted.procedure.people) expect(text + html).not.toContain(name);
  });
});

test.each(everyLetter.filter(({ kind }) => kind === "erasure-announced"))(
  "$title says when, what stays, and how to hold it back",
  ({ wanted, language }) => {
    const { text } = renderLetter(wanted);
    expect(text).toContain({ nl: "Daar houdt u het wissen tegen.", en: "There you can hold the erasing." }[language]);
    expect(text).toContain({ nl: "Wat blijft: het nummer", en: "What stays: the number" }[language]);
    expect(text).toMatch(/(?:Wij wissen op|We erase on): \p{L}+ \d+ \p{L}+ \d{4}/u);
  },
);

/** The newest letter of this kind, as it would be mailed now. */
function mailed(file: FileUnderTest, letter: LetterKind, now = mondayMorning) {
  const { dossier, procedure } = file;
  const queued = dossier.letters.findLast((one) => one.letter === letter);
  const to: Party = queued?.to ?? dossier.owner;
  const { letterId, taskId } = queued ?? {};
  return renderLetter({ letter, to, dossier, procedure, taskId, letterId, links: { task: links.task }, now });
}
