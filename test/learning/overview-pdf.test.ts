import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inflateSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { languages } from "../../shared/domain/text.ts";
import { overviewPdf } from "../../shared/pdf/overview-pdf.ts";
import { procedures } from "../support/case-under-test.ts";
import { overviewOf, words } from "./register-of.ts";

/** The file as text, with its packed parts unpacked, as far as they are text. */
function unpacked(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString("latin1");
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, packed: string) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    } catch {
      return whole;
    }
  });
}

const utf16 = (text: string) =>
  `\ufeff${text}`.replace(/./gsu, (one) =>
    String.fromCharCode((one.codePointAt(0) ?? 0) >> 8, (one.codePointAt(0) ?? 0) & 255),
  );

const pdfOf = (count: number, language: "nl" | "en") =>
  overviewPdf({ overview: overviewOf(count), words, procedure: procedures.learnworks, language });

describe("the overview as a PDF (A25, B33, B34)", () => {
  test.each(languages)("has a title, a language, bookmarks and its fonts inside it, in %s", async (language) => {
    const text = unpacked(await pdfOf(60, language));
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain(language === "nl" ? "/Lang (nl-NL)" : "/Lang (en-GB)");
    expect(text).toContain("/DisplayDocTitle true");
    const title = language === "nl" ? "Overzicht van klachten, januari" : "Overview of complaints, January";
    expect(text.includes(title) || text.includes(utf16(title))).toBe(true);
    expect(text).toContain("/Outlines");
    expect([...text.matchAll(/\/FontFile2/g)].length).toBeGreaterThanOrEqual(2);
    expect(text).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  });

  test("draws its charts with lines, not with pictures", async () => {
    expect(unpacked(await pdfOf(500, "nl"))).not.toContain("/Subtype /Image");
  });

  test.each([0, 1, 4])("is there for %i complaints too", async (count) => {
    expect((await pdfOf(count, "nl")).length).toBeGreaterThan(10_000);
  });

  test("is made from one bundled file in another folder, as a function in the cloud has it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wederhoor-pdf-"));
    try {
      const root = fileURLToPath(new URL("../..", import.meta.url));
      await build({
        stdin: {
          contents: `
            import { writeFileSync } from "node:fs";
            import { overviewPdf } from "./shared/pdf/overview-pdf.ts";
            import { overviewOf } from "./test/learning/register-of.ts";
            import { procedures } from "./test/support/case-under-test.ts";
            const the = { overview: overviewOf(60), procedure: procedures.learnworks, language: "nl" };
            writeFileSync("made.pdf", await overviewPdf(the));
          `,
          resolveDir: root,
          loader: "ts",
        },
        outfile: join(folder, "index.mjs"),
        bundle: true,
        platform: "node",
        format: "esm",
        target: "node24",
        minify: true,
        mainFields: ["module", "main"],
        banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
        logLevel: "error",
      });
      const { stderr } = await promisify(execFile)(process.execPath, ["index.mjs"], { cwd: folder, env: {} });
      expect(stderr).toBe("");
      const made = await readFile(join(folder, "made.pdf"));
      expect(unpacked(made)).toContain("/FontFile2");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
