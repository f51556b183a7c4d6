import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { reportFieldName, reportMarkName, type reportQuestionNames } from "../../shared/domain/report-questions.ts";
import { languages } from "../../shared/domain/text.ts";
import { reportFormOf } from "../../shared/mail/attached-report-form.ts";
import { readReportFormPdf } from "../../shared/mail/report-form-pdf.ts";
import { unpacked } from "../../shared/pdf/pdf-stream.ts";
import { PdfWork } from "../../shared/pdf/pdf-work.ts";
import { reportFormPdf } from "../../shared/pdf/report-form-pdf.ts";
import { procedures } from "../support/case-under-test.ts";
import { filledPdf } from "./filled-pdf.ts";
import { mutationsOf } from "./mutations.ts";

const forms = join(import.meta.dirname, "forms");
const saved = (name: string) => new Uint8Array(readFileSync(join(forms, `${name}.pdf`)));
const read = (bytes: Uint8Array) => readReportFormPdf(bytes, new PdfWork());

const answers = {
  words: "De trainer kwam te laat.\n\nDe zaal was op slot. Café “Het Łódź” was ≥ 3 keer dicht 😀.",
  name: "Zoë Žižek (de Wit)",
  email: " Sanne@Zorggroep.example ",
  phone: "06 555 01 23",
  address: "Dorpsstraat 1\n6511 AB Nijmegen",
  course: "Omgaan met agressie",
  talked: "no",
  tried: "Ik heb gebeld, met \\ (en haakjes).",
} as const;
const told = {
  words: answers.words,
  complainant: {
    name: answers.name,
    email: "Sanne@zorggroep.example",
    phone: answers.phone,
    address: answers.address,
  },
  report: { course: answers.course, talked: answers.talked, tried: answers.tried },
};

let empty: Uint8Array;
beforeAll(async () => {
  empty = await reportFormPdf(procedures.sterker, "nl");
});

describe("the report form as a PDF, filled in and saved (A13, A14)", () => {
  test.each(["pdfjs", "pdftk", "pypdf", "qpdf-object-streams", "merged-fields"])("by %s, is read back", (program) => {
    expect(read(saved(program))).toEqual(told);
  });

  test.each(["pdfium-rewritten", "pdfium-incremental"])("by %s, is read back", (program) => {
    expect(read(saved(program))).toEqual({ ...told, words: told.words.replace("😀", "\uf600") });
  });

  test.each(["mupdf-rewritten", "mupdf-incremental"])("by %s, is read back", (program) => {
    const words = "De trainer kwam te laat.\n\nDe zaal was op slot. Café “Het Noorden” was 3 keer dicht.";
    expect(read(saved(program))).toEqual({ ...told, words, complainant: { ...told.complainant, name: "Zoë de Wit" } });
  });

  test("is read of whichever organisation and language it is", async () => {
    for (const procedure of Object.values(procedures)) {
      for (const language of languages) {
        const form = await reportFormPdf(procedure, language);
        expect(read(await filledPdf(form, answers)), `${procedure.id} ${language}`).toEqual(told);
        expect(read(await filledPdf(form, answers, false)), `${procedure.id} ${language}`).toEqual(told);
      }
    }
  });

  test("by a program that adds what changed behind the file, in packed objects too, counts as it was saved last", () => {
    const first = added(empty, fieldOf("words"), `(Eerst dit.)`);
    expect(read(first)).toMatchObject({ words: "Eerst dit." });
    expect(read(added(first, fieldOf("words"), "(\\376\\377\\000D\\000a\\000t\\040\\034)"))).toMatchObject({
      words: "Dat“",
    });
    const packed = packedObject(fieldOf("words"), `<</T(${reportFieldName("words")})/V(In een pakje)>>`);
    expect(read(Buffer.concat([first, packed]))).toMatchObject({ words: "In een pakje" });
  });

  test.each([
    [
      "escapes, pairs of brackets and a line that goes on",
      "(\\(a\\) (b) \\\\ \\101\\\r\n\\n\\t.)",
      "(a) (b) \\ A\n\t.",
    ],
    ["the letters of PDF itself", "(\\200 \\240 \\223\\224 caf\\351)", "• € ﬁﬂ café"],
    ["UTF-16 with the language before it", "<feff001b006e006c001b0048006f0069>", "Hoi"],
    ["UTF-16 the other way round", "<fffe48006f006900>", "Hoi"],
    ["UTF-8", "<efbbbf4361666520c3a9>", "Cafe é"],
    ["old line ends", "(a\\rb\\r\\nc)", "a\nb\nc"],
    ["signs that turn around what is read", "<feff0061202e0062>", "ab"],
  ])("with %s, tells what was typed", (_what, typed, words) => {
    expect(read(added(empty, fieldOf("words"), typed))).toMatchObject({ words });
  });

  test("by a program that left an older field lying about, counts as the form has it", () => {
    const name = `/T(${reportFieldName("words")})`;
    const objects = `1 0 obj <</AcroForm<</Fields[2 0 R]>>>> endobj 2 0 obj <<${name}/V(Nieuw)>> endobj 3 0 obj <<${name}/V(Oud)>> endobj`;
    expect(read(Buffer.from(`%PDF-1.4\n${objects} trailer <</Root 1 0 R>>`))).toMatchObject({ words: "Nieuw" });
  });

  test("with only a choice made, tells it, wherever the program wrote it", () => {
    const kids = `<</T(${reportFieldName("talked")})/Kids[`;
    const on = Buffer.from(`%PDF-1.4\n1 0 obj ${kids}<</AS/Off>><</AS/yes>>]>> endobj`);
    const there = Buffer.from(`%PDF-1.4\n1 0 obj ${kids}<</V/no>>]/V/Off>> endobj`);
    expect(read(on)).toMatchObject({ words: "", report: { talked: "yes" } });
    expect(read(there)).toMatchObject({ report: { talked: "no" } });
  });

  test("with far more than anybody types, is cut to what a case can hold", () => {
    const long = read(added(empty, fieldOf("words"), `(${"a".repeat(300_000)})`));
    expect(typeof long === "object" && long.words.length).toBe(50_000);
  });
});

describe("what has no answers in it", () => {
  test.each([
    ["the empty form", () => empty],
    ["one that was flattened", () => saved("pdftk-flattened")],
    ["a field without an answer", () => Buffer.from(`%PDF-1.4\n1 0 obj <</T(${reportFieldName("words")})>> endobj`)],
    [
      "one without fields, its properties packed",
      () => {
        const properties = packedObject(5, `<</Keywords(${reportMarkName} sterker 1 nl)>>`);
        return Buffer.concat([Buffer.from("%PDF-1.5\n"), properties, Buffer.from("trailer <</Info 5 0 R>>")]);
      },
    ],
    ["one that is too large to look into", () => Buffer.concat([empty, new Uint8Array(9_000_000)])],
  ])("%s is known to be ours", (_what, form) => {
    expect(read(form())).toBe("unreadable");
  });

  test.each([
    ["one that was printed and scanned", () => saved("scanned")],
    ["one that is encrypted", () => saved("qpdf-encrypted")],
    ["another PDF", () => Buffer.from("%PDF-1.4\n1 0 obj <</T(naam)/V(Jan)>> endobj")],
    ["another file", () => Buffer.from(`1 0 obj <</T(${reportFieldName("words")})/V(Jan)>> endobj`)],
  ])("%s is a file like any other", (_what, form) => {
    expect(read(form())).toBeUndefined();
  });

  test("of a file that was cut off, what came before counts", async () => {
    const form = await filledPdf(empty, answers, false);
    const end = Buffer.from(form).lastIndexOf("xref\n");
    expect(read(form.subarray(0, end))).toEqual(told);
    for (let length = 0; length < form.length; length += 97) read(form.subarray(0, length));
  });
});

describe("a PDF made to do harm is not read, and costs little", () => {
  const head = "%PDF-1.7\n";
  const many = (text: string, bytes: number) => text.repeat(Math.ceil(bytes / text.length));
  const field = `<</T(${reportFieldName("words")})/V(x)>>`;
  const bomb = (inflated: number, entries: string) => {
    const packed = deflateSync(new Uint8Array(inflated), { level: 9 });
    return Buffer.concat([
      Buffer.from(`9 0 obj <<${entries}/Filter/FlateDecode/Length ${packed.length}>> stream\n`),
      packed,
      Buffer.from("\nendstream endobj\n"),
    ]);
  };
  test.each<[string, () => Uint8Array]>([
    ["brackets in brackets", () => Buffer.from(`${head}1 0 obj ${many("[", 4e6)}`)],
    ["dictionaries in dictionaries", () => Buffer.from(`${head}${many("1 0 obj <</A", 4e6)}`)],
    ["texts that never end", () => Buffer.from(`${head}${many("1 0 obj (", 4e6)}`)],
    ["streams that never end", () => Buffer.from(`${head}${many("1 0 obj <<>> stream ", 4e6)}`)],
    ["objects that never end", () => Buffer.from(`${head}${many("1 0 obj ", 4e6)}`)],
    ["a million values", () => Buffer.from(`${head}1 0 obj [${many("1 ", 4e6)}] endobj`)],
    ["a million names", () => Buffer.from(`${head}1 0 obj <<${many("/A 1", 4e6)}>> endobj`)],
    ["only space", () => Buffer.from(`${head}${many("1     ", 4e6)}`)],
    ["only remarks", () => Buffer.from(`${head}1 0 obj ${many("%\n", 4e6)}`)],
    ["a bomb", () => Buffer.concat([Buffer.from(head), bomb(1e8, "/Type/ObjStm/N 1/First 4")])],
    [
      "hundreds of bombs",
      () => {
        const one = bomb(1.4e7, "/Type/ObjStm/N 1/First 4");
        return Buffer.concat([Buffer.from(head), ...Array.from({ length: 300 }, () => one)]);
      },
    ],
    [
      "objects that all stand at the same place",
      () => {
        const index = Array.from({ length: 9_000 }, (_, at) => `${at} 0`).join(" ");
        const text = `${index} (${"a".repeat(1e6)})`;
        return Buffer.from(
          `${head}1 0 obj <</Type/ObjStm/N 9000/First ${index.length + 1}/Length ${text.length}>> stream\n${text}\nendstream`,
        );
      },
    ],
    [
      "fields that share one long text",
      () => {
        const name = reportFieldName("words");
        const fields = Array.from({ length: 20_000 }, (_, at) => `${at + 10} 0 obj <</T(${name})/V 7 0 R>>`);
        return Buffer.from(`${head}7 0 obj (${"a".repeat(2e6)}) endobj ${fields.join(" ")}`);
      },
    ],
    [
      "a form that contains itself",
      () =>
        Buffer.from(
          `${head}1 0 obj <</AcroForm 1 0 R/Fields 2 0 R>> endobj 2 0 obj 2 0 R endobj trailer <</Root 1 0 R>>`,
        ),
    ],
  ])("%s", (_what, make) => {
    const file = make();
    const work = new PdfWork();
    expect(() => readReportFormPdf(file, work)).not.toThrow();
  });

  test("hides no form in the same mail when it is large; when it is small the form may go unread, which is said", () => {
    const file = (bytes: Uint8Array, fileName: string) =>
      ({ bytes, fileName, contentType: "application/pdf", disposition: "attachment" }) as const;
    const form = file(saved("pdfjs"), "x.pdf");
    const hostile = (bytes: number) =>
      Array.from({ length: 30 }, (_, at) => file(Buffer.from(`${head}1 0 obj [${many("1 ", bytes)}]`), `${at}.pdf`));
    expect(reportFormOf({ attachments: [...hostile(2e6), form] })).toEqual(told);
    expect(reportFormOf({ attachments: [form, ...hostile(9e5)] })).toEqual(told);
    expect(reportFormOf({ attachments: [...hostile(9e5), form] })).toBe("unreadable");
  });

  test("what would unpack to more than there is room for is not unpacked, and leaves less room", () => {
    const stream = (bytes: number) => ({
      type: "stream" as const,
      entries: new Map([["Filter", { type: "name" as const, name: "FlateDecode" }]]),
      bytes: deflateSync(new Uint8Array(bytes)).toString("latin1"),
    });
    const work = new PdfWork();
    const before = work.room;
    expect(unpacked(stream(before + 1), work)).toBeUndefined();
    expect(work.room).toBeLessThan(before);
    expect(unpacked(stream(1_000), work)).toHaveLength(1_000);
  });

  test("what is nested too deeply does not hide what comes behind it", () => {
    expect(read(Buffer.from(`${head}1 0 obj ${"[".repeat(100_000)} endobj 2 0 obj ${field} endobj`))).toMatchObject({
      words: "x",
    });
  });

  test("a place or a length that lies changes nothing for what stands elsewhere", () => {
    const lying = `${head}1 0 obj <</Length 999999999>> stream\nabc\nendstream endobj 2 0 obj <</Length -5>> stream\nendstream endobj`;
    const stream = `3 0 obj <</Type/ObjStm/N 1/First 99999/Length 3>> stream\n1 0\nendstream endobj 4 0 obj ${field} endobj`;
    expect(read(Buffer.from(lying + stream))).toMatchObject({ words: "x" });
  });

  test.each(["LZWDecode", "ASCIIHexDecode", "Crypt"])("objects packed by %s are left alone", (filter) => {
    const packed = `1 0 obj <</Type/ObjStm/N 1/First 4/Filter/${filter}/Length 99>> stream\n1 0 ${field}\nendstream endobj`;
    expect(read(Buffer.from(head + packed))).toBeUndefined();
  });

  test.each(readdirSync(forms).filter((name) => name.endsWith(".pdf")))(
    "%s, with bytes changed, dropped, doubled and cut",
    (name) => {
      const original = saved(name.replace(".pdf", ""));
      fc.assert(
        fc.property(mutationsOf(original), (bytes) => {
          const found = read(bytes);
          if (typeof found !== "object") return;
          expect(found.words).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e]/u);
          expect(Object.keys(found.report).every((key) => ["course", "talked", "tried"].includes(key))).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  test("pieces of PDF in any order", () => {
    const pieces = fc.constantFrom(
      ..."1 0 obj,endobj,<<,>>,[,],(,),stream\n,endstream,/Length 5,/Type/ObjStm,/N 1,/First 4,/V,/T,/Kids,/Root 1 0 R,1 0 R,trailer,<,>,\\,%,\n,x,9".split(
        ",",
      ),
      `(${reportFieldName("words")})`,
      reportMarkName,
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (parts) => {
        read(Buffer.from(head + parts.join(" ")));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The number of the object that is this field in the form of Sterker. */
function fieldOf(question: (typeof reportQuestionNames)[number]): number {
  const text = Buffer.from(empty).toString("latin1");
  const name = Buffer.from(`\ufeff${reportFieldName(question)}`, "utf16le")
    .swap16()
    .toString("hex");
  const at = Math.max(text.toLowerCase().indexOf(`<${name}>`), text.indexOf(`(${reportFieldName(question)})`));
  const number = [...text.slice(0, at).matchAll(/(\d+) 0 obj/g)].at(-1)?.[1];
  return Number(number);
}

/** The file with a new version of that field behind it (ISO 32000-1, 7.5.6). */
function added(file: Uint8Array, object: number, value: string): Uint8Array {
  const field = `\n${object} 0 obj\n<</FT/Tx/T(${reportFieldName("words")})/V ${value}>>\nendobj\n`;
  const update = `${field}xref\n${object} 1\n${String(file.length + 1).padStart(10, "0")} 00000 n \ntrailer\n<</Size 99/Prev 1>>\nstartxref\n${file.length + field.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(update, "latin1")]);
}

function packedObject(object: number, text: string): Uint8Array {
  const packed = deflateSync(`${object} 0 ${text}`, { finishFlush: constants.Z_FINISH });
  const head = `900 0 obj\n<</Type/ObjStm/N 1/First ${`${object} 0 `.length}/Filter/FlateDecode/Length ${packed.length}>>\nstream\r\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream\nendobj\n")]);
}
