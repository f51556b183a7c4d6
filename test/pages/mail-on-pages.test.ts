import { describe, expect, test } from "vitest";
import type { AttachedFile } from "../../shared/domain/events.ts";
import { fileKinds } from "../../shared/domain/file-kind.ts";
import { readable, startTags } from "../support/markup.ts";
import { CaseShown } from "./case-shown.ts";
import { taskOf } from "./every-page.ts";

const quoted = `Van: Planning <planning@learnworks.example>
Verzonden: maandag 5 januari 2026 10:00
Aan: Sanne de Wit
Onderwerp: Training

De training begint om negen uur.`;
const signed = "Met vriendelijke groet,\nSanne de Wit";
const mailed = `De trainer kwam te laat.\n\n${signed}\n\nVerzonden vanaf mijn iPhone\n\n${quoted}`;

const shown = (personal: ConstructorParameters<typeof CaseShown>[2], facts = {}) =>
  taskOf(new CaseShown("learnworks", { mailId: "m1", ...facts }, personal).upTo("assess"), "nl");

/** What stands open, and under which words the rest is folded away. */
function foldsOf(html: string) {
  const paper = html.slice(html.indexOf('<article class="paper">'), html.indexOf("</article>"));
  const folds = [...paper.matchAll(/<details[^>]*>(.*?)<\/details>/gsu)].map(([, inside = ""]) =>
    readable(`<body>${inside}`),
  );
  return { open: readable(`<body>${paper.replace(/<details[^>]*>.*?<\/details>/gsu, "")}`), folds };
}

describe("what somebody mailed", () => {
  test("stands in front; what they answered and their small print are folded behind it, and nothing is lost", () => {
    const { open, folds } = foldsOf(shown({ text: mailed, subject: "RE: Training" }));

    expect(open).toContain("De trainer kwam te laat. Met vriendelijke groet, Sanne de Wit");
    expect(open).not.toMatch(/iPhone|negen uur/u);
    expect(folds[0]).toContain("Ondertekening en kleine letters Verzonden vanaf mijn iPhone");
    expect(folds[1]).toContain("Aangehaalde tekst Van: Planning");
    expect(folds[1]).toContain("De training begint om negen uur.");
  });

  test("is shown whole when they passed it on, or it came in another way than by mail", () => {
    expect(foldsOf(shown({ text: mailed, subject: "FW: Training" })).open).toContain("negen uur");
    expect(foldsOf(shown({ text: mailed, subject: "Training" }, { channel: "web" })).open).toContain("negen uur");
  });

  test("is shown when they wrote nothing of their own", () => {
    expect(foldsOf(shown({ text: `\n${quoted}`, subject: "RE: Training" })).open).toContain("negen uur");
  });

  test("never hides what we have to say about the mail", () => {
    const remark = "[In deze mail staat geen tekst. Kijk in de bijlage.]";
    const { open, folds } = foldsOf(shown({ text: `${mailed}\n\n${remark}`, subject: "RE: Training" }));
    expect(open).toContain("In deze mail staat geen tekst. Kijk in de bijlage.");
    expect(folds[1]).toContain("negen uur");
  });

  test("never hides what they filled in on the form that came with it", () => {
    const text = `${mailed}\n\nOp het formulier bij deze mail staat:\n\nDe zaal was te klein.`;
    const { open, folds } = foldsOf(shown({ text, subject: "RE: Training" }));
    expect(open).toContain("Op het formulier bij deze mail staat: De zaal was te klein.");
    expect(folds[1]).toContain("negen uur");
  });

  test("is text: no markup of theirs, and no address that can be clicked", () => {
    const text = 'Zie https://kwaad.example en <a href="https://kwaad.example">hier</a>\n\n> <b>x</b>';
    const html = shown({ text, subject: "Re: x" });
    expect(startTags(html).filter(({ attributes }) => attributes["href"]?.includes("kwaad"))).toEqual([]);
    expect(startTags(html).map(({ tag }) => tag)).not.toContain("b");
  });
});

describe("a file", () => {
  const file = (more: Partial<AttachedFile>): AttachedFile => ({
    name: "verslag.pdf",
    contentType: "application/pdf",
    bytes: 20_480,
    key: "attachments/x/1",
    kind: "pdf",
    ...more,
  });
  const listed = (more: Partial<AttachedFile>) => {
    const html = shown({ attachments: [file(more)] });
    return readable(`<body>${html.slice(html.indexOf('<ul class="files">'), html.indexOf('<p class="original">'))}`);
  };

  test("is told by name, kind and size", () => {
    expect(listed({}).trim()).toBe("verslag.pdf PDF, 20 kB");
  });

  test("of before its bytes were looked at has no kind", () => {
    expect(listed({ kind: undefined }).trim()).toBe("verslag.pdf 20 kB");
  });

  test("that is something else than it seems says so, and what to do", () => {
    const text = listed({ name: "verslag.pdf.exe", kind: "program" });
    expect(text).toContain("Programma, 20 kB Let op. Dit kan uw computer beschadigen.");
    expect(text).toContain("De naam lijkt die van een gewoon bestand, maar dat is het niet.");
    expect(text).toContain("Volgens de mail was het iets anders: PDF.");
    expect(text).toContain("Open dit alleen als u de afzender kent");
  });

  test("that was too large to keep apart cannot be clicked and says where it is", () => {
    const html = shown({ attachments: [file({ inMailOnly: true })] });
    expect(startTags(html).some(({ attributes }) => attributes["href"]?.includes("attachments"))).toBe(false);
    expect(readable(html)).toContain("Te groot om apart te bewaren. Het zit in de mail zoals die binnenkwam.");
  });

  test.each(fileKinds)("of the kind %s has a name in words", (kind) => {
    expect(listed({ kind }).trim()).toMatch(/^verslag\.pdf \p{L}/u);
  });
});

test("the mail as it came in is one click away only where there is one", () => {
  expect(readable(shown({}))).toContain("De mail zoals die binnenkwam om te bewaren (.eml)");
  expect(readable(shown({}, { mailId: undefined }))).not.toContain("zoals die binnenkwam");
});
