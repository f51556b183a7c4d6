import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { languages } from "../../shared/domain/text.ts";
import { type TaskPage, taskPage } from "../../shared/pages/task-page.tsx";
import { CaseToRead, pathOf, wordsOfStaff } from "../support/case-to-read.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";

const every = Object.values(procedures).flatMap((procedure) =>
  pathOf(procedure).flatMap((kind) =>
    languages.map((language) => ({ procedure, kind, language, house: procedure.id })),
  ),
);

function setup(one: CaseToRead, more: Partial<TaskPage> = {}) {
  const { procedure, dossier, task, now } = one;
  const html = taskPage({ dossier, task, procedure, language: "nl", now, action: "/t/secret", ...more });
  const tags = startTags(html);
  return { html, tags, text: readable(html), ids: tags.flatMap(({ attributes }) => attributes["id"] ?? []) };
}

describe.each(every)("the page of $kind at $house in $language", ({ procedure, kind, language }) => {
  const { html, tags, text, ids } = setup(new CaseToRead(procedure).upTo(kind), { language });
  const { fields, outcomes, title, purpose } = catalogue[kind];
  const inputs = tags.filter(({ tag }) => tag === "input" || tag === "textarea");

  test("says what is asked, in that language", () => {
    expect(html.startsWith(`<!doctype html><html lang="${language}"`)).toBe(true);
    expect(text).toContain(title[language]);
    expect(text).toContain(purpose[language]);
  });

  test("asks every field of every outcome exactly once, and nothing else", () => {
    const asked = new Set(inputs.map(({ attributes }) => attributes["name"]));
    const choosing = outcomes.length > 1 ? ["outcome"] : [];
    expect([...asked].toSorted()).toEqual([...choosing, ...fields.map(({ name }) => name)].toSorted());
    for (const { name, control } of fields) {
      const own = inputs.filter(({ attributes }) => attributes["name"] === name);
      if (control.type === "choice") {
        const values = own.map(({ attributes }) => attributes["value"]);
        expect(new Set(values).size).toBe(values.length);
      } else expect(own).toHaveLength(1);
    }
  });

  test("gives every input a label of its own, and every reference a place", () => {
    const labels = tags.filter(({ tag }) => tag === "label").map(({ attributes }) => attributes["for"]);
    expect(labels).toEqual(inputs.map(({ attributes }) => attributes["id"]));
    expect(new Set(ids).size).toBe(ids.length);
    const references = tags.flatMap(({ attributes }) =>
      [attributes["aria-describedby"], attributes["aria-labelledby"]].flatMap((one) => one?.split(" ") ?? []),
    );
    for (const reference of references) expect(ids).toContain(reference);
  });

  test("posts to where it was told to, as a form", () => {
    expect(tags.filter(({ tag }) => tag === "form").map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({ method: "post", action: "/t/secret" }),
    ]);
    expect(tags.filter(({ tag }) => tag === "button")).toHaveLength(1);
  });

  test("runs no script and fetches only the style sheet", () => {
    expect(tags.map(({ tag }) => tag)).not.toContain("script");
    expect(tags.flatMap(({ attributes }) => attributes["src"] ?? [])).toEqual([]);
    expect(tags.filter(({ tag }) => tag === "link").map(({ attributes }) => attributes["href"])).toEqual([
      "/assets/style.css",
    ]);
    expect(
      tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^(?:on|style$)/.test(name)),
    ).toEqual([]);
  });

  test("can be read in the other language at the same address, and is not for search engines", () => {
    const hrefs = tags.flatMap(({ attributes }) => attributes["href"] ?? []);
    expect(hrefs).toEqual(expect.arrayContaining(["?lang=nl", "?lang=en", "#main"]));
    expect(html).toContain('<meta name="robots" content="noindex, nofollow"');
  });

  test("says what happens if nobody answers", () => {
    const [question, end] =
      language === "nl" ? ["Wat als ik niets doe?", "Uw link stopt."] : ["What if I do nothing?", "Your link ends."];
    expect(text).toContain(question);
    expect(text).toContain(end);
  });
});

describe("what happens if nobody answers", () => {
  test("says who is told and when, from the alarms of the task", () => {
    const { text } = setup(new CaseToRead(procedures.learnworks).upTo("assess"));
    expect(text).toContain("dinsdag 6 januari 2026 om 14.00 uur U krijgt een herinnering.");
    expect(text).toContain(
      "donderdag 15 januari 2026 om 09.00 uur Wij vragen het u opnieuw. Wij laten dat ook weten aan Farah Amrani (projectmanager) en Wim de Graaf (directeur).",
    );
    expect(text).toContain(
      "maandag 19 januari 2026 om 09.00 uur Uw link stopt. De taak gaat naar Farah Amrani (projectmanager).",
    );
  });

  test("leaves out what has rung", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess").at("2026-01-06T14:00:00.000Z");
    const { text } = setup(one.do({ type: "RingAlarms", taskId: "assess-1" }));
    expect(text).not.toContain("U krijgt een herinnering.");
    expect(text).toContain("U krijgt een laatste herinnering.");
  });
});

describe("the date", () => {
  test("says why it is that date", () => {
    const { text, html } = setup(new CaseToRead(procedures.sterker).upTo("assess"));
    expect(text).toContain(
      "woensdag 7 januari 2026 om 17.00 uur Voor deze taak staan 2 werkdagen. Sterker Leerhuis koos deze termijn zelf (A12).",
    );
    expect(html).toContain('datetime="2026-01-07T16:00:00.000Z"');
  });

  test.each([
    { title: "is called late after it", now: "2026-01-07T16:00:00.000Z", late: true },
    { title: "is not called late before it", now: "2026-01-07T15:59:59.000Z", late: false },
  ])("$title", ({ now, late }) => {
    const { text } = setup(new CaseToRead(procedures.learnworks).upTo("assess"), { now });
    expect(text.includes("Te laat")).toBe(late);
  });
});

describe("an answer that could not be taken", () => {
  const posted = {
    outcome: "solved",
    category: "invoice",
    about: "<b>Bram & Co</b>",
    severity: "",
    solution: "Regel 1\nRegel 2",
  };
  const one = new CaseToRead(procedures.learnworks).upTo("assess");
  const parsed = parseAnswer(catalogue.assess, posted, procedures.learnworks, mondayMorning);
  const problems = parsed.ok ? [] : parsed.problems;
  const { html, tags, text, ids } = setup(one, { values: posted, problems });

  test("keeps every value", () => {
    const checked = tags
      .filter(({ attributes }) => "checked" in attributes)
      .map(({ attributes }) => attributes["value"]);
    expect(checked).toEqual(["solved", "invoice"]);
    const about = tags.find(({ attributes }) => attributes["name"] === "about");
    expect(about?.attributes["value"]).toBe("<b>Bram & Co</b>");
    expect(html).toMatch(/<textarea[^>]*id="field-solution"[^>]*>Regel 1\nRegel 2<\/textarea>/);
  });

  test("links each problem to an input that is there, and says it beside the field too", () => {
    const links = tags.flatMap(({ attributes }) =>
      attributes["href"]?.startsWith("#field-") ? [attributes["href"].slice(1)] : [],
    );
    expect(links).toEqual(["field-severity-ordinary"]);
    for (const link of links) expect(ids).toContain(link);
    expect(ids).toContain("problem-severity");
    expect(text.split("Kies een van de mogelijkheden.")).toHaveLength(3);
  });

  test("says so in the title and takes the focus there", () => {
    expect(html).toContain("<title>Fout: Beoordeel de klacht");
    expect(tags.filter(({ attributes }) => "autofocus" in attributes)).toHaveLength(1);
  });

  test("marks a text field as wrong for screen readers", () => {
    const empty = setup(one, {
      values: { outcome: "solved" },
      problems: [{ field: "about", message: { nl: "Vul dit in.", en: "Fill this in." } }],
    });
    const about = empty.tags.find(({ attributes }) => attributes["name"] === "about");
    expect(about?.attributes["aria-invalid"]).toBe("true");
    expect(about?.attributes["aria-describedby"]?.split(" ")).toContain("problem-about");
  });

  test("links a missing choice to the first way to go on", () => {
    const none = setup(one, { values: {}, problems: [{ field: "outcome", message: { nl: "Kies.", en: "Choose." } }] });
    expect(none.html).toContain('href="#field-outcome-handle"');
    expect(none.ids).toContain("field-outcome-handle");
  });
});

describe("a first version of the answer", () => {
  test("comes from the case", () => {
    const { tags } = setup(new CaseToRead(procedures.learnworks).upTo("establish-facts"));
    expect(
      tags.filter(({ attributes }) => "checked" in attributes).map(({ attributes }) => attributes["value"]),
    ).toEqual(["trainer"]);
  });

  test("does not come back over what somebody cleared", () => {
    const { html } = setup(new CaseToRead(procedures.learnworks).upTo("write-outcome"), { values: { letter: "" } });
    expect(html).toMatch(/<textarea[^>]*name="letter"[^>]*><\/textarea>/);
  });
});

test("a choice that may be skipped can be taken back", () => {
  const one = new CaseToRead(procedures.learnworks).upTo("draw-lessons");
  const owners = (values: TaskPage["values"]) =>
    setup(one, values === undefined ? {} : { values })
      .tags.filter(({ attributes }) => attributes["name"] === "measureOwner")
      .map(({ attributes }) => ({ value: attributes["value"], checked: "checked" in attributes }));
  expect(owners(undefined).at(-1)).toEqual({ value: "", checked: true });
  expect(owners({ measureOwner: "director" }).filter(({ checked }) => checked)).toEqual([
    { value: "director", checked: true },
  ]);
  const answer = { cause: "agreements", lesson: "Bevestig afspraken.", measureOwner: "" };
  expect(parseAnswer(catalogue["draw-lessons"], answer, procedures.learnworks, mondayMorning).ok).toBe(true);
});

describe("the case", () => {
  const files = [{ name: "foto <1>.png", contentType: "image/png", bytes: 2_340_000, key: "attachments/m1/0" }];

  test("is there in full: complaint, files, messages, what was established, terms", () => {
    const one = new CaseToRead(procedures.learnworks, { words: { attachments: files } }).upTo("solve");
    const { text, html } = setup(one.write("unknown", "Ik was er ook bij."), {
      hrefOfFile: ({ key }) => `/t/secret/${key}`,
    });
    expect(text).toContain(
      "Sanne de Wit sanne.dewit@zorggroep.example maandag 5 januari 2026 om 10.00 uur, per e-mail",
    );
    expect(text).toContain("De trainer kwam te laat en maakte grappen over deelnemers.");
    expect(text).toContain("foto <1>.png 2,3 MB");
    expect(html).toContain('href="/t/secret/attachments/m1/0"');
    expect(text).toContain("Bericht van een onbekend adres");
    expect(text).toContain("Ik was er ook bij.");
    expect(text).toContain("Is de klacht terecht? Ja");
    expect(html).toContain(wordsOfStaff.whatHappened);
    expect(text).toContain(
      "Uitkomst donderdag 5 februari 2026 om 10.00 uur Dat is 1 maand nadat de klacht binnenkwam. Zo staat het in de klachtenregeling (B21).",
    );
  });

  test("says that a letter to the complainant did not arrive", () => {
    const one = new CaseToRead(procedures.learnworks).do({ type: "SendLetter", letter: "receipt" });
    const { text } = setup(one.do({ type: "RecordLetterRefused", letterId: "letter-1" }).open("assess"));
    expect(text).toContain("niet aangekomen: bel of schrijf de klager");
  });

  test("can be shown after its personal data were erased", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("establish-facts");
    const { text } = setup(one, { dossier: one.erased });
    expect(text).toContain("Gegevens gewist");
    expect(text).not.toMatch(/Sanne|GEHEIM|undefined/);
  });

  test.each([
    { title: "a script", words: "<script>alert(1)</script>" },
    { title: "a broken attribute", words: '"><img src=x onerror=alert(1)>' },
    { title: "a closing tag", words: "</textarea></div><form action=https://kwaad.example>" },
    { title: "single quotes", words: "' onmouseover='alert(1)" },
  ])("keeps $title as text, wherever people write", ({ words }) => {
    const one = new CaseToRead(procedures.learnworks, {
      words: {
        complainant: { name: words, email: "iemand@zorggroep.example" },
        subject: words,
        text: words,
        attachments: [{ name: words, contentType: words, bytes: 1, key: "attachments/m1/0" }],
      },
    }).upTo("assess");
    const { tags, text } = setup(one.write("complainant", words), { values: { about: words, solution: words } });
    const plain = setup(new CaseToRead(procedures.learnworks).upTo("assess").write("complainant", "x"));
    const kinds = (all: typeof tags) =>
      [...new Set(all.map(({ tag }) => tag))].filter((tag) => tag !== "a" && tag !== "ul" && tag !== "li");
    expect(kinds(tags).toSorted()).toEqual(kinds(plain.tags).toSorted());
    expect(tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("on"))).toEqual(
      [],
    );
    expect(text.split(words.replace(/ ([.,:])/g, "$1")).length - 1).toBeGreaterThanOrEqual(5);
  });

  test("keeps words that change direction inside their own box", () => {
    const { html } = setup(
      new CaseToRead(procedures.learnworks, { words: { subject: "a\u202eb", text: "c\u202ed" } }).upTo("assess"),
    );
    expect(html).toContain("<bdi>a\u202eb</bdi>");
    expect(html).toMatch(/<div class="words[^"]*" dir="auto">c\u202ed<\/div>/);
  });
});
