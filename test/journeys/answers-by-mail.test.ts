import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseFromOutside } from "../support/case-from-outside.ts";
import { type Message, RunningEdition } from "../support/running-edition.ts";

/** Colleagues who never open a task letter but reply to it, in their own mail programs, over SMTP; they confirm over HTTP. */
const officeManager = "ingrid.bakker@learnworks.example";
const projectManager = "farah.amrani@learnworks.example";
const complainant = "sanne.dewit@zorggroep.example";

let wederhoor: RunningEdition;
let one: CaseFromOutside;

beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
  one = await CaseFromOutside.from(wederhoor, {
    from: `Sanne de Wit <${complainant}>`,
    to: "klachten@learnworks.example",
    subject: "Klacht",
    text: "De zaal was koud en de trainer kwam te laat.",
  });
});
afterAll(() => wederhoor.remove());

/** Replies as a mail program does: to where the letter asks for, with its id. */
async function reply(to: Message, from: string, text: string, headers: Record<string, string> = {}): Promise<void> {
  const source = await wederhoor.source(to.id);
  const header = (name: string) => new RegExp(`^${name}: *(.*?)\\r?$`, "mi").exec(source)?.[1] ?? "";
  await wederhoor.mail({
    from,
    to: header("Reply-To"),
    subject: `Re: ${to.subject}`,
    text,
    inReplyTo: header("Message-ID"),
    references: header("Message-ID"),
    headers,
  });
}

const quoted = ({ text }: Message) => text.replaceAll(/^/gm, "> ");

/** The page behind the letter that asks to confirm, and the form of its button. */
async function confirming(to: string, about: RegExp) {
  const letter = await one.letter(to, about);
  const { url, html } = await wederhoor.open(letter);
  const form = /<form class="mailed__confirm"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  return { url, html, form, fields: Object.fromEntries(fields) };
}

test("out of the office in reply to a task letter: noted, and nothing else", async () => {
  const letter = await one.letter(officeManager, /Beoordeel/);
  const before = await one.events();
  await reply(letter, `Ingrid Bakker <${officeManager}>`, "Ik ben er maandag weer.", {
    "Auto-Submitted": "auto-replied",
  });
  await wederhoor.eventually("the note", async () =>
    (await wederhoor.intake()).find(({ disposition }) => disposition === "automatic"),
  );
  expect(await one.events()).toEqual(before);
});

test("Outlook, in Dutch: the choice is in the form, the rest is filled in there", async () => {
  const letter = await one.letter(officeManager, /Beoordeel/);
  expect(letter.text).toContain("Mailt u liever? Stuur een antwoord op deze mail.");
  await reply(
    letter,
    `Ingrid Bakker <${officeManager}>`,
    `Hoi,\n\nIn behandeling nemen. Niet ernstig.\n\nMet vriendelijke groet,\n\nIngrid Bakker\nOfficemanager\n\n________________________________\nVan: Klachten Learnworks <klachten@learnworks.example>\nVerzonden: maandag 5 januari 2026 10:00\nAan: Ingrid Bakker <${officeManager}>\nOnderwerp: ${letter.subject}\n\n${letter.text}`,
  );
  const { url, html, form } = await confirming(officeManager, /Bevestig uw antwoord/);
  expect(form).toBe("");
  for (const [name, value] of [
    ["outcome", "handle"],
    ["severity", "ordinary"],
  ])
    expect(html).toMatch(
      new RegExp(`<input[^>]*(name="${name}" value="${value}" checked|checked[^>]*name="${name}" value="${value}")`),
    );
  expect(await one.eventsOf("TaskAnswered")).toEqual([]);
  const posted = {
    outcome: "handle",
    category: "trainer",
    severity: "ordinary",
    claim: "no",
    talked: "no",
    hold: "no",
  };
  expect((await wederhoor.post(url, posted)).html).toContain("Dank u wel");
  await one.letter(projectManager, /Neem contact op met de klager/);
});

test("Gmail, in Dutch: everything is there, and one button sends the path on", async () => {
  const letter = await one.letter(projectManager, /Neem contact op met de klager/);
  await reply(
    letter,
    `Farah Amrani <${projectManager}>`,
    `Zojuist gebeld met mevrouw De Wit. Zij wil vooral excuses.\n\nOp ma 5 jan 2026 om 10:00 schreef Klachten Learnworks <\nklachten@learnworks.example>:\n\n${quoted(letter)}`,
  );
  const { url, html, fields } = await confirming(projectManager, /Bevestig uw antwoord: Neem contact op/);
  const today = (await wederhoor.clock()).now.slice(0, 10);
  expect(html).toContain("U bevestigt:");
  expect(fields).toEqual({
    outcome: "done",
    contactChannel: "phone",
    contactDate: expect.any(String),
    contactSummary: "Zojuist gebeld met mevrouw De Wit. Zij wil vooral excuses.",
  });
  expect(Math.abs(Date.parse(fields["contactDate"] ?? "") - Date.parse(today))).toBeLessThanOrEqual(86_400_000);
  expect(await one.eventsOf("TaskAnswered")).toHaveLength(1);
  expect((await wederhoor.post(url, fields)).html).toContain("Dank u wel");
  expect((await one.eventsOf("TaskAnswered")).at(-1)?.facts).toMatchObject({ kind: "first-response", outcome: "done" });
  await wederhoor.eventually("the side task done", async () =>
    (await wederhoor.executions()).find(
      ({ caseId, machine, status }) => caseId === one.id && machine.startsWith("side-task") && status === "SUCCEEDED",
    ),
  );
});

test("Apple Mail, after it was done: who did it and when, and the words are in the case", async () => {
  const letter = await one.letter(projectManager, /\] Neem contact op met de klager/);
  await reply(
    letter,
    `Farah Amrani <${projectManager}>`,
    `Zij belde nog terug.\n\nVerstuurd vanaf mijn iPhone\n\n> Op 5 jan 2026 om 10:00 heeft Klachten <klachten@learnworks.example> het volgende geschreven:\n> \n${quoted(letter)}`,
  );
  const told = await one.letter(projectManager, /Al klaar: Neem contact op/);
  expect(told.text).toContain("Gedaan door: Farah Amrani");
  const filed = await one.eventsOf("MessageFiled");
  expect(filed.at(-1)?.facts).toMatchObject({ from: "staff", taskId: expect.stringMatching(/^first-response-/) });
  const { html } = await wederhoor.open(told);
  expect(html).not.toContain("<form");
});
