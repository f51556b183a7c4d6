import fc from "fast-check";
import { expect, test } from "vitest";
import { separateSignature } from "../../shared/mail/signature.ts";

const said = "De trainer kwam te laat.\n\nIk wil een nieuwe dag.\n\n";

test.each([
  ["a closing with who it is", "Met vriendelijke groet,\n\nSanne de Wit\nTeamleider\n06 5550 1234", "closing"],
  ["a short closing", "Groetjes Sanne".replace(" ", "\n"), "closing"],
  ["a closing on one line", "Groet, Sanne", "closing"],
  ["an abbreviated one", "Mvg,\nSanne de Wit", "closing"],
  ["an English one", "Kind regards,\n\nSanne de Wit\nTeam lead", "closing"],
  ["a formal one", "Hoogachtend,\nmr. S.M. de Wit", "closing"],
  ["a signature block", "-- \nSanne de Wit\nZorggroep Rijnmond\nwww.zorggroep.example", "smallPrint"],
  ["a telephone", "Verzonden vanaf mijn iPhone", "smallPrint"],
  ["another telephone", "Verstuurd vanaf mijn Samsung Galaxy-smartphone.", "smallPrint"],
  ["an English telephone", "Sent from my iPad", "smallPrint"],
  ["a mail program", "Outlook voor iOS<https://outlook.example/app> downloaden", "smallPrint"],
  [
    "a disclaimer",
    "Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Ontvangt u dit ten onrechte, wilt u het dan verwijderen?",
    "smallPrint",
  ],
  [
    "an English disclaimer",
    "This message is confidential and intended only for the addressee. If you received it in error, please delete it.",
    "smallPrint",
  ],
] as const)("%s is set apart from what was said", (_, end, part) => {
  const parts = separateSignature(said + end);

  expect(parts.words).toBe(said);
  expect(parts[part]).toBe(end);
});

test("one under the other, each finds its place", () => {
  const closing = "Met vriendelijke groet,\nSanne\n\n";
  const smallPrint = "-- \nSanne de Wit\n\nVerzonden vanaf mijn iPhone\n";

  expect(separateSignature(said + closing + smallPrint)).toEqual({ words: said, closing, smallPrint });
});

test.each([
  ["a list under dashes", "--\nDit wil ik:\n- een nieuwe dag.\n- een andere trainer voor onze groep."],
  ["something added under a signature", "-- \nSanne de Wit\n\nP.S. Ook de zaal was te klein."],
  ["something added under a greeting", "Groet,\nSanne\n\nIk vergeet nog te zeggen dat de zaal te klein was."],
  ["a question under a greeting", "Groeten,\nSanne\nWanneer hoor ik iets?"],
  [
    "a person who asks to keep it quiet",
    "Dit is vertrouwelijk en alleen bedoeld voor u. Wilt u mijn mail daarna verwijderen?",
  ],
  ["a sentence that begins like a telephone", "Verzonden met de post heb ik ook het certificaat, dat kwam nooit aan."],
  ["a greeting in a sentence", "De trainer zei: met vriendelijke groet en tot nooit."],
  ["a very long block", `-- \n${"regel\n".repeat(40)}`],
  ["thanks that are all there is to say", "Dank u wel voor uw hulp."],
])("%s stays with what was said", (_, end) => {
  expect(separateSignature(said + end)).toEqual({ words: said + end, closing: "", smallPrint: "" });
});

test.each(["Met vriendelijke groet,\nSanne", "Verzonden vanaf mijn iPhone", "-- \nSanne de Wit", ""])(
  "%j alone is all that was said",
  (text) => {
    expect(separateSignature(text)).toEqual({ words: text, closing: "", smallPrint: "" });
  },
);

test("never loses or adds a character", () => {
  const line = fc.constantFrom(
    "",
    "-- ",
    "--",
    "Groet,",
    "Sanne",
    "Verzonden vanaf mijn iPhone",
    "Een zin is dit.",
    " ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
      const text = lines.join("\n");
      const { words, closing, smallPrint } = separateSignature(text);
      expect(words + closing + smallPrint).toBe(text);
    }),
  );
});
