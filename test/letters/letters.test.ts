import { describe, expect, test } from "vitest";
import { letterKinds } from "../../shared/domain/letter-kinds.ts";
import { isStaff } from "../../shared/domain/party.ts";
import { forTheFile } from "../../shared/letters/examples/words.ts";
import { exampleLetters } from "../../shared/letters/examples.ts";
import { printableLetter, renderLetter } from "../../shared/letters/render.ts";
import { procedures } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { everyLetter, houses, type LetterCase } from "./every-letter.ts";

const urlsIn = (text: string) => [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);
const made = ({ wanted, onPaper }: LetterCase) =>
  onPaper ? printableLetter({ ...wanted, letterId: wanted.letterId ?? "" }) : renderLetter(wanted);

describe.each(everyLetter)("$title", (example) => {
  const letter = made(example);

  test("is in the reader's language", () => {
    expect(letter.language).toBe(example.language);
    expect(letter.html).toContain(`<html lang="${example.language}">`);
    expect(letter.text).toContain(example.language === "nl" ? "Met vriendelijke groet," : "Kind regards,");
  });

  test("names the case at the start of the subject, in one line without words of the complaint", () => {
    expect(letter.subject).toMatch(/^\[(LW|ST)(-[MSRE])?-2026-0001\] \S.*$/);
    const { subject } = example.wanted.dossier;
    if (subject !== "") expect(letter.subject).not.toContain(subject);
    expect(letter.subject).not.toContain("Sanne");
  });

  test("has the same words in both parts, and none that a machine left there", () => {
    const html = readable(letter.html).replace(/\s/g, "");
    const lines = letter.text.split("\n").map((line) => line.replace(/^(?:- |> ?)/, ""));
    const words = lines
      .flatMap((line) => line.split(/: | · /))
      .map((part) => part.replace(/:$/, "").replace(/\s/g, ""));
    for (const part of words) expect(html).toContain(part);
    expect(letter.subject + letter.text + letter.html).not.toMatch(/undefined|\[object|NaN|Invalid/);
  });

  test("has the same links in both parts, and no other; on paper none", () => {
    const hrefs = startTags(letter.html).flatMap(({ attributes }) => attributes["href"] ?? []);
    expect(urlsIn(letter.text)).toEqual(hrefs);
    expect(Object.values(example.wanted.links)).toEqual(expect.arrayContaining(hrefs));
  });

  test("fetches nothing and runs nothing", () => {
    const tags = startTags(letter.html).map(({ tag }) => tag);
    expect(tags).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:img|script|link|iframe)$/)]));
    expect(letter.html).not.toMatch(/url\(/);
  });

  test("says what happens if the reader does nothing", () => {
    expect(letter.text).toContain(example.language === "nl" ? "Wat als u niets doet?" : "What if you do nothing?");
  });
});

describe("letters to people outside", () => {
  const outside = everyLetter.filter(({ to }) => !isStaff(to));

  test.each(outside)("$title: nothing that was written for the file only", (example) => {
    const { text, html } = made(example);
    expect(text + html).not.toContain(forTheFile);
  });

  test.each(outside)("$title: no colleague by name but the owner, and nobody before a colleague read it", (example) => {
    const { text } = made(example);
    const { procedure, dossier } = example.wanted;
    const owner = procedure.roles.find(({ id }) => dossier.owner === `role:${id}`)?.holder;
    const mayBeNamed = ["receipt", "referral", "you-said-we-did"].includes(example.kind) ? undefined : owner;
    for (const { id, name } of procedure.people) if (id !== mayBeNamed) expect(text).not.toContain(name);
  });

  test.each(
    outside.filter(({ kind }) => !["receipt", "referral", "closing", "withdrawn", "you-said-we-did"].includes(kind)),
  )("$title: whom to talk to, by name, title and phone", (example) => {
    const { text } = made(example);
    expect(text).toContain(example.wanted.procedure.house.phone);
    expect(text).toMatch(/(Farah Amrani \(project ?manager\)|Yasmina el Khatib \(manager )/);
  });
});

test.each(
  everyLetter.filter(
    ({ kind, onPaper }) => !onPaper && !["taken-over", "handed-over", "outcome-client"].includes(kind),
  ),
)("$title leads to the task, or to the reader's own page", (example) => {
  expect(urlsIn(made(example).text)).toEqual(Object.values(example.wanted.links));
});

test("every kind of letter is there", () => {
  const kinds = new Set(everyLetter.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual([...letterKinds].toSorted());
});

test.each(Object.values(procedures))("$id shows the letters that it can send, and no other", (procedure) => {
  const kinds = new Set(exampleLetters(procedure, "nl").map(({ kind }) => kind));
  expect(kinds.has("talk-invitation")).toBe(procedure.branches.talkFirst);
  expect(kinds.has("copy-inside")).toBe(procedure.copies.length > 0);
  const missing = letterKinds.filter((kind) => !kinds.has(kind));
  const unused =
    procedure.id === "sterker" ? ["copy-inside", "outcome-inside"] : ["talk-invitation", "talk-invitation-respondent"];
  expect(missing.toSorted()).toEqual(unused.toSorted());
});

test("a house that writes one language only shows its letters in that one", () => {
  const { learnworks } = procedures;
  const house = { ...learnworks.house, language: "en" as const, languages: ["en" as const] };
  const shown = exampleLetters({ ...learnworks, house }, "nl");
  expect(new Set(shown.map(({ rendered }) => rendered.language))).toEqual(new Set(["en"]));
});

test.each(
  everyLetter.filter(
    ({ language, wanted }) => language === "nl" && wanted.procedure.branches === houses.everything.branches,
  ),
)("after erasing, $title can still be made and names nobody", (example) => {
  const { complainant: _name, ...kept } = example.wanted.dossier;
  const nobody = { name: "", email: undefined, person: undefined };
  const dossier = {
    ...kept,
    complainant: undefined,
    subject: "",
    text: "",
    respondents: kept.respondents.map((one) => ({ ...one, ...nobody })),
    client: kept.client === undefined ? undefined : { ...kept.client, ...nobody },
    independent: kept.independent === undefined ? undefined : { ...kept.independent, ...nobody },
    tasks: kept.tasks.map((task) =>
      task.status === "answered" ? { ...task, answer: { ...task.answer, private: {} } } : task,
    ),
    messages: kept.messages.map((message) => ({ ...message, address: "", text: "", subject: "", attachments: [] })),
    delays: kept.delays.map((delay) => ({ ...delay, reason: "" })),
  };
  const { text, html } = made({ ...example, wanted: { ...example.wanted, dossier } });
  expect(text + html).not.toMatch(/Sanne|Smeets|Kuipers|Lindenhof|Mulder|undefined|excuses|uitlachte/);
});
