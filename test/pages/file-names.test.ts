import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { personFile } from "../../shared/learning/person-file.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { LearningWorld } from "../support/learning-world.ts";
import { mailWith } from "../support/mail-with-files.ts";
import { readable, startTags } from "../support/markup.ts";
import { CaseShown } from "./case-shown.ts";
import { taskOf } from "./every-page.ts";

const organisation = "learnworks";

/** Names as somebody could send them, encoded as mail programs do (RFC 2231). */
const names = [
  { title: "control characters", name: "a\u0000\u0007\u001b[31mb.txt" },
  { title: "a new header", name: "a\r\nSet-Cookie: x=1\r\n\r\n<script>.txt" },
  { title: "a turned name", name: "foto\u202Egpj.exe" },
  { title: "quotes", name: `a"; filename="b.exe' onmouseover='alert(1)` },
  { title: "a way out of the folder", name: "../../../etc/passwd" },
  { title: "another way out", name: "..\\..\\windows\\system32\\x.dll" },
  { title: "markup", name: '"><img src=x onerror=alert(1)><script>alert(1)</script>.html' },
  { title: "a formula", name: '=HYPERLINK("http://kwaad.example","klik").csv' },
  { title: "a very long name", name: `${"heel lang ".repeat(30)}.pdf` },
  { title: "half a character", name: "x\uD83D.txt" },
];

const encoded = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

describe.each(names)("$title in the name of a file", ({ name }) => {
  let world: LearningWorld;
  let caseId: string;
  beforeAll(async () => {
    world = new LearningWorld();
    const raw = mailWith({ x: "geheim" }).replace('filename="x"', `filename*=UTF-8''${encoded(name)}`);
    await receiveMail(await world.stored(raw, organisation), world.dependencies);
    const [row] = await Array.fromAsync(everyCase(world.items, organisation));
    caseId = row?.caseId ?? "";
  });
  afterAll(() => world.remove());

  test("is text of one line on the page, and no key, address or header has it", async () => {
    const { attachments } = await world.cases.load(organisation, caseId);
    const [file] = attachments;
    expect(file?.key).toMatch(/^attachments\/[\w-]{43}\/1$/);
    const html = taskOf(new CaseShown(organisation, {}, { attachments }).upTo("assess"), "nl");
    const plain = [{ ...attachments[0], name: "x.txt", contentType: "text/plain", bytes: 1, key: file?.key ?? "" }];
    const ordinary = taskOf(new CaseShown(organisation, {}, { attachments: plain }).upTo("assess"), "nl");
    const attributes = (page: string) => startTags(page).flatMap((one) => Object.keys(one.attributes));
    const kinds = (page: string) => new Set(startTags(page).map(({ tag }) => tag));
    expect(kinds(html)).toEqual(kinds(ordinary));
    expect(attributes(html).filter((one) => one.startsWith("on"))).toEqual([]);
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n\t]/u);
    expect(readable(html)).toContain(readable(`<body>${file?.name.replaceAll("<", "&lt;")}`).trim());
    expect(file?.name.length).toBeLessThanOrEqual(150);
  });

  test("is text in the file that somebody gets of themselves", async () => {
    const asked = { email: "sanne.dewit@zorggroep.example" };
    const { html, json } = await personFile(organisation, asked, "nl", { cases: world.cases });
    expect(startTags(html).map(({ tag }) => tag)).not.toContain("script");
    expect(startTags(html).map(({ tag }) => tag)).not.toContain("img");
    expect(
      startTags(html)
        .flatMap((one) => Object.keys(one.attributes))
        .filter((one) => one.startsWith("on")),
    ).toEqual([]);
    expect(() => JSON.parse(json)).not.toThrow();
  });
});
