import { describe, expect, test } from "vitest";
import { mayReadFile } from "../../shared/domain/seats.ts";
import { fieldsOf, optionsOf, outcomesOf, parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue, formOf } from "../../shared/domain/tasks/catalogue.ts";
import { languages } from "../../shared/domain/text.ts";
import type { TaskPage } from "../../shared/pages/task-page.tsx";
import { readable, startTags } from "../support/markup.ts";
import { CaseShown, everyTask, links, words } from "./case-shown.ts";
import { taskOf } from "./every-page.ts";

const every = everyTask.flatMap((one) => languages.map((language) => ({ ...one, language })));

function setup(one: CaseShown, more: Partial<TaskPage> = {}) {
  const html = taskOf(one, more.language ?? "nl", more);
  const tags = startTags(html);
  return { html, tags, text: readable(html), ids: tags.flatMap(({ attributes }) => attributes["id"] ?? []) };
}

describe.each(every)("the page of $kind at $house for $about in $language", ({ house, kind, about, language }) => {
  const one = new CaseShown(house).upTo(kind, about);
  const { dossier, procedure, task } = one;
  const { html, tags, text, ids } = setup(one, { language });
  const form = formOf({ kind, about });
  const { title, purpose, forParty } = form;
  const outcomes = outcomesOf(form, procedure, dossier);
  const fields = [...new Set(outcomes.flatMap(({ id }) => fieldsOf(form, id, procedure, dossier)))];
  const inputs = tags.filter(({ tag }) => tag === "input" || tag === "textarea");

  test("says what is asked, in that language", () => {
    expect(html.startsWith(`<!doctype html><html lang="${language}"`)).toBe(true);
    expect(text).toContain(title[language]);
    expect(text).toContain(purpose[language]);
  });

  test("asks every field of every outcome that this case has exactly once, and nothing else", () => {
    const asked = new Set(inputs.map(({ attributes }) => attributes["name"]));
    const choosing = outcomes.length > 1 ? ["outcome"] : [];
    expect([...asked].toSorted()).toEqual([...choosing, ...fields.map(({ name }) => name)].toSorted());
    for (const field of fields) {
      const own = inputs.filter(({ attributes }) => attributes["name"] === field.name);
      const { type } = field.control;
      if (type !== "choice" && type !== "several") expect(own).toHaveLength(1);
      else {
        const none = type === "choice" && field.optional === true ? [""] : [];
        const offered = [...optionsOf(field, procedure, dossier).map(({ id }) => id), ...none];
        expect(own.map(({ attributes }) => attributes["value"])).toEqual(offered);
        expect(new Set(own.map(({ attributes }) => attributes["type"]))).toEqual(
          new Set([type === "several" ? "checkbox" : "radio"]),
        );
      }
    }
  });

  test("offers the outcomes of this case, on the button where there is only one", () => {
    const chosen = inputs.filter(({ attributes }) => attributes["name"] === "outcome");
    const button = tags.filter(({ tag }) => tag === "button");
    expect(button).toHaveLength(1);
    const offered = [...chosen, ...button].flatMap(({ attributes }) => attributes["value"] ?? []);
    expect(offered).toEqual(outcomes.map(({ id }) => id));
  });

  test("gives every input a label of its own, and every reference a place", () => {
    const labels = tags.filter(({ tag }) => tag === "label").map(({ attributes }) => attributes["for"]);
    expect(labels).toEqual(inputs.map(({ attributes }) => attributes["id"]));
    expect(new Set(ids).size).toBe(ids.length);
    const references = tags.flatMap(({ attributes }) =>
      [attributes["aria-describedby"], attributes["aria-labelledby"]].flatMap((ref) => ref?.split(" ") ?? []),
    );
    for (const reference of references) expect(ids).toContain(reference);
  });

  test("posts to where it was told to, as a form, and everything else is a link", () => {
    expect(tags.filter(({ tag }) => tag === "form").map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({ method: "post", action: links.here }),
    ]);
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
    expect(text).toContain(language === "nl" ? "Wat als ik niets doe?" : "What if I do nothing?");
    const reader = mayReadFile(task.assignee, dossier, procedure);
    const staff = language === "nl" ? "link stopt" : "link ends";
    expect(text).toContain(reader && task.assignee !== "independent" ? staff : forParty?.silence[language]);
  });
});

describe("what happens if nobody answers", () => {
  test("says who is told and when, from the alarms of the task", () => {
    const { text } = setup(new CaseShown("learnworks").upTo("consult"));
    expect(text).toContain("U krijgt een laatste herinnering.");
    expect(text).toContain("U bent te laat. Wij laten dat ook weten aan Farah Amrani (vervanger van de directeur).");
  });

  test("leaves out what has rung", () => {
    const one = new CaseShown("learnworks").upTo("consult");
    one.events({ type: "RingAlarms", taskId: one.task.taskId }, "2026-01-06T14:00:00.000Z");
    expect(setup(one).text).not.toContain("U krijgt een laatste herinnering.");
  });
});

describe("the date", () => {
  test("says why it is that date", () => {
    const { text, html } = setup(new CaseShown("sterker").upTo("assess"));
    expect(text).toContain(
      "woensdag 7 januari 2026 om 17.00 uur Voor deze taak staan 2 werkdagen. Sterker Leerhuis koos deze termijn zelf (A12).",
    );
    expect(html).toContain('datetime="2026-01-07T16:00:00.000Z"');
  });

  test("says it to a party without our codes", () => {
    const { text } = setup(new CaseShown("sterker").upTo("statement", "respondent:1"));
    expect(text).toContain("U krijgt hier 1 week voor. Dat hebben wij zelf zo gekozen.");
    expect(text).not.toMatch(/\([AB]\d+\)/);
  });

  test.each([
    { title: "is called late after it", now: "2026-01-07T16:00:00.000Z", late: true },
    { title: "is not called late before it", now: "2026-01-07T15:59:59.000Z", late: false },
  ])("$title", ({ now, late }) => {
    expect(setup(new CaseShown("sterker").upTo("assess"), { now }).text.includes("Te laat")).toBe(late);
  });
});

describe("an answer that could not be taken", () => {
  const posted = {
    outcome: "handle",
    category: "invoice",
    respondentStaff: "joost,wim",
    respondentOthers: "<b>Bram & Co</b>",
    severity: "",
    claim: "no",
    talked: "no",
    tried: "Regel 1\nRegel 2",
    hold: "",
  };
  const one = new CaseShown("learnworks").upTo("assess");
  const { procedure, dossier, now } = one;
  const parsed = parseAnswer(catalogue.assess, posted, { procedure, dossier, now });
  const problems = parsed.ok ? [] : parsed.problems;
  const { html, tags, text, ids } = setup(one, { values: posted, problems });

  test("keeps every value, of checkboxes too", () => {
    const checked = tags
      .filter(({ attributes }) => "checked" in attributes)
      .map(({ attributes }) => attributes["value"]);
    expect(checked).toEqual(["handle", "invoice", "no", "joost", "wim", "no", ""]);
    expect(html).toMatch(/<textarea[^>]*id="field-respondentOthers"[^>]*>&lt;b>Bram &amp; Co&lt;\/b><\/textarea>/);
    expect(html).toMatch(/<textarea[^>]*id="field-tried"[^>]*>Regel 1\nRegel 2<\/textarea>/);
  });

  test("links each problem to an input that is there, and says it beside the field too", () => {
    const hrefs = tags.flatMap(({ attributes }) =>
      attributes["href"]?.startsWith("#field-") ? [attributes["href"].slice(1)] : [],
    );
    expect(hrefs).toContain("field-severity-ordinary");
    for (const href of hrefs) expect(ids).toContain(href);
    expect(ids).toContain("problem-severity");
    expect(text.split("Kies een van de mogelijkheden.")).toHaveLength(3);
  });

  test("says so in the title and takes the focus there", () => {
    expect(html).toContain("<title>Fout: Beoordeel de klacht");
    expect(tags.filter(({ attributes }) => "autofocus" in attributes)).toHaveLength(1);
  });

  test("marks a text field as wrong for screen readers", () => {
    const empty = setup(one, {
      values: { outcome: "not-a-complaint" },
      problems: [{ field: "rightDoor", message: { nl: "Vul dit in.", en: "Fill this in." } }],
    });
    const door = empty.tags.find(({ attributes }) => attributes["name"] === "rightDoor");
    expect(door?.attributes["aria-invalid"]).toBe("true");
    expect(door?.attributes["aria-describedby"]?.split(" ")).toContain("problem-rightDoor");
  });

  test("links a missing choice to the first way to go on", () => {
    const none = setup(one, { values: {}, problems: [{ field: "outcome", message: { nl: "Kies.", en: "Choose." } }] });
    expect(none.html).toContain('href="#field-outcome-handle"');
    expect(none.ids).toContain("field-outcome-handle");
  });
});

describe("a first version of the answer", () => {
  test("comes from the case", () => {
    const one = new CaseShown("learnworks").upTo("decide-urgently");
    one.open("assess", one.now);
    const checked = setup(one)
      .tags.filter(({ attributes }) => "checked" in attributes)
      .map(({ attributes }) => attributes["value"]);
    expect(checked).toEqual(expect.arrayContaining(["trainer", "serious", "joost"]));
  });

  test("does not come back over what somebody cleared", () => {
    const { html } = setup(new CaseShown("learnworks").upTo("write-outcome"), { values: { letter: "" } });
    expect(html).toMatch(/<textarea[^>]*name="letter"[^>]*><\/textarea>/);
  });
});

test("a choice that may be skipped can be taken back", () => {
  const one = new CaseShown("learnworks").upTo("draw-lessons");
  const owners = (values?: TaskPage["values"]) =>
    setup(one, values === undefined ? {} : { values })
      .tags.filter(({ attributes }) => attributes["name"] === "measureOwner1")
      .map(({ attributes }) => ({ value: attributes["value"], checked: "checked" in attributes }));
  expect(owners().at(-1)).toEqual({ value: "", checked: true });
  expect(owners({ measureOwner1: "wim" }).filter(({ checked }) => checked)).toEqual([{ value: "wim", checked: true }]);
});

test("whoever wrote the outcome is not asked to approve it (B27)", () => {
  const one = new CaseShown("learnworks").upTo("approve-outcome");
  expect(setup(one).html).toContain("<form");
  const { html, text } = setup(one, { by: "role:office-manager" });
  expect(html).not.toContain("<form");
  expect(text).toContain("U schreef de uitkomst zelf.");
});

describe("what people wrote", () => {
  test.each([
    { title: "a script", evil: "<script>alert(1)</script>" },
    { title: "a broken attribute", evil: '"><img src=x onerror=alert(1)>' },
    { title: "a closing tag", evil: "</textarea></div><form action=https://kwaad.example>" },
    { title: "single quotes", evil: "' onmouseover='alert(1)" },
  ])("stays text wherever it stands: $title", ({ evil }) => {
    const personal = {
      complainant: { name: evil, email: "iemand@zorggroep.example", phone: evil, address: evil },
      subject: evil,
      text: evil,
      attachments: [{ name: evil, contentType: evil, bytes: 1, key: "attachments/m1/0" }],
    };
    const one = new CaseShown("learnworks", {}, personal).upTo("assess").write("complainant", evil);
    const plain = new CaseShown("learnworks", {}, { ...personal, subject: "x" }).upTo("assess");
    const { tags, text } = setup(one, { values: { respondentOthers: evil, tried: evil } });
    const kinds = (all: typeof tags) => [...new Set(all.map(({ tag }) => tag))].toSorted();
    expect(kinds(tags)).toEqual(kinds(setup(plain.write("complainant", "x")).tags));
    expect(tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("on"))).toEqual(
      [],
    );
    expect(text.split(evil.replace(/ ([.,:])/g, "$1")).length - 1).toBeGreaterThanOrEqual(7);
  });

  test("keeps words that change direction inside their own box", () => {
    const { html } = setup(new CaseShown("learnworks", {}, { subject: "a\u202eb", text: "c\u202ed" }).upTo("assess"));
    expect(html).toContain("<bdi>a\u202eb</bdi>");
    expect(html).toMatch(/<div class="words[^"]*" dir="auto">c\u202ed<\/div>/);
  });

  test("is of all sides in the file that a colleague reads", () => {
    const { text } = setup(new CaseShown("learnworks").upTo("solve"));
    for (const writer of Object.values(words)) expect(text).toContain(writer);
  });
});
