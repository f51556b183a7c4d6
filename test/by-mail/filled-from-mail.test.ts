import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isStaff } from "../../shared/domain/party.ts";
import { optionsOf, outcomesOf } from "../../shared/domain/tasks/answer.ts";
import { filledFromMail, saysNothingNew } from "../../shared/domain/tasks/by-mail/filled-from-mail.ts";
import { optionPhrases, outcomePhrases, remarkFields } from "../../shared/domain/tasks/by-mail/phrases.ts";
import { catalogue, formOf } from "../../shared/domain/tasks/catalogue.ts";
import { type TaskKindId, taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import { CaseShown, caseByPost, everyTask } from "../pages/case-shown.ts";

const day = "2026-01-07";

function filled(kind: TaskKindId, words: string, house: "learnworks" | "sterker" = "learnworks") {
  const one = new CaseShown(house).upTo(kind);
  return read(one, words);
}

function read(one: CaseShown, words: string) {
  const { task, dossier, procedure } = one;
  const form = formOf(task);
  const proposed = form.prefill?.(dossier, procedure, "nl") ?? {};
  const { values, fromMail, isSettled } = filledFromMail(form, { words, day }, proposed, { dossier, procedure });
  return { values, fromMail: [...fromMail].toSorted(), isSettled, proposed };
}

describe("approving an outcome", () => {
  test.each([
    "Akkoord",
    "Akkoord, bedankt!",
    "Ja, akkoord.",
    "Prima. Mag weg!",
    "Wat mij betreft akkoord.",
    "Goedgekeurd",
    "Goedkeuren en versturen",
    "Approved, thanks.",
    "I approve.",
    "Looks good, thank you",
  ])("%s is a yes", (words) => {
    expect(filled("approve-outcome", words)).toMatchObject({ values: { outcome: "approved" }, isSettled: true });
  });

  test.each([
    "Niet akkoord: de datum klopt niet.",
    "Nog niet akkoord.",
    "Ik ga niet akkoord.",
    "Aanpassen graag.",
    "Not approved, the date is wrong.",
    "I don't approve.",
    "Terug naar de schrijver, de datum mist.",
  ])("%s goes back, with the words as the note", (words) => {
    expect(filled("approve-outcome", words)).toMatchObject({
      values: { outcome: "rework", reworkNote: words },
      fromMail: ["outcome", "reworkNote"],
      isSettled: true,
    });
  });

  test.each([
    "Akkoord?",
    "Akkoord, maar haal eerst de naam van Bram eruit.",
    "Akkoord. Nog niet versturen.",
    "Akkoord.\n\nWel de tweede alinea aanpassen.",
    "Ik ben het er niet mee akkoord.",
    "Ik weet niet of ik akkoord ben.",
    "Goed gezien dat de datum mist.",
    "Is dit al akkoord voor de directie?",
    "I can't say that I approve.",
    "Bram gaat niet akkoord.",
  ])("%s decides nothing: somebody has to choose", (words) => {
    const { values, isSettled } = filled("approve-outcome", words);
    expect(values["outcome"]).toBeUndefined();
    expect(isSettled).toBe(false);
  });
});

test.each<readonly [TaskKindId, string, Readonly<Record<string, string>>]>([
  ["assess", "In behandeling nemen. De klacht is niet ernstig.", { outcome: "handle", severity: "ordinary" }],
  ["assess", "Take it up. This is serious.", { outcome: "handle", severity: "serious" }],
  [
    "assess",
    "Dit is geen klacht maar een vraag over een factuur.",
    { outcome: "not-a-complaint", reason: "Dit is geen klacht maar een vraag over een factuur." },
  ],
  ["assess", "Al opgelost. Zij volgt in maart een nieuwe training.", { outcome: "solved" }],
  [
    "first-response",
    "Gisteren gebeld met mevrouw De Wit. Zij wil vooral excuses.",
    {
      contactChannel: "phone",
      contactDate: "2026-01-06",
      contactSummary: "Gisteren gebeld met mevrouw De Wit. Zij wil vooral excuses.",
    },
  ],
  ["first-response", "I called her on January 6.", { contactChannel: "phone", contactDate: "2026-01-06" }],
  ["first-response", "Niet gebeld maar gemaild, vandaag.", { contactChannel: "mail", contactDate: "2026-01-07" }],
  [
    "establish-facts",
    "De trainer was een uur te laat. De klacht is deels gegrond.",
    { whatHappened: "De trainer was een uur te laat. De klacht is deels gegrond.", finding: "partly-founded" },
  ],
  ["establish-facts", "Wij vinden de klacht ongegrond.", { finding: "unfounded" }],
  ["establish-facts", "De klacht is niet gegrond.", { finding: "unfounded" }],
  ["solve", "Zij krijgt een nieuwe training.", { solution: "Zij krijgt een nieuwe training." }],
  ["consult", "Neem hem in behandeling.", { consultAdvice: "Neem hem in behandeling." }],
  ["decide-urgently", "Bel vandaag nog.", { direction: "Bel vandaag nog." }],
  ["draw-lessons", "Wij bevestigen voortaan alles.", { lesson: "Wij bevestigen voortaan alles." }],
  [
    "announce-delay",
    "Het lukt niet op tijd. Op 2 maart is het klaar, wij wachten op de klager.",
    { outcome: "delay", newDate: "2026-03-02", delayWhy: "waiting-complainant" },
  ],
  ["announce-delay", "Het lukt op tijd.", { outcome: "on-time" }],
  [
    "follow-up",
    "Gebeld en besproken. Zij is nu tevreden.",
    { outcome: "done", followUp: "Gebeld en besproken. Zij is nu tevreden." },
  ],
])("%s: %s", (kind, words, values) => {
  expect(filled(kind, words).values).toMatchObject(values);
});

test.each<readonly [TaskKindId, string, Readonly<Record<string, string>>]>([
  ["advise", "Praat eerst met uw leidinggevende.", { advice: "Praat eerst met uw leidinggevende." }],
  ["give-judgment", "De klacht is terecht.", { judgment: "De klacht is terecht." }],
  [
    "three-way-talk",
    "Er is een afspraak. Het gesprek was afgelopen maandag.",
    { outcome: "agreement", talkDate: "2026-01-05" },
  ],
  [
    "three-way-talk",
    "Het gesprek ging niet door omdat Bram ziek was.",
    { outcome: "not-held", notHeldReason: "Het gesprek ging niet door omdat Bram ziek was." },
  ],
])("at Sterker, %s: %s", (kind, words, values) => {
  expect(filled(kind, words, "sterker").values).toMatchObject(values);
});

test("a letter that was brought over by post: how and when", () => {
  const one = caseByPost();
  one.open("send-by-post", one.now, "letter-2");
  expect(read(one, "Vandaag op de post gedaan.")).toMatchObject({
    values: { sentHow: "post", sentOn: day },
    isSettled: true,
  });
  expect(read(one, "Nog niet gedaan, dat wordt morgen.").isSettled).toBe(false);
});

test.each([
  "Opgelost is het nog niet.",
  "Al opgelost?",
  "In behandeling nemen wil ik hem niet.",
  "De directeur zegt: opgelost.",
])("%s names no outcome, also where it would have fields to fill in", (words) => {
  expect(filled("assess", words).values["outcome"]).toBeUndefined();
});

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ["Dit is een klacht.", { outcome: "new-case" }],
  ["Hoort bij LW-2026-0012, zij schreef al eerder.", { outcome: "belongs", caseNumber: "LW-2026-0012" }],
  ["Niet voor ons: reclame.", { outcome: "not-for-us", notForUs: "advertising" }],
  ["Not a complaint.", { outcome: "not-for-us" }],
])("a mail that nobody knows what to do with: %s", (words, values) => {
  const { procedure, dossier } = new CaseShown("learnworks");
  expect(filledFromMail(catalogue["look-at-mail"], { words, day }, {}, { procedure, dossier }).values).toMatchObject(
    values,
  );
});

test("of two cases named in one mail, none is chosen", () => {
  const { procedure, dossier } = new CaseShown("learnworks");
  const words = "Hoort bij LW-2026-0012 of LW-2026-0013.";
  const { values } = filledFromMail(catalogue["look-at-mail"], { words, day }, {}, { procedure, dossier });
  expect(values).toEqual({ outcome: "belongs" });
});

describe("what the form proposes by itself", () => {
  test("stays where the mail says nothing", () => {
    const { values, proposed, fromMail } = filled("draw-lessons", "Wij bevestigen voortaan alles.");
    expect(proposed["cause"]).toBeDefined();
    expect(values["cause"]).toBe(proposed["cause"]);
    expect(fromMail).toEqual(["lesson"]);
  });

  test("stays where a few words would take the place of a whole letter", () => {
    const { values, proposed, fromMail } = filled("write-outcome", "Zie bijlage.");
    expect(values["letter"]).toBe(proposed["letter"]);
    expect(fromMail).toEqual([]);
  });

  test("makes room for a letter that was mailed", () => {
    const letter = "Wij vinden uw klacht terecht, en dit is waarom. ".repeat(60).trim();
    expect(filled("write-outcome", letter).values["letter"]).toBe(letter);
  });
});

describe("what may mean two things is left to the person", () => {
  test("two ways of getting in touch, two days", () => {
    const { values } = filled("first-response", "Gisteren gebeld, geen gehoor. Vandaag gemaild.");
    expect(values).not.toHaveProperty("contactChannel");
    expect(values).not.toHaveProperty("contactDate");
  });

  test("a day that is still to come is no day on which somebody was in touch", () => {
    expect(filled("first-response", "Ik bel haar morgen.").values).not.toHaveProperty("contactDate");
  });

  test("a no to the only way in which a task can end", () => {
    expect(filled("release-copy", "Kopie vrijgeven").isSettled).toBe(true);
    expect(filled("release-copy", "Nee, nog even wachten.").isSettled).toBe(false);
    expect(filled("release-copy", "Mag dat al?").isSettled).toBe(false);
  });

  test("a colleague's name in a mail names nobody whom the complaint is about", () => {
    const { fromMail } = filled("assess", "In behandeling nemen. Joost Vermeulen weet er meer van.");
    expect(fromMail).toEqual(["outcome"]);
  });
});

describe("a mail that only says yes", () => {
  test.each(["Ja, dat klopt.", "Klopt, dank u wel", "Yes, that's right.", "Bevestigd", ""])(
    "%j says nothing new",
    (words) => {
      expect(saysNothingNew(catalogue["first-response"], words)).toBe(true);
    },
  );

  test("does say something new where a yes is one of the answers", () => {
    expect(saysNothingNew(catalogue["first-response"], "Akkoord")).toBe(true);
    expect(saysNothingNew(catalogue["approve-outcome"], "Akkoord")).toBe(false);
    expect(saysNothingNew(catalogue["first-response"], "Ja, en ik heb ook gemaild.")).toBe(false);
  });
});

const colleagues = everyTask
  .map(({ house, kind, about }) => ({ kind, one: new CaseShown(house).upTo(kind, about) }))
  .filter(({ one }) => isStaff(one.task.assignee));

const fragment = fc.oneof(
  fc.constantFrom(
    ...taskKindIds.flatMap((kind) => catalogue[kind].outcomes.flatMap(({ label }) => [label.nl, label.en])),
    ...Object.values(optionPhrases).flatMap((one) => Object.values(one).flat()),
    ...[
      "gisteren",
      "morgen",
      "12 maart",
      "31-12-2026",
      "30 februari",
      "niet",
      "geen",
      "?",
      "\n",
      ". ",
      ", ",
      "__proto__",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);

test.each(colleagues)("whatever a mail says, the form of $kind has only what it can have", ({ one }) => {
  const { task, dossier, procedure } = one;
  const form = formOf(task);
  const offered = outcomesOf(form, procedure, dossier).map(({ id }) => id);
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 8 }), (parts) => {
      const { values, fromMail } = filledFromMail(form, { words: parts.join(" "), day }, {}, { dossier, procedure });
      expect(Object.keys(values).toSorted()).toEqual([...fromMail].toSorted());
      for (const [name, value] of Object.entries(values)) {
        if (name === "outcome") {
          expect(offered).toContain(value);
          continue;
        }
        const field = form.fields.find((one) => one.name === name);
        const control = field?.control;
        expect(["paragraph", "date", "choice"]).toContain(control?.type);
        if (field !== undefined && control?.type === "choice")
          expect(optionsOf(field, procedure, dossier).map(({ id }) => id)).toContain(value);
        if (control?.type === "date") expect(control.when === "past" ? value <= day : value >= day).toBe(true);
      }
    }),
    { numRuns: 60, seed: 5 },
  );
});

test("every phrase belongs to an outcome, an option or a field that exists", () => {
  for (const kind of taskKindIds) {
    const ids = catalogue[kind].outcomes.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(outcomePhrases[kind] ?? {})));
    const remark = remarkFields[kind];
    if (remark !== undefined) expect(catalogue[kind].fields.map(({ name }) => name)).toContain(remark);
  }
  const fields = taskKindIds.flatMap((kind) => catalogue[kind].fields);
  for (const [name, phrases] of Object.entries(optionPhrases)) {
    const options = fields.flatMap((field) =>
      field.name === name && field.control.type === "choice" && "options" in field.control ? field.control.options : [],
    );
    expect(options.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(phrases)));
  }
});
