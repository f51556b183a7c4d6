import { expect, test } from "vitest";
import { RunningEdition } from "../support/running-edition.ts";

test("a log says ids and nothing of what people write", { timeout: 120_000 }, async () => {
  const edition = new RunningEdition({ POWERTOOLS_LOG_LEVEL: "DEBUG" });
  try {
    await edition.start();
    const letter = { to: "klachten@learnworks.example", headers: { "X-Geheim": "plantkop" } };
    await edition.mail({
      ...letter,
      from: { name: "Plantnaam Jansen", address: "plantadres@plantdomein.example" },
      subject: "Plantonderwerp\u0007 %s %o %j",
      text: "Planttekst over de les.\nINFO plantregel",
      attachments: [{ filename: "plantbestand.pdf", content: "%PDF-plantinhoud" }],
    });
    // A mail that a person must judge, one that breaks the rules, and one that is nobody's.
    await edition.mail({
      ...letter,
      from: "plantleeg@plantdomein.example",
      raw: "From: plantkapot\r\n\r\nplantrest",
      envelope: { from: "", to: letter.to },
    });
    await edition.mail({
      ...letter,
      from: "noreply@plantdomein.example",
      replyTo: "plantantwoord@plantdomein.example",
      subject: "Plantformulier",
      text: "klacht",
    });
    await edition.letter("plantadres@plantdomein.example", /./u);
    await edition.advance({ advance: "P3W" });

    expect(edition.output).toContain('"service":"receive-mail"');
    expect(edition.output).toContain('"service":"send-letters"');
    expect(edition.output.toLowerCase()).not.toMatch(/plant/u);
  } finally {
    await edition.remove();
  }
});
