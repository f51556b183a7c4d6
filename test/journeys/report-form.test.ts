import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filledPdf } from "../mail/filled-pdf.ts";
import { RunningEdition } from "../support/running-edition.ts";

let wederhoor: RunningEdition;
beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
});
afterAll(() => wederhoor.remove());

const words = {
  nl: "De trainer kwam te laat en de zaal was op slot. Wij stonden een uur buiten.",
  en: "The trainer was late and the room was locked. We stood outside for an hour.",
};
const tried = { nl: "Ik heb de trainer gebeld.", en: "I called the trainer." };

describe("whoever downloads the report form, fills it in and mails it as an attachment (A4, A13, A14, B6, B11)", () => {
  test.each([
    { organisation: "learnworks", officer: "ingrid.bakker@learnworks.example", language: "nl" },
    { organisation: "learnworks", officer: "ingrid.bakker@learnworks.example", language: "en" },
    { organisation: "sterker", officer: "yasmina.elkhatib@sterker.example", language: "nl" },
    { organisation: "sterker", officer: "yasmina.elkhatib@sterker.example", language: "en" },
  ] as const)("at $organisation in $language has told everything", async ({ organisation, officer, language }) => {
    const downloaded = await fetch(`${wederhoor.http}/o/${organisation}/form?lang=${language}`);
    const form = new Uint8Array(await downloaded.arrayBuffer());
    const name = /filename="([^"]+\.pdf)"/.exec(downloaded.headers.get("content-disposition") ?? "")?.[1] ?? "";
    const from = `sanne-${organisation}-${language}@zorggroep.example`;
    await wederhoor.mail({
      from,
      to: `klachten@${organisation}.example`,
      subject: language === "nl" ? "Klacht" : "Complaint",
      text: "",
      attachments: [
        {
          filename: name,
          content: Buffer.from(
            await filledPdf(form, {
              words: words[language],
              name: "Sanne de Wit",
              phone: "06 555 01 23",
              course: "Omgaan met agressie",
              talked: "no",
              tried: tried[language],
            }),
          ),
        },
      ],
    });

    const receipt = await wederhoor.letter(from, language === "nl" ? /ontvangen/ : /received/);
    // What the form told is not asked again.
    expect(receipt.text).not.toMatch(/Twee korte vragen|Two short questions/);
    const number = /\b(?:LW|ST)-\d{4}-\d{4}\b/.exec(receipt.text)?.[0] ?? "none";
    const { html, status } = await wederhoor.open(await wederhoor.letter(officer, new RegExp(`${number}.*Beoordeel`)));
    expect(status).toBe(200);
    for (const told of [
      words[language],
      "Sanne de Wit",
      "06 555 01 23",
      "Omgaan met agressie",
      tried[language],
      name,
    ]) {
      expect(html).toContain(told);
    }
  });
});
